"""What a badge says, field by field, for layouts with slots.

A slot holds a field and has no conditions.  Which part of a name stands in
large, and what below, depends on what the data has of the name, so it is
decided here: of `called`, `whole` and `single` a badge has one.
"""

from collections.abc import Iterable, Mapping

from mi_print.event.badges import Badge
from mi_print.event.model import Event
from mi_print.event.queries import print_locale
from mi_print.layout.text.typography import direction, name_parts, typographic, undivided


def badge_records(badges: Iterable[Badge], event: Event) -> list[Mapping[str, object]]:
    """Return the fields of an event's badges, their roles called as there."""
    word = print_locale(event).word
    return [badge_record(badge, word(f"role-{badge.role}")) for badge in badges]


def badge_record(badge: Badge, role_label: str = "") -> Mapping[str, object]:
    """Return the fields of a badge; those of which it has nothing are empty.

    Besides the badge's own:

    - `called`: the given name, if the data has it and the name can be divided;
    - `surname`: what stands below that: the family name, or else the whole name;
    - `whole`: the name, if it is of several words and not divided;
    - `single`: the name, if it stands in one piece;
    - `below`: the affiliation, or the pronouns if there is none;
    - `beside`: the pronouns, if there is an affiliation;
    - `beside_surname`: the pronouns, if the name is divided;
    - `beneath`: the affiliation, or the pronouns if there is none and the name is not divided;
    - `beside_beneath`: the pronouns, if there is an affiliation and the name is not divided;
    - `heading`: of a divider, the letter or the role that badges behind it have;
    - `role_label`: what its role is called in the event's language;
    - `blank`: whether it is a spare, or a divider;
    - `direction`: from where the name is read, "ltr" or "rtl".
    """
    name = badge.name
    called, rest = name_parts(name, badge.given, badge.family)
    divided = bool(called)
    words = " " in name and not undivided(name)
    values = {
        "id": badge.id,
        "name": name,
        "given": badge.given,
        "family": badge.family,
        "affiliation": badge.affiliation,
        "pronouns": badge.pronouns,
        "url": badge.url,
        "lang": badge.lang,
        "heading": badge.heading,
        "role_label": role_label,
        "called": called,
        "surname": rest,
        "whole": name if words and not divided else "",
        "single": name if not words and not divided else "",
        "below": badge.affiliation or badge.pronouns,
        "beside": badge.pronouns if badge.affiliation else "",
        "beside_surname": badge.pronouns if divided else "",
        "beneath": badge.affiliation or (not divided and badge.pronouns),
        "beside_beneath": badge.pronouns if badge.affiliation and not divided else "",
    }
    shown = {field: text or "" for field, text in values.items()}
    texts = {field: typographic(text) for field, text in shown.items() if field not in _VERBATIM}
    return {
        **shown,
        **texts,
        "role": badge.role,
        "blank": badge.blank,
        "direction": direction(name),
    }


_VERBATIM = ("id", "url", "lang")
