"""Two spellings of one name are found, and names of two people are left alone."""

import pytest

from mi_print.event.names.folding import folded
from mi_print.event.names.spellings import keys, may_agree, mistyped

ONE_PERSON = """\
Thomas Müller/Thomas Mueller, Jürgen Größe/Juergen Groesse, Li Wei/Wei Li, Jon Smith/John Smith
Katherine Johnson/Catherine Johnson, Aleksandr Petrov/Alexandr Petrov, Sergey Ivanov/Sergei Ivanov
Alexander Petrov/Aleksander Petrov, Mohammed Ali/Mohamed Ali, Michael Brown/Micheal Brown
Xiao-Ming Wang/Xiaoming Wang, Ada B. Sample/Ada Sample, Philip Hahn/Phillip Hahn
Sara Klein/Sarah Klein, Nils Bohr/Niels Bohr, Eric Larsson/Erik Larsson, Øyvind Dahl/Oyvind Dahl
Bo Example/Bo Exampel, Kristina Berg/Christina Berg, Dmitry Volkov/Dmitri Volkov
"""
TWO_PEOPLE = """\
Wei Wang/Wei Zhang, Yang Li/Yang Liu, Jun Chen/Jin Chen, Anna Schmidt/Anne Schmidt
Maria Silva/Mario Silva, Xin Wang/Xing Wang, Daniel Weber/Daniela Weber, Peter Meier/Peter Maier
Martin Fischer/Martina Fischer, Simon Roth/Simone Roth, Andrea Rossi/Andreas Rossi
Hao Zhou/Hao Zhao, Yuan Chen/Yuan Cheng, Christian Wolf/Christina Wolf, Jan Hansen/Jan Jansen
Shuang Li/Shang Li, Alex Chang/Alex Cheng, Sun Jing/Sun Jin, Kai Li/Cai Li, Ada B. So/Ada C. So
Alex Chang/Alex Kang, Julia Baumann/Julian Baumann
"""


def pairs(text: str) -> list[list[str]]:
    return [each.strip().split("/") for each in text.replace("\n", ",").strip(",").split(",")]


def alike(one: str, other: str) -> bool:
    if folded(one) == folded(other):
        return True
    first, second = dict(keys(one)), dict(keys(other))
    if any(may_agree(first[key], second[key]) for key in first.keys() & second.keys()):
        return True
    rest = set(folded(one).split()) ^ set(folded(other).split())
    return len(rest) == 2 and mistyped(*sorted(rest))


@pytest.mark.parametrize(("one", "other"), pairs(ONE_PERSON))
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), pairs(TWO_PEOPLE))
def test_names_of_two_people(one: str, other: str) -> None:
    assert not alike(one, other)
