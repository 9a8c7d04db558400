"""Writes a project of any number of papers, plainly a sample, for measuring.

It is the workshop of `data/` with made-up papers: as many to each topic, in
proportion, as the real one has, and titles and lists of authors as long.  The
same number always gives the same files.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from mi_print.event.load import load
from mi_print.event.model import REMOTE, Event, Paper
from mi_print.resources import BUNDLED

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so")
_WORDS = (
    *("circuits", "features", "probes", "sparse", "linear", "latent", "steering", "models", "of"),
    *("attention", "residual", "reasoning", "in", "safety", "tokens", "vision", "language", "with"),
)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes papers after real ones, from one stream of random numbers."""

    stream: random.Random
    names: list[str]

    def paper(self, number: int, like: Paper, board: int) -> dict[str, object]:
        made: dict[str, object] = {
            "id": f"sample-{number}",
            "title": self._title(number, len(like.title)),
            "authors": self.stream.sample(self.names, len(like.authors)),
            "session": like.session,
            "url": f"https://example.org/paper/{number}",
        }
        if like.category:
            made["category"] = like.category
        if like.session != REMOTE:
            made |= {"board": board, "spotlight": like.spotlight}
        return made

    def _title(self, number: int, length: int) -> str:
        title = f"Sample {number}:"
        while len(title) < length:
            title += f" {self.stream.choice(_WORDS)}"
        return title


def write(folder: Path, papers: int) -> None:
    """Write the project into `folder`."""
    data = folder / "data"
    data.mkdir(parents=True)
    for name in ("workshop.yaml", "program.yaml", "print.yaml"):
        copyfile(BUNDLED / "data" / name, data / name)
    event = load(BUNDLED).event
    if event is None:
        raise SystemExit("data/ is wrong; see mi-print check")
    made = list(_papers(event, papers))
    (data / "papers.yaml").write_text(json.dumps({"papers": made}), "utf-8")  # JSON is YAML


def _papers(event: Event, count: int) -> Iterator[dict[str, object]]:
    stream = random.Random(count)  # noqa: S311 - a sample, no secret
    people = len({name for paper in event.papers for name in paper.authors})
    maker = _Maker(stream, _names(stream, people * count // len(event.papers)))
    boards: dict[str, int] = {}
    for number in range(count):
        like = event.papers[number * len(event.papers) // count]
        session = like.session or REMOTE
        boards[session] = boards.get(session, 0) + 1
        yield maker.paper(number, like, boards[session])


def _names(stream: random.Random, count: int) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < count:
        given, family = ("".join(stream.choices(_SYLLABLES, k=k)).title() for k in (2, 3))
        names[f"{given} {family}"] = None
    return list(names)
