"""The data with everything that can be checked before anything is typeset.

Loading reads the data alone; whether the fonts have its characters and the
theme has its colours is checked here, for the same report.
"""

import dataclasses
from pathlib import Path

from mi_print.event.load import Loaded, load
from mi_print.layout.checks.contrast import check_contrast
from mi_print.layout.checks.theme_colours import check_colours
from mi_print.layout.text.coverage import check_coverage, uncovered
from mi_print.problem import errors_of, in_order


def load_checked(project: Path, attendees: Path | None = None) -> Loaded:
    """Load a project's data, with a problem for each character and colour that does not exist.

    Args:
        project: its folder.
        attendees: a list of attendees in place of `data/attendees.csv`.
    """
    loaded = load(project, attendees)
    themed = loaded.for_files({"workshop"})  # also if another file has an error
    rare = loaded.attendee_list.texts(uncovered("".join(loaded.attendee_list.characters())))
    found = [
        *check_coverage(loaded.texts),
        *check_colours(project, themed),
        *check_contrast(project, themed),
    ]
    problems = in_order([*loaded.problems, *found])
    missing = ((row, problem) for row, text in rare for problem in check_coverage([text]))
    attendee_list = loaded.attendee_list.rejecting(missing)
    event = None if errors_of(problems) else loaded.event
    if event and attendee_list is not loaded.attendee_list:
        event = event.model_copy(update={"attendees": attendee_list.attendees})
    return dataclasses.replace(loaded, event=event, problems=problems, attendee_list=attendee_list)
