"""A series of pages, one for each record: masters, stamping, what does not fit."""
