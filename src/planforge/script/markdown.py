"""Markdown in another script: code, link targets, tags and front-matter keys stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.errors import FileProblems

from .converter import DEFAULT, convert_text
from .plan_file import convert_yaml
from .protected import MARKDOWN

if TYPE_CHECKING:
    from .converter import Options

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def convert_markdown(text: str, target: str, options: Options = DEFAULT) -> str:
    """``text`` with its prose in the script of ``target``.

    Args:
        text: Markdown, with or without YAML front matter.
        target: A key of `planforge.script.targets.TARGETS`.
        options: How it is converted.

    Raises:
        UserError: The text contains NUL, or the target is unknown.
    """
    start = 0
    front = ""
    if match := _FRONT_MATTER.match(text):
        start = match.end(1)
        front = text[: match.start(1)] + _front_matter(match[1], target, options)
    body = convert_text(text[start:], target, options, protected=MARKDOWN)
    return front + body


def _front_matter(text: str, target: str, options: Options) -> str:
    """The front matter converted; as it stands where it is not a YAML mapping."""
    try:
        return convert_yaml("", text, target, options)
    except FileProblems:
        return text
