"""A shop's ICC profile: found, read, or refused with a cure; never replaced."""

import random
import struct
from pathlib import Path

import pytest

from mi_print.errors import InputError, MiPrintError, MissingError
from mi_print.press import profile
from mi_print.resources import ASSETS
from mi_print.trade.shops import Colour, shops

GOOD = (ASSETS / "icc" / "FOGRA39L_coated.icc").read_bytes()


def colour(name: str) -> Colour:
    return Colour(profile=name, condition="FOGRA39", tac=300)


def refused(name: str, project: Path) -> MiPrintError:
    with pytest.raises(MiPrintError) as caught:
        profile.load(colour(name), project)
    return caught.value


@pytest.mark.parametrize(
    ("shop", "description"),
    [
        ("generic-eu", "FOGRA39L Coated"),
        ("generic-us", "CGATS TR 006 coated 1 sheetfed, TAC 300"),
    ],
)
def test_the_bundled_profiles_are_found(shop: str, description: str, tmp_path: Path) -> None:
    wanted = shops()[shop].colour
    assert wanted
    found = profile.load(wanted, tmp_path)
    assert found.data == (ASSETS / "icc" / wanted.profile).read_bytes()
    assert (found.description, found.condition) == (description, wanted.condition)
    assert found.registry == "http://www.color.org"


def test_every_shops_profile_is_there(tmp_path: Path) -> None:
    for shop in shops().values():
        assert shop.colour is None or profile.load(shop.colour, tmp_path).data


def test_a_project_may_have_its_own(tmp_path: Path) -> None:
    (tmp_path / "icc").mkdir()
    (tmp_path / "icc" / "own.icc").write_bytes(GOOD)
    assert profile.load(colour("icc/own.icc"), tmp_path).data == GOOD


def test_a_missing_one_is_named_with_its_cure(tmp_path: Path) -> None:
    reason = refused("PSOcoated_v3.icc", tmp_path)
    assert isinstance(reason, MissingError)
    assert str(reason) == (
        "error missing: there is no ICC profile PSOcoated_v3.icc\n"
        "    put it into the project, or name one that is there:"
        " CGATS-TR006-coated.icc, FOGRA39L_coated.icc"
    )


def test_nothing_outside_the_project_is_read(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "own.icc").write_bytes(GOOD)
    (project / "link.icc").symlink_to(tmp_path / "own.icc")
    reason = refused("link.icc", project)
    assert isinstance(reason, InputError)
    assert [problem.rule for problem in reason.problems] == ["outside"]


def test_a_loop_of_links_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "loop.icc").symlink_to("loop.icc")
    (tmp_path / "folder.icc").mkdir()
    assert refused("loop.icc", tmp_path).problems
    assert refused("folder.icc", tmp_path).problems[0].rule == "unreadable"
    assert isinstance(refused("a\0b.icc", tmp_path), MissingError)


def changed(at: int, new: bytes) -> bytes:
    return GOOD[:at] + new + GOOD[at + len(new) :]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "this is no ICC profile"),
        (b"%PDF-1.6" * 40, "this is no ICC profile"),
        (GOOD[:4000], "this ICC profile is cut short"),
        (changed(0, b"\0\0\0\1"), "this ICC profile is cut short"),
        (changed(12, b"mntr"), "this is an ICC profile of class mntr, not of a printer (prtr)"),
        (changed(16, b"RGB "), "this is an ICC profile for RGB, not for CMYK"),
        (changed(20, b"CMYK"), "this ICC profile connects to CMYK, not to Lab or XYZ"),
        (changed(8, b"\5"), "this is an ICC profile of version 5; PDF/X-4 knows 2 and 4"),
    ],
)
def test_what_is_no_press_profile_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "own.icc").write_bytes(data)
    reason = refused("own.icc", tmp_path)
    assert isinstance(reason, InputError)
    (problem,) = reason.problems
    assert (problem.rule, problem.message, problem.file) == ("profile", message, "own.icc")
    assert problem.hint


def with_description(tag: bytes) -> bytes:
    """Return a profile with this description."""
    whole = bytearray(GOOD + tag)
    entry = struct.pack(">4sII", b"desc", len(GOOD), len(tag))
    struct.pack_into(">12s", whole, GOOD.index(b"desc", 128), entry)
    struct.pack_into(">I", whole, 0, len(whole))
    return bytes(whole)


@pytest.mark.parametrize(
    ("tag", "description"),
    [
        (struct.pack(">4s4xI", b"desc", 6) + b"Offset", "Offset"),
        (
            struct.pack(">4s4xII2s2sII", b"mluc", 1, 12, b"en", b"US", 10, 28)
            + "Preß!".encode("utf-16-be"),
            "Preß!",
        ),
        (b"mluc", "FOGRA39"),
        (b"desc\0\0\0\0\xff\xff\xff\xff", "FOGRA39"),
    ],
)
def test_its_description_is_read_in_both_forms(
    tag: bytes, description: str, tmp_path: Path
) -> None:
    (tmp_path / "own.icc").write_bytes(with_description(tag))
    assert profile.load(colour("own.icc"), tmp_path).description == description


def test_a_profile_of_random_tables_is_refused(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - no secret
    (count,) = struct.unpack_from(">I", GOOD, 128)
    end = 132 + 12 * count
    tables = bytearray(GOOD)
    for at in range(132, end, 12):
        tag, offset, size = struct.unpack_from(">4sII", GOOD, at)
        if tag[:3] == b"B2A":
            first, last = offset + size // 2, offset + size * 3 // 4
            tables[first:last] = chance.randbytes(last - first)
    for data, message in (
        (bytes(tables), "the tables of this ICC profile contradict each other"),
        (GOOD[:end].ljust(len(GOOD), b"\0"), "the colour engine can't use this ICC profile"),
        (GOOD[:128] + chance.randbytes(9999), "this ICC profile is cut short"),
        (GOOD[:128] + chance.randbytes(len(GOOD)), "the colour engine can't use this ICC profile"),
    ):
        (tmp_path / "own.icc").write_bytes(data)
        (problem,) = refused("own.icc", tmp_path).problems
        assert (problem.rule, problem.file) == ("profile", "own.icc")
        assert problem.message == message
        assert "shops.yaml" in (problem.hint or "")
