"""Workbooks, and what was filled in to them on the way back."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from planforge.agenda import returned
from planforge.agenda.matters import matters
from planforge.catalogue import load_catalogue
from planforge.errors import FileProblems, UserError
from planforge.model.validate import validate
from planforge.source import quote
from planforge.source.load import Source, load
from planforge.writers.csv import to_csv
from planforge.writers.xlsx import to_xlsx

if TYPE_CHECKING:
    from planforge.model.plan import Plan

EXAMPLES: Final = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))
TEXT: Final = """\
标题: 青禾县第二中学工会2027年工作计划
期间: 2027
重点任务:
  # 先办这一件。
  - {标题: 建家, 内容: =1+1, 责任人: 办公室, 期限: 6月底前, 经费: 1.2万元}
  - {标题: 培训, 经费: 3000元, 状态: 进行中}
月度安排:
  3月: [慰问女职工, 读书会]
"""


def read(text: str = TEXT) -> tuple[Source, Plan]:
    source = load("plan.yaml", text.encode())
    return source, validate(source, load_catalogue())


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def saved(book: Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_tasks_and_months_have_a_sheet_each_with_filters_and_headings_that_stay() -> None:
    book = opened(to_xlsx(read()[1]))
    assert book.sheetnames == ["任务分解表", "月度安排表"]
    sheet = book["任务分解表"]
    assert [cell.value for cell in sheet[2]][1:4] == ["章节", "名称", "内容"]
    assert sheet.freeze_panes == "D3"
    assert sheet.auto_filter.ref == "A2:N4"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.column_dimensions["A"].hidden


def test_the_bytes_do_not_depend_on_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    data = to_xlsx(read()[1])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    with zipfile.ZipFile(io.BytesIO(to_xlsx(read()[1]))) as archive:
        assert archive.read("docProps/core.xml").count(b"2027-01-15T08:00:00Z") == 2


def test_what_begins_like_a_formula_stays_a_text() -> None:
    sheet = opened(to_xlsx(read()[1]))["任务分解表"]
    cell = sheet["D3"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_money_and_days_are_figures_with_a_sum_below() -> None:
    sheet = opened(to_xlsx(read()[1]))["任务分解表"]
    heads = [cell.value for cell in sheet[2]]
    money = heads.index("经费") + 1
    assert [sheet.cell(row, money).value for row in (3, 4)] == [12000, 3000]
    letter = get_column_letter(money)
    assert sheet.cell(5, money).value == f"=SUBTOTAL(109,{letter}3:{letter}4)"
    assert sheet.cell(3, heads.index("结束") + 1).value == dt.datetime(2027, 6, 30)  # noqa: DTZ001


def test_the_status_is_chosen_from_its_words() -> None:
    sheet = opened(to_xlsx(read()[1]))["月度安排表"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"未开始,进行中,已完成,延期,取消"'


def test_what_was_filled_in_comes_back_and_only_that() -> None:
    source, plan = read()
    book = opened(to_xlsx(plan))
    sheet = book["月度安排表"]
    heads = [cell.value for cell in sheet[2]]
    sheet.cell(3, heads.index("状态") + 1).value = "完成"
    sheet.cell(3, heads.index("完成时间") + 1).value = dt.date(2027, 3, 8)
    sheet.cell(3, heads.index("佐证") + 1).value = "照片"
    changes, strange = returned.read("t.xlsx", saved(book), plan)
    assert strange == 0
    assert [(c.matter.title, c.cell) for c in changes] == [("慰问女职工", "月度安排表!F3")]
    new = returned.taken_in(source, changes)
    assert new.text.text == TEXT.replace(
        "[慰问女职工,", "[{名称: 慰问女职工, 状态: 完成, 完成时间: 2027-03-08, 佐证: 照片},"
    )


def test_rows_that_were_sorted_still_find_their_way() -> None:
    source, plan = read()
    book = opened(to_xlsx(plan))
    sheet = book["任务分解表"]
    one, other = ([cell.value for cell in sheet[row]] for row in (3, 4))
    status = [cell.value for cell in sheet[2]].index("状态")
    one[status] = "已完成"
    for row, values in ((3, other), (4, one)):
        for place, value in enumerate(values, 1):
            sheet.cell(row, place).value = value
    changes, _strange = returned.read("t.xlsx", saved(book), plan)
    assert [(c.matter.title, c.values) for c in changes] == [("建家", {"status": "已完成"})]
    assert "状态: 已完成}" in returned.taken_in(source, changes).text.text


def test_a_word_that_is_no_status_is_told_with_its_cell() -> None:
    _source, plan = read()
    book = opened(to_xlsx(plan))
    sheet = book["月度安排表"]
    sheet.cell(3, [cell.value for cell in sheet[2]].index("状态") + 1).value = "差不多"
    with pytest.raises(FileProblems) as error:
        returned.read("t.xlsx", saved(book), plan)
    (problem,) = error.value.problems
    assert problem.path == "t.xlsx: 月度安排表!F3"
    assert problem.message.startswith("差不多 is not a status")


def test_a_status_of_a_target_is_told_with_its_cell_and_nothing_is_taken() -> None:
    _source, plan = read(
        TEXT.replace("重点任务:", "工作目标: [{指标: 入会率, 要求: 98%}]\n重点任务:")
    )
    book = opened(to_xlsx(plan))
    sheet = book["任务分解表"]
    heads = [cell.value for cell in sheet[2]]
    assert sheet.cell(3, heads.index("名称") + 1).value == "入会率"
    sheet.cell(3, heads.index("状态") + 1).value = "已完成"
    sheet.cell(4, heads.index("状态") + 1).value = "已完成"
    with pytest.raises(FileProblems) as error:
        returned.read("t.xlsx", saved(book), plan)
    (problem,) = error.value.problems
    assert problem.path.startswith("t.xlsx: 任务分解表!")
    assert problem.message == "入会率 takes no 状态"
    assert problem.hint == "of a target, fill in the value reached; empty this cell"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    with pytest.raises(UserError, match="no Excel workbook"):
        returned.read("t.xlsx", data, read()[1])


def test_a_workbook_of_something_else_is_told() -> None:
    with pytest.raises(UserError, match="no table that was exported"):
        returned.read("t.xlsx", saved(Workbook()), read()[1])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_workbook_that_nobody_touched_changes_nothing(path: Path) -> None:
    plan = validate(load(str(path)), load_catalogue())
    data = to_xlsx(plan)
    assert data == to_xlsx(plan)
    assert returned.read("t.xlsx", data, plan) == ((), 0)


@given(
    words=st.text("签到表照片、，：: #'\"{}=+-@a1\n", min_size=1, max_size=15).filter(
        lambda text: text.strip() == text
    ),
    number=st.integers(0, 3),
)
@settings(max_examples=30, deadline=None)
def test_any_words_come_back_as_they_were_typed(words: str, number: int) -> None:
    source, plan = read()
    before = matters(plan)[number]
    book = opened(to_xlsx(plan))
    for sheet in book.worksheets:
        heads = [cell.value for cell in sheet[2]]
        for row in range(3, sheet.max_row + 1):
            if sheet.cell(row, heads.index("名称") + 1).value == before.title:
                cell = sheet.cell(row, heads.index("佐证") + 1)
                cell.value = words
                cell.data_type = "s"
    changes, _strange = returned.read("t.xlsx", saved(book), plan)
    new = returned.taken_in(source, changes)
    after = matters(validate(new, load_catalogue()))[number]
    assert after.evidence == words
    assert "# 先办这一件。" in new.text.text


def test_the_csv_opens_in_excel_and_holds_no_formula() -> None:
    data = to_csv(read()[1])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0][:3] == ["章节", "名称", "内容"]
    assert rows[1][:3] == ["重点任务", "建家", "'=1+1"]
    assert len(rows) == 5


@given(
    words=st.text("甲，,;\"'=+-@\n\t# 1", min_size=1, max_size=30).filter(lambda text: text.strip())
)
@settings(max_examples=60, deadline=None)
def test_any_words_stand_in_one_cell_of_the_csv(words: str) -> None:
    words = " ".join(words.split(" ")).strip()
    text = f"标题: 甲\n重点任务:\n  - {{标题: 建家, 备注: {quote.double(words)}}}\n"
    data = to_csv(read(text)[1]).decode("utf-8-sig")
    heads, row = list(csv.reader(io.StringIO(data, newline="")))
    cell = row[heads.index("备注")]
    assert cell.removeprefix("'") == words.removeprefix("'")
    assert cell[0] not in "=+-@"
