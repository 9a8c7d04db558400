"""Another date changes what says the date, and nothing else of a print edition."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from mi_print.cli import main
from mi_print.cli.source_date_epoch import NAME

Write = Callable[[dict[str, str]], Path]


def dated(project: Path, seconds: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(NAME, seconds)
    out = project / seconds
    assert main(["--project", str(project), "cfp", "--edition", "print", "--out", str(out)]) == 0
    return out / "print" / "cfp.pdf"


def test_another_date_changes_dates_and_identifiers_alone(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write({})
    early, late = (dated(project, seconds, monkeypatch) for seconds in ("86400", "172800"))
    assert early.read_bytes() != late.read_bytes()
    with pikepdf.open(early) as one, pikepdf.open(late) as other:
        assert one.trailer.ID != other.trailer.ID
        changed = [key for key, said in one.docinfo.items() if said != other.docinfo[key]]
        assert set(changed) == {"/CreationDate", "/ModDate"}
        assert one.Root.Metadata.read_bytes() != other.Root.Metadata.read_bytes()
        assert _bare(one) == _bare(other)


def _bare(book: pikepdf.Pdf) -> list[bytes]:
    """Return all that is printed: streams but those that hold dates, and pages."""
    streams = [thing for thing in book.objects if isinstance(thing, pikepdf.Stream)]
    dated = {"/Metadata", "/ObjStm", "/XRef"}  # ObjStm is how the file is packed, Info included
    kept = [stream for stream in streams if str(stream.get("/Type")) not in dated]
    pages = [repr(page.obj).encode() for page in book.pages]
    assert len(kept) > len(pages)
    return [stream.read_raw_bytes() for stream in kept] + pages
