"""The bundled fonts alone are seen, and they are what they should be."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cache import cache_folder
from mi_print.errors import MissingError
from mi_print.layout.text import bundled_fonts
from mi_print.layout.text.bundled_fonts import check_fonts, use_bundled_fonts
from mi_print.resources import FONTS
from tests.in_python import run


def test_using_the_fonts_again_changes_nothing() -> None:
    __import__("weasyprint")
    before = dict(os.environ), sorted(cache_folder().iterdir())
    use_bundled_fonts(cache_folder())
    assert (dict(os.environ), sorted(cache_folder().iterdir())) == before


def test_using_the_fonts_too_late_is_said(tmp_path: Path) -> None:
    __import__("weasyprint")
    with pytest.raises(RuntimeError, match="too late: weasyprint is imported already"):
        use_bundled_fonts(tmp_path)


def test_the_environment_can_bring_no_font_in(tmp_path: Path) -> None:
    code = (
        "import os; from mi_print.cache import cache_folder;"
        "from mi_print.layout.text.bundled_fonts import use_bundled_fonts;"
        "use_bundled_fonts(cache_folder());"
        "print(os.environ['FONTCONFIG_FILE'], *[os.environ.get(name) for name in"
        " ('FONTCONFIG_PATH', 'FONTCONFIG_SYSROOT', 'PANGO_LANGUAGE')])"
    )
    out = run(
        code,
        XDG_CACHE_HOME=str(tmp_path),
        FONTCONFIG_PATH="/etc/fonts",
        FONTCONFIG_SYSROOT="/elsewhere",
        LANGUAGE="ja",
    )
    (file,) = (tmp_path / "mi-print").glob("fonts-*.conf")
    assert out == f"{file} None None en"


# What they should be


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a font, in place of the bundled ones."""
    folder = tmp_path / "fonts"
    (folder / "inter").mkdir(parents=True)
    shutil.copy(FONTS / "inter" / "Inter-Regular.ttf", folder / "inter")
    data = (folder / "inter" / "Inter-Regular.ttf").read_bytes()
    line = f"{hashlib.sha256(data).hexdigest()}  inter/Inter-Regular.ttf\n"
    (folder / "SHA256SUMS").write_text(line, "ascii")
    monkeypatch.setattr(bundled_fonts, "FONTS", folder)
    return folder


def test_every_bundled_font_is_listed_with_its_digest() -> None:
    lines = (FONTS / "SHA256SUMS").read_text("ascii").splitlines()
    found = sorted(FONTS.glob("*/*.ttf"))
    assert lines == [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(FONTS)}"
        for path in found
    ]


def test_sound_fonts_are_read_once(fonts: Path, tmp_path: Path) -> None:
    check_fonts(tmp_path / "note")
    altered = fonts / "inter" / "Inter-Regular.ttf"
    about, data = altered.stat(), altered.read_bytes()
    altered.write_bytes(data[:-1] + b"?")
    os.utime(altered, ns=(about.st_atime_ns, about.st_mtime_ns))
    check_fonts(tmp_path / "note")
    with pytest.raises(MissingError, match="is damaged"):
        check_fonts(tmp_path / "none")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


DAMAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "gone": (Path.unlink, "the font .*Inter-Regular.ttf is not there"),
    "cut short": (cut, "the font .*Inter-Regular.ttf is damaged"),
    "empty": (lambda path: path.write_bytes(b""), "the font .*Inter-Regular.ttf is damaged"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_font_that_is_not_what_it_should_be_is_named(
    kind: str, fonts: Path, tmp_path: Path
) -> None:
    check_fonts(tmp_path / "note")
    damage, message = DAMAGE[kind]
    damage(fonts / "inter" / "Inter-Regular.ttf")
    with pytest.raises(MissingError, match=message):
        check_fonts(tmp_path / "note")


def test_a_list_that_is_gone_is_named(fonts: Path, tmp_path: Path) -> None:
    (fonts / "SHA256SUMS").unlink()
    with pytest.raises(MissingError, match=r"there is no .*SHA256SUMS"):
        check_fonts(tmp_path / "note")


# fontconfig's own cache

CONFIGURE = (
    "from mi_print.cache import cache_folder;"
    "from mi_print.layout.text.bundled_fonts import use_bundled_fonts;"
    "use_bundled_fonts(cache_folder());"
    "from mi_print.layout.text.pango import Face, measure;"
    "print(measure('Hej', Face('Inter', 10, 12)).width)"
)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwrite(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:64] + bytes(0xFF - byte for byte in data[64:]))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("damage", [truncate, overwrite, folder, Path.unlink])
def test_a_damaged_cache_of_fontconfig_changes_nothing(
    damage: Callable[[Path], object], tmp_path: Path
) -> None:
    width = run(CONFIGURE, XDG_CACHE_HOME=str(tmp_path))
    (index,) = (tmp_path / "mi-print").glob("fontconfig-*/")
    sound = {path.name: path.read_bytes() for path in index.iterdir()}
    for path in index.iterdir():
        damage(path)
    assert run(CONFIGURE, XDG_CACHE_HOME=str(tmp_path)) == width
    assert {path.name: path.read_bytes() for path in index.iterdir()} == sound


def test_a_file_where_the_cache_of_fontconfig_was(tmp_path: Path) -> None:
    width = run(CONFIGURE, XDG_CACHE_HOME=str(tmp_path))
    (index,) = (tmp_path / "mi-print").glob("fontconfig-*/")
    shutil.rmtree(index)
    index.write_bytes(b"")
    assert run(CONFIGURE, XDG_CACHE_HOME=str(tmp_path)) == width
    assert index.is_dir()
