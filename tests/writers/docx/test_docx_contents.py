"""The table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from planforge.writers.docx import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from planforge.document.tree import Document
    from planforge.styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def listed(sample: Document) -> Document:
    return replace(sample, contents="目录")


def text(element: Element) -> str:
    return "".join(str(one.text) for one in element.iter(f"{W}t"))


def style_of(element: Element) -> str | None:
    found = element.find(f"{W}pPr/{W}pStyle")
    return None if found is None else found.get(f"{W}val")


def test_the_contents_stand_on_a_page_of_their_own_before_the_title(
    listed: Document, part: Callable[[bytes, str], Element], gb: Style
) -> None:
    body = part(write(listed, gb), "word/document.xml")[0]
    styles = [style_of(one) for one in body]
    assert styles[0] == "TOCHeading"
    assert styles[1] == "TOC1"
    title = body[styles.index("Title")]
    assert title.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_every_heading_and_attachment_is_listed_with_its_number(
    listed: Document, part: Callable[[bytes, str], Element], gb: Style
) -> None:
    body = part(write(listed, gb), "word/document.xml")[0]
    lines = [(style_of(p), text(p)) for p in body if (style_of(p) or "").startswith("TOC")]
    assert lines[:5] == [
        ("TOCHeading", "目录"),
        ("TOC1", "一、指导思想"),
        ("TOC1", "二、重点任务"),
        ("TOC2", "（一）思想引领"),
        ("TOC2", "（二）权益维护"),
    ]
    assert lines[-1] == ("TOC1", "教职工文体活动安排表及各工会小组分工一览表")


def test_every_line_links_to_its_heading(
    listed: Document, part: Callable[[bytes, str], Element], gb: Style
) -> None:
    body = part(write(listed, gb), "word/document.xml")[0]
    marked = {
        start.get(f"{W}name"): text(one) for one in body for start in one.iter(f"{W}bookmarkStart")
    }
    links = {link.get(f"{W}anchor"): text(link) for link in body.iter(f"{W}hyperlink")}
    assert links.keys() == marked.keys()
    assert len(links) > 5
    for name, words in links.items():
        assert words.endswith(marked[name])


def test_every_line_leads_to_its_page_number_which_is_not_guessed(
    listed: Document, part: Callable[[bytes, str], Element], gb: Style
) -> None:
    body = part(write(listed, gb), "word/document.xml")[0]
    links = list(body.iter(f"{W}hyperlink"))
    assert len(links) > 5
    for link in links:
        assert [one.text for one in link.iter(f"{W}instrText")] == [
            rf" PAGEREF {link.get(f'{W}anchor')} \h "
        ]
        held = [inner.tag.removeprefix(W) for one in link for inner in one]
        assert held == ["t", "tab", "fldChar", "instrText", "fldChar", "fldChar"]


def test_word_fills_in_the_page_numbers_when_it_opens_the_file(
    listed: Document, sample: Document, part: Callable[[bytes, str], Element], gb: Style
) -> None:
    data = write(listed, gb)
    instructions = [str(i.text) for i in part(data, "word/document.xml").iter(f"{W}instrText")]
    assert instructions[:2] == [r' TOC \o "1-4" \h \z \u ', r" PAGEREF _Toc00000001 \h "]
    kinds = [c.get(f"{W}fldCharType") for c in part(data, "word/document.xml").iter(f"{W}fldChar")]
    entry = ["begin", "separate", "end"]
    assert kinds == ["begin", "separate", *entry * (len(instructions) - 1), "end"]
    assert part(data, "word/settings.xml").find(f"{W}updateFields") is not None
    without = part(write(sample, gb), "word/settings.xml")
    assert without.find(f"{W}updateFields") is None
