"""A broken layout gets a message that names its file and line, and reads nothing it must not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main

Write = Callable[[dict[str, str]], Path]

TEMPLATE = "layouts/cfp/page.html.j2"
STYLE = "layouts/cfp/page.css"
INSIDE = '<img alt="all" src="inside.svg">'
LEFT_OUT = "    the typesetter left this out; mend or remove it\n"
SAYS = "    mi-print explain layouts shows what a template may say\n"
GIVEN = "    mi-print explain layouts shows the variables that a template is given\n"

BROKEN = {
    "syntax": (
        {TEMPLATE: "<p>\n{% if workshop.name %}\n</p>\n"},
        (
            f"{TEMPLATE}:3: error template: Unexpected end of template. Jinja was looking for the"
            " following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be"
            f" closed is 'if'.\n{SAYS}"
        ),
    ),
    "unknown variable": (
        {TEMPLATE: "<p>\n{{ wrkshop.name }}\n</p>\n"},
        f"{TEMPLATE}:2: error template: 'wrkshop' is undefined\n{GIVEN}",
    ),
    "private attribute": (
        {TEMPLATE: "<p>{{ workshop.__class__.__mro__ }}</p>\n"},
        (
            f"{TEMPLATE}:1: error template: access to attribute '__class__' of 'Workshop' object is"
            f" unsafe.\n{GIVEN}"
        ),
    ),
    "include from above": (
        {TEMPLATE: '{% include "cfp/../../data/workshop.yaml" %}'},
        (
            f"{TEMPLATE}: error template: there is no template cfp/../../data/workshop.yaml\n"
            "    write that template, or take it out of what asks for it\n"
        ),
    ),
    "include of the system's": (
        {TEMPLATE: '{% include "/etc/passwd" %}'},
        (
            f"{TEMPLATE}: error template: there is no template /etc/passwd\n"
            "    write that template, or take it out of what asks for it\n"
        ),
    ),
    "style": (
        {STYLE: "p {\n  colour: red;\n}\n"},
        f"{STYLE}:2:3: error typeset: Ignored `colour: red`, unknown property.\n{LEFT_OUT}",
    ),
    "style in the template": (
        {TEMPLATE: '<body>\n<p style="colour: red">Text</p>\n</body>\n'},
        f"{TEMPLATE}: error typeset: Ignored `colour: red`, unknown property.\n{LEFT_OUT}",
    ),
    "file of the system's": (
        {TEMPLATE: '<img alt="all" src="file:///etc/passwd">'},
        (
            f"{TEMPLATE}: error typeset: Failed to load image at 'file:///etc/passwd':"
            f" a layout may not read passwd outside the project folder\n{LEFT_OUT}"
        ),
    ),
    "background of the system's": (
        {STYLE: "p { background: url(/etc/passwd) }"},
        (
            f"{TEMPLATE}: error typeset: Failed to load image at 'file:///etc/passwd':"
            f" a layout may not read passwd outside the project folder\n{LEFT_OUT}"
        ),
    ),
    "network": (
        {TEMPLATE: '<img alt="all" src="http://example.org/a.png">'},
        (
            f"{TEMPLATE}: error typeset: Failed to load image at 'http://example.org/a.png':"
            f" a layout reads from its own folder alone, not from the network\n{LEFT_OUT}"
        ),
    ),
    "style sheet from the network": (
        {TEMPLATE: '<link rel="stylesheet" href="https://example.org/a.css">'},
        (
            f"{TEMPLATE}: error typeset: Failed to load stylesheet at https://example.org/a.css:"
            f" a layout reads from its own folder alone, not from the network\n{LEFT_OUT}"
        ),
    ),
    "step of the type scale": (
        {TEMPLATE: "<p>\n{{ face('headlin') }}</p>\n"},
        (
            f'{TEMPLATE}:2: error template: no step of the type scale is called "headlin"; '
            "there are: poster, cover, "
        ),
    ),
    "manifest": (
        {"layouts/cfp/layout.yaml": "product: flyer\nabout: A\nsizes: {}\n"},
        "layouts/cfp/layout.yaml:1:10: error value: ",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_layout_says_where(
    write: Write, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    files, message = BROKEN[case]
    project = write(files)
    assert main(["--project", str(project), "cfp"]) == 3
    said = capsys.readouterr()
    assert said.err.startswith(message)
    assert said.out == ""
    assert not (project / "output").exists()


def test_a_link_out_of_the_project_is_not_followed(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    project = write({TEMPLATE: INSIDE})
    (project / "layouts" / "cfp" / "inside.svg").symlink_to(secret)
    assert main(["--project", str(project), "cfp"]) == 3
    said = " ".join(capsys.readouterr().err.split())
    assert "a layout may not read secret.svg outside the project folder" in said


@pytest.mark.parametrize("name", ["page.css", "layout.yaml", "page.html.j2"])
def test_a_layouts_own_files_may_not_be_links_out(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    project = write({})
    path = project / "layouts" / "cfp" / name
    path.rename(tmp_path / name)
    path.symlink_to(tmp_path / name)
    assert main(["--project", str(project), "cfp"]) == 3
    assert f"layouts/cfp/{name}" in capsys.readouterr().err


def test_a_picture_of_the_project_is_read(write: Write) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    project = write(
        {TEMPLATE: f"<html lang=en><title>A</title>{INSIDE}", "layouts/cfp/inside.svg": svg}
    )
    assert main(["--project", str(project), "cfp"]) == 0


def test_a_style_sheet_that_is_missing_is_said(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write({})
    (project / STYLE).unlink()
    assert main(["--project", str(project), "cfp"]) == 3
    assert capsys.readouterr().err.startswith(f"{STYLE}: error unreadable: ")


def test_a_folder_without_a_manifest_is_said(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write({})
    (project / "layouts" / "cfp" / "layout.yaml").unlink()
    assert main(["--project", str(project), "cfp"]) == 3
    assert capsys.readouterr().err == (
        "layouts/cfp/layout.yaml: error missing-file: this layout has no manifest\n"
        "    write it, or take the folder away for the layout that comes with mi-print\n"
    )


def test_a_template_in_another_encoding_is_said(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write({})
    (project / TEMPLATE).write_bytes("<p>\nZoë".encode("latin-1"))
    assert main(["--project", str(project), "cfp"]) == 3
    assert capsys.readouterr().err == (
        f"{TEMPLATE}:2:3: error encoding: the byte 0xEB is not UTF-8\n"
        "    save the file with the encoding UTF-8\n"
    )


def test_text_too_small_for_its_distance_is_said(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write({TEMPLATE: '<p data-frame="name" data-read="afar">{{ workshop.name }}</p>'})
    manifest = project / "layouts" / "cfp" / "layout.yaml"
    manifest.write_text(f"{manifest.read_text('utf-8')}reading-distance: 5 m\n", "utf-8")
    assert main(["--project", str(project), "cfp"]) == 3
    assert "error legible: name: capitals of 2 mm can't be read from 5 m; that takes 49 mm\n" in (
        capsys.readouterr().err
    )
