"""Markdown, HTML and plain text, each through its template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.document import numbering

from .fingerprint import stamp
from .templating import render

if TYPE_CHECKING:
    from planforge.document.tree import Document, Heading, Item
    from planforge.styles.model import Style


def markdown(document: Document, style: Style) -> bytes:
    """``document`` in GitHub-flavoured Markdown; numbers are text."""
    return stamp(_written("text/plan.md.j2", document, style))


def html(document: Document, style: Style) -> bytes:
    """``document`` as one HTML5 file without anything from outside."""
    return stamp(_written("text/plan.html.j2", document, style))


def plain(document: Document, style: Style) -> bytes:
    """``document`` as plain text, one paragraph per line."""
    return _written("text/plan.txt.j2", document, style)


def _written(template: str, document: Document, style: Style) -> bytes:
    def label(block: Heading | Item) -> str:
        if block.number is None:
            return ""
        return numbering.label(style.numbering, block.level, block.number)

    text = render(
        template,
        document=document,
        style=style,
        label=label,
        announcement=_announcement(document, style),
    )
    return text.encode("utf-8")


def _announcement(document: Document, style: Style) -> tuple[str, ...]:
    """The note on attachments, one line per title; several are numbered."""
    titles = document.attachment_note
    note = style.attachment_note
    if len(titles) > 1:
        titles = tuple(
            note.number.replace("#", str(number)) + title for number, title in enumerate(titles, 1)
        )
    return (note.label + titles[0], *titles[1:]) if titles else ()
