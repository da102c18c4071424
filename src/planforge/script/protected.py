"""What conversion leaves alone inside a text: addresses, paths, template tags, code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PROSE: Final = (
    r"\{\{.*?\}\}",  # Jinja output
    r"\{%.*?%\}",  # Jinja statement
    r"\{#.*?#\}",  # Jinja comment
    r"\$\{[^}\n]*\}",  # shell-like variable
    r"\b[a-zA-Z][a-zA-Z0-9+.-]*://[^\s<>\"'，。；、）》”’]+",  # URL
    r"\bwww\.[^\s<>\"'，。；、）》”’]+",
    # E-mail address, in ASCII or in Chinese on both sides of the sign, else it would take in the
    # prose around it: 邮箱gonghui@example.org和电话.
    r"(?<![\w.+-])[\w.+-]*[^\x00-\x7f]@[^\x00-\x7f][\w-]*(?:\.[\w-]+)+",
    r"(?<![a-zA-Z0-9_.+-])[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+",
    r"\b[A-Za-z]:\\[^\s，。；、）》”’]*",  # Windows path
    r"(?<![\w/.<])(?:\.{0,2}/)(?:[\w.-]+/)+[\w.-]*",  # POSIX path
    r"</?[A-Za-z][^<>\n]*>",  # HTML tag
    r"<!--.*?-->",  # HTML comment
)

_MARKDOWN: Final = (
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)",  # fenced code
    r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",  # code span
    r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)",  # link target
    r"^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$",  # link definition
    r"<[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*>",  # autolink
)

# One of these is in everything that prose leaves alone; most lines have none.
_TRIGGERS: Final = (*"{$@\\/<", "www.")
_MAY_SPAN_LINES: Final = re.compile(r"\{[{%#]|<!--")

PROSE: Final = re.compile("|".join(_PROSE), re.DOTALL)
MARKDOWN: Final = re.compile("|".join((*_MARKDOWN, *_PROSE)), re.DOTALL | re.MULTILINE)


def pieces(texts: Sequence[str], protected: re.Pattern[str] = PROSE) -> list[list[str]]:
    """Each text as prose and what is left alone in turns, prose first and last, be it empty.

    Args:
        texts: Any texts.
        protected: What is left alone: `PROSE`, `MARKDOWN`, or the words of a glossary.
    """
    if protected is not PROSE:
        return [_pieces(text, protected.finditer(text)) for text in texts]
    whole = "\n".join(texts)
    if any(trigger in whole for trigger in _TRIGGERS):
        return [_pieces(text, _places(text)) for text in texts]
    return [[text] for text in texts]


def _pieces(text: str, places: Iterator[re.Match[str]]) -> list[str]:
    found: list[str] = []
    done = 0
    for match in places:
        found += (text[done : match.start()], match[0])
        done = match.end()
    return [*found, text[done:]]


def _places(text: str) -> Iterator[re.Match[str]]:
    """What `PROSE` finds, looked for only in lines that have a chance; that is ten times faster."""
    done = 0
    ahead = {trigger: text.find(trigger) for trigger in _TRIGGERS}
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
        ahead: For each trigger where it was found last; brought up to date.
        text: Searched for each trigger by itself, which is much faster than for any of them.
        start: From where.
    """
    for trigger, at in ahead.items():
        if 0 <= at < start:
            ahead[trigger] = text.find(trigger, start)
    return min((at for at in ahead.values() if at >= 0), default=-1)
