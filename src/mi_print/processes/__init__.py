"""Work in other processes: how they start, report, end, and hand back errors."""
