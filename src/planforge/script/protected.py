"""What conversion leaves alone inside a text: addresses, paths, template tags, code."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .addresses import ADDRESSES, HTML_TAG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TAGS: Final = (
    r"\{\{.*?\}\}",  # Jinja output
    r"\{%.*?%\}",  # Jinja statement
    r"\{#.*?#\}",  # Jinja comment
    r"<!--.*?-->",  # HTML comment
    HTML_TAG,
)
"""Expressions for tags of templates and of HTML."""

_PROSE: Final = (*TAGS, r"\$\{[^}\n]*\}", *ADDRESSES)  # and variables like those of a shell

# One of these is in everything that prose leaves alone; most lines have none. They stand here by
# their first character: one is found ten times faster than two, and YAML has braces everywhere.
_TRIGGERS: Final[dict[str, str | tuple[str, ...]]] = {
    "{": ("{{", "{%", "{#"),
    "$": "${",
    "w": "www.",
    **{character: character for character in "@\\/<"},
}
_MAY_SPAN_LINES: Final = re.compile(r"\{[{%#]|<!--")

# Compiled when first used: most texts have nothing of this kind.
PROSE: Final = pattern("|".join(_PROSE), re.DOTALL)


def places_in_prose(text: str) -> Iterator[re.Match[str]]:
    """What conversion leaves alone in prose, looked for only in lines that have a chance.

    That is ten times faster than to look everywhere, and finds the same.
    """
    done = 0
    ahead = {first: _find(first, text) for first in _TRIGGERS if first in text}
    while (at := _next(ahead, text, done)) >= 0:
        start = max(done, text.rfind("\n", 0, at) + 1)
        line_end = text.find("\n", at)
        end = len(text) if line_end < 0 else line_end
        far = len(text) if _MAY_SPAN_LINES.search(text, start, end) else end
        match = PROSE.search(text, start, far)
        if match:
            yield match
        done = match.end() if match else end


def _next(ahead: dict[str, int], text: str, start: int) -> int:
    """Where the next of the triggers stands, from ``start`` on; -1 where there is none.

    Args:
        ahead: Where the triggers that begin with a character were found last; brought up to date.
        text: Searched for each trigger by itself, which is much faster than for any of them.
        start: From where.
    """
    for first, at in ahead.items():
        if 0 <= at < start:
            ahead[first] = _find(first, text, start)
    return min((at for at in ahead.values() if at >= 0), default=-1)


def _find(first: str, text: str, start: int = 0) -> int:
    """Where from ``start`` on a trigger stands that begins with ``first``; -1 where none does."""
    at = text.find(first, start)
    while at >= 0 and not text.startswith(_TRIGGERS[first], at):
        at = text.find(first, at + 1)
    return at


def pieces(
    texts: Sequence[str], places: Callable[[str], Iterator[re.Match[str]]] = places_in_prose
) -> list[list[str]]:
    """Each text as prose and what is left alone in turns, prose first and last, be it empty.

    Args:
        texts: Any texts.
        places: Finds what is left alone: `places_in_prose`, or another syntax, or words.
    """
    if places is places_in_prose:
        whole = "\n".join(texts)
        if not any(first in whole and _find(first, whole) >= 0 for first in _TRIGGERS):
            return [[text] for text in texts]
    return [_pieces(text, places(text)) for text in texts]


def answered(
    cut: Sequence[str],
    places: Callable[[str], Iterator[re.Match[str]]],
    answer: Callable[[str], str],
) -> list[str]:
    """The `pieces` of a text cut further, with answers in the place of what is found in prose."""
    found: list[str] = []
    for inside, kept in zip_longest(pieces(cut[::2], places), cut[1::2]):
        inside[1::2] = map(answer, inside[1::2])
        found += inside if kept is None else (*inside, kept)
    return found


def _pieces(text: str, places: Iterator[re.Match[str]]) -> list[str]:
    found: list[str] = []
    done = 0
    for match in places:
        found += (text[done : match.start()], match[0])
        done = match.end()
    return [*found, text[done:]]
