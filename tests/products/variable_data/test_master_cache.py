"""Masters that are kept: the same ones again, and never stale ones."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from mi_print.products.orders.request import Edition
from mi_print.products.variable_data.master_cache import (
    MOST,
    cache_key,
    cache_masters,
    cached_masters,
    ink_measurement_of,
)
from mi_print.products.variable_data.stamp_series import MasterSet
from tests.series.sample_slots import text_slot

SLOT = text_slot(box=(20.0, 30.0, 200.0, 40.0), line=3)
EDITIONS = {Edition.PRINT: b"%PDF print", Edition.SCREEN: b"%PDF screen"}
CODES: tuple[frozenset[str], ...] = (frozenset({"a"}), frozenset())
MASTERS = MasterSet(count=2, slots=(SLOT,), editions=EDITIONS, codes=CODES)


def test_what_is_kept_is_taken_out_as_it_was(tmp_path: Path) -> None:
    cache_masters("k", MASTERS, [], tmp_path)
    assert cached_masters("k", tmp_path) == MASTERS
    assert cached_masters("other", tmp_path) is None


def test_a_file_that_was_read_and_has_changed_makes_it_stale(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg/>", "utf-8")
    cache_masters("k", MASTERS, [logo], tmp_path)
    assert cached_masters("k", tmp_path) == MASTERS
    logo.write_text("<svg />", "utf-8")
    assert cached_masters("k", tmp_path) is None
    logo.unlink()
    assert cached_masters("k", tmp_path) is None


@pytest.mark.parametrize("damage", [b"", b"not a zip", None])
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    cache_masters("k", MASTERS, [], tmp_path)
    (path,) = (tmp_path / "masters").iterdir()
    path.write_bytes(path.read_bytes()[:-60] if damage is None else damage)
    assert cached_masters("k", tmp_path) is None


def test_where_nothing_can_be_kept_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "masters").write_text("a file where a folder should be", "utf-8")
    cache_masters("k", MASTERS, [], tmp_path)
    assert cached_masters("k", tmp_path) is None


def test_they_are_kept_by_a_clock_that_stands_before_1980(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("time.time", lambda: 157_766_400.0)  # 1975-01-01
        cache_masters("k", MASTERS, [], tmp_path)
    assert cached_masters("k", tmp_path) == MASTERS


def test_only_so_many_are_kept_and_the_used_ones_stay(tmp_path: Path) -> None:
    for number in range(MOST + 3):
        cache_masters(str(number), MASTERS, [], tmp_path)
        os.utime(tmp_path / "masters" / f"{number}.zip", (number, number))
        if number == MOST - 1:
            assert cached_masters("0", tmp_path)
    assert len(list((tmp_path / "masters").iterdir())) <= MOST + 1
    assert cached_masters("0", tmp_path)
    assert cached_masters("1", tmp_path) is None


def test_a_key_is_of_the_versions_of_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "weasyprint-1.0.dist-info").mkdir()
    first = cache_key([], [])
    (tmp_path / "weasyprint-1.0.dist-info").rename(tmp_path / "weasyprint-1.1.dist-info")
    assert cache_key([], []) != first


def test_ink_that_was_measured_is_that_of_the_very_same_pages(tmp_path: Path) -> None:
    cache_masters("k", MASTERS, [], tmp_path)
    assert not ink_measurement_of("k", MASTERS, tmp_path).noted
    ink_measurement_of("k", MASTERS, tmp_path).note()
    assert ink_measurement_of("k", MASTERS, tmp_path).noted
    assert not ink_measurement_of("other", MASTERS, tmp_path).noted
    others = replace(MASTERS, editions={Edition.PRINT: b"%PDF other"})
    assert not ink_measurement_of("k", others, tmp_path).noted
    (tmp_path / "nowhere").write_bytes(b"")
    ink_measurement_of("k", others, tmp_path / "nowhere").note()
    assert not ink_measurement_of("k", others, tmp_path / "nowhere").noted


def test_a_proof_goes_with_its_masters(tmp_path: Path) -> None:
    cache_masters("0", MASTERS, [], tmp_path)
    ink_measurement_of("0", MASTERS, tmp_path).note()
    os.utime(tmp_path / "masters" / "0.zip", (0, 0))
    for number in range(1, MOST + 1):
        cache_masters(str(number), MASTERS, [], tmp_path)
    assert not ink_measurement_of("0", MASTERS, tmp_path).noted


def test_a_key_is_of_contents_names_and_all_that_is_said(tmp_path: Path) -> None:
    layout = tmp_path / "layout"
    layout.mkdir()
    (layout / "page.css").write_text("p {}", "utf-8")
    first = cache_key([layout], ["a", "b"])
    assert cache_key([layout], ["a", "b"]) == first
    assert cache_key([layout], ["ab"]) != first
    assert cache_key([layout], ["a", "c"]) != first
    (layout / "page.css").write_text("p { }", "utf-8")
    assert cache_key([layout], ["a", "b"]) != first
    (layout / "page.css").write_text("p {}", "utf-8")
    assert cache_key([layout], ["a", "b"]) == first
    (layout / "more.css").write_text("", "utf-8")
    assert cache_key([layout], ["a", "b"]) != first
