"""A layout reads what lies in the project or comes along, whatever address it is called by."""

import os
import shutil
import socket
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from mi_print.cli import main
from mi_print.errors import InputError, UsageError
from mi_print.layout.package import find
from mi_print.layout.typeset.typesetter import Typesetter
from mi_print.problem import Problem
from mi_print.resources import FONTS, LAYOUTS
from mi_print.source import project_files
from tests.conftest import Write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
FONT = FONTS / "inter" / "Inter-Regular.ttf"
HTML = "<!doctype html><html lang=en><title>T</title>{}<p>Text"
OUTSIDE, NETWORK, NO_FILE = "outside the project folder", "not from the network", "this is no file"

Setting = Callable[..., bytes]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a picture, and beside it a secret that is a picture and a style sheet too."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "in.svg").write_text(SVG.format(""), "utf-8")
    (tmp_path / "secret.svg").write_text(SVG.format(""), "utf-8")
    for path in (folder / "in", tmp_path / "secret"):
        path.with_suffix(".css").write_text("p { color: red }", "utf-8")
        shutil.copyfile(FONT, path.with_suffix(".ttf"))
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    (folder / "out").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.svg")
    return folder


@pytest.fixture
def setting(project: Path) -> Setting:
    """Return a function that writes a PDF of what stands in the body, in both ways."""

    def set_body(body: str, css: str = "", *, tagged: bool = False) -> bytes:
        setter = Typesetter([project], [("page.css", css, project)])
        return setter.set(HTML.format(body), project, "page.html").pdf(tagged=tagged)

    return set_body


def addresses(project: Path, name: str) -> dict[str, str]:
    """Return ways to call a file beside the project."""
    secret = project.parent / name
    return {
        "an absolute path": f"{secret}",
        "a file's address": f"file://{secret}",
        "an address in capitals": f"FILE://{secret}",
        "this machine's address": f"file://localhost{secret}",
        "another machine's address": f"file://example.org{secret}",
        "a path without its slashes": f"file:{secret}",
        "two dots": f"../{name}",
        "two dots, encoded": f"%2e%2e/{name}",
        "a slash, encoded": f"..%2f{name}",
        "a fragment": f"file://{secret}#/../..{project}/in.svg",
        "a query": f"file://{secret}?/../..{project}/in.svg",
        "both": f"file://{secret}?a#/../..{project}/in.svg",
        "a relative fragment": f"../{name}#/../project/in.svg",
        "a linked folder": f"out/{name}",
        "a linked folder, and back": f"in.svg/../out/{name}",
        "backslashes": f"..\\{name}",
        "a drive": f"C:\\{name}",
        "a doubled slash": f"//{secret}",
        "a null byte": f"in.svg%00/../{name}",
        "the network": f"https://example.org/{name}",
        "another protocol": f"ftp://example.org/{name}",
    }


WAYS = {
    "an image": ('<img alt="a" src="{}">', ""),
    "a style sheet": ('<link rel="stylesheet" href="{}">', ""),
    "an import in the document": ("<style>@import url('{}');</style>", ""),
    "an import": ("", "@import '{}';"),
    "a background": ("", "p {{ background: url('{}') }}"),
    "a list's mark": ("<p style=\"list-style-image: url('{}'); display: list-item\">x</p>", ""),
    "content": ("", "p::before {{ content: url('{}') }}"),
    "a border": ("", "p {{ border-image: url('{}') 1 }}"),
    "a font": ("", "@font-face {{ font-family: X; src: url('{}') }}"),
    "an object": ('<object data="{}">x</object>', ""),
    "an embed": ('<embed src="{}">', ""),
    "an image in SVG": (SVG.format('<title>x</title><image href="{}" width="9"/>'), ""),
}
"""How a layout names a file: what stands in the body, and in the style sheet."""


def kind(way: str) -> str:
    """Return what a way reads, as files end."""
    return "css" if "style sheet" in way or "import" in way else "ttf" if "font" in way else "svg"


WHERE = tuple(addresses(Path("/a/b"), "x"))
FEW = ("a file's address", "a fragment", "a linked folder", "the network")


@pytest.mark.parametrize(
    ("way", "how"),
    [(way, how) for way in WAYS for how in (WHERE if way == "an image" else FEW)],
)
def test_no_address_leads_out(setting: Setting, project: Path, way: str, how: str) -> None:
    body, css = WAYS[way]
    address = addresses(project, f"secret.{kind(way)}")[how]
    if "'{}'" in body + css:
        address = address.replace("\\", "\\\\")
    with pytest.raises(InputError):
        setting(body.format(address), css.format(address))


