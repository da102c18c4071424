"""The long paragraphs of a plan, with what each has in common with its copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .passages import WORDS, Role

if TYPE_CHECKING:
    from .passages import Passage
    from .subject import Subject

CODE: Final = "PF901"
SHORTEST: Final = 30
"""A paragraph of fewer ideographs says nothing."""
MARK: Final = 8
"""Bytes of a mark."""


class Line(Struct, frozen=True):
    """A line of a text of sentences or headings.

    Attributes:
        passage: The text.
        start: Offset in its value.
        end: Offset behind it.
        words: Its ideographs, the same in either script.
    """

    passage: Passage
    start: int
    end: int
    words: str


class Long(Struct, frozen=True):
    """A long paragraph.

    Attributes:
        mark: What it has in common with its copies.
        start: Offset in the file.
        end: Offset behind it.
    """

    mark: bytes
    start: int
    end: int


def mark(words: str) -> bytes:
    """What a folded paragraph has in common with its copies; empty when it is short."""
    if len(words) < SHORTEST:
        return b""
    from hashlib import blake2b  # few plans need it

    return blake2b(words.encode(), digest_size=MARK).digest()


def lines(subject: Subject) -> tuple[Line, ...]:
    """Every line of the sentences and headings of a plan."""
    from planforge.script.folded import all_folded  # few plans need it

    found: list[tuple[Passage, int, str]] = []
    for passage in subject.prose.passages:
        if passage.role in WORDS:
            start = 0
            for line in passage.node.value.split("\n"):
                found.append((passage, start, line))
                start += len(line) + 1
    folded = all_folded([line for _passage, _start, line in found])
    return tuple(
        Line(passage, start, start + len(line), words)
        for (passage, start, line), words in zip(found, folded, strict=True)
    )


def paragraphs(subject: Subject) -> tuple[Long, ...]:
    """Every long paragraph."""
    return tuple(
        Long(found, *subject.span(line.passage.node, line.start, line.end))
        for line in subject.once(lines)
        if line.passage.role is Role.TEXT and (found := mark(line.words))
    )
