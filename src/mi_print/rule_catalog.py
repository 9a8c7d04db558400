"""What each rule means and what to do: of the data, of layouts, and of a run.

The rules of finished files stand in `preflight.rules.catalog`.  From here come
`mi-print explain`, the tables of docs/data.md (`python -m scripts.rule_tables`), and
which warnings `accept` in `print.yaml` can name.
"""

from typing import NamedTuple


class RuleText(NamedTuple):
    """What is said of a rule."""

    severity: str
    """`error` or `warning`; `error, warning` if it is now the one and now the other."""
    about: str
    """What it means, in a line."""
    cure: str
    """What to do."""


def _error(about: str, cure: str) -> RuleText:
    return RuleText("error", about, cure)


def _warning(about: str, cure: str) -> RuleText:
    return RuleText("warning", about, cure)


def _either(about: str, cure: str) -> RuleText:
    return RuleText("error, warning", about, cure)


_YAML_ONLY = "Write the value itself there; of YAML, data has mappings, lists, texts, and numbers."
_MEND_LAYOUT = (
    "Mend the template or the stylesheet that the message names; if the layout is not yours,"
    " take the bundled one (leave `layout` out of `print.yaml`)."
)
_SHORTEN = (
    "Shorten the text, or order a larger size or another layout. Nothing is ever cut off by itself."
)

