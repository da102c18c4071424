"""What planforge has written is read back: every character, and every number as it was printed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planforge import pipeline
from planforge.check.reading import read as checked
from planforge.document import numbering
from planforge.document.tree import Heading, Item, Paragraph, Table
from planforge.ooxml.package import Package
from planforge.readers import Line, Loss, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planforge.document.tree import Block, Document
    from planforge.styles import Style

    Converted = Callable[[Iterable[bytes], str, str], list[bytes]]

FOLDER = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.name for path in FOLDER.glob("*.yaml"))
CONTENTS = ("版式.目录=是",)


@cache
def composed(name: str) -> tuple[Document, Style]:
    plan, _source = pipeline.read_plan(str(FOLDER / name))
    return pipeline.composed(plan)


@cache
def lines(name: str, target: str, settings: tuple[str, ...] = ()) -> tuple[Line, ...]:
    plan, _source = pipeline.read_plan(str(FOLDER / name), settings)
    data = pipeline.render_plan(plan, target)
    return tuple(line for line in reading(f"旧.{target}", data).lines if line.text.strip())


def printed(blocks: Iterable[Block], style: Style, *, tables: bool) -> Iterator[tuple[str, str]]:
    """Label and words of everything that is printed, in its order."""
    for block in blocks:
        match block:
            case Heading(text=words, number=None) | Paragraph(text=words):
                yield "", words
            case Heading(level=level, text=words, number=int(number)):
                yield numbering.label(style.numbering, level, number), words
            case Item(level=level, number=number):
                words = block.lead + block.text
                yield numbering.label(style.numbering, level, number), words
            case Table() if tables:
                cells = (cell for row in block.rows for cell in row)
                words_of = (block.caption, *(column.title for column in block.columns), *cells)
                yield from (("", row) for cell in words_of for row in cell.split("\n") if row)


def stands_in(wanted: list[str], found: list[str]) -> bool:
    """Whether all of ``wanted`` stands in ``found`` without a gap."""
    size = len(wanted)
    return any(found[at : at + size] == wanted for at in range(len(found) - size + 1))


def test_there_are_examples() -> None:
    assert {"every-key.yaml", "issued-by-notice.yaml"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_word_file_gives_back_words_and_numbers(name: str) -> None:
    document, style = composed(name)
    wanted = [f"{label}|{words}" for label, words in printed(document.blocks, style, tables=True)]
    found = [f"{ln.label}|{ln.text}" for ln in lines(name, "docx") if not ln.part]
    assert wanted
    assert stands_in(wanted, found)
    for attachment in document.attachments:
        below = [f"{a}|{b}" for a, b in printed(attachment.blocks, style, tables=True)]
        assert stands_in(below, found)


@pytest.mark.parametrize("name", NAMES)
def test_markdown_gives_back_words_and_numbers(name: str) -> None:
    document, style = composed(name)
    wanted = [label + words for label, words in printed(document.blocks, style, tables=True)]
    found = [line.label + line.text for line in lines(name, "md")]
    assert stands_in(wanted, found)


@pytest.mark.parametrize("name", NAMES)
def test_text_gives_back_words_and_numbers_in_their_order(name: str) -> None:
    document, style = composed(name)
    wanted = [label + words for label, words in printed(document.blocks, style, tables=False)]
    found = iter([line.text.strip("　") for line in lines(name, "txt")])
    assert [words for words in wanted if words not in found] == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_have_the_level_that_they_were_printed_on(name: str) -> None:
    document, _style = composed(name)
    wanted = [(one.level, one.text) for one in document.blocks if isinstance(one, Heading)]
    found = [(line.level, line.text) for line in lines(name, "docx") if line.level]
    assert stands_in([str(one) for one in wanted], [str(one) for one in found])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("target", ["docx", "md"])
def test_the_title_is_told_and_stands_in_one_line(name: str, target: str) -> None:
    document, _style = composed(name)
    first = document.notice.title if document.notice else document.title
    titles = [line.text for line in lines(name, target) if line.style == "title"]
    assert titles[0] == first.replace("\n", "")


def test_head_and_foot_of_an_issued_plan_are_no_body() -> None:
    found = lines("issued-by-notice.yaml", "docx")
    assert [(ln.part, ln.text) for ln in found if ln.part] == [
        ("header", "青禾县总工会文件"),
        ("header", "\t青工发〔2027〕2号\t签发人：沈叙白"),
        ("footer", "抄送：县委办公室、县人民政府办公室、市总工会办公室。"),
        ("footer", "青禾县总工会办公室\t2027年1月13日印发"),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_lines_have_the_numbers_that_a_finding_of_the_check_names(name: str) -> None:
    plan, _source = pipeline.read_plan(str(FOLDER / name))
    document = checked(Package(name, pipeline.render_plan(plan, "docx")), composed(name)[1])
    named = {one.number: one.label + one.text for one in document.paragraphs}
    found = [line for line in lines(name, "docx") if line.number]
    assert found
    for line in found:
        assert line.label + line.text in named[line.number].replace("\n", "")


def test_libreoffice_prints_the_same_words_and_numbers(converted: Converted) -> None:
    plans = [pipeline.read_plan(str(FOLDER / name))[0] for name in NAMES]
    files = [pipeline.render_plan(plan, "docx") for plan in plans]
    for name, text in zip(NAMES, converted(files, "docx", "txt:Text (encoded):UTF8"), strict=True):
        # It saves no text of floating tables, as the foot of an issued document is one.
        printed_lines = (line for line in lines(name, "docx") if line.part != "footer")
        ours = "".join(line.label + line.text for line in printed_lines)
        theirs = text.decode("utf-8-sig")
        assert "".join(ours.split()) == "".join(theirs.split()), name


@pytest.mark.parametrize("target", ["docx", "md"])
def test_the_table_of_contents_is_not_read_as_text(target: str) -> None:
    name = "every-key.yaml"
    without = lines(name, target)
    plan, _source = pipeline.read_plan(str(FOLDER / name), CONTENTS)
    found = reading(f"旧.{target}", pipeline.render_plan(plan, target))
    assert [ln.text for ln in found.lines if ln.text.strip()] == [line.text for line in without]
    (count,) = [one.amount for one in found.dropped if one.what is Loss.CONTENTS]
    assert count > 10
