"""Forms made with python-docx, and plans to fill them in with."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest

from planforge import forms, pipeline
from planforge.catalogue import load_catalogue
from planforge.model.validate import validate
from planforge.source.load import load
from planforge.writers.docx.own import WordFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.model.plan import Plan

PLAN = """\
标题: 青禾县第二中学工会2027年工作计划
单位: {名称: 青禾县第二中学工会, 上级: 青禾县教育工会}
期间: 2027
重点任务:
  - {标题: 加强思想引领, 内容: 组织学习。, 责任人: 宣传委员、组织委员, 期限: 6月底前}
  - 标题: 办好职工之家
    子项: [添置图书, 修好球台]
月度安排:
  3月: [慰问女职工]
  5月:
    - {活动: 职工运动会, 责任人: 文体委员, 经费: 1.2万元, 日期: 2027-05-08}
经费预算:
  - {项目: 活动, 金额: 12000元}
  - {项目: 慰问, 金额: 8000元}
落款: {日期: 2027-01-08}
"""


def plan_of(text: str) -> Plan:
    return validate(load("plan.yaml", text.encode()), load_catalogue())


def bytes_of(file: Any) -> bytes:
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def form_of(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A form of some paragraphs and a table below them."""
    file = docx.Document()
    for text in paragraphs:
        file.add_paragraph(text)
    if rows:
        table = file.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return bytes_of(file)


@pytest.fixture
def plan() -> Plan:
    return plan_of(PLAN)


@pytest.fixture
def make_plan() -> Callable[[str], Plan]:
    return plan_of


@pytest.fixture
def saved() -> Callable[[Any], bytes]:
    return bytes_of


@pytest.fixture
def form() -> Callable[..., bytes]:
    return form_of


@pytest.fixture
def fill(plan: Plan) -> Callable[..., Any]:
    """Fills in a form as the command does, and opens what came out."""

    def fill(data: bytes, other: Plan | None = None) -> Any:
        file = WordFile("表格.docx", data)
        forms.check(file).demand()
        return docx.Document(io.BytesIO(pipeline.fill_form(file, other or plan)))

    return fill


@pytest.fixture
def lines(fill: Callable[..., Any], form: Callable[..., bytes]) -> Callable[..., list[str]]:
    """The paragraphs that come of some paragraphs with tags."""
    return lambda *texts: [p.text for p in fill(form(*texts)).paragraphs]


@pytest.fixture
def problems() -> Callable[[bytes], list[tuple[str, str]]]:
    """Message and hint of everything wrong in a form."""

    def found(data: bytes) -> list[tuple[str, str]]:
        checked = forms.check(WordFile("表格.docx", data))
        return [(one.message, one.hint) for one in checked.problems()]

    return found
