"""Long tables are kept as bytes while the part is made; nobody can tell from the file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest

from planforge import styles
from planforge.document.tree import Column, Document, Heading, Paragraph, Properties, Table
from planforge.writers.docx import tables, write
from planforge.writers.docx.long_tables import MANY

if TYPE_CHECKING:
    from planforge.styles import Style


@pytest.fixture(name="style")
def page() -> Style:
    return styles.load("gb")


def document(rows: int) -> Document:
    """Two tables, one right behind the other, with text that looks like a mark."""
    cells = tuple((f"第{n}项\n<!--rows 0-->&", f"{n}") for n in range(rows))
    columns = (Column("事项"), Column("数", "right"))
    return Document(
        properties=Properties("汇编", "", "汇编", "zh-CN", "cn", "gb"),
        title="汇编",
        blocks=(
            Paragraph("<!--rows 1-->"),
            Heading(1, "日历", 1),
            Table(columns, cells, "一月"),
            Table(columns, cells[:3]),
            Table(columns, cells),
        ),
    )


@pytest.mark.parametrize("rows", [0, 1, 2, 3, 4, 5, 12, 13])
def test_kept_or_not_the_bytes_are_the_same(
    rows: int, style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = write(document(rows), style)
    monkeypatch.setattr(tables, "MANY", 3)
    assert write(document(rows), style) == usual


def test_every_row_of_a_long_table_is_there_once_and_in_order(style: Style) -> None:
    rows = MANY * 2 + 7
    made = docx.Document(io.BytesIO(write(document(rows), style)))
    found = [row.cells[1].text for row in made.tables[2].rows]
    assert found == ["数", *map(str, range(rows))]
    assert made.tables[0].rows[-1].cells[0].text == f"第{rows - 1}项\n<!--rows 0-->&"
