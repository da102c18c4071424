"""The table of contents: a field that Word fills, with its entries already there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .oxml import escaped, run
from .paragraphs import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.document.contents import Entry

    from .paragraphs import Paragraph

INSTRUCTION: Final = r' TOC \o "1-4" \h \z \u '
PAGE: Final = r" PAGEREF {} \h "


def contents(title: str, entries: Sequence[Entry]) -> Iterator[Paragraph]:
    """The heading and one paragraph per entry, each a link to the bookmark of its number.

    Page numbers are fields without a result: the word processor alone knows them. Word fills them
    in when it opens the file, and again when it prints; a number that was guessed could be wrong.
    """
    heading = paragraph("TOCHeading")
    heading.run(title)
    yield heading
    for number, entry in enumerate(entries, 1):
        made = paragraph(contents_id(entry.level))
        name = bookmark_name(number)
        if number == 1:
            made.content += _field(INSTRUCTION)
        linked = run(f"{entry.text}\t") + _field(PAGE.format(name)) + _END
        made.content += f'<w:hyperlink w:anchor="{name}" w:history="1">{linked}</w:hyperlink>'
        if number == len(entries):
            made.content += _END
        yield made


def contents_id(level: int) -> str:
    """The style of an entry of ``level``, 1-based."""
    return f"TOC{level}"


def bookmark_name(number: int) -> str:
    """The bookmark at the heading of entry ``number``, 1-based; hidden, as Word's own are."""
    return f"_Toc{number:08}"


def bookmark(heading: Paragraph, number: int) -> None:
    """Marks the whole text of a heading as that of entry ``number``."""
    heading.content = (
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(number)}"/>'
        f'{heading.content}<w:bookmarkEnd w:id="{number}"/>'
    )


def on_a_page_of_its_own(following: Paragraph) -> None:
    """Lets what follows the table of contents begin a new page."""
    if following.find("pageBreakBefore") is None:
        following.put("pageBreakBefore")


def _field(instruction: str) -> str:
    """What a field says, and the beginning of its result."""
    said = f'<w:instrText xml:space="preserve">{escaped(instruction)}</w:instrText>'
    return f"{_character('begin')}<w:r>{said}</w:r>{_character('separate')}"


def _character(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


_END: Final = _character("end")
