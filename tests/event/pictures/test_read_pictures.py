"""Logos: what is read, what is refused, and that nothing outside `data/` is opened."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mi_print.event.load import Loaded, load
from mi_print.event.model.pictures import PictureKind
from tests.event.small import WORKSHOP, said_of, write_project

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{}>{}</svg>'
)
BOX = ' viewBox="0 0 40 10"'
SHADED = """<defs><linearGradient id="a"><stop offset="0" stop-color="#fff" stop-opacity="0.5"/>
</linearGradient></defs><style>.b{fill:url(#a)}</style><rect class="b" width="40" height="10"/>
<use xlink:href="#a"/>"""


def drawn(inside: str, about: str = BOX) -> bytes:
    return SVG.format(about, inside).encode()


def bitmap(kind: str, mode: str = "RGB", size: tuple[int, int] = (8, 4), **more: object) -> bytes:
    written = BytesIO()
    Image.new(mode, size).save(written, kind, **more)
    return written.getvalue()


def loaded(folder: Path, path: str, data: bytes | None) -> Loaded:
    sponsors = f"sponsors:\n  - {{name: Sample, logo: {path}}}\n"
    write_project(folder, {"workshop.yaml": WORKSHOP + sponsors})
    if data is not None:
        (folder / "data" / path).parent.mkdir(exist_ok=True)
        (folder / "data" / path).write_bytes(data)
    return load(folder)


TURNED = Image.Exif()
TURNED[274] = 6


@pytest.mark.parametrize(
    ("path", "data", "kind", "size"),
    [
        ("a.svg", drawn(SHADED), PictureKind.SVG, (40, 10)),
        ("logos/a_b.SVG", drawn("", ' width="16" height="1px"'), PictureKind.SVG, (16, 1)),
        ("a.svg", drawn("", ' viewBox="-1,-1 .5,4e1"'), PictureKind.SVG, (0.5, 40)),
        ("a.png", bitmap("PNG", "RGBA"), PictureKind.PNG, (8, 4)),
        ("a.png", bitmap("PNG", "P"), PictureKind.PNG, (8, 4)),
        ("a.png", bitmap("PNG", "LA", (1, 300)), PictureKind.PNG, (1, 300)),
        ("a.jpeg", bitmap("JPEG"), PictureKind.JPEG, (8, 4)),
        ("a.jpg", bitmap("JPEG", exif=TURNED), PictureKind.JPEG, (4, 8)),
    ],
)
def test_a_picture_is_kept_with_its_proportions(
    path: str, data: bytes, kind: PictureKind, size: tuple[float, float], tmp_path: Path
) -> None:
    event = loaded(tmp_path, path, data).event
    assert event is not None
    ((name, picture),) = event.pictures.items()
    assert (name, picture.kind, picture.data) == (path, kind, data)
    assert (picture.width, picture.height) == size
    assert picture.pixels == (None if kind is PictureKind.SVG else size[0])
    assert event.model_dump_json()


BOMB = "".join(
    f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)
)
TEXT = "has text in it, which is set in a font of ours and not in its own"
MUCH = "draws more than 20,000 elements, or paths as long"
NO_SVG = "save it as SVG, or name another file"
PLAIN = "save it as a plain SVG, with all that it draws as paths"
AGAIN = "save it again, or name another file"


@pytest.mark.parametrize(
    ("path", "data", "message", "hint"),
    [
        ("a.svg", b"<p/>", "is no SVG", NO_SVG),
        ("a.svg", b"<svg", "is no SVG: its XML can't be read", PLAIN),
        ("a.svg", drawn("").decode().encode("utf-16"), "is no SVG in UTF-8", PLAIN),
        (
            "a.svg",
            b'<!DOCTYPE svg [<!ENTITY a "b">]>' + drawn("&a;"),
            "has a document type, which may name other files",
            PLAIN,
        ),
        ("a.svg", drawn("<script/>"), "has a script in it", PLAIN),
        ("a.svg", drawn('<g onload="x()"/>'), "has a script in it", PLAIN),
        ("a.svg", drawn("<foreignObject/>"), "has HTML in it", PLAIN),
        ("a.svg", drawn('<image href="data:,"/>'), "has a picture in it", PLAIN),
        (
            "a.svg",
            drawn('<use xlink:href="b.svg#c"/>'),
            "refers to something outside itself",
            PLAIN,
        ),
        (
            "a.svg",
            drawn("<g fill=\"URL( '//b/#c')\"/>"),
            "refers to something outside itself",
            PLAIN,
        ),
        ("a.svg", drawn("<style>@import 'b'</style>"), "refers to something outside itself", PLAIN),
        ("a.svg", drawn("", ""), "does not say how large it is", "give it a viewBox"),
        (
            "a.svg",
            drawn("", ' viewBox="0 0 0 9"'),
            "does not say how large it is",
            "give it a viewBox",
        ),
        (
            "a.svg",
            drawn("", ' viewBox="0 0 1e-300 1e300"'),
            "is 1e-300 × 1e+300 units large",
            "give it a viewBox of some hundred units",
        ),
        (
            "a.png",
            bitmap("PNG", "1", (20_001, 2)),
            "is more than 10,000 times as long as it is wide",
            "cut it to what is to be seen",
        ),
        ("a.svg", drawn(f'<g id="a0"/>{BOMB}'), MUCH, PLAIN),
        ("a.svg", drawn("<g>" * 60 + "</g>" * 60), "is nested too deeply, or draws itself", PLAIN),
        (
            "a.svg",
            drawn('<g id="a"><use href="#a"/></g>'),
            "is nested too deeply, or draws itself",
            PLAIN,
        ),
        ("a.svg", bitmap("PNG"), "is no SVG", "save it as SVG, or rename it"),
        ("a.png", bitmap("JPEG"), "is no PNG", "save it as PNG, or rename it"),
        ("a.png", bitmap("PNG")[:-30], "can't be read as PNG", AGAIN),
        ("a.jpg", b"\xff\xd8\xff\xe0", "can't be read as JPEG", AGAIN),
        (
            "a.jpg",
            bitmap("JPEG", "CMYK"),
            "is in other colours than sRGB with 8 bits (CMYK)",
            "save it in sRGB, with 8 bits",
        ),
        (
            "a.png",
            bitmap("PNG", "1", (10_000, 5_001)),
            "has 50,010,000 pixels; 50,000,000 are the most",
            "make it smaller",
        ),
    ],
)
def test_what_can_not_be_printed_is_refused(
    path: str, data: bytes, message: str, hint: str, tmp_path: Path
) -> None:
    found = loaded(tmp_path, path, data)
    assert found.event is None
    assert said_of(found) == [
        f"data/workshop.yaml:12:26: error picture: {path} {message}",
        f"    {hint}",
    ]


def test_text_needs_a_font_and_is_said(tmp_path: Path) -> None:
    found = loaded(tmp_path, "a.svg", drawn("<text>Sample</text>"))
    assert found.event is not None
    assert said_of(found) == [
        f"data/workshop.yaml:12:26: warning picture: a.svg {TEXT}",
        "    turn it into outlines (paths) in the program that drew it",
    ]


@pytest.mark.parametrize("path", ["../a.svg", "/etc/a.svg", "b/../../a.svg", "c:a.svg", "a.gif"])
def test_a_path_leads_to_a_picture_below_the_data(path: str, tmp_path: Path) -> None:
    (line, _) = said_of(loaded(tmp_path, path, None))
    no = "no picture" if path == "a.gif" else "no path below data/"
    assert line == f'data/workshop.yaml:12:26: error value: "{path}" is {no}'


def test_what_lies_elsewhere_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "a.svg").write_bytes(drawn(""))
    (tmp_path / "data" / "a.svg").symlink_to(tmp_path / "a.svg")
    (line, _) = said_of(loaded(tmp_path, "a.svg", None))
    assert line.endswith("error picture: a.svg: this link leads out of the project folder")
    (tmp_path / "data" / "a.svg").unlink()
    os.mkfifo(tmp_path / "data" / "a.svg")
    (line, _) = said_of(loaded(tmp_path, "a.svg", None))
    assert line.endswith("error picture: a.svg: this is no file")
    (tmp_path / "data" / "a.svg").unlink()
    (line,) = said_of(loaded(tmp_path, "a.svg", None))
    assert line.endswith("picture: a.svg: the file can't be read: No such file or directory")


def test_a_photograph_of_somebody_is_read_as_a_logo_is(tmp_path: Path) -> None:
    people = WORKSHOP.replace("name: Bob,", "name: Bob, photo: photos/bob.jpg,")
    write_project(tmp_path, {"workshop.yaml": people})
    (missing,) = load(tmp_path).problems
    assert (missing.rule, missing.line, missing.record) == ("picture", 10, "bob")
    (tmp_path / "data" / "photos").mkdir()
    (tmp_path / "data" / "photos" / "bob.jpg").write_bytes(bitmap("JPEG"))
    found = load(tmp_path)
    assert found.problems == []
    assert found.event is not None
    assert found.event.pictures["photos/bob.jpg"].kind is PictureKind.JPEG