@pytest.mark.parametrize("way", WAYS)
def test_in_each_of_these_ways_a_file_of_the_project_is_read(setting: Setting, way: str) -> None:
    body, css = WAYS[way]
    address = f"in.{kind(way)}"
    assert setting(body.format(address), css.format(address)).startswith(b"%PDF-")


def test_a_base_leads_nowhere(setting: Setting, project: Path) -> None:
    with pytest.raises(InputError, match=OUTSIDE):
        setting('<base href="file:///etc/"><img alt="a" src="passwd">')
    with pytest.raises(InputError, match=OUTSIDE):
        setting(f'<base href="file://{project.parent}/"><img alt="a" src="secret.svg">')


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("file:///etc/passwd#/../..{project}/x", OUTSIDE),
        ("link.svg", OUTSIDE),
        ("pipe.svg", NO_FILE),
        (".", NO_FILE),
        ("/dev/zero", OUTSIDE),
        ("http://localhost/a", NETWORK),
        ("none.svg", "No such file"),
    ],
)
def test_what_is_refused_says_why(
    setting: Setting, project: Path, address: str, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        setting(f'<img alt="a" src="{address.format(project=project)}">')


def test_a_socket_and_a_device_are_refused_and_not_opened(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    with socket.socket(socket.AF_UNIX) as there:
        there.bind("socket.svg")
    (project / "device.svg").touch()
    opened: list[object] = []
    really = os.open
    looked = os.stat

    def as_device(path: str, **how: object) -> os.stat_result:
        found = looked(path, **how)  # type: ignore[arg-type]
        mode = stat.S_IFCHR if path == "device.svg" else found.st_mode
        return os.stat_result((mode, *found[1:]))

    def noted(path: str, *how: int, **more: int) -> int:
        opened.append(path)
        return really(path, *how, **more)

    monkeypatch.setattr(os, "stat", as_device)
    monkeypatch.setattr(os, "open", noted)
    for name in ("socket.svg", "pipe.svg", "device.svg"):
        found = project_files.read_bytes(project / name, project)
        assert isinstance(found, Problem)
        assert found.message == NO_FILE
    assert set(opened) == {project}


@pytest.mark.parametrize("swapped", ["a file", "a folder"])
def test_what_is_put_there_after_the_judgement_is_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, swapped: str
) -> None:
    """Between judging and opening, a link out takes the place of what was judged."""
    (project / "deep").mkdir()
    path = project / "deep" / "secret.svg"
    path.write_text("mine", "utf-8")
    really = os.open

    def late(name: str, *how: int, **more: int) -> int:
        if swapped == "a file" and name == path.name:
            path.unlink()
            path.symlink_to(project.parent / "secret.svg")
        if swapped == "a folder" and name == "deep":
            path.parent.rename(project / "moved")
            path.parent.symlink_to(project.parent)
        return really(name, *how, **more)

    monkeypatch.setattr(os, "open", late)
    found = project_files.read_bytes(path, project)
    assert isinstance(found, Problem)
    assert "can't be read" in found.message


def test_a_picture_is_read_once(project: Path) -> None:
    """WeasyPrint would open the path again when it writes, whatever lies there by then."""
    Image.new("RGB", (4, 4), "red").save(project / "a.png")
    setter = Typesetter([project], [])
    pages = setter.set(HTML.format('<img alt="a" src="a.png">'), project, "page.html")
    (project / "a.png").unlink()
    with pikepdf.open(BytesIO(pages.pdf(tagged=False))) as book:
        assert len(book.pages[0].Resources.XObject) == 1


ATTACHED = {
    "a link": '<link rel="attachment" href="{}">',
    "a link among others": '<link rel="ATTACHMENT stylesheet" href="{}">',
    "an anchor": '<a rel="attachment" href="{}">x</a>',
    "an anchor with a name": '<a rel="attachment" download="a.txt" href="{}">x</a>',
    "a block": '<a rel="attachment" style="display: block" href="{}"><b>x</b></a>',
    "a link by CSS": '<a rel="attachment" data-to="{}" style="-weasy-link: attr(data-to)">x</a>',
    "text": '<a rel="attachment" href="data:text/plain,secret">x</a>',
}


REFUSED = r"Nothing is attached|[Uu]nsupported s|load stylesheet|Ignored `-weasy-link"


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("way", ATTACHED)
@pytest.mark.parametrize("address", ["in.svg", "file:///etc/passwd#/../..{project}/x"])
def test_nothing_is_attached(
    setting: Setting, project: Path, way: str, address: str, *, tagged: bool
) -> None:
    body = ATTACHED[way].format(address.format(project=project))
    with pytest.raises(
        InputError,
        match=REFUSED,
    ):
        setting(body, tagged=tagged)


def test_an_svg_reads_no_entity(setting: Setting, project: Path) -> None:
    text = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{project.parent}/secret.svg">]>'
    (project / "in.svg").write_text(text + SVG.format("<text>&x;</text>"), "utf-8")
    with pytest.raises(InputError, match="Failed to load image"):
        setting('<img alt="a" src="in.svg">')


@pytest.mark.parametrize("href", ["../secret.svg", "link.svg", "file:///etc/passwd#a", "pipe.svg"])
def test_an_svg_in_an_svg_is_confined_too(setting: Setting, project: Path, href: str) -> None:
    image = f'<image href="{href}" width="9" height="9"/>'
    (project / "in.svg").write_text(SVG.format(image), "utf-8")
    with pytest.raises(InputError, match="Failed to load image"):
        setting('<img alt="a" src="in.svg">')
    with pytest.raises(InputError, match="Failed to load image"):
        setting(f"<img alt=a src='data:image/svg+xml,{SVG.format(image).replace('#', '%23')}'>")


def test_an_eps_is_not_run(
    setting: Setting, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a program, which Pillow has Ghostscript run unless WeasyPrint forbids it."""
    log = tmp_path / "ran"
    fake = tmp_path / "bin" / "gs"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\ntouch {log}\n", "utf-8")
    fake.chmod(0o755)
    program = "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n%%EOF\n"
    (project / "a.eps").write_text(program, "utf-8")
    monkeypatch.setenv("PATH", f"{fake.parent}:{os.environ['PATH']}")
    with pytest.raises(InputError, match="load image"):
        setting('<img alt="a" src="a.eps">')
    assert not log.exists()


@pytest.mark.parametrize("name", ["in.svg", "in.svg#part", "in.svg?1", "%69n.svg", "./a/../in.svg"])
def test_what_lies_in_the_project_is_read(setting: Setting, project: Path, name: str) -> None:
    (project / "a").mkdir()
    assert setting(f'<img alt="a" src="{name}">').startswith(b"%PDF-")
    assert setting(f'<img alt="a" src="file://{project}/{name}">').startswith(b"%PDF-")


def test_a_name_with_signs_of_an_address_is_read(setting: Setting, project: Path) -> None:
    (project / "a?b#c.svg").write_text(SVG.format(""), "utf-8")
    assert setting('<img alt="a" src="a%3Fb%23c.svg">').startswith(b"%PDF-")


@pytest.mark.parametrize("linked", ["layouts", "layouts/cfp", "layouts/_shared"])
def test_a_layouts_folder_that_is_a_link_out_is_refused(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str], linked: str
) -> None:
    shared = {"layouts/_shared/base.css": ""} if linked.endswith("_shared") else {}
    project = write(shared)
    (project / linked).rename(tmp_path / "elsewhere")
    (project / linked).symlink_to(tmp_path / "elsewhere")
    assert main(["--project", str(project), "cfp"]) == 3
    said = capsys.readouterr().err
    named = "layouts/cfp" if linked == "layouts" else linked
    assert said == (
        f"{named}: error outside: this link leads out of the project folder\n"
        "    put the folder itself here\n"
    )


def test_a_layouts_folder_may_be_a_link_within(write: Write) -> None:
    project = write({})
    (project / "layouts" / "cfp").rename(project / "kept")
    (project / "layouts" / "cfp").symlink_to(project / "kept")
    assert main(["--project", str(project), "cfp", "--edition", "screen"]) == 0


def test_a_layouts_folder_may_be_a_link_to_ours(write: Write) -> None:
    project = write({})
    (project / "layouts" / "mine").symlink_to(LAYOUTS / "door-sign")
    assert find.layout("mine", project).manifest.kind == "door-sign"


@pytest.mark.parametrize("name", ["layout.yaml", "page.css", "page.html.j2"])
def test_a_pipe_in_a_layout_is_refused(
    write: Write, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    project = write({})
    (project / "layouts" / "cfp" / name).unlink()
    os.mkfifo(project / "layouts" / "cfp" / name)
    assert main(["--project", str(project), "cfp"]) == 3
    assert f"layouts/cfp/{name}: error" in capsys.readouterr().err


@pytest.mark.parametrize("parts", ["../../secret", "/etc/passwd", "a/b"])
def test_a_part_is_no_path(write: Write, capsys: pytest.CaptureFixture[str], parts: str) -> None:
    project = write({})
    manifest = project / "layouts" / "cfp" / "layout.yaml"
    manifest.write_text(f"{manifest.read_text('utf-8')}parts: ['{parts}']\n", "utf-8")
    assert main(["--project", str(project), "cfp"]) == 3
    assert "layouts/cfp/layout.yaml:" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../cfp", "/etc", "a/b", "a\\b", ".", "..", ""])
def test_a_layouts_name_is_no_path(write: Write, name: str) -> None:
    with pytest.raises(UsageError):
        find.layout(name, write({}))
