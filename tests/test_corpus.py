"""Real plans go through import, validation and rendering, and no character gets lost."""

from __future__ import annotations

import os
import re
import zipfile
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from planforge import styles
from planforge.catalogue import load_catalogue
from planforge.document.compose import compose
from planforge.document.numbering import label
from planforge.document.plain import of_blocks, texts
from planforge.document.tree import Document, Heading, Item
from planforge.model.validate import validate
from planforge.recognise import Imported, Role, plan_from_text
from planforge.regions import load_region
from planforge.source.load import load
from planforge.writers import writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.styles.model import Style

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("PLANFORGE_CORPUS", ROOT.parent / "shared" / "corpus"))
PLANS = sorted((CORPUS / "plans").glob("*.txt"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

pytestmark = pytest.mark.skipif(
    not (CORPUS / "plans").is_dir(),
    reason=f"no real plans in {CORPUS}; set PLANFORGE_CORPUS to their folder",
)

# Written without a look at the table of the importer, so that it cannot pass words off as marks.
HAN = "[一二三四五六七八九十]{1,3}"
MARK = re.compile(
    rf"""(?:[-*+]\s+)?                                   # a Markdown bullet before the mark
    (?: (?:{HAN}|\d{{1,3}})\s?[、.．。,，]               # 一、 一. 1、 1. 1。
    |   [（(]\s?(?:{HAN}|\d{{1,3}})\s?[）)][、]?         # （一） (1) (一)、
    |   \d{{1,3}}[)）] | [a-z]\) | [①-⑳⑴-⒇]
    |   第{HAN}[、，,] | {HAN}是 | —— | [-•]\s+ )?\s*""",
    re.VERBOSE,
)
COLON = re.compile(r"\s*[：:]\s*")
MONTHS = re.compile(r"[\d一二三四五六七八九十、\-—至到月份]*月份?")


@dataclass(frozen=True)
class Run:
    """One plan on its way."""

    name: str
    source: list[str]
    imported: Imported
    document: Document
    style: Style
    months: tuple[str, ...]

    def bare(self) -> str:
        """The characters of the source without blanks and without what the importer took off."""
        return squeezed(
            "".join("".join(self._left(f.line, f.removed)) for f in self.imported.lines)
        )

    def _left(self, number: int, removed: tuple[tuple[int, int], ...]) -> Iterator[str]:
        text, place = self.source[number - 1], 0
        for start, end in removed:
            yield text[place:start]
            place = end
        yield text[place:]

    def taken_off(self) -> Iterator[tuple[str, str]]:
        """Every mark that was taken off, with the words before it on its line."""
        for fate in self.imported.lines:
            for start, end in fate.removed if fate.role is not Role.DROPPED else ():
                text = self.source[fate.line - 1]
                yield text[start:end], text[:start]

    def dropped(self) -> list[str]:
        """The lines that belong to the page and not to the plan."""
        lines = self.imported.lines
        return [self.source[f.line - 1] for f in lines if f.role is Role.DROPPED]

    def without_month_colons(self, text: str) -> str:
        """The text without the colon that planforge sets between a month and what follows."""
        for month in self.months:
            text = text.replace(f"{month}：", month, 1)
        return text

    def labelled(self) -> Iterator[str]:
        """The texts of the document with their labels."""
        yield self.document.title
        for block in self.document.blocks:
            number = block.number if isinstance(block, Heading | Item) else None
            text = "".join(of_blocks([block]))
            if number is None or not isinstance(block, Heading | Item):
                yield text
            else:
                yield label(self.style.numbering, block.level, number) + text

    def written(self, name: str) -> bytes:
        return writer(name)(self.document, self.style)


def squeezed(text: str) -> str:
    return "".join(text.split())


@cache
def run(path: Path) -> Run:
    data = path.read_bytes()
    imported = plan_from_text(path.name, data)
    plan = validate(load(path.name, imported.yaml.encode()), load_catalogue())
    region = load_region(plan.region)
    entries = plan.schedule.entries if plan.schedule else ()
    months = tuple(
        squeezed(entry.months.in_words()) for entry in entries if entry.months and entry.theme
    )
    return Run(
        path.stem,
        data.decode("utf-8-sig").splitlines(),
        imported,
        compose(plan, region),
        styles.load(region.style),
        months,
    )


def paragraphs_of_docx(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    return squeezed("".join(node.text or "" for node in tree.iter(f"{W}t")))


def words_of_markdown(data: bytes) -> str:
    found = MarkdownIt("commonmark").enable("table").parse(data.decode())
    inline = (token.children or () for token in found if token.type == "inline")
    return squeezed("".join(child.content for children in inline for child in children))


def difference(before: str, after: str) -> tuple[int, int]:
    """How many characters were lost and how many were added, order counted."""
    if before == after:
        return 0, 0
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [code for code in codes if code[0] != "equal"]
    return sum(c[2] - c[1] for c in changed), sum(c[4] - c[3] for c in changed)


def test_all_the_real_plans_are_there() -> None:
    assert len(PLANS) == 32


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_line_of_the_source_is_accounted_for(path: Path) -> None:
    one = run(path)
    filled = [number for number, text in enumerate(one.source, 1) if text.strip()]
    assert [fate.line for fate in one.imported.lines] == filled


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_only_numbering_marks_are_taken_off(path: Path) -> None:
    for mark, before in run(path).taken_off():
        after_month = COLON.fullmatch(mark) and MONTHS.fullmatch(before.strip())
        assert after_month or MARK.fullmatch(mark), mark


def test_only_lines_of_the_page_are_dropped() -> None:
    dropped = [line for path in PLANS for line in run(path).dropped()]
    assert len(dropped) == 2
    assert all("下载" in line or "分享" in line for line in dropped)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_document_says_what_the_source_says_in_the_same_order(path: Path) -> None:
    one = run(path)
    said = one.without_month_colons(squeezed("".join(texts(one.document))))
    assert said == one.bare()


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_markdown_holds_the_text_of_the_document_with_its_labels(path: Path) -> None:
    one = run(path)
    assert words_of_markdown(one.written("md")) == squeezed("".join(one.labelled()))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_word_holds_the_text_of_the_document_and_numbers_by_itself(path: Path) -> None:
    one = run(path)
    assert paragraphs_of_docx(one.written("docx")) == squeezed("".join(texts(one.document)))


def test_no_character_is_lost_or_added_in_any_plan(
    record_property: Callable[[str, object], None],
) -> None:
    lines = [
        "plan     source   marks  docx text   md text  month colons    lost   added",
    ]
    faults = []
    for path in PLANS:
        one = run(path)
        docx = paragraphs_of_docx(one.written("docx"))
        markdown = words_of_markdown(one.written("md"))
        marks = sum(len(squeezed(mark)) for mark, _before in one.taken_off())
        lost, added = difference(one.bare(), one.without_month_colons(docx))
        source = sum(len(squeezed(line)) for line in one.source)
        source -= sum(len(squeezed(line)) for line in one.dropped())
        lines.append(
            f"{one.name:8} {source:6} {marks:7} {len(docx):10} {len(markdown):9}"
            f" {len(one.months):13} {lost:7} {added:7}"
        )
        faults += [one.name] if lost or added or source - marks != len(one.bare()) else []
    record_property("shown at the end", lines)
    assert len(lines) == 1 + len(PLANS)
    assert sum(len(list(run(path).taken_off())) for path in PLANS) > 300
    assert faults == []


def runs(text: str, length: int = 26) -> set[str]:
    han = "".join(re.findall("[一-鿿]", text))
    return {han[start : start + length] for start in range(len(han) - length + 1)}


def test_the_texts_of_the_project_are_written_fresh() -> None:
    real = set().union(*(runs(path.read_text(encoding="utf-8")) for path in PLANS))
    texts = [
        path
        for folder in ("docs", "examples", "src", "templates", "tests")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".j2", ".md", ".po", ".py", ".tsv", ".txt", ".yaml"}
    ]
    assert len(real) > 10_000
    assert len(texts) > 200
    assert [path for path in texts if real & runs(path.read_text("utf-8", "ignore"))] == []
