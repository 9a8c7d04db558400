"""Ready for ink: typeset pages in RGB become pages that a press takes as they are."""
