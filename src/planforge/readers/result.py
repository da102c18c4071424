"""What a reader brings back: the lines, and what it left out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from planforge.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .line import Line


class Loss(StrEnum):
    """What a reader leaves out."""

    HIDDEN = "hidden"
    DELETED = "deleted"
    COMMENT = "comment"
    CONTENTS = "contents"
    PLACEHOLDER = "placeholder"
    PICTURE = "picture"
    EMBEDDED = "embedded"
    NAVIGATION = "navigation"


class Dropped(Struct, frozen=True):
    """Something that was left out.

    Attributes:
        what: What it is.
        amount: How many: passages, paragraphs, pictures.
    """

    what: Loss
    amount: int

    def __str__(self) -> str:
        """One sentence in the user's language."""
        return _sentence(self.what).format(amount=self.amount)


class Reading(Struct, frozen=True):
    """A document that was read.

    Attributes:
        lines: Every line, blank ones included; headers first and footers last.
        dropped: What was left out, in the order of `Loss`.
    """

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()


def told(counts: Mapping[Loss, int]) -> tuple[Dropped, ...]:
    """What was left out at all."""
    return tuple(Dropped(what, counts[what]) for what in Loss if counts.get(what, 0))


def _sentence(what: Loss) -> str:
    return {
        Loss.HIDDEN: _("passages of hidden text left out: {amount}"),
        Loss.DELETED: _("passages that were deleted with changes tracked left out: {amount}"),
        Loss.COMMENT: _("comments left out: {amount}"),
        Loss.CONTENTS: _("lines of the table of contents left out: {amount}"),
        Loss.PLACEHOLDER: _("prompts of empty fields left out: {amount}"),
        Loss.PICTURE: _("pictures left out: {amount}"),
        Loss.EMBEDDED: _("embedded documents, charts and diagrams not read: {amount}"),
        Loss.NAVIGATION: _("lines of menus and forms left out: {amount}"),
    }[what]
