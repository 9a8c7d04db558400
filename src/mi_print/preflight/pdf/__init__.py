"""A file as plain values, each read within limits: objects, streams, pages."""
