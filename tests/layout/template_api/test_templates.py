"""Templates: strict, sandboxed, escaping, and wrong with their file and line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.errors import InputError
from mi_print.language.print_locale import PrintLocale
from mi_print.layout.package.find import find_folder
from mi_print.layout.template_api.templates import Templates

Put = Callable[[dict[str, str]], Templates]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Return a function that writes templates into a folder and returns the environment."""

    def put_files(files: dict[str, str]) -> Templates:
        for name, text in files.items():
            path = tmp_path / "layouts" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return Templates([tmp_path / "layouts"], tmp_path)

    return put_files


def test_markup_and_template_syntax_in_data_print_as_text(put: Put) -> None:
    templates = put({"a/page.html.j2": "<p title='{{ name }}'>{{ name }}</p>"})
    name = '<b>{{ 7 * 7 }}</b> {% raw %} & "it\'s"'
    assert templates.render("a/page.html.j2", {"name": name}) == (
        "<p title='&lt;b&gt;{{ 7 * 7 }}&lt;/b&gt; {% raw %} &amp; &#34;it’s&#34;'>"
        "&lt;b&gt;{{ 7 * 7 }}&lt;/b&gt; {% raw %} &amp; &#34;it’s&#34;</p>"
    )


def test_the_words_of_a_date_are_filters_too(put: Put) -> None:
    templates = put({"a/page.html.j2": "{{ 3|numeral }} {{ numbers|ranges }}"})
    assert templates.render("a/page.html.j2", {"numbers": [1, 2]}) == "three 1–2"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n{{ nme }}", ":2: error template: 'nme' is undefined"),
        ("a\n\n{% if name %}", ":3: error template: Unexpected end of template."),
        ("{{ name|shout }}", ":1: error template: No filter named 'shout'."),
        ("{{ 1 / 0 }}", ":1: error template: ZeroDivisionError('division by zero')"),
        ("{{ name.__class__ }}", ":1: error template: access to attribute '__class__' of 'str'"),
        ("{{ things.append(1) }}", ":1: error template: access to attribute 'append'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(put: Put, text: str, message: str) -> None:
    templates = put({"a/page.html.j2": text})
    with pytest.raises(InputError) as wrong:
        templates.render("a/page.html.j2", {"name": "Ada", "things": []})
    assert str(wrong.value).startswith(f"layouts/a/page.html.j2{message}")


def test_constants_are_formatted_in_each_language_anew(put: Put, tmp_path: Path) -> None:
    put({"a/page.html.j2": "{{ 3|numeral }}"})
    folders = [tmp_path / "layouts"]
    for lang, said in {"en": "three", "de": "drei", "fr": "trois"}.items():
        templates = Templates(folders, tmp_path, PrintLocale(lang))
        assert templates.render("a/page.html.j2", {}) == said


def test_a_template_that_was_altered_is_compiled_again(put: Put) -> None:
    assert put({"a/page.html.j2": "one"}).render("a/page.html.j2", {}) == "one"
    assert put({"a/page.html.j2": "two"}).render("a/page.html.j2", {}) == "two"


def test_what_is_wrong_in_a_macro_is_said_where_the_macro_stands(put: Put) -> None:
    templates = put(
        {
            "_shared/macros.html.j2": "{% macro twice(x) %}\n{{ x * wrong }}\n{% endmacro %}",
            "a/page.html.j2": "{% from '_shared/macros.html.j2' import twice %}{{ twice(1) }}",
        }
    )
    with pytest.raises(InputError, match=r"^layouts/_shared/macros\.html\.j2:2: error template"):
        templates.render("a/page.html.j2", {})


@pytest.mark.parametrize("name", ["a/../../secret.txt", "/etc/passwd", "b/page.html.j2", "a/../b"])
def test_nothing_outside_the_shelves_is_a_template(put: Put, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    templates = put({"a/page.html.j2": f"{{% include '{name}' %}}"})
    with pytest.raises(InputError, match="there is no template"):
        templates.render("a/page.html.j2", {})


def test_a_link_out_of_the_folder_is_not_followed(put: Put, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    templates = put({"a/page.html.j2": "{% include 'a/link.html.j2' %}"})
    (tmp_path / "layouts" / "a" / "link.html.j2").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(InputError, match="there is no template"):
        templates.render("a/page.html.j2", {})


def test_the_first_shelf_goes_before_the_second(tmp_path: Path) -> None:
    for shelf in ("own", "bundled"):
        (tmp_path / shelf / "a").mkdir(parents=True)
    (tmp_path / "bundled" / "b").mkdir()
    folders = [tmp_path / "own", tmp_path / "bundled"]
    assert find_folder("a", folders) == tmp_path / "own" / "a"
    assert find_folder("b", folders) == tmp_path / "bundled" / "b"


@pytest.mark.parametrize("name", ["", ".", "..", ".hidden", "a/b", "a\\b", "absent"])
def test_a_name_that_is_no_folders_finds_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    assert find_folder(name, [tmp_path]) is None
