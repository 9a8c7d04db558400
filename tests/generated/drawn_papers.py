"""The papers of an event and where they hang: `papers.yaml`, `papers.csv`."""

from collections.abc import Callable, Mapping, Sequence

from tests.generated.drawn_program import talks_of
from tests.generated.draws import Draws
from tests.generated.rows import Row

_Board = int | str

_WAYS: tuple[Callable[[int], _Board], ...] = (
    lambda at: at,
    lambda at: at,
    lambda at: f"A{at}",
    lambda at: f"{100 + at // 2}{'ab'[at % 2]}",  # two to a board, each with a letter
    lambda at: (at + 1) // 2,  # two to a board
    lambda at: f"{'ABCDEF'[at % 6]}-{at // 6 + 1:02}",
)
"""How boards are called, from a number that counts them."""


def papers(
    draws: Draws,
    program: Sequence[Row],
    people: Mapping[str, Sequence[Row]],
    tables: frozenset[str],
) -> list[Row]:
    """Return the papers; talks about some of them are put into the program."""
    sessions = [each["id"] for each in program if each["kind"] == "posters"]
    count = draws.count("papers", (2, 16), (60, 400))
    random = draws.random
    names: list[str | Row] = [draws.name()[0] for _ in range(max(3, count))]
    if tables != {"papers"}:
        names += [draws.somebody() for _ in range(count // 8)]
        names += [{"person": each["id"]} for each in people.get("speaker", ())]
    categories = [draws.text(4, 44) for _ in range(draws.count("categories", (0, 4), (6, 12)))]
    way = random.choice(_WAYS[2:] if "boards" in draws.extremes else _WAYS)
    board = dict.fromkeys(sessions, 0)
    found: list[Row] = []
    for number in range(1, count + 1):
        paper: Row = {"id": f"p{number}", "title": draws.title((12, 110))}
        if not draws.maybe(0.03):
            most = random.choice([1, 2, 3, 3, 4, 8])
            paper["authors"] = random.sample(names, min(len(names), most))
        paper |= _place(draws, sessions, board, way)
        if categories:
            at = min(number * len(categories) // (count + 1), len(categories) - 1)
            paper["category"] = categories[at]
            if draws.maybe(0.8):
                paper["topic"] = categories[-1 - at]
        paper |= _about(draws)
        found.append(paper)
    _into_talks(draws, program, found)
    return found


def _place(
    draws: Draws, sessions: Sequence[str], board: dict[str, int], way: Callable[[int], _Board]
) -> Row:
    """Return where a paper hangs."""
    random = draws.random
    if not sessions or random.random() < 0.08:
        if draws.maybe(0.3):
            return {}  # in the room, and nobody knows yet where
        return random.choice([{"session": "remote"}, {"remote": True}])
    for session in sessions:
        board[session] += random.choice([1, 1, 1, 1, 2])
    if len(sessions) > 1 and draws.maybe(0.1):
        both = random.sample(sessions, 2)
        return {"boards": {each: way(board[each]) for each in both}}
    session = random.choice(sessions)
    if draws.maybe(0.04):
        return {"session": session}
    return {"session": session, "board": way(board[session])}


def _about(draws: Draws) -> Row:
    found: Row = {}
    if draws.maybe(0.12):
        found |= draws.random.choice([{"spotlight": True}, {"type": "spotlight"}])
    elif draws.maybe(0.1):
        found["type"] = draws.random.choice(["oral", "poster"])
    if draws.maybe(0.05):
        found["awards"] = [draws.text(8, 30)]
    if draws.maybe(0.1):
        found["abstract"] = draws.prose()
    if draws.maybe(0.4):
        found["url"] = draws.address()
    return found


def _into_talks(draws: Draws, program: Sequence[Row], found: Sequence[Row]) -> None:
    """Let some papers be talks too, with their titles and authors."""
    for paper, session in zip(found, talks_of(program), strict=False):
        if draws.maybe(0.2) and paper.get("authors"):
            talk: Row = {"paper": paper["id"]}
            if draws.maybe(0.2):
                talk["speakers"] = [draws.somebody()]
            session.setdefault("talks", []).append(talk)
