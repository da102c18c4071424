"""No row of a table is lost, however many there are."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest

from planforge import styles
from planforge.document.tree import Column, Document, Heading, Paragraph, Properties, Table
from planforge.writers.docx import write

if TYPE_CHECKING:
    from planforge.styles import Style


@pytest.fixture(name="style")
def page() -> Style:
    return styles.load("gb")


def document(rows: int) -> Document:
    """Two tables, one right behind the other, with text that looks like markup."""
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


@pytest.mark.parametrize("rows", [0, 1, 2, 500, 1007])
def test_every_row_of_a_table_is_there_once_and_in_order(rows: int, style: Style) -> None:
    made = docx.Document(io.BytesIO(write(document(rows), style)))
    found = [row.cells[1].text for row in made.tables[2].rows]
    assert found == ["数", *map(str, range(rows))]
    names = [row.cells[0].text for row in made.tables[0].rows]
    assert names == ["事项", *(f"第{n}项\n<!--rows 0-->&" for n in range(rows))]
    assert [len(table.rows) for table in made.tables] == [rows + 1, min(rows, 3) + 1, rows + 1]
