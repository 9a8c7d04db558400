"""A series of pages, one for each record: masters, stamping, copyfit."""
