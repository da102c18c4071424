"""What conversion leaves alone inside a text: addresses, paths, template tags, code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.patterns import pattern

from .addresses import ADDRESSES, HTML_TAG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TAGS: Final = (
    r"\{\{.*?\}\}",  # Jinja output
    r"\{%.*?%\}",  # Jinja statement
    r"\{#.*?#\}",  # Jinja comment
    r"<!--.*?-->",  # HTML comment
    HTML_TAG,
)
_PROSE: Final = (*_TAGS, r"\$\{[^}\n]*\}", *ADDRESSES)  # and variables like those of a shell

_MARKDOWN: Final = (
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)",  # fenced code
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",  # code span
    r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)",  # link target
    r"^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$",  # link definition
    r"<[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*>",  # autolink
)

_SYNTAX: Final = pattern("|".join((*_MARKDOWN, *_TAGS)), re.DOTALL | re.MULTILINE)

# One of these is in everything that prose leaves alone; most lines have none.
_TRIGGERS: Final = (*"{$@\\/<", "www.")
_MAY_SPAN_LINES: Final = re.compile(r"\{[{%#]|<!--")

# Compiled when first used: most texts have nothing of this kind.
PROSE: Final = pattern("|".join(_PROSE), re.DOTALL)


def places_in_prose(text: str, start: int = 0, stop: int | None = None) -> Iterator[re.Match[str]]:
    """What conversion leaves alone in prose, looked for only in lines that have a chance.

    That is ten times faster than to look everywhere, and finds the same.
    """
    done = start
    stop = len(text) if stop is None else stop
    ahead = {trigger: text.find(trigger, done, stop) for trigger in _TRIGGERS}
    while (at := _next(ahead, text, done, stop)) >= 0:
        start = max(done, text.rfind("\n", done, at) + 1)
        line_end = text.find("\n", at, stop)
        end = stop if line_end < 0 else line_end
        far = stop if _MAY_SPAN_LINES.search(text, start, end) else end
        match = PROSE.search(text, start, far)
        if match:
            yield match
        done = match.end() if match else end


def _next(ahead: dict[str, int], text: str, start: int, stop: int) -> int:
    """Where the next of the triggers stands, from ``start`` on; -1 where there is none.

    Args:
        ahead: For each trigger where it was found last; brought up to date.
        text: Searched for each trigger by itself, which is much faster than for any of them.
        start: From where.
        stop: Up to where.
    """
    for trigger, at in ahead.items():
        if 0 <= at < start:
            ahead[trigger] = text.find(trigger, start, stop)
    return min((at for at in ahead.values() if at >= 0), default=-1)


def places_in_markdown(text: str) -> Iterator[re.Match[str]]:
    """What conversion leaves alone in Markdown: its syntax, and between that as in prose."""
    done = 0
    for match in _SYNTAX.finditer(text):
        yield from places_in_prose(text, done, match.start())
        yield match
        done = match.end()
    yield from places_in_prose(text, done)


def pieces(
    texts: Sequence[str], places: Callable[[str], Iterator[re.Match[str]]] = places_in_prose
) -> list[list[str]]:
    """Each text as prose and what is left alone in turns, prose first and last, be it empty.

    Args:
        texts: Any texts.
        places: Finds what is left alone: `places_in_prose`, `places_in_markdown`, or words.
    """
    if places is places_in_prose:
        whole = "\n".join(texts)
        if not any(trigger in whole for trigger in _TRIGGERS):
            return [[text] for text in texts]
    return [_pieces(text, places(text)) for text in texts]


def _pieces(text: str, places: Iterator[re.Match[str]]) -> list[str]:
    found: list[str] = []
    done = 0
    for match in places:
        found += (text[done : match.start()], match[0])
        done = match.end()
    return [*found, text[done:]]
