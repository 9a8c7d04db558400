"""The date of print editions: the environment's, that of the orders, or the workshop's."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.cli.source_date_epoch import NAME, source_date
from mi_print.errors import UsageError

Write = Callable[[dict[str, str]], Path]


def dated(project: Path) -> str:
    assert main(["--project", str(project), "cfp", "--edition", "print"]) == 0
    with pypdfium2.PdfDocument(project / "output" / "print" / "cfp.pdf") as book:
        return str(book.get_metadata_dict()["CreationDate"])


def test_a_file_is_dated_by_the_first_that_says_a_date(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(NAME, raising=False)
    project = write({})
    assert dated(project) == "D:20251207000000+00'00'"
    (project / "data" / "print.yaml").write_text("date: 2025-11-20\ncfp: {size: a5}\n", "utf-8")
    assert dated(project) == "D:20251120000000+00'00'"
    monkeypatch.setenv(NAME, "86400")
    assert dated(project) == "D:19700102000000+00'00'"


@pytest.mark.parametrize("said", ["soon", "-1", "1.5", "9" * 12, "²", "1_0"])
def test_what_is_no_date_is_refused(said: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        source_date({NAME: said})


def test_without_the_variable_there_is_no_date() -> None:
    assert source_date({}) is None
    assert source_date({NAME: ""}) is None
    assert source_date({NAME: "0"}) == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
