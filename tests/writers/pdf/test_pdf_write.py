from __future__ import annotations

import pickle
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

import pytest
from msgspec.structs import replace

from planforge import styles
from planforge.document.tree import (
    Column,
    Document,
    Heading,
    Item,
    Paragraph,
    Properties,
    Signature,
    Table,
)
from planforge.errors import UserError
from planforge.office import program
from planforge.writers import is_untouched, rendered, writer
from planforge.writers.pdf import document as pdf_document
from planforge.writers.pdf.contents import printed
from planforge.writers.pdf.pages import read, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.document.tree import Block

pytestmark = pytest.mark.xdist_group("office")

LONG = "围绕中心，服务大局，团结职工，建功立业，" * 12


@pytest.fixture
def office(lacking: Callable[[str], NoReturn], monkeypatch: pytest.MonkeyPatch) -> None:
    if not program.find():
        lacking("LibreOffice (soffice) is not installed")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def plan(*texts: str) -> Document:
    properties = Properties("计划", "青禾县总工会", "2027年工作计划", "zh-CN", "cn", "gb")
    blocks: tuple[Block, ...] = (
        Heading(1, "重点任务", 1),
        *(Paragraph(one) for one in texts),
        Item(2, 1, "慰问。", "每月一次。"),
    )
    return Document(properties, "计划", blocks, signature=Signature("青禾县总工会", "2027年1月8日"))


@pytest.mark.usefixtures("office")
def test_the_same_plan_gives_the_same_bytes_which_are_recognised() -> None:
    gb = styles.load("gb")
    one, other = (writer("pdf")(plan(LONG), gb) for _ in range(2))
    assert one == other
    assert one.startswith(b"%PDF-")
    assert is_untouched("pdf", one)
    assert not is_untouched("pdf", one + b"%")


@pytest.mark.usefixtures("office")
def test_no_comma_hangs_in_the_margin_or_gets_lost_and_labels_are_printed() -> None:
    made = writer("pdf")(plan(LONG), styles.load("gb"))
    pages = read(made)
    words = "".join(glyph.text for glyph in text(pages))
    assert words.count("，") == LONG.count("，")
    assert "一、重点任务" in words
    assert "（一）慰问。每月一次。" in words
    assert max(glyph.right for glyph in text(pages)) * 25.4 / 72 < 184.5


def spread() -> Document:
    """A table with a row that is taller than a page, short cells on both sides of the long one."""
    columns = tuple(map(Column, ("序号", "内容", "责任单位", "备注")))
    cells = (
        "1",
        "组织全体职工开展活动，" * 110,
        "组织部、宣传部、办公室",
        "https://acftu.org/plan",
    )
    made = plan("正文。")
    return replace(made, blocks=(*made.blocks, Table(columns, (cells, ("2", "慰问", "工会", "")))))


@pytest.mark.usefixtures("office")
def test_a_row_that_goes_on_over_the_page_is_read_cell_by_cell() -> None:
    made = writer("pdf")(spread(), styles.load("gb"))
    letters = printed(read(made))
    words = "".join(one.letter.character for one in letters)
    assert "1" + "组织全体职工开展活动，" * 110 + "组织部、宣传部、办公室" in words
    assert any(one.page > other.page for one, other in pairwise(letters)), "no cell was divided"


@pytest.mark.usefixtures("office")
def test_a_hyphen_at_which_no_row_is_broken_is_printed() -> None:
    made = writer("pdf")(plan("电话0571\u20118888，编号工\u2011会。"), styles.load("gb"))
    assert "0571-8888" in "".join(glyph.text for glyph in text(read(made)))


@pytest.mark.usefixtures("office")
def test_every_font_asked_for_is_reported_with_what_is_used() -> None:
    made = writer("pdf")(plan("正文。"), styles.load("gb"))
    notices = rendered.notices(made)
    for name in ("方正小标宋简体", "黑体", "仿宋_GB2312", "楷体_GB2312"):
        assert f"{name} → " in notices[0]
    assert rendered.notices(pickle.loads(pickle.dumps(made))) == notices  # noqa: S301  our own


@pytest.mark.usefixtures("office")
def test_a_font_outside_the_chain_is_warned_of() -> None:
    gb = styles.load("gb")
    fonts = {
        name: font.model_copy(update={"name": f"无名{name}", "instead": (), "free": ()})
        for name, font in gb.fonts.items()
    }
    unknown = gb.model_copy(update={"fonts": fonts})
    notices = rendered.notices(writer("pdf")(plan("正文。"), unknown))
    assert any("characters in 无名fangsong are printed in" in notice for notice in notices)


def test_without_the_reader_of_pdf_no_pdf_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_document, "READER", "no_such_package")
    with pytest.raises(UserError, match="no_such_package is missing") as caught:
        writer("pdf")(plan(), styles.load("gb"))
    assert caught.value.hint == 'run: pip install "planforge[pdf]"'


def test_the_reader_is_loaded_only_when_a_pdf_was_made() -> None:
    assert pdf_document.__name__ in sys.modules
    assert "pdfminer" not in vars(pdf_document)


def test_plain_bytes_have_no_notices() -> None:
    assert rendered.notices(b"") == ()
