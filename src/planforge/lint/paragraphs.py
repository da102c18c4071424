"""The long paragraphs of a plan, with what each has in common with its copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .passages import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.errors import Problem

    from .subject import Subject

CODE: Final = "PF901"
SHORTEST: Final = 30
"""A paragraph of fewer ideographs says nothing."""
MARK: Final = 8
"""Bytes of a mark."""


def mark(text: str) -> bytes:
    """What a paragraph has in common with its copies in any script; empty when it is short."""
    if len(text) < SHORTEST:
        return b""
    from hashlib import blake2b

    from planforge.script.folded import folded  # few plans need it

    words = folded(text)
    return blake2b(words.encode(), digest_size=MARK).digest() if len(words) >= SHORTEST else b""


def paragraphs(subject: Subject) -> tuple[tuple[bytes, Problem], ...]:
    """Every long paragraph: its mark, and a problem at its place."""
    return tuple(_paragraphs(subject))


def _paragraphs(subject: Subject) -> Iterator[tuple[bytes, Problem]]:
    text = subject.source.text
    for passage in subject.prose.passages:
        if passage.role is not Role.TEXT or len(passage.node.value) < SHORTEST:
            continue
        offset = 0
        for line in passage.node.value.split("\n"):
            if found := mark(line):
                span = subject.span(passage.node, offset, offset + len(line))
                yield found, text.problem(CODE, "", *span)
            offset += len(line) + 1
