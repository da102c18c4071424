"""Markdown in another script: code, link targets, tags and front-matter keys stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.errors import FileProblems

from .labelled import in_text
from .plan_file import convert_yaml
from .protected import MARKDOWN

if TYPE_CHECKING:
    from .conversion import Conversion

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def convert_markdown(text: str, conversion: Conversion) -> str:
    """``text`` with its prose converted.

    Args:
        text: Markdown, with or without YAML front matter.
        conversion: Where to and how.

    Raises:
        UserError: The text contains NUL, or the target is unknown.
    """
    conversion = conversion.reading(text).naming(in_text(text))
    start = 0
    front = ""
    if match := _FRONT_MATTER.match(text):
        start = match.end(1)
        front = text[: match.start(1)] + _front_matter(match[1], conversion)
    return front + conversion.text(text[start:], MARKDOWN)


def _front_matter(text: str, conversion: Conversion) -> str:
    """The front matter converted; as it stands where it is not a YAML mapping."""
    try:
        return convert_yaml("", text, conversion)
    except FileProblems:
        return text
