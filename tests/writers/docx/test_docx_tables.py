from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.document.tree import Attachment, Column, Document, Paragraph, Signature, Table
from planforge.writers.docx import write
from planforge.writers.docx.measures import shares

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from planforge.styles import Style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTENT = Table(
    (Column("序号", "center"), Column("项目"), Column("金额", "right")),
    (("1", "文体活动\n含场地", "1200.00"), ("2", "", "800.00")),
    "经费预算表",
)
BARE = Table((Column("甲"),), (("一",),))


@pytest.fixture
def body(
    document: Callable[..., Document], part: Callable[[bytes, str], Element], gb: Style
) -> Callable[..., list[Element]]:
    """What stands between the title and the section."""

    def make(*blocks: object, **rest: object) -> list[Element]:
        return list(part(write(document(*blocks, **rest), gb), "word/document.xml")[0])[1:-1]

    return make


def names(elements: list[Element]) -> list[str]:
    return [str(one.tag).removeprefix(W) for one in elements]


def test_a_table_is_as_wide_as_the_text_block(body: Callable[..., list[Element]]) -> None:
    table = body(CONTENT)[1]
    columns = [int(one.get(f"{W}w", "")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    assert sum(columns) == 8845
    assert columns[1] > columns[0]
    cells = [int(one.get(f"{W}w", "")) for one in table.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcW")]
    assert cells == columns * 3


def test_the_header_row_is_repeated_and_no_row_is_split(body: Callable[..., list[Element]]) -> None:
    rows = body(CONTENT)[1].findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_caption_is_read_and_read_out(body: Callable[..., list[Element]]) -> None:
    caption, table = body(CONTENT)[:2]
    assert "".join(map(str, caption.itertext())) == "经费预算表"
    properties = table.find(f"{W}tblPr")
    assert properties is not None
    spoken = {str(x.tag).removeprefix(W): x.get(f"{W}val") for x in properties}
    assert spoken["tblCaption"] == "经费预算表"
    assert spoken["tblDescription"] == "序号、项目、金额"


def test_cells_are_aligned_as_their_column_says_and_split_at_line_breaks(
    body: Callable[..., list[Element]],
) -> None:
    cells = body(CONTENT)[1].findall(f"{W}tr")[1].findall(f"{W}tc")
    assert ["".join(map(str, p.itertext())) for p in cells[1].iterfind(f"{W}p")] == [
        "文体活动",
        "含场地",
    ]
    aligned = [cell.find(f"{W}p/{W}pPr/{W}jc") for cell in cells]
    assert [None if one is None else one.get(f"{W}val") for one in aligned] == [
        "center",
        None,
        "right",
    ]


def test_an_empty_cell_still_holds_a_paragraph(body: Callable[..., list[Element]]) -> None:
    cells = body(CONTENT)[1].findall(f"{W}tr")[2].findall(f"{W}tc")
    assert len(cells[1].findall(f"{W}p")) == 1


def test_tables_without_captions_are_kept_apart(body: Callable[..., list[Element]]) -> None:
    assert names(body(BARE, BARE, Paragraph("文"))) == ["tbl", "p", "tbl", "p"]


def test_a_table_at_the_end_is_followed_by_a_paragraph(body: Callable[..., list[Element]]) -> None:
    assert names(body(BARE)) == ["tbl", "p"]
    signed = body(BARE, signature=Signature("青禾县总工会", ""))
    assert names(signed) == ["tbl", "p"]
    assert "".join(map(str, signed[1].itertext())) == "青禾县总工会"


@given(
    st.integers(100, 20000),
    st.lists(st.floats(0, 1e6), min_size=1, max_size=30),
    st.integers(0, 3000),
)
@settings(deadline=None)
def test_shares_add_up_and_none_is_below_the_least(
    total: int, weights: list[float], least: int
) -> None:
    found = shares(total, tuple(weights), least)
    assert sum(found) == total
    assert min(found) >= min(least, total // len(weights))


def spacing(paragraph: Element) -> dict[str, str]:
    found = paragraph.find(f"{W}pPr/{W}spacing")
    return (
        {} if found is None else {str(k).removeprefix(W): str(v) for k, v in found.attrib.items()}
    )


def test_there_is_a_quarter_of_a_row_above_and_below_a_table(
    body: Callable[..., list[Element]],
) -> None:
    above, _, below = body(Paragraph("上"), BARE, Paragraph("下"))
    assert spacing(above) == {"after": "145"}
    assert spacing(below) == {"before": "145"}


def test_the_room_above_a_signature_stays_as_it_is_behind_a_table(
    body: Callable[..., list[Element]],
) -> None:
    _, signature = body(BARE, signature=Signature("青禾县总工会", ""))
    assert spacing(signature) == {"before": "579"}


def test_the_last_row_of_a_table_stays_on_one_page_with_the_signature(
    body: Callable[..., list[Element]],
) -> None:
    table = body(CONTENT, signature=Signature("青禾县总工会", ""))[1]
    kept = [
        [p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")]
        for row in table.findall(f"{W}tr")
    ]
    assert len(kept[-1]) == 3
    assert all(kept[-1])
    assert not any(one for row in kept[:-1] for one in row)


def test_an_attachment_behind_a_table_still_begins_at_the_top_of_its_page(
    body: Callable[..., list[Element]],
) -> None:
    _, label, _ = body(BARE, attachments=(Attachment("附件", "表", ()),))
    assert spacing(label) == {}


def test_the_empty_row_below_the_title_of_an_attachment_stays_above_a_table(
    body: Callable[..., list[Element]],
) -> None:
    _, _, title, *_ = body(Paragraph("文"), attachments=(Attachment("附件", "表", (BARE,)),))
    assert spacing(title) == {}
