# noqa: INP001 - a script, not a package
"""Build `assets/fonts/` from the packages that `assets/fonts/README.md` names.

Developers' tooling: run it to repeat or update the fonts, never to print.  It
needs `npm` and Debian's `apt-get` (to fetch the packages), fontTools and brotli:

    python scripts/build_fonts.py assets/fonts

What is done to the files is done for reasons that the README tells: Inter is
taken out of its WOFF2 wrapping and its marks are seated, the Han and symbol fonts are cut to
the characters that names and titles need, and every other font takes over
Inter's ascent and descent, so that a name in another script moves no line.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from inter_marks import seat_marks

INTER = "inter-ui@4.1.1"
NOTO = {
    "noto-sans": "0.4.2",
    "noto-sans-armenian": "0.4.2",
    "noto-sans-bengali": "0.4.4",
    "noto-sans-ethiopic": "0.4.2",
    "noto-sans-georgian": "0.4.3",
    "noto-sans-gujarati": "0.4.2",
    "noto-sans-gurmukhi": "0.4.1",
    "noto-sans-hebrew": "0.4.1",
    "noto-sans-jp": "0.4.3",
    "noto-sans-kannada": "0.4.3",
    "noto-sans-khmer": "0.4.3",
    "noto-sans-kr": "0.4.3",
    "noto-sans-lao": "0.4.2",
    "noto-sans-malayalam": "0.4.2",
    "noto-sans-math": "0.4.2",
    "noto-sans-myanmar": "0.4.2",
    "noto-sans-oriya": "0.4.2",
    "noto-sans-sc": "0.4.3",
    "noto-sans-sinhala": "0.4.2",
    "noto-sans-symbols": "0.4.1",
    "noto-sans-symbols-2": "0.4.1",
    "noto-sans-tamil": "0.4.3",
    "noto-sans-tc": "0.4.3",
    "noto-sans-telugu": "0.4.2",
    "noto-sans-thaana": "0.4.2",
    "noto-sans-thai": "0.4.2",
}
ARABIC = {"Regular": "fonts-noto-core=20201225-1", "SemiBold": "fonts-noto-extra=20201225-1"}
"""Debian's packages: the last version that has one glyph a letter.

Later ones draw the dots as glyphs of their own, and then no PDF can say which
letter a glyph stands for: the name would print well and be found by nobody.
"""

WEIGHTS = ("400Regular", "600SemiBold")
ASCENT, DESCENT = 1984 / 2048, -494 / 2048
"""Inter's own, in ems."""

HAN_FEATURES = ["ccmp", "locl", "kern", "palt", "halt", "mark", "liga"]
"""Vertical setting, ruby and historical forms are left out."""

SPACES = {0x20, 0xA0}
UNIFIED = range(0x4E00, 0xA000)
SUPPLEMENTARY = range(0x20000, 0x40000)
COMPATIBLE = range(0xF900, 0xFB00)
CJK_SIGNS = range(0x2E80, 0x3400)
SYLLABLES = range(0xAC00, 0xD7A4)
WIDE_FORMS = range(0xFF00, 0xFFF0)


def encoded(codec: str) -> set[int]:
    """Return the East Asian characters that a national standard has."""
    found = set()
    for code in (*range(0x2E80, 0xD7A4), *COMPATIBLE, *WIDE_FORMS, *range(0x20000, 0x2FA20)):
        try:
            chr(code).encode(codec)
        except UnicodeEncodeError:
            continue
        found.add(code)
    return found


def two_byte_gb18030() -> set[int]:
    """Return the few characters of extension A that names use: those that GBK promised."""
    return {code for code in range(0x3400, 0x4DC0) if len(chr(code).encode("gb18030")) == 2}  # noqa: PLR2004 - two bytes


def signs() -> set[int]:
    """Return CJK punctuation, kana, bopomofo and enclosed letters."""
    return {*CJK_SIGNS, *WIDE_FORMS}


def repertoires() -> dict[str, set[int]]:
    """Return the characters to keep, for the packages that hold more than we need."""
    symbols = {*range(0x2000, 0x2C00)}
    simplified = {*UNIFIED, *COMPATIBLE, *SUPPLEMENTARY, *two_byte_gb18030()}
    return {
        "noto-sans-sc": signs() | simplified,
        "noto-sans-tc": signs() | encoded("big5"),
        "noto-sans-jp": signs() | encoded("euc_jis_2004"),
        "noto-sans-kr": signs() | encoded("euc_kr") | {*SYLLABLES},
        "noto-sans-math": symbols | {*range(0x370, 0x400), *range(0x1D400, 0x1D800)},
        "noto-sans-symbols": symbols,
        "noto-sans-symbols-2": symbols,
    }


