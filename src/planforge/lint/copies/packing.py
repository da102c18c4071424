"""Sketches as JSON, to be kept in a file."""

from __future__ import annotations

import base64
from array import array
from typing import Any

from msgspec.structs import astuple

from planforge.errors import Severity

from .grams import Grams
from .sketch import Paragraph, Sketch


def packed(one: Sketch) -> list[Any]:
    """Everything in a sketch but the name of its file."""
    return [
        one.owner,
        one.grams.bound,
        text(one.grams.hashes.tobytes()),
        [[text(mark), *place] for mark, *place in map(astuple, one.paragraphs)],
        one.paragraph,
        one.plan,
        one.least,
    ]


def unpacked(path: str, kept: list[Any]) -> Sketch:
    """The sketch of a file; raises ValueError or TypeError where it is none."""
    owner, bound, hashes, paragraphs, paragraph, plan, least = kept
    return Sketch(
        path,
        owner,
        Grams(bound, array("I", base64.b64decode(hashes))),
        tuple(Paragraph(base64.b64decode(mark), *place) for mark, *place in paragraphs),
        Severity(paragraph) if paragraph else None,
        Severity(plan) if plan else None,
        least,
    )


def text(data: bytes) -> str:
    """Bytes as JSON can hold them."""
    return base64.b64encode(data).decode()
