"""What one event is drawn by: how much of everything there is, and texts by chance."""

from random import Random

from hypothesis import strategies as st

from tests.generated import made_texts
from tests.generated.rows import Row

EXTREMES = (
    *("sessions", "talks", "papers", "organizers", "sponsors", "keynotes", "panel", "topics"),
    *("titles", "letters", "names", "affiliations", "bios", "unbroken", "scripts", "mixed"),
    *("addresses", "rooms", "signs", "attendees", "bare", "categories", "tracks", "workshop"),
    *("days", "boards", "roles"),
)
"""What an event may have more of than is usual; `bare` has only what is needed."""

_SCRIPTS = tuple(made_texts.WORDS)


class Draws:
    """Draws one event: `extremes` are what it has much of, `script` what most of it is in."""

    def __init__(
        self, draw: st.DrawFn, extremes: tuple[str, ...], script: str, random: Random
    ) -> None:
        self.extremes = extremes
        self.random = random
        self._draw = draw
        self._script = script
        self._taken: set[str] = set()

    def going_on(self, random: Random) -> "Draws":
        """Return what draws the same event by other random numbers; names stay unique."""
        draws = Draws(self._draw, self.extremes, self._script, random)
        draws._taken = self._taken
        return draws

    # How much there is

    def integer(self, least: int, most: int) -> int:
        """Return a number that Hypothesis draws."""
        return self._draw(st.integers(least, most))

    def count(self, what: str, usual: tuple[int, int], extreme: tuple[int, int]) -> int:
        """Return how many there are of something."""
        least, most = extreme if what in self.extremes else usual
        if "bare" in self.extremes and what not in self.extremes:
            least, most = 0, min(1, most)
        return self.integer(least, most)

    def maybe(self, share: float = 0.5) -> bool:
        """Return whether there is something that is not needed."""
        return "bare" not in self.extremes and self.random.random() < share

    # Texts

    def text(self, least: int, most: int, script: str | None = None) -> str:
        """Return a text of so many characters."""
        script = script or self._of_script()
        length = self.random.randint(least, most)
        if "mixed" in self.extremes and self.random.random() < 0.5:
            return made_texts.mixed(self.random, script, length)
        unbroken = "unbroken" in self.extremes and self.random.random() < 0.2
        return made_texts.text(self.random, script, length, unbroken=unbroken)

    def title(self, usual: tuple[int, int] = (6, 80)) -> str:
        """Return a title, which may be a long or a short one."""
        if "titles" in self.extremes and self.random.random() < 0.5:
            usual = 80, 200
        if "letters" in self.extremes and self.random.random() < 0.5:
            usual = 1, 3
        return self.text(*usual)

    def name(self) -> tuple[str, str, str, Row]:
        """Return a name that nobody has, its given and family part, and its language."""
        most = 60 if "names" in self.extremes else 22
        while True:
            script = self._of_script()
            length = self.random.randint(2, most if script in made_texts.CASED else most // 2)
            given, family = made_texts.name(self.random, script, length)
            undivided = script in made_texts.LANGUAGES and self.random.random() < 0.7
            whole = f"{family}{given}" if undivided else f"{given} {family}"
            key = "".join(sorted(whole.casefold().replace(" ", "")))
            if key not in self._taken and len(key) > 1:
                self._taken.add(key)
                language = made_texts.LANGUAGES.get(script)
                return whole, given, family, {"lang": language} if language else {}

    def affiliation(self) -> str:
        """Return a university's or a company's name."""
        return self.text(*((30, 120) if "affiliations" in self.extremes else (3, 18)))

    def address(self) -> str:
        """Return a web address."""
        least, most = (20, 300) if "addresses" in self.extremes else (20, 60)
        return made_texts.address(self.random, self.random.randint(least, most))

    def somebody(self) -> Row:
        """Return who is named where they speak, and is none of the people."""
        name, given, family, language = self.name()
        found: Row = {"name": name} | language
        if self.maybe(0.6):
            found["affiliation"] = self.affiliation()
        return found | ({"given": given, "family": family} if self.maybe(0.2) else {})

    def prose(self) -> str:
        """Return paragraphs with empty lines between them."""
        count = self.random.randint(1, 3)
        return "\n\n".join(self.text(20, 300) for _ in range(count))

    def _of_script(self) -> str:
        if "scripts" in self.extremes:
            return self.random.choice(_SCRIPTS)
        return self._script if self.random.random() < 0.9 else self.random.choice(_SCRIPTS)