CHECKED: dict[str, dict[str, RuleText]] = {
    "The files": {
        "missing-file": _error(
            "`workshop.yaml` is not there, or `program.yaml` while papers name sessions, "
            "or a layout has no manifest",
            "Run mi-print in the project, or name its folder with `--project`. `mi-print init DIR` "
            "begins a new one.",
        ),
        "wrong-name": _error(
            "a file ends in `.yml`, or a list of attendees in `.xlsx`; only `.yaml` and `.csv` "
            "are read",
            "Rename the file; save a table as CSV (UTF-8).",
        ),
        "two-files": _error(
            "there are `papers.yaml` and `papers.csv`, or papers have authors beside `authors.csv`",
            "Delete the one that is out of date.",
        ),
        "empty": _either(
            "the file says nothing; or a list of attendees has columns and no rows (warning)",
            "Write it, or delete it.",
        ),
        "encoding": _either(
            "the file is not UTF-8; of `attendees.csv`, how it was read instead (warning)",
            "Save it as UTF-8. Of a list that was read as Windows-1252, look at the sample in "
            "the message: are the names right?",
        ),
        "size": _error(
            "the file or its contents are too large to be data; or there is no such paper size",
            "See whether this is the right file. `mi-print list sizes` shows the paper sizes.",
        ),
        "unreadable": _error(
            "the file can't be read", "See whether it is a file, and whether you may read it."
        ),
        "outside": _error(
            "the file lies outside the project, or is a link out of it",
            "Put the file itself into the project.",
        ),
        "syntax": _error(
            "this is no YAML, CSV, or workbook",
            "Look at the line and at the one above it: a missing quote, bracket, or colon, or "
            "an indent that is not that of its neighbours. Quotes are never wrong around text.",
        ),
        "documents": _error(
            "a second YAML document begins", "Take the line `---` out, or what follows it."
        ),
        "nesting": _error("the data is nested too deeply", _YAML_ONLY),
        "alias": _error("YAML's references, which data does not have", _YAML_ONLY),
        "tag": _error("YAML's types, which data does not have", _YAML_ONLY),
        "surprise": _error(
            "YAML would read something else than it looks like",
            "Put the value in quotes: YAML takes `No` for false, `9:30` for 570, `007` for 7.",
        ),
        "duplicate-key": _error(
            "a key or a column is there twice", "Take one of the two out: the second would win."
        ),
        "cells": _error(
            "a row of a table has another number of cells than the first",
            "Put a cell that has the separator in it in quotes; see whether a quote is missing.",
        ),
        "title-line": _warning(
            "there is text above the columns of a table, which is not read",
            "Take it out; or, if it should be the columns, write their names as they are known.",
        ),
        "line-break": _warning(
            "a cell has a line break or a tab, which becomes a space",
            "See whether the text is right with a space there.",
        ),
    },
    "The values": {
        "missing-key": _error("a key that is needed is not there", "Write it."),
        "unknown-key": _error(
            "there is no such key",
            "Correct its spelling, or take it out: what is not read is never printed.",
        ),
        "unknown-column": _warning(
            "a column of `attendees.csv` that is not read",
            "Rename it if it is one of ours by another name. Else nothing is to be done: what "
            "such a column says gets near no badge.",
        ),
        "value": _error(
            "the value does not fit: not a day, too small, not a web address",
            "Write it as the message says.",
        ),
        "glyph": _error(
            "none of the fonts has this character",
            "Write it another way; `mi-print list fonts` shows the scripts that there are. An "
            "emoji can't be printed: its colors are no inks.",
        ),
    },
    "References": {
        "duplicate-id": _error("two things have one id", "Give one of them another id."),
        "unknown-person": _error(
            "nobody has this id",
            "Correct the id, or add the person to `people` in `data/workshop.yaml`.",
        ),
        "unknown-role": _error(
            "no role has this id, label, or plural",
            "Correct the word, or add the role to `roles` in `data/workshop.yaml`.",
        ),
        "same-role": _error(
            "a label or a plural is a word for two roles",
            "Write another word for one of them: roles are found by their words.",
        ),
        "order": _error(
            "an order names what its product does not have, or its files would be called as others",
            "Take the key out, or give the order another name.",
        ),
        "stock": _error(
            "what is ordered of sheets is not so: no such stock, a card beyond its sheet, a size "
            "that no layout has, or keys that contradict each other",
            "`mi-print list stocks` and `mi-print list sizes` show what there is.",
        ),
        "sponsor-level": _error(
            "a sponsor's level is none of `sponsor_levels`",
            "Write one of these, or add it to them, where it is to be printed.",
        ),
        "picture": _either(
            "a picture is not there, is no SVG, PNG, or JPEG that can be printed, or has text in a "
            "font that we don't have (warning)",
            "Put it into `data/`: an SVG as paths, without scripts and other files in it; a PNG or "
            "a JPEG in sRGB.",
        ),
        "same-as": _error(
            "`same_as` names the row itself, another row, or somebody who is another row; or it "
            "is `none` and the id is somebody's",
            "Write the id of one of the people, or `none`; two registrations are never made one.",
        ),
        "unknown-session": _error(
            "no session has this id",
            "Correct the id, or add the session to `data/program.yaml`.",
        ),
        "unknown-paper": _error(
            "no paper has this id",
            "Correct the id, or add the paper to `data/papers.yaml`.",
        ),
        "unknown-room": _error(
            "none of the venue's rooms has this id",
            "Correct the id, or add the room to `rooms` of the venue; of what is elsewhere, write "
            "`place` in place of `room`.",
        ),
        "not-posters": _error(
            "the session is not of kind `posters`",
            "Name a posters session, or change the session's kind.",
        ),
        "not-spotlights": _error(
            "only a `spotlights` session says `posters`",
            "Take the key out, or change the kind.",
        ),
    },
    "The day": {
        "call-order": _error(
            "opening, deadline, notification, and workshop do not follow each other",
            "Correct one of the two days.",
        ),
        "unknown-zone": _error(
            "there is no such time zone",
            "Write it as in `America/Los_Angeles` (the IANA database), a deadline's also `AoE`.",
        ),
        "days": _error(
            "there are both `date` and `dates`, or the days do not follow each other",
            "Write `date` for one day, or list all days in `dates`, each once and in their order.",
        ),
        "day-missing": _error(
            "a session has no day, and the workshop has several", "Add its `day`."
        ),
        "unknown-day": _error(
            "a session is on a day that is none of the workshop's",
            "Correct the session's `day`, or the workshop's `date` or `dates`.",
        ),
        "ends-early": _error(
            "a session ends before it starts",
            "Put the end after the start. An end before 06:00 is the next day's.",
        ),
        "overlap": _either(
            "two sessions at once in one room; a warning if no room is known",
            "Change a time, or give one of them another `room`.",
        ),
        "two-places": _error(
            "a session has both `room` and `place`, or a venue both `room` and `rooms`",
            "Take one of the two out.",
        ),
        "within": _error(
            "a session that is to be a part of another is not inside its time or on its day, or "
            "the other is a part of a third",
            "Correct a time or `within`: it names a session that is not within another.",
        ),
        "talk-time": _error("a talk is not inside its session's time", "Correct a time."),
        "session-order": _warning(
            "a session stands below one that starts later",
            "Put the sessions in the order of their time: some lists print them as they stand.",
        ),
        "speaker-twice": _warning(
            "somebody speaks in two sessions at once, or leads one",
            "Change a time or a speaker. If the two can be done, as in a talk by video, accept it.",
        ),
        "no-speaker": _warning("a talk has no speaker", "Add `speakers`, a list of ids of people."),
        "unscheduled": _warning(
            "somebody who is to speak is on no session",
            "Add the id to the `speakers` of a session, or take the role away.",
        ),
        "no-posters": _warning(
            "a spotlights session names no poster session",
            "Add `posters`, the id of the session whose spotlights speak.",
        ),
    },
    "Names and texts": {
        "capitals": _warning(
            "a name is all in capitals",
            "See whether it should be as the message proposes: forms are often filled in so. "
            "Nothing is changed by itself.",
        ),
        "mojibake": _warning(
            "a program spoiled a letter on the way",
            "Write the proposed form, or ask how it is written. Exporting the list again as "
            "UTF-8 mends all of them.",
        ),
        "entity": _warning(
            "a text has HTML in it, such as `&amp;` or `&#039;`, which prints as it stands",
            "Write the proposed form. Exporting the data as text, not for the web, mends all.",
        ),
        "escape": _warning(
            "a text has a backslash of a program in it, such as `\\u00e9`, `\\n`, or `\\'`",
            "Write the proposed form. In YAML such an escape is read between double quotes.",
        ),
        "latex": _warning(
            "a text has LaTeX in it, such as `{BERT}`, `\\&`, or `$n$`, which prints as it stands",
            "Write the characters themselves: é, ², ×. Nothing is converted.",
        ),
        "invisible": _warning(
            "a text has a character that nobody sees and that does no service there",
            "Write the proposed form: such characters come along when text is copied.",
        ),
        "ornament": _warning(
            "a name has an ornament that no font has, such as an emoji: it is left out",
            "Take it out of the data, or leave it: the rest of the name is printed.",
        ),
        "wide-mark": _warning(
            "a mark over or under two letters, such as U+035F, stands beside them",
            "Write a mark at each of the letters.",
        ),
        "invisible-name": _error(
            "a name, or another text, has no visible character",
            "Write the name in letters. An emoji is none: its colors are no inks.",
        ),
        "spaces": _warning(
            "a text has several spaces in a row, of which one prints",
            "Write the proposed form.",
        ),
        "one-name": _warning(
            "several names stand as one, or the family name stands first with a comma",
            "Write each name for itself, as it should be printed.",
        ),
        "same-person": _warning(
            "an attendee or an author is taken for one of the people, or is not; or somebody may "
            "stand in a list twice",
            "Say who it is by `same_as`: the id of one of the people in a row of attendees, "
            "`author` at one of the people, or `none`.",
        ),
        "id-as-name": _warning(
            "an author's name is the id of one of the people, and prints as it stands",
            "Write `{person: …}` with that id, in a table the column `person` of `authors.csv`.",
        ),
        "two-spellings": _warning(
            "two names are one but for case, marks, or the order of words",
            "Write both alike, if they are one person.",
        ),
    },
    "Words and language": {
        "word": _error(
            "`words` has a key that no layout says, a text without the braces that it needs, "
            "or forms of what is not counted",
            "Correct the key, or write the text with the names in braces that the message shows.",
        ),
        "language": _warning(
            "there is no table of layouts' words in the workshop's language; they come in English",
            "Write all `words` in your language, or accept the warning.",
        ),
    },
    "Boards and spotlights": {
        "board-shared": _warning(
            "boards with several papers in one session: they share its card",
            "Give one of them another board, unless they share it.",
        ),
        "board-missing": _warning(
            "a paper has no board in a session where others have one",
            "Give it a board: without one it is in the lists alone, and has no card.",
        ),
        "paper-unplaced": _warning(
            "a paper in the room is in no poster session, and no talk is about it",
            "Add its session, or a talk; until then the booklet has it among the other papers.",
        ),
        "board-remote": _error(
            "a remote paper with a board", "Take the board out, or name its session."
        ),
        "board-gap": _warning(
            "board numbers are left out",
            "Let the boards stand empty, or number the papers anew.",
        ),
        "category-split": _warning(
            "a category, or a topic where these group the program, hangs in several places",
            "Number the boards so that it hangs together: its sign has one place.",
        ),
        "paper-twice": _either(
            "one title by one author under two ids: in one session an error, else a warning",
            "Take one of them out, if it is shown once.",
        ),
        "author-torn": _warning(
            "an author has several boards in one session",
            "Ask who stands where, or show one of the papers in another session.",
        ),
        "category-missing": _warning(
            "a paper has no category where others have one",
            "Add the category that it hangs with.",
        ),
        "spotlight-unscheduled": _warning(
            "papers are spotlights and no session is theirs",
            "Add a session of kind `spotlights` with `posters`, or take the spotlights out.",
        ),
        "order-twice": _error(
            "two spotlights at one place", "Give one of them another `spotlight_order`."
        ),
        "order-alone": _error(
            "an order without a spotlight", "Add `spotlight: true`, or take the order out."
        ),
    },
    "Signs": {
        "two-codes": _error(
            "a notice has a web page and a wireless network, and room for one QR code",
            "Make two notices of it.",
        ),
    },
    "The orders and the theme": {
        "layout": _error("there is no such layout", "`mi-print list layouts` shows them."),
        "shop": _error("there is no such print shop", "`mi-print list shops` shows them."),
        "kind": _error("there is no such kind of sign", "Write one that the message names."),
        "colour": _error("the theme has no color of this name", "Write one that it has."),
        "same-colour": _error(
            "two colors look the same on screen, and so the press can't tell them apart",
            "Change a digit of one `srgb`: the press finds the ink by that value.",
        ),
        "spot": _error(
            "two colors name one spot ink and give it two builds",
            "Give both the build by which the ink is proofed, or name another ink.",
        ),
        "contrast": _warning(
            "text in one color on the other, as layouts set it, is hard to read (below 4.5:1)",
            "Take a darker or lighter color; the message proposes one. 4.5:1 is what WCAG 2.2 "
            "asks of text.",
        ),
        "build": _warning(
            "a color's `srgb` and `cmyk` are different colors (ΔE 2000 above 15, by the profile "
            "of the shop)",
            "Write the build that the message proposes, or the `srgb` of what the build prints; "
            "else the screen edition and the print edition look different.",
        ),
        "gamut": _warning(
            "a color without a build is one that the shop's inks don't reach (ΔE 2000 above 5, by "
            "its profile)",
            "Write the color that the message names, which is what is printed, or accept it; "
            "`mi-print list inks` shows the build.",
        ),
        "role-colours": _warning(
            "two colors in which badges show roles look alike (ΔE 2000 below 10)",
            "Take another color for one of them, so that roles are told apart from afar.",
        ),
        "ink-limit": _error(
            "a color is more ink than the paper of the shop takes",
            "Take ink out of its build: less cyan, magenta, and yellow, more black.",
        ),
        "accept": _warning(
            "`accept` names a warning that is not there, or an error",
            "Take it out: what it was about is mended, or has another id now. An error can't be "
            "accepted.",
        ),
        "forced": _warning(
            "a print edition that preflight rejects is in place, by `--force`",
            "Take `--force` away, and mend what is wrong, before it goes to a shop.",
        ),
        "separation": _error(
            "a page holds a picture or a color that can't be turned into inks",
            "Save the picture as RGB, gray, or in the shop's CMYK, without what the message names.",
        ),
        "profile": _error(
            "the shop's ICC profile is not one of a press",
            "Ask the shop for the profile of its press in CMYK, and put it into the project.",
        ),
    },
}
"""The rules of the data, the orders and the theme, by what they are about."""

