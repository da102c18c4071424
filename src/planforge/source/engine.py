"""YAML events from ruamel.yaml: its C parser, or its Python parser where that is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, Final, Protocol, TypeAlias

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.loader import BaseLoader

from planforge.patterns import pattern

try:
    from ruamel.yaml.cyaml import CBaseLoader
except ImportError:  # a platform without a wheel of ruamel.yaml.clib
    HAS_C_PARSER = False
else:
    HAS_C_PARSER = True

# libyaml takes the first three for line ends, as YAML 1.1 did, and drops the last.
_FOREIGN: Final = "\x85\u2028\u2029\ufeff"
_SURROGATE: Final = pattern("[\ud800-\udfff]")
_ANCHOR: Final = pattern(r"[\w-]+", re.ASCII)


class SyntaxFault(Exception):
    """The text is not YAML.

    Attributes:
        index: Offset where the parser gave up.
        context: The parser's own words for what it was reading; never shown to users.
        context_index: Offset where that began; -1 when the parser does not say.
    """

    def __init__(self, index: int, context: str = "", context_index: int = -1) -> None:
        super().__init__(index, context, context_index)
        self.index = index
        self.context = context
        self.context_index = context_index


class Events(Protocol):
    """A running parser."""

    def get_event(self) -> Any:
        """The next event; None behind the last."""


#: Starts a parser at the beginning of a text.
Engine: TypeAlias = Callable[[str], Events]


class _PythonParser(BaseLoader):
    """ruamel.yaml's own parser, held to what the C parser refuses.

    It refuses some tabs, between two tokens or at the end of a line, that the C parser accepts.
    """

    def get_event(self) -> Any:
        try:
            event = super().get_event()
        except (ValueError, OverflowError, AttributeError) as error:
            # An escape beyond Unicode, a directive: it stumbles instead of refusing.
            raise SyntaxFault(self.reader.index) from error
        anchor = getattr(event, "anchor", None)
        if _SURROGATE.search(getattr(event, "value", "")) or (
            anchor and not _ANCHOR.fullmatch(anchor)
        ):
            raise SyntaxFault(event.start_mark.index)
        return event


def fast(text: str) -> Events:
    """The C parser at the start of ``text``, or the Python parser where there is none."""
    if not HAS_C_PARSER:
        return python(text)
    parser: Events = CBaseLoader(text)
    return parser


def python(text: str) -> Events:
    """The Python parser at the start of ``text``."""
    parser: Events = _PythonParser(text)
    return parser


def neutral(text: str) -> tuple[str, dict[int, str]]:
    """The text with foreign line ends replaced one for one, and the table that restores them.

    YAML 1.2 has only line feed and carriage return as line ends. The replacements occur
    nowhere in the text, neither as themselves nor as an escape.
    """
    # Looking for each is ten times faster than looking for any of them.
    if not any(character in text for character in _FOREIGN):
        return text, {}
    free = unused(text)
    there = {ord(foreign): next(free) for foreign in _FOREIGN}
    back = {ord(stand_in): chr(foreign) for foreign, stand_in in there.items()}
    return text.translate(there), back


def unused(text: str) -> Iterator[str]:
    """Characters that occur nowhere in the text, neither as themselves nor as an escape."""
    lowered = text.lower()
    return (
        chr(code)
        for code in chain(range(0xE000, 0xF900), range(0xF0000, 0xFFFFE))
        if chr(code) not in lowered and f"{code:x}" not in lowered
    )


def fault(error: Exception) -> SyntaxFault:
    """What the parser's exception says about the place."""
    if isinstance(error, SyntaxFault):
        return error
    if not isinstance(error, MarkedYAMLError):
        return SyntaxFault(0)
    mark, context = error.problem_mark, error.context_mark
    return SyntaxFault(
        mark.index if mark else context.index if context else 0,
        str(error.context or error.problem or ""),
        context.index if context else -1,
    )
