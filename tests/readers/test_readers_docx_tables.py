"""Tables of Word files: every line knows its cell, and every cell how much it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planforge.readers import Cell, Dropped, Loss, reading

if TYPE_CHECKING:
    from planforge.readers import Line


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def placed(data: bytes) -> list[tuple[str, Cell | None]]:
    return [(line.text, line.cell) for line in reading("旧.docx", data).lines]


SPAN = '<w:gridSpan w:val="2"/>'
DOWN = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


def test_cells_stand_in_the_grid_with_what_they_take(raw: Any) -> None:
    first = row(cell(raw.p("月份"), DOWN), cell(raw.p("安排"), SPAN))
    second = row(cell(raw.p(), GOES_ON), cell(raw.p("活动")), cell(raw.p("责任人")))
    third = row(cell(raw.p("1月")), cell(raw.p("慰问") + raw.p("座谈")), cell(raw.p("组织部")))
    assert placed(raw(raw.p("前") + table(first, second, third) + raw.p("后"))) == [
        ("前", None),
        ("月份", Cell(0, 0, 0, down=2)),
        ("安排", Cell(0, 0, 1, across=2)),
        ("活动", Cell(0, 1, 1)),
        ("责任人", Cell(0, 1, 2)),
        ("1月", Cell(0, 2, 0)),
        ("慰问", Cell(0, 2, 1)),
        ("座谈", Cell(0, 2, 1)),
        ("组织部", Cell(0, 2, 2)),
        ("后", None),
    ]


def test_cells_before_a_row_and_old_merged_cells_are_counted(raw: Any) -> None:
    begun = cell(raw.p("甲"), '<w:hMerge w:val="restart"/>')
    first = row(begun, cell(raw.p(), "<w:hMerge/>"), cell(raw.p("乙")))
    late = row(cell(raw.p("丙")), properties='<w:gridBefore w:val="2"/>')
    assert placed(raw(table(first, late))) == [
        ("甲", Cell(0, 0, 0, across=2)),
        ("乙", Cell(0, 0, 2)),
        ("丙", Cell(0, 1, 2)),
    ]


def test_a_table_in_a_cell_is_a_table_of_its_own(raw: Any) -> None:
    inner = table(row(cell(raw.p("内"))))
    outer = table(row(cell(raw.p("上") + inner + raw.p("下"))))
    second = table(row(cell(raw.p("另"))))
    assert placed(raw(outer + second)) == [
        ("上", Cell(0, 0, 0)),
        ("内", Cell(1, 0, 0)),
        ("下", Cell(0, 0, 0)),
        ("另", Cell(2, 0, 0)),
    ]


def test_a_row_that_was_deleted_is_no_row(raw: Any) -> None:
    deleted = row(cell(raw.p("删")), properties='<w:del w:id="1" w:author="某"/>')
    data = raw(table(row(cell(raw.p("甲"))), deleted, row(cell(raw.p("乙")))) + raw.p("后"))
    assert placed(data) == [("甲", Cell(0, 0, 0)), ("乙", Cell(0, 1, 0)), ("后", None)]
    lines: tuple[Line, ...] = reading("旧.docx", data).lines
    assert [line.number for line in lines] == [1, 3, 4]
    assert reading("旧.docx", data).dropped == (Dropped(Loss.DELETED, 1),)


def test_numbers_in_cells_count_on(raw: Any) -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    rows = [row(cell(raw.listed("", 1)), cell(raw.p(name))) for name in "甲乙"]
    lines = reading("旧.docx", raw(table(*rows), numbering=numbering)).lines
    assert [(line.label, line.text) for line in lines] == [
        ("1", ""),
        ("", "甲"),
        ("2", ""),
        ("", "乙"),
    ]


def test_absurd_spans_take_neither_time_nor_room(raw: Any) -> None:
    wide = f'<w:gridSpan w:val="{"9" * 30}"/>'
    data = raw(table(row(cell(raw.p("甲"), wide), cell(raw.p("乙"), '<w:gridSpan w:val="x"/>'))))
    assert placed(data) == [("甲", Cell(0, 0, 0, across=1000)), ("乙", Cell(0, 0, 1000))]