MADE: dict[str, RuleText] = {
    "call": _error(
        "there is no call for papers, and so no flyer",
        "Write it under `call` in `data/workshop.yaml`: `deadline` (`date` and `zone`) and "
        "`tracks`, each with `name` and `pages`; `submit` is a web address.",
    ),
    "badges": _error(
        "nobody is to have a badge",
        "Add somebody to `data/attendees.csv`, or roles to `badges` in `data/print.yaml`.",
    ),
    "template": _error(
        "a template can't be filled in: it is wrong, or names what it is not given", _MEND_LAYOUT
    ),
    "limit": _error(
        "a layout of the project's own takes more time or memory than it may, or nests without end",
        "Look for what loops, includes itself, or grows without end in the template that the "
        "problem names, and in its pictures. If it must take so much, allow it more by the "
        "environment variables `MI_PRINT_LAYOUT_SECONDS` and `MI_PRINT_LAYOUT_MEMORY`.",
    ),
    "typeset": _error("the typesetter understood a layout only in part", _MEND_LAYOUT),
    "reference": _error(
        "a layout refers to a page that is not there, or its page numbers never settle",
        _MEND_LAYOUT,
    ),
    "overflow": _error("something does not fit its place", _SHORTEN),
    "lost": _error(
        "a text of a page is not set, set twice, hidden, cut off, covered, or of the colour of "
        "what is under it",
        _SHORTEN,
    ),
    "collision": _error("a text is printed over another, over a rule, or over a code", _SHORTEN),
    "data-over": _error("a layout lets a text of the data lie over others", _MEND_LAYOUT),
    "page-size": _error(
        "a layout's page is of another size than the trim that is ordered", _MEND_LAYOUT
    ),
    "pages": _error("a product has another number of pages than its layout says", _SHORTEN),
    "slot": _error("a slot of a layout asks for what stamping can't do", _MEND_LAYOUT),
    "code-size": _error(
        "a layout draws a QR code so small that its modules are below 0.4 mm on paper",
        _MEND_LAYOUT,
    ),
    "no-code": _warning(
        "a QR code is not printed, since its modules would be below 0.4 mm: it has so much to say, "
        "or so little room",
        "Write a shorter address, order a larger size, or give the code more room in the layout.",
    ),
    "keep-out": _error("something stands where it would be punched, covered, or cut", _MEND_LAYOUT),
    "legible": _error("something is too small for the distance that it is read from", _SHORTEN),
    "family-guessed": _warning(
        "badges are sorted by family name, and some have none: what is taken for it",
        "Write `family` where the name is known, or sort by `name`.",
    ),
    "other-room": _warning(
        "the agenda on the badge's back has no room to say where sessions are that are not in the "
        "venue's room",
        "Order a larger size, or write a shorter `short` of the sessions. The booklet and the door "
        "signs say where they are.",
    ),
    "agenda": _warning(
        "the agenda on the badge's back has no room for everything that the program has",
        "Order a larger size, or write a shorter `short` of the sessions. `url` of workshop.yaml "
        "stands there as a code.",
    ),
    "badge-label": _warning(
        "the head of badges of this size has no room for the host; the workshop stands there alone",
        "Write a short name of the workshop, `short`, or order a larger size.",
    ),
    "gives-way": _warning(
        "the flyer has no room for all items of a part, even in its smallest type; it says how "
        "many more there are, and where",
        "Write less, order a larger size, or change the order of `gives-way` in the layout.",
    ),
    "small-name": _warning(
        "a name on a badge had to be set small",
        "See whether it can be written shorter, or order a larger badge.",
    ),
    "left-out": _error(
        "some badges can't be made, and so none is",
        "Mend what is said of them, or make the others with `--keep-going`.",
    ),
    "alt": _error("a picture has no alternative text", "Write `alt` in the template."),
    "exists": _error(
        "what would be written is there already, and no earlier run of the same kind wrote it",
        "Choose another name, or move the file away.",
    ),
    "unwritable": _error(
        "a file can't be written", "Choose a folder in which you may write, with `--out DIR`."
    ),
    "missing": _error(
        "something is not on this machine: a font, a library, an ICC profile",
        "Install what the message names.",
    ),
    "usage": _error(
        "the command asked for something that does not exist",
        "`mi-print --help` and `mi-print COMMAND --help` name all that there is.",
    ),
}
"""What can be said besides when a product is made."""


