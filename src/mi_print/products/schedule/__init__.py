"""The days in short: row by row, with a column for each room, and the agenda of a badge."""
