"""The file of a series: its operators, its fonts, its pages."""
