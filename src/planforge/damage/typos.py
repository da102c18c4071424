"""Slips that are copied from plan to plan, and words doubled by mistake: 文休, 走仿, 的的."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .finding import Damage


def find(text: str) -> Iterator[Damage]:
    """Every slip of ``typos.tsv`` in ``text``, with the word that is meant."""
    return table.find("typos", text)