def cut(font: TTFont, characters: set[int], features: list[str]) -> None:
    """Keep only these characters, and no hints: no press reads them.

    The spaces stay: Pango sets a space in the font of the word before it, and
    a font without one would print a box.
    """
    options = Options(
        hinting=False,
        layout_features=features,
        drop_tables=[*Options().drop_tables, "vhea", "vmtx", "VORG", "BASE", "MATH", "gasp"],
        name_IDs=["*"],
        notdef_outline=True,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters | SPACES)
    subsetter.subset(font)


def align(font: TTFont) -> None:
    """Give the font Inter's ascent and descent, so that lines keep their height."""
    em = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * em), round(DESCENT * em)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, descent, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, -descent


def require_ligatures(font: TTFont) -> None:
    """Make Khmer's ligatures required, as its shaping has them.

    Pango switches `clig` off where letters are tracked, and half of each vowel
    that stands on both sides of its letter would be drawn with a dotted circle.
    """
    table = font["GSUB"].table
    records = table.FeatureList.FeatureRecord
    for record in records:
        if record.FeatureTag == "clig":
            record.FeatureTag = "rclt"
    order = sorted(range(len(records)), key=lambda number: records[number].FeatureTag)
    table.FeatureList.FeatureRecord = [records[number] for number in order]
    for script in table.ScriptList.ScriptRecord:
        languages = [each.LangSys for each in script.Script.LangSysRecord]
        for language in filter(None, (script.Script.DefaultLangSys, *languages)):
            language.FeatureIndex = sorted(order.index(old) for old in language.FeatureIndex)


def run(folder: Path, *command: str) -> str:
    """Run a package client in a folder; return what it printed."""
    done = subprocess.run(  # noqa: S603 - our own constants
        command, cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def fetch(package: str, into: Path) -> Path:
    """Fetch and unpack an npm package; return its folder."""
    archive = into / run(into, "npm", "pack", "--silent", package)
    folder = archive.with_suffix("")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def build_inter(work: Path, fonts: Path) -> None:
    """Unwrap Inter, and let all its letters carry all its marks."""
    package = fetch(INTER, work)
    folder = fonts / "inter"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("web/Inter-Regular", "web/Inter-SemiBold", "display/InterDisplay-SemiBold"):
        font = TTFont(package / f"{name}.woff2", recalcTimestamp=False)
        font.flavor = None
        seat_marks(font)
        font.save(folder / f"{Path(name).name}.ttf")
    shutil.copy(package / "LICENSE.txt", folder / "OFL.txt")


def build_noto(work: Path, fonts: Path, package: str, version: str) -> None:
    """Cut one Noto family where it needs cutting, and align it with Inter."""
    source = fetch(f"@expo-google-fonts/{package}@{version}", work)
    folder = fonts / package
    folder.mkdir(parents=True, exist_ok=True)
    keep = repertoires()
    for weight in WEIGHTS:
        for path in (source / weight).glob(f"*_{weight}.ttf"):
            font = TTFont(path, recalcTimestamp=False)
            if package in keep:
                cut(font, keep[package], HAN_FEATURES)
            align(font)
            if package == "noto-sans-khmer":
                require_ligatures(font)
            font.save(folder / path.name.replace(f"_{weight}", f"-{weight[3:]}"))
    shutil.copy(source / "LICENSE_FONT", folder / "OFL.txt")


def build_arabic(work: Path, fonts: Path) -> None:
    """Take Arabic out of Debian's packages, without hints, and align it with Inter."""
    folder = fonts / "noto-sans-arabic"
    folder.mkdir(parents=True, exist_ok=True)
    for weight, package in ARABIC.items():
        run(work, "apt-get", "download", package)
        (archive,) = work.glob(f"{package.split('=')[0]}_*.deb")
        run(work, "dpkg-deb", "--extract", archive.name, weight)
        (path,) = (work / weight).rglob(f"NotoSansArabic-{weight}.ttf")
        font = TTFont(path, recalcTimestamp=False)
        cut(font, {*font.getBestCmap()}, ["*"])
        align(font)
        font.save(folder / path.name)
        notice = font["name"].getDebugName(0).partition(" This Font Software")[0]
    licence = (fonts / "noto-sans" / "OFL.txt").read_text("utf-8")
    (folder / "OFL.txt").write_text(f"{notice}\n{licence[licence.index(chr(10)) + 1 :]}", "utf-8")


def write_sums(fonts: Path) -> None:
    """List the digest of each font, which mi-print compares before it uses them."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(fonts)}\n"
        for path in sorted(fonts.glob("*/*.ttf"))
    ]
    (fonts / "SHA256SUMS").write_text("".join(lines), "ascii")


def main() -> None:
    """Build every family into the folder that the command line names."""
    fonts = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as work:
        build_inter(Path(work), fonts)
        for package, version in NOTO.items():
            build_noto(Path(work), fonts, package, version)
        build_arabic(Path(work), fonts)
    write_sums(fonts)


if __name__ == "__main__":
    main()
