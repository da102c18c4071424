"""Head, text and imprint of a notice (版头、版记)."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from planforge import styles
from planforge.document.tree import Document, Labelled, Notice, Signature
from planforge.writers import writer
from planforge.writers.docx import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.etree import _Element as Element

    from planforge.styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NOTICE = Notice(
    mark="青禾县总工会文件",
    number="青工发〔2027〕3号",
    signer=None,
    title="青禾县总工会关于印发《青禾县总工会2027年工作计划》的通知",
    addressees="各基层工会：",
    paragraphs=("现将计划印发给你们，请结合实际认真抓好落实。",),
    attachment_note=("青禾县总工会2027年工作计划", "经费预算明细表"),
    signature=Signature("青禾县总工会", "2027年1月8日"),
    label="附件1",
    copies=Labelled("抄送", "青禾县委办公室"),
    printed_by="青禾县总工会办公室",
    printed_on="2027年1月10日印发",
)


@pytest.fixture
def issued(sample: Document) -> Document:
    return replace(
        sample, addressees="", attachment_note=(), signature=None, attachments=(), notice=NOTICE
    )


@pytest.fixture
def body(
    issued: Document, part: Callable[[bytes, str], Element], gb: Style
) -> Callable[[Notice], list[Element]]:
    def make(notice: Notice = NOTICE) -> list[Element]:
        return list(part(write(replace(issued, notice=notice), gb), "word/document.xml")[0])

    return make


def style_of(element: Element) -> str | None:
    found = element.find(f"{W}pPr/{W}pStyle")
    return None if found is None else found.get(f"{W}val")


def text(element: Element) -> str:
    return "".join(str(t.text) for t in element.iter(f"{W}t"))


def test_head_text_attachments_and_signature_come_before_the_plan(
    body: Callable[..., list[Element]],
) -> None:
    elements = body()
    assert [style_of(one) for one in elements[:11]] == [
        "IssueMark",
        "IssueNumber",
        "Title",
        "Salutation",
        "BodyText",
        "AttachmentNote",
        "AttachmentNote",
        "Signature",
        "Signature",
        "AttachmentLabel",
        "AttachmentTitle",
    ]
    assert text(elements[9]) == "附件1"
    assert [style_of(one) for one in elements].count("Title") == 1


def test_the_mark_is_red_and_35_mm_below_the_top_of_the_block(
    body: Callable[..., list[Element]],
    issued: Document,
    part: Callable[[bytes, str], Element],
    gb: Style,
) -> None:
    spacing = body()[0].find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}before") == "1984"
    sheet = part(write(issued, gb), "word/styles.xml")
    reds = [s.get(f"{W}styleId") for s in sheet if s.find(f"{W}rPr/{W}color") is not None]
    assert reds == ["IssueMark"]


def test_a_long_mark_is_made_small_enough_for_one_row(body: Callable[..., list[Element]]) -> None:
    mark = body(replace(NOTICE, mark="临江市青禾县高新技术产业开发区总工会文件"))[0]
    size = mark.find(f"{W}r/{W}rPr/{W}sz")
    assert size is not None
    assert int(size.get(f"{W}val", "0")) / 2 * len(text(mark)) <= 442.3


LONG_MARKS = {
    "青禾县人力资源和社会保障系统工会联合会工作委员会文件": [
        "青禾县人力资源和社会保障系统",
        "工会联合会工作委员会文件",
    ],
    "中共青禾县委组织部青禾县总工会青禾县人力资源和社会保障局文件": [
        "中共青禾县委组织部青禾县总工会",
        "青禾县人力资源和社会保障局文件",
    ],
}


@pytest.mark.parametrize(("mark", "rows"), LONG_MARKS.items())
def test_a_mark_too_long_for_one_row_is_broken_between_words(
    body: Callable[..., list[Element]], mark: str, rows: list[str]
) -> None:
    made = body(replace(NOTICE, mark=mark))[0]
    assert [str(one.text) for one in made.iter(f"{W}t")] == rows
    assert len(list(made.iter(f"{W}br"))) == len(rows) - 1


@pytest.mark.parametrize("mark", LONG_MARKS)
def test_the_rows_of_a_mark_fill_the_block_and_do_not_touch(
    body: Callable[..., list[Element]], mark: str
) -> None:
    made = body(replace(NOTICE, mark=mark))[0]
    size, spacing = made.find(f"{W}r/{W}rPr/{W}sz"), made.find(f"{W}pPr/{W}spacing")
    assert size is not None
    assert spacing is not None
    points, line = int(size.get(f"{W}val", "")) / 2, int(spacing.get(f"{W}line", "")) / 20
    longest = max(len(str(one.text)) for one in made.iter(f"{W}t"))
    assert 442.3 - longest < points * longest <= 442.3
    assert line - points == pytest.approx(points / 4, abs=0.1)
    # The letters of the first row begin 35 mm below the top of the block, as they do in one row.
    top = int(spacing.get(f"{W}before", "")) / 20 + line - points
    assert top * 25.4 / 72 == pytest.approx(35, abs=0.1)


def test_number_and_signer_share_a_row_one_character_from_the_edges(
    body: Callable[..., list[Element]],
) -> None:
    number = body(replace(NOTICE, signer=Labelled("签发人", "某某")))[1]
    assert text(number) == "青工发〔2027〕3号签发人：某某"
    tabs = [(t.get(f"{W}val"), t.get(f"{W}pos")) for t in number.iter(f"{W}tab") if t.attrib]
    assert tabs == [("left", "315"), ("right", "8530")]
    runs = number.findall(f"{W}r")
    assert runs[-1].find(f"{W}rPr/{W}rStyle") is not None


def test_the_imprint_stands_on_the_next_even_page_which_has_no_number(
    body: Callable[..., list[Element]],
    issued: Document,
    part: Callable[[bytes, str], Element],
    gb: Style,
) -> None:
    elements = body()
    table = elements[-3]
    assert table.tag == f"{W}tbl"
    assert [text(row) for row in table.iter(f"{W}tr")] == [
        "抄送：青禾县委办公室。",
        "青禾县总工会办公室2027年1月10日印发",
    ]
    kind = elements[-1].find(f"{W}type")
    assert kind is not None
    assert kind.get(f"{W}val") == "evenPage"
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    assert borders is not None
    sizes = {one.tag.removeprefix(W): one.get(f"{W}sz") for one in borders}
    # 0.35 mm and 0.25 mm in eighths of a point.
    assert sizes == {"top": "8", "bottom": "8", "insideH": "6"}
    named = {str(one.get(f"{R}id")) for one in elements[-1].iterfind(f"{W}footerReference")}
    assert named == {"footer5", "footer6"}
    for name in named:
        assert part(write(issued, gb), f"word/{name}.xml").find(f".//{W}fldSimple") is None


def test_a_style_without_a_letterhead_prints_the_words_plainly(
    issued: Document, part: Callable[[bytes, str], Element]
) -> None:
    data = write(issued, styles.load("plain"))
    elements = list(part(data, "word/document.xml")[0])
    assert [(style_of(one), text(one)) for one in elements[:2]] == [
        ("Subtitle", "青禾县总工会文件"),
        ("Subtitle", "青工发〔2027〕3号"),
    ]
    assert [text(one) for one in elements[-3:-1]] == [
        "抄送：青禾县委办公室。",
        "青禾县总工会办公室　2027年1月10日印发",
    ]
    assert part(data, "word/styles.xml").find(f".//{W}color") is None


@pytest.mark.parametrize("name", ["md", "html", "txt"])
def test_text_formats_print_the_notice_before_the_plan_and_the_imprint_last(
    issued: Document, name: str, gb: Style
) -> None:
    found = writer(name)(issued, gb).decode()
    places = [
        found.index(words)
        for words in (
            NOTICE.mark,
            NOTICE.number,
            NOTICE.addressees,
            NOTICE.paragraphs[0],
            "附件：1.青禾县总工会2027年工作计划",
            "附件1",
            "为做好2027年工会工作",
            "抄送：青禾县委办公室。",
            "2027年1月10日印发",
        )
    ]
    body = found.index("<body>") if name == "html" else 0
    places = [place for place in places if place > body] or places
    assert places == sorted(places)


def test_the_imprint_is_printed_at_the_foot_of_the_block(
    issued: Document, convert: Callable[[bytes, str], Path], gb: Style
) -> None:
    pdf = convert(write(issued, gb), "pdf")
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    found = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    last = found.split("<page ")[-1]
    bottoms = [float(y) * 25.4 / 72 for y in re.findall(r'yMax="(.*?)"', last)]
    assert 262 - max(bottoms) == pytest.approx(0, abs=2.5)
    assert "抄送" in last
