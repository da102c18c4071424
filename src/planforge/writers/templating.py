"""Jinja2 templates, those of the user first; their mistakes named by file and line."""

from __future__ import annotations

import traceback
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from planforge import bounded, resources
from planforge.document.tree import Chart, Heading, Item, Paragraph, Table
from planforge.errors import UserError
from planforge.language import _

from . import markdown
from .table_text import table_lines

if TYPE_CHECKING:
    from jinja2 import Environment

_KINDS: Final = {
    "heading": Heading,
    "paragraph": Paragraph,
    "item": Item,
    "table": Table,
    "chart": Chart,
}


def render(name: str, **values: Any) -> str:
    """The text that the template ``name`` makes of ``values``, ending with one line end.

    Raises:
        UserError: A template of the user is wrong; names the file and the line.
    """
    bounded.begin()
    try:
        text = _environment(resources.folders()).get_template(name).render(**values)
    except Exception as problem:
        path, line = _place(problem, resources.path(name))
        if path.is_relative_to(resources.built_in()):
            raise
        raise UserError(
            _("the template {path} is wrong in line {line}: {reason}").format(
                path=path, line=line, reason=problem
            )
            if line
            else _("the template {path} cannot be read: {reason}").format(path=path, reason=problem)
        ) from problem
    return text.rstrip("\n") + "\n"


@lru_cache(maxsize=4)
def _environment(folders: tuple[Path, ...]) -> Environment:
    # Templates may come with a plan from elsewhere, so they run in a sandbox.
    environment = bounded.Bounded(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=lambda name: bool(name and name.endswith(".html.j2")),
        trim_blocks=True,
        lstrip_blocks=True,
        newline_sequence="\n",
    )
    environment.filters |= {
        "md": markdown.line,
        "md_cell": markdown.cell,
        "table_lines": table_lines,
        "svg": _svg,
    }
    environment.tests |= {name: _is(kind) for name, kind in _KINDS.items()}
    return environment


def _svg(chart: Chart, width: float) -> Markup:
    """The picture of a chart, ``width`` mm wide, to stand inside HTML."""
    from .chart import draw  # few plans have a chart, and its library is large

    picture = draw(chart, width).svg.decode()
    return Markup(picture[picture.index("<svg") :])  # noqa: S704  its texts are outlines


def _is(kind: type) -> Any:
    return lambda block: isinstance(block, kind)


def _place(problem: Exception, asked: Path) -> tuple[Path, int]:
    """The template and line where it happened; line 0 where the file could not be read."""
    if isinstance(problem, TemplateSyntaxError):
        return Path(problem.filename or asked), problem.lineno
    frames = traceback.extract_tb(problem.__traceback__)
    for frame in reversed(frames):
        if frame.filename.endswith(".j2"):
            return Path(frame.filename), frame.lineno or 0
    return asked, 0
