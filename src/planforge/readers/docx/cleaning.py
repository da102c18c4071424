"""Takes out of a part what nobody sees, and counts it: deletions, prompts, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.ooxml.properties import PREFIX, child, is_on
from planforge.readers.result import Loss

if TYPE_CHECKING:
    from collections import Counter

    from lxml.etree import _Element as Element

_DELETED: Final = (f"{PREFIX}del", f"{PREFIX}moveFrom")
_WORDS: Final = (f"{PREFIX}t", f"{PREFIX}delText")
_RUN: Final = f"{PREFIX}r"
_COMMENT: Final = f"{PREFIX}commentReference"
_PROPERTIES: Final = frozenset(f"{PREFIX}{name}" for name in ("rPr", "trPr", "pPr"))


def clean(root: Element, losses: Counter[Loss]) -> None:
    """Remove deleted and moved text, prompts of empty controls, and count comments.

    The paragraphs themselves stay, so that they can be counted.
    """
    for one in list(root.iter(*_DELETED)):
        above = one.getparent()
        # In properties it says that a mark or a row was deleted.
        if above is not None and above.tag not in _PROPERTIES:
            losses[Loss.DELETED] += _has_words(one)
            above.remove(one)
    for control in root.iter(f"{PREFIX}sdt"):
        if is_on(child(control, "sdtPr", "showingPlcHdr")):
            losses[Loss.PLACEHOLDER] += _has_words(control)
            _empty(control)
    losses[Loss.COMMENT] += sum(1 for _one in root.iter(_COMMENT))


def _empty(control: Element) -> None:
    for run in list(control.iter(_RUN)):
        if (above := run.getparent()) is not None:
            above.remove(run)


def _has_words(element: Element) -> bool:
    return any((one.text or "").strip() for one in element.iter(*_WORDS))
