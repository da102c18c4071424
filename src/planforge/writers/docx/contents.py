"""The table of contents: a field that Word fills, with its entries already there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .oxml import add, paragraph, put, qualified, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from planforge.document.contents import Entry

INSTRUCTION: Final = r' TOC \o "1-4" \h \z \u '
PAGE: Final = r" PAGEREF {} \h "


def contents(title: str, entries: Sequence[Entry]) -> Iterator[Element]:
    """The heading and one paragraph per entry, each a link to the bookmark of its number.

    Page numbers are fields without a result: the word processor alone knows them. Word fills them
    in when it opens the file, and again when it prints; a number that was guessed could be wrong.
    """
    heading, _ = paragraph("TOCHeading")
    run(heading, title)
    yield heading
    for number, entry in enumerate(entries, 1):
        made, _ = paragraph(contents_id(entry.level))
        if number == 1:
            _field(made, INSTRUCTION)
        link = add(made, "hyperlink", anchor=bookmark_name(number), history=1)
        run(link, f"{entry.text}\t")
        _field(link, PAGE.format(bookmark_name(number)))
        _character(link, "end")
        if number == len(entries):
            _character(made, "end")
        yield made


def contents_id(level: int) -> str:
    """The style of an entry of ``level``, 1-based."""
    return f"TOC{level}"


def bookmark_name(number: int) -> str:
    """The bookmark at the heading of entry ``number``, 1-based; hidden, as Word's own are."""
    return f"_Toc{number:08}"


def bookmark(heading: Element, number: int) -> None:
    """Marks the whole text of a heading as that of entry ``number``."""
    start = add(heading, "bookmarkStart", id=number, name=bookmark_name(number))
    heading.insert(1, start)
    add(heading, "bookmarkEnd", id=number)


def on_a_page_of_its_own(following: Element) -> None:
    """Lets what follows the table of contents begin a new page."""
    if following[0].find(qualified("pageBreakBefore")) is None:
        put(following[0], "pageBreakBefore")


def _field(parent: Element, instruction: str) -> None:
    """What a field says, and the beginning of its result."""
    _character(parent, "begin")
    said = add(add(parent, "r"), "instrText")
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    said.text = instruction
    _character(parent, "separate")


def _character(parent: Element, kind: str) -> None:
    add(add(parent, "r"), "fldChar", fldCharType=kind)
