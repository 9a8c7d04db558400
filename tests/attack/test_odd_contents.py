"""Layouts with texts, numbers, and pictures that can't be set: a problem of the layout, no bug."""

import base64
import io
import random
import struct
from pathlib import Path

import pytest
from PIL import Image
from pydantic import ValidationError

from mi_print.errors import InputError
from mi_print.layout.typeset.typesetter import Typesetter
from mi_print.press.separate.lcms import Lcms
from mi_print.resources import ASSETS
from mi_print.trade.shops import Colour, Shop

PAGE = "<!doctype html><html lang=en><title>T</title><body>\n"
PICTURE = "<p>Text<img alt=A src='{}' style='width: 50pt; height: 50pt'>"


def refused(folder: Path, body: str = "<p>Text", css: str = "") -> list[str]:
    """Return the messages of what a page is refused for, also when it is written."""
    try:
        typesetter = Typesetter([folder], [("page.css", css, folder)])
        pages = typesetter.set(PAGE + body, folder, "page.html.j2")
        for tagged in (False, True):
            pages.pdf(tagged=tagged)
    except InputError as reason:
        return [f"{each.file}: {each.message}" for each in reason.problems]
    return []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<p>a\ud800", "U+D800"),
        ("<p>a\0b", "U+0000"),
        ("<p title='\udfff'>a", "U+DFFF"),
        ("<p id='\ud800'>a", "U+D800"),
        ("<a href='https://example.org/\ud800'>a</a>", "U+D800"),
        ("<p>a\x1b[31m", "U+001B"),
        ("<p>a\uffff", "U+FFFF"),
        ("<p>a&#0;b", "&#0;"),
        ("<p>a&#xD800;b", "&#xD800;"),
    ],
)
def test_characters_that_no_text_has(tmp_path: Path, body: str, name: str) -> None:
    said = f"page.html.j2: {name} in line 2 of what is set is no character of a text"
    assert refused(tmp_path, body) == [said]
    if "&" not in name:
        assert refused(tmp_path, css=f"p::before {{ content: '{body[-1]}{body}' }}")


@pytest.mark.parametrize(
    "css",
    [
        r"content: '\d800'",
        "transform: rotate(1e999deg)",
        "font-size: 1e400pt",
        "font-size: calc(infinity * 1pt)",
        "letter-spacing: 1e30pt",
        "word-spacing: 1e38pt",
    ],
)
def test_numbers_without_a_limit(tmp_path: Path, css: str) -> None:
    (said,) = refused(tmp_path, "<p>Two words", f"p, p::before {{ {css} }}")
    assert said.startswith("page.html.j2: this can't be set: ")


def pictures() -> dict[str, bytes]:
    noise = Image.effect_noise((64, 64), 90).convert("RGB")
    found = {}
    for kind in ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP"):
        file = io.BytesIO()
        noise.save(file, kind)
        found[kind.lower()] = file.getvalue()
    return found


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp", "tiff", "bmp"])
def test_pictures_that_are_cut_off(tmp_path: Path, kind: str) -> None:
    data = pictures()[kind]
    (tmp_path / f"whole.{kind}").write_bytes(data)
    assert refused(tmp_path, PICTURE.format(f"whole.{kind}")) == []
    for part in (0.0, 0.1, 0.5, 0.9):
        (tmp_path / f"cut.{kind}").write_bytes(data[: int(len(data) * part)])
        assert refused(tmp_path, PICTURE.format(f"cut.{kind}")) != []


def test_pictures_that_are_cut_off_wherever_they_stand(tmp_path: Path) -> None:
    cut = base64.b64encode(pictures()["png"][:3000]).decode("ascii")
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{}</svg>"
    (tmp_path / "a.svg").write_text(
        svg.format(f"<image width='5' height='5' href='data:image/png;base64,{cut}'/>"), "utf-8"
    )
    (tmp_path / "b.svg").write_text(svg.format("<rect width='5' height='5'/><re")[:-6], "utf-8")
    (tmp_path / "a.png").write_bytes(base64.b64decode(cut))
    for source in ("a.svg", "b.svg", f"data:image/png;base64,{cut}"):
        assert refused(tmp_path, PICTURE.format(source)) != []
    assert refused(tmp_path, css="p { background: url(a.png) }") != []
    assert refused(tmp_path, css="p { list-style: url(a.png) inside; display: list-item }") != []


@pytest.mark.parametrize("character", ["\0", "\x1b", "\u202e", "\u2028"])
def test_texts_of_a_shop(character: str) -> None:
    shop = {"about": "Mine", "process": "office", "bleed": "0 mm", "safe": "3 mm"}
    colour = {"profile": "a.icc", "condition": "A", "registry": "https://example.org", "tac": 300}
    for model, values, keys in (
        (Shop, shop, ["about"]),
        (Colour, colour, ["condition", "registry"]),
    ):
        model.model_validate(values)
        for key in keys:
            with pytest.raises(ValidationError, match="take"):
                model.model_validate(values | {key: f"a{character}b"})


def profiles() -> dict[str, bytes]:
    """Return profiles whose headers are those of a press."""
    sound = next(ASSETS.glob("icc/*.icc")).read_bytes()
    head, chance = sound[4:128], random.Random(1)  # noqa: S311 - no secret
    return {
        name: struct.pack(">I", 128 + len(rest)) + head + rest
        for name, rest in {
            "random": chance.randbytes(5000),
            "of zeros": bytes(5000),
            "cut off": sound[128 : len(sound) // 2],
            "without its table": chance.randbytes(400) + sound[528:],
        }.items()
    }


@pytest.mark.parametrize("name", ["random", "of zeros", "cut off", "without its table"])
def test_profiles_that_are_none(name: str) -> None:
    with pytest.raises(InputError, match="error profile: the colour engine can't use"):
        Lcms(profiles()[name], 300)
