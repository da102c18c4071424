"""Footnotes and endnotes by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.ooxml import opening
from planforge.ooxml.properties import local, value

from .cleaning import clean

if TYPE_CHECKING:
    from collections import Counter

    from lxml.etree import _Element as Element

    from planforge.ooxml.package import Package
    from planforge.readers.result import Loss

_PARTS: Final = {"footnote": "footnotes", "endnote": "endnotes"}
_TEXT: Final = ("", "normal")


class Notes:
    """The notes of a file; each can be taken once.

    Args:
        package: The file.
        losses: Where to count what is left out.

    Raises:
        FileProblems: A part is damaged.
    """

    def __init__(self, package: Package, losses: Counter[Loss]) -> None:
        self._found: dict[tuple[str, str], Element] = {}
        for kind, part in _PARTS.items():
            root = opening.part(package, part)
            if root is None:
                continue
            clean(root, losses)
            for note in root:
                # The others are the lines that separate notes from the text.
                if local(note) == kind and value(note, "type") in _TEXT:
                    self._found[kind, value(note, "id")] = note

    def take(self, kind: str, identity: str) -> Element | None:
        """The note; ``None`` when there is none or it was taken before."""
        return self._found.pop((kind, identity), None)
