"""What stands at the end of the body: attachment note, signature; and attachments' heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.document.width import width as half_widths
from planforge.styles.model import PLACEHOLDER

from .measures import character, in_rows, indents
from .paragraphs import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.document.tree import Attachment, Signature
    from planforge.styles import Style

    from .paragraphs import Paragraph


def width(text: str) -> float:
    """Width in characters: a hanzi is 1, a Latin letter or digit 0.5."""
    return half_widths(text) / 2


def insets(body: str, date: str, inset: float, step: float) -> tuple[float, float]:
    """Distances of body and date from the right edge, in characters (GB/T 9704-2012 7.3.5.2).

    The date begins ``step`` characters right of the body; the one that reaches further right
    keeps ``inset``, except that the date moves out to the edge before the body moves in.
    """
    if not body or not date:
        return inset, inset
    longer = width(date) + step - width(body)
    if width(date) > width(body):
        return inset + longer, inset
    return inset, max(inset - longer, 0.0)


def sealed_insets(body: str, date: str, inset: float) -> tuple[float, float]:
    """The same for a signature with a seal: both centred on one line (7.3.5.1).

    The date keeps ``inset``, unless the body would then stand out of the block.
    """
    middle = max(inset + width(date) / 2, width(body) / 2)
    return middle - width(body) / 2, middle - width(date) / 2


def attachment_note(titles: tuple[str, ...], style: Style) -> Iterator[Paragraph]:
    """One paragraph per title; rows after the first begin under the title, not its number."""
    figures = style.attachment_note
    one = character(style, style.text.attachment_note.size)
    label = width(figures.label)
    for number, title in enumerate(titles, 1):
        mark = figures.number.replace(PLACEHOLDER, str(number)) if len(titles) > 1 else ""
        first = figures.label if number == 1 else ""
        made = paragraph("AttachmentNote")
        made.keep_with_next()
        if first:
            _room(made, figures.room.amount, style)
        left = figures.indent.amount + label + width(mark)
        if hanging := width(first + mark):
            made.put("ind", **indents(one, {"left": left, "hanging": hanging}))
        else:
            made.put("ind", **indents(one, {"left": left}))
        made.run(first + mark + title)
        yield made


def signature(content: Signature, style: Style) -> Iterator[Paragraph]:
    """The body and under it the date."""
    figures = style.signature
    one = character(style, style.text.signature.size)
    room = figures.room
    if content.sealed and figures.sealed is not None:
        room = figures.sealed.room
        places = sealed_insets(content.body, content.date, figures.sealed.inset.amount)
    else:
        places = insets(content.body, content.date, figures.inset.amount, figures.step.amount)
    lines = [(text, place) for text, place in zip(_lines(content), places, strict=True) if text]
    for number, (text, place) in enumerate(lines, 1):
        made = paragraph("Signature")
        if number < len(lines):
            made.keep_with_next()
        if number == 1:
            _room(made, room.amount, style)
        made.put("ind", **indents(one, {"right": place}))
        made.run(text)
        yield made


def attachment_head(content: Attachment, style: Style, language: str) -> Iterator[Paragraph]:
    """The label, at the head of a new page, and the title."""
    label = paragraph("AttachmentLabel")
    label.put("pageBreakBefore")
    label.run(content.label)
    yield label
    title = paragraph("AttachmentTitle")
    title.run(in_rows(content.title, style, style.text.attachment_title, language))
    yield title


def _lines(content: Signature) -> tuple[str, str]:
    return content.body, content.date


def _room(made: Paragraph, rows: float, style: Style) -> None:
    if rows:
        made.put("spacing", before=round(rows * style.grid.pitch.twips))
