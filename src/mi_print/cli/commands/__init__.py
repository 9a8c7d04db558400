"""What each command does; `cli/app` and `cli/make_commands` have their arguments."""
