"""What is wrong with a font program."""


class ProgramError(ValueError):
    """A font program is none, or is damaged; its message is a clause that says how."""