IMPORTED: dict[str, RuleText] = {
    "not-recognized": _error(
        "a file is none of those that are imported",
        "`mi-print explain import` says how to get the export. Of a table say what its columns "
        'are: `--map "Full name=name"`.',
    ),
    "formula": _error(
        "a cell begins as a formula, which a spreadsheet would run",
        "Take it out of the list; a name never begins so.",
    ),
    "name-parts": _warning(
        "the parts of a name stood in the wrong columns, and were put right",
        "See whether the name is right now.",
    ),
    "not-coming": _warning(
        "rows are left out, since they say that somebody does not come, or not yet",
        "Nothing is to be done if that is right.",
    ),
    "unassigned": _warning(
        "a ticket has no name of its own, and so no badge; the name of its buyer is never taken",
        "Assign it where it was sold, and export again.",
    ),
    "emoji": _warning(
        "texts of a schedule have emoji in them, which are taken out",
        "See whether they read well.",
    ),
    "small-letters": _warning(
        "a name in a list of registrations is all in small letters, and was put right",
        "See whether it is right now; what you write in the data stays.",
    ),
    "placeholder": _warning(
        "a name or an affiliation says nothing, such as `n/a`, and is left out",
        "Nothing is to be done if that is right.",
    ),
    "no-column": _warning(
        "a list lacks a column that its format has, and so does not say who comes, or as what",
        "Export it with that column, or map another one to it with `--map`.",
    ),
    "session-unknown": _warning(
        "a list of papers names a session that the data does not have, or not surely",
        "Give the poster session in `data/program.yaml` that title, and import again.",
    ),
    "odd-session": _warning(
        "a few papers of a list are in another session than all others",
        "See whether they are in the right list.",
    ),
    "withdrawn": _warning(
        "the data has what a source says was withdrawn or rejected",
        "Take it out of the data, if that is right: an import deletes nothing.",
    ),
    "no-title": _warning(
        "a paper has no title, or no id, and is left out; or a session has no title",
        "Write it into the list.",
    ),
    "title-prefix": _warning(
        "a title has the name of its column in front, which is taken away",
        "See whether the title is right now.",
    ),
    "not-told": _warning(
        "a page does not say what a product needs, or says it in a way that is not understood",
        "Write it into `data/workshop.yaml`.",
    ),
    "ambiguous": _warning(
        "a page or an export says two things of one matter",
        "See which is right, and write it into `data/workshop.yaml`.",
    ),
    "assumed": _warning(
        "an export does not say what the data needs, and something stands in its place",
        "Write what is right; no import will change it again.",
    ),
    "time-zone": _warning(
        "the time zone of a schedule is not known, or contradicts its times",
        "Write `timezone` in `data/workshop.yaml`, and import again.",
    ),
    "not-scheduled": _warning(
        "events of a calendar are left out: cancelled, without a time of day, or repeated",
        "Write those that take place into `data/program.yaml`.",
    ),
    "open-end": _warning(
        "a session has no end on its day, and is left open", "Write `end`, if it is known."
    ),
    "markup": _warning(
        "texts of a schedule have HTML or Markdown in them, which is taken out",
        "See whether they read well without.",
    ),
    "too-long": _warning(
        "a text is longer than the data takes, and is left out",
        "Write a shorter one into the data; no import will change it again.",
    ),
    "ticket": _warning(
        "a type of ticket is no role, and so who has it is an attendee",
        "Write it under `tickets` of a role in `data/workshop.yaml`; under `attendee`, if that is "
        "right.",
    ),
}
"""What can be said besides of files that are imported."""


