"""Markdown in another script: code, link targets, tags and front-matter keys stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.errors import FileProblems
from planforge.patterns import pattern

from .labelled import in_text
from .plan_file import convert_yaml
from .protected import TAGS, answered, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conversion import Conversion

_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)

_LABEL: Final = r"[ ]{0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]"
_DEFINITION: Final = (
    rf"^{_LABEL}:[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)"
    r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*\r?$"""
)
_INLINE: Final = (
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*\r?$|\Z)",  # code
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",  # code span
    r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)",  # link target
    _DEFINITION,
    r"\[\^[^\]\s]+\]",  # footnote, and the label before its text
    r"<[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*>",  # autolink
    r"\{#[^\s{}#]+(?:[ ][^{}#\n]*)?\}",  # anchor of a heading; a comment of a template ends in #}
    *TAGS,
)
_INDENTED: Final = r"(?P<indented>(?:\A|^[ \t]*\r?\n)(?:(?:[ ]{4}|[ ]{0,3}\t)[^\n]*\n?)+)"
_FLAGS: Final = re.DOTALL | re.MULTILINE
_SYNTAX: Final = pattern("|".join((_INDENTED, *_INLINE)), _FLAGS)
_SYNTAX_IN_LISTS: Final = pattern("|".join(_INLINE), _FLAGS)
_LABELLED: Final = re.compile(_LABEL)
# Indented lines go on with what one of these begins.
_ITEM: Final = re.compile(r"[ ]{0,3}(?:[-*+][ \t]|[0-9]{1,9}[.)][ \t]|\[\^[^\]\s]+\]:)")


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
    return front + _body(text[start:], conversion)


def _front_matter(text: str, conversion: Conversion) -> str:
    """The front matter converted; as it stands where it is not a YAML mapping."""
    try:
        return convert_yaml("", text, conversion)
    except FileProblems:
        return text


def _body(text: str, conversion: Conversion) -> str:
    (cut,) = pieces([text], _syntax)
    labels = _labels(cut, conversion)

    def relabelled(piece: str) -> str:
        match = _LABELLED.match(piece)
        if match is None:
            return piece
        return piece[: match.start(1)] + labels[match["label"]] + piece[match.end(1) :]

    if labels:
        cut[1::2] = map(relabelled, cut[1::2])
        uses = re.compile("|".join(rf"\[{re.escape(label)}\]" for label in labels))
        cut = answered(cut, uses.finditer, relabelled)
    cut[::2] = conversion.texts(cut[::2])
    return "".join(cut)


def _syntax(text: str) -> Iterator[re.Match[str]]:
    """What is no prose."""
    for match in _SYNTAX.finditer(text):
        if match["indented"] and _in_list(text, match.start()):
            yield from _SYNTAX_IN_LISTS.finditer(text, *match.span())
        else:
            yield match


def _in_list(text: str, end: int) -> bool:
    """Whether what is indented at ``end`` goes on with an item of a list, or with a footnote."""
    while end > 0:
        start = text.rfind("\n", 0, end - 1) + 1
        if _ITEM.match(text, start):
            return True
        if text[start] not in " \t\r\n":
            return False
        end = start
    return False


def _labels(cut: list[str], conversion: Conversion) -> dict[str, str]:
    """The labels of links, and how they are written where they are defined and where they are used.

    One that is shown, because the link has no text of its own, is converted, by itself and in all
    places, else the link would be lost. Others stay; so do those of footnotes, which show a number.
    """
    labels = {match["label"]: "" for piece in cut[1::2] if (match := _LABELLED.match(piece))}
    prose = "\0".join(cut[::2])
    shown = [
        label for label in labels if re.search(rf"(?<!\])\[{re.escape(label)}\](?!\[[^\]])", prose)
    ]
    return {label: label for label in labels} | dict(
        zip(shown, conversion.texts(shown), strict=True)
    )
