"""Whatever is typed comes out of every text format as it was typed."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planforge.document.numbering import label
from planforge.document.tree import (
    Attachment,
    Block,
    Column,
    Document,
    Heading,
    Item,
    Paragraph,
    Properties,
    Signature,
    Table,
)
from planforge.styles.loading import load
from planforge.writers import text as writers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.styles.model import Style

NASTY = (
    "*甲* **乙** _丙_ __丁__ 第__个 （__）和（__）",
    "# 一\\# `x` ``y`` ~~z~~ ~z~ $a_1$",
    "<b>粗</b> <!-- 注 --> &amp; &#35; & AT&T &copy;",
    "[链接](http://a.b/c_d_e) ![图](x) [^1] [x]: y",
    "{{ 年份 }} {% if %} {# 注 #} ${x}",
    "- 甲",
    "+ 乙",
    "* 丙",
    "-",
    "---",
    "***",
    "===",
    "> 引文",
    "1. 数字",
    "12) 数字",
    "3.",
    "| 甲 | 乙 |",
    "甲\\|乙\\",
    "    四个空格",
    "\u3000\u3000全角空格 \u3000",
    "两个空格  ",
    "第  个  空格",
    "👩‍🏭🎉 𠮷野家 𪚥 﨑",
    "\"引\" '号' “”‘’",
    "a\u00a0b\u200bc\ufeff",
    "</p></td><script>alert(1)</script>",
    ":smile: :-- | --:",
)
TEXT = st.text(
    st.sampled_from("*_#<>&`[]()|\\-+=~!$1.) \u3000工会{%}:")
    | st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")),
    min_size=1,
    max_size=30,
).filter(str.strip) | st.sampled_from(NASTY)


@cache
def style() -> Style:
    return load("gb")


def tables(cells: st.SearchStrategy[str]) -> st.SearchStrategy[Table]:
    def of(width: int) -> st.SearchStrategy[Table]:
        columns = st.lists(st.builds(Column, TEXT), min_size=width, max_size=width)
        row = st.lists(cells, min_size=width, max_size=width).map(tuple)
        rows = st.lists(row, min_size=1, max_size=3).map(tuple)
        return st.builds(Table, columns.map(tuple), rows, TEXT)

    return st.integers(1, 3).flatmap(of)


CELL = st.lists(TEXT, min_size=1, max_size=2).map("\n".join)
BLOCK: st.SearchStrategy[Block] = (
    st.builds(Heading, st.integers(1, 5), TEXT, st.none() | st.integers(1, 60))
    | st.builds(Paragraph, TEXT)
    | st.builds(Item, st.integers(1, 5), st.integers(1, 60), st.just("") | TEXT, TEXT)
    | tables(CELL)
)
DOCUMENT = st.builds(
    lambda title, note, to, blocks, body, attached: Document(
        properties=Properties(title, "", "", "zh-CN", "cn", "gb"),
        title=title,
        note=note,
        addressees=to,
        blocks=tuple(blocks),
        attachment_note=(title, note),
        signature=Signature(body, ""),
        attachments=(Attachment("附件2", note, tuple(attached)),),
    ),
    TEXT,
    TEXT,
    TEXT,
    st.lists(BLOCK, max_size=4),
    TEXT,
    st.lists(BLOCK, max_size=2),
)


def lines(document: Document) -> Iterator[str]:
    """What a reader sees, piece by piece."""
    yield document.title
    yield f"（{document.note}）"
    yield document.addressees
    yield from shown(document.blocks)
    first, *others = document.attachment_note
    yield f"附件：1.{first}"
    yield from (f"{number}.{title}" for number, title in enumerate(others, 2))
    assert document.signature
    yield document.signature.body
    for attachment in document.attachments:
        yield f"{attachment.label}　{attachment.title}"
        yield from shown(attachment.blocks)


def shown(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text=text):
                yield text
            case Heading(level=level, text=text, number=number):
                yield (label(style().numbering, level, number) if number else "") + text
            case Item(level=level, number=number, lead=lead, text=text):
                yield label(style().numbering, level, number) + lead + text
            case Table(caption=caption):
                yield caption
                yield from (column.title for column in block.columns)
                for row in block.rows:
                    yield from row


def read_markdown(data: bytes) -> list[str]:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = []
    for token in reader.parse(data.decode()):
        if token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert kinds <= {"text", "text_special", "html_inline"}, token.content
            tags = {c.content for c in token.children or () if c.type == "html_inline"}
            assert tags <= {"<br>"}, token.content
            found.append(
                "".join(
                    "\n" if child.content == "<br>" else child.content
                    for child in token.children or ()
                )
            )
    return found


class Reader(HTMLParser):
    """The text of every element that holds text."""

    HOLDERS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "th", "td", "caption"))

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in self.HOLDERS:
            self._open = True
            self.found.append("")
        elif tag == "br":
            self.found[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag not in self.HOLDERS

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1] += data


def read_html(data: bytes) -> list[str]:
    reader = Reader()
    reader.feed(data.decode())
    reader.close()
    return reader.found


READERS: dict[str, Callable[[bytes], list[str]]] = {"markdown": read_markdown, "html": read_html}


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("name", READERS)
def test_marks_of_other_languages_are_only_text(name: str, text: str) -> None:
    table = Table((Column(text), Column(text)), ((text, f"{text}\n{text}"), (text, "")), text)
    blocks = (
        Heading(1, text, 1),
        Heading(2, text),
        Item(3, 1, text, text),
        Item(5, 1, "", text),
        Paragraph(text),
        table,
        Paragraph(text),
    )
    document = Document(
        properties=Properties(text, text, text, "zh-CN", "cn", "gb"),
        title=text,
        note=text,
        addressees=text,
        blocks=blocks,
        attachment_note=(text, text),
        signature=Signature(text, ""),
        attachments=(Attachment("附件1", text, blocks),),
    )
    written = getattr(writers, name)(document, style())
    assert READERS[name](written) == list(lines(document))


@settings(deadline=None, max_examples=60)
@given(DOCUMENT)
def test_markdown_is_read_back_as_it_was_typed(document: Document) -> None:
    assert read_markdown(writers.markdown(document, style())) == list(lines(document))


@settings(deadline=None, max_examples=60)
@given(DOCUMENT)
def test_html_is_read_back_as_it_was_typed(document: Document) -> None:
    assert read_html(writers.html(document, style())) == list(lines(document))


@settings(deadline=None, max_examples=60)
@given(TEXT)
@example("\u3000\u3000已缩进")
def test_a_paragraph_is_one_line_of_plain_text(text: str) -> None:
    document = Document(Properties("题", "", "", "zh-CN", "cn", "gb"), "题", (Paragraph(text),))
    written = writers.plain(document, style()).decode()
    assert written == f"题\n\n　　{text}\n"
