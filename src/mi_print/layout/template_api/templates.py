"""Templates: where they are found, and the problems of those that are wrong.

The environment is sandboxed and strict: a template reaches nothing but plain
views of what it is given (`layout/template_api/views.py`), a misspelt variable is an error
instead of an empty line, and every value is escaped, so that markup in a name
prints as characters.  An error has the template's file and line.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType, TracebackType
from typing import Any

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mi_print.errors import InputError
from mi_print.files import real_path
from mi_print.language.print_locale import PrintLocale
from mi_print.layout.package.find import find_folder, home_of
from mi_print.layout.template_api.format import formats
from mi_print.layout.template_api.views import View, plain
from mi_print.layout.text.typography import typographic
from mi_print.problem import Place, Problem, error, shown_path
from mi_print.source import project_files

TemplateSource = tuple[str, str, Callable[[], bool]]

_WITHOUT = ("attr", "random")
"""Filters of Jinja's that there are not: reaching for attributes, and another page every time."""


class Templates:
    """The templates of all layouts in the given folders of layouts."""

    def __init__(
        self, folders: Sequence[Path], project: Path, locale: PrintLocale | None = None
    ) -> None:
        """Make the environment.

        Args:
            folders: of layouts.
            project: what problems name files relative to.
            locale: the language of the filters; without one, English.
        """
        self._folders = list(folders)
        self._project = project
        self._environment = _Sandbox(
            loader=FunctionLoader(self._load),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_finish,
            bytecode_cache=_Compiled(locale),
        )
        there = self._environment
        there.globals = {name: there.globals[name] for name in _GLOBALS} | {"dict": _mapping}
        there.intercepted_binops = frozenset(_BOUNDED)
        there.binop_table |= _BOUNDED
        for name in _WITHOUT:
            del there.filters[name]
        there.filters.update(plain(formats(locale or PrintLocale())))

    def render(self, name: str, variables: dict[str, object]) -> str:
        """Return the HTML of template `name` (`layout/part.html.j2`), which sees plain variables.

        Raises:
            InputError: the template is missing or wrong.
        """
        try:
            return self._environment.get_template(name).render(plain(variables))
        except TemplateNotFound as reason:
            raise InputError([self._missing(str(reason.name or name), name)]) from reason
        except TemplateSyntaxError as reason:
            file = self._shown(reason.filename or name)
            message = reason.message or "this is no Jinja2"
            raise InputError(
                [error("template", message, _SYNTAX, file=file, line=reason.lineno)]
            ) from reason
        except InputError:
            raise
        except Exception as reason:
            found = self._problem(reason, name)
            if found is None:
                raise
            raise InputError([found]) from reason

    def _load(self, name: str) -> TemplateSource | None:
        folder_name, _, rest = name.partition("/")
        folder = find_folder(folder_name, self._folders)
        if folder is None:
            return None
        path = real_path(folder / rest)
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            return None
        text = project_files.read(path, home_of(path, self._project.resolve()))
        if isinstance(text, Problem):
            raise InputError([text])
        return text, str(path), lambda: True

    def _missing(self, wanted: str, by: str) -> Problem:
        folder = find_folder(by.partition("/")[0], self._folders)
        place = self._shown(str(folder / by.partition("/")[2])) if folder else by
        hint = "write that template, or take it out of what asks for it"
        return error("template", f"there is no template {wanted}", hint, file=place)

    def _problem(self, reason: Exception, template: str) -> Problem | None:
        """Return the problem if a template's line, or the template, led to the exception."""
        line = None
        trace: TracebackType | None = reason.__traceback__
        while trace is not None:
            name = trace.tb_frame.f_code.co_filename
            if name.endswith((".j2", ".html", ".css")):
                line = name, trace.tb_lineno
            trace = trace.tb_next
        place = Place(file=self._shown(line[0]), line=line[1]) if line else Place(file=template)
        for kind, said in _WITHOUT_END.items():
            if isinstance(reason, kind):
                return error("limit", *said, **place)
        if line is None:
            return None
        message = str(reason) if isinstance(reason, TemplateError | ValueError) else f"{reason!r}"
        return error("template", message, _USE, **place)

    def _shown(self, path: str) -> str:
        return shown_path(Path(path), self._project.resolve())


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, quicker with our own views, which have nothing but fields."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja's
        """Return whether a template may have an attribute."""
        if isinstance(obj, View):
            return not attr.startswith("_")
        return super().is_safe_attribute(obj, attr, value)


class _Compiled(BytecodeCache):
    """The templates of this process that are compiled: layouts share some.

    Constants are formatted as a template is compiled, in one locale.
    """

    def __init__(self, locale: PrintLocale | None) -> None:
        self._locale = repr(locale)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code, if there is any of the same text."""
        bucket.code = _COMPILED.get((self._locale, bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        if bucket.code is not None:
            _COMPILED[self._locale, bucket.key, bucket.checksum] = bucket.code


_COMPILED: dict[tuple[str, str, str], CodeType] = {}


def _finish(value: object) -> object:
    """Set the words of the data in good typography; markup stays as it is, and none is nothing."""
    if value is None:
        return ""
    return typographic(value) if type(value) is str else value


def _mapping(*given: Any, **named: Any) -> dict[Any, Any]:  # noqa: ANN401 - as `dict` takes it
    """Return a mapping as `dict` does, but without the class, whose methods change others."""
    return dict(*given, **named)


def _times(left: Any, right: Any) -> Any:  # noqa: ANN401 - whatever a template multiplies
    """Return the product, unless it is an endless number, text or list."""
    if isinstance(left, int) and isinstance(right, int):
        _check_digits(left.bit_length() + right.bit_length())
    elif isinstance(left, Sequence) and isinstance(right, int):
        _check_length(len(left) * right)
    elif isinstance(right, Sequence) and isinstance(left, int):
        _check_length(len(right) * left)
    return left * right


def _power(left: Any, right: Any) -> Any:  # noqa: ANN401 - the same
    """Return the power, unless it is an endless number."""
    if isinstance(left, int) and isinstance(right, int):
        _check_digits(left.bit_length() * right)
    return left**right


def _check_digits(bits: int) -> None:
    if bits > _MOST_BITS:
        raise ValueError("this is a number of thousands of digits")


def _check_length(length: int) -> None:
    if length > _MOST_REPEATED:
        raise ValueError(f"this repeats a text or a list to a length of {length:,}")


_BOUNDED = {"*": _times, "**": _power}
"""Operators by which a few letters of a template make gigabytes."""
_MOST_BITS = 4096
_MOST_REPEATED = 1_000_000

_WITHOUT_END: dict[type[Exception], tuple[str, str]] = {
    MemoryError: ("this takes more memory than a layout may", "see what grows without end here"),
    RecursionError: ("this uses itself, or nests too deeply", "see what it calls or includes"),
    SyntaxError: ("this nests too deeply", "take some of its blocks or brackets apart"),
}
"""What is said of a template that has no end, by what that raises."""

_GLOBALS = ("namespace", "range")
_SYNTAX = "mi-print explain layouts shows what a template may say"
_USE = "mi-print explain layouts shows the variables that a template is given"
