"""Markdown, HTML and plain text, each through its template."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planforge.document import numbering
from planforge.document.chart import in_tables
from planforge.document.contents import entries
from planforge.document.tree import Attachment

from .fingerprint import stamp
from .templating import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.document.contents import Entry
    from planforge.document.tree import Document, Heading, Item, Notice
    from planforge.styles.model import Style


def markdown(document: Document, style: Style) -> bytes:
    """``document`` in GitHub-flavoured Markdown; numbers are text."""
    return stamp(_written("text/plan.md.j2", in_tables(document), style))


def html(document: Document, style: Style) -> bytes:
    """``document`` as one HTML5 file without anything from outside."""
    return stamp(_written("text/plan.html.j2", document, style))


def plain(document: Document, style: Style) -> bytes:
    """``document`` as plain text, one paragraph per line."""
    return _written("text/plan.txt.j2", in_tables(document), style)


def _written(template: str, document: Document, style: Style) -> bytes:
    def label(block: Heading | Item) -> str:
        if block.number is None:
            return ""
        return numbering.label(style.numbering, block.level, block.number)

    listed = tuple(entries(document, style.numbering))
    places = {id(entry.target): f"contents-{n}" for n, entry in enumerate(listed, 1)}
    text = render(
        template,
        contents=tuple(zip(listed, _slugs(document, listed), strict=True)),
        anchor=lambda target: places.get(id(target), ""),
        document=document,
        style=style,
        label=label,
        announcement=_announcement(document.attachment_note, style),
        notice_lines=_notice_lines(document.notice, style),
        imprint=_imprint(document.notice),
    )
    return text.encode("utf-8")


def _slugs(document: Document, listed: Sequence[Entry]) -> Iterator[str]:
    """The anchors that GitHub gives the headings of a Markdown file."""
    seen = Counter((_slug(document.properties.title),))
    for entry in listed:
        target = entry.target
        slug = _slug(target.label + target.title if isinstance(target, Attachment) else entry.text)
        yield f"{slug}-{seen[slug]}" if seen[slug] else slug
        seen[slug] += 1


def _slug(text: str) -> str:
    kept = (c for c in text.lower() if c.isalnum() or c in "-_ ")
    return "".join(kept).strip().replace(" ", "-")


def _notice_lines(notice: Notice | None, style: Style) -> tuple[str, ...]:
    """A notice from its addressees to its date, one paragraph each."""
    if notice is None:
        return ()
    signed = (notice.signature.body, notice.signature.date) if notice.signature else ()
    announced = _announcement(notice.attachment_note, style)
    return (*filter(None, (notice.addressees, *notice.paragraphs, *announced, *signed)),)


def _imprint(notice: Notice | None) -> tuple[str, ...]:
    """Who gets a copy, who had it printed and when."""
    if notice is None:
        return ()
    copies = f"{notice.copies.label}：{notice.copies.text}。" if notice.copies else ""
    printed = "　".join(filter(None, (notice.printed_by, notice.printed_on)))
    return (*filter(None, (copies, printed)),)


def _announcement(titles: tuple[str, ...], style: Style) -> tuple[str, ...]:
    """The note on attachments, one line per title; several are numbered."""
    note = style.attachment_note
    if len(titles) > 1:
        titles = tuple(
            note.number.replace("#", str(number)) + title for number, title in enumerate(titles, 1)
        )
    return (note.label + titles[0], *titles[1:]) if titles else ()
