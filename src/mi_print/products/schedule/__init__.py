"""The day in short: the timetable and the agenda of a badge."""
