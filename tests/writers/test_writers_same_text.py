"""Markdown and Word say the same: headings, numbers, tables, in the same order (check 63)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from markdown_it import MarkdownIt

from planforge import pipeline, styles, writers
from planforge.check.reading import read
from planforge.ooxml.package import Package
from planforge.writers.pdf.letters import folded, of_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
STYLES: Final = {"gb": "cn", "gb-33476": "cn", "plain": "cn", "tw": "tw", "hk": "hk"}


def letters(text: str) -> str:
    return "".join(letter.character for letter in folded([(text, "")]))


def of_word(data: bytes, style: str) -> str:
    paragraphs = read(Package("计划.docx", data), styles.load(style)).paragraphs
    return "".join(letter.character for one in paragraphs for letter in folded(of_paragraph(one)))


def of_markdown(data: bytes) -> str:
    return letters("".join(_texts(MarkdownIt("gfm-like", {"linkify": False}).parse(data.decode()))))


def _texts(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        if token.children is not None:
            yield from _texts(token.children)
        elif token.type in {"text", "text_special", "code_inline"}:
            yield token.content


def test_there_are_enough_examples() -> None:
    assert len(EXAMPLES) >= 12


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_markdown_and_word_say_the_same(path: Path, style: str) -> None:
    plan, _source = pipeline.read_plan(str(path))
    document, page = pipeline.composed(plan, style=style, region=STYLES[style])
    word = of_word(writers.writer("docx")(document, page), style)
    assert len(word) > 100
    markdown = of_markdown(writers.writer("md")(document, page))
    assert re.sub(r"\s", "", markdown) == word