IMPOSED: dict[str, RuleText] = {
    "not-imposed": _error(
        "a file can't be put on sheets: its pages differ in size, or no sheet has room, or it is "
        "damaged",
        "`mi-print explain sheets` says what each scheme needs.",
    ),
    "no-trim": _warning(
        "a file does not say where its pages are cut, and all of a page is taken",
        "Write it with a TrimBox, if it has bleed; office programs' files have none.",
    ),
    "unprintable": _warning(
        "pages lie where most office printers leave a blank edge",
        "Name a larger sheet, print without margins, or see that nothing stands there.",
    ),
    "not-calibrated": _warning(
        "the offset of a printer is not known for a sheet, or can't be taken back on it",
        "Measure it: `mi-print calibrate` prints a sheet to read it from.",
    ),
    "no-spine": _warning(
        "the cover of a glued book has no spine, since nothing says how thick the book is",
        "Write the thickness of a leaf of the body: `--caliper 0.1mm`.",
    ),
    "creep": _warning(
        "the innermost pages of a booklet move farther than their bleed goes",
        "Make signatures of fewer pages, or pages with more bleed.",
    ),
}
"""What can be said besides of files that are put on sheets."""


def rules() -> dict[str, RuleText]:
    """Return all of them by name."""
    return {
        name: text
        for part in (*CHECKED.values(), MADE, IMPORTED, IMPOSED)
        for name, text in part.items()
    }
