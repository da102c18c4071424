"""The chart of the year, in every format."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.catalogue import load_catalogue
from planforge.document.chart import as_table, charts, in_lines
from planforge.model.validate import validate
from planforge.pipeline import render_plan
from planforge.regions import load_region
from planforge.source.load import load
from planforge.writers.chart import draw

if TYPE_CHECKING:
    from planforge.model.plan import Plan

TEXT = """\
标题: 青禾县第二中学工会2027年工作计划
期间: 2027
重点任务:
  - {标题: 建家, 期限: 6月底前}
  - {标题: 例会, 频次: 每季度一次}
  - {标题: 体检, 期限: 3月, 状态: 已完成}
月度安排:
  5月: [职工运动会]
  7-8月: [送清凉]
版式: {图表: 是}
"""


def plan(text: str = TEXT) -> Plan:
    return validate(load("plan.yaml", text.encode()), load_catalogue())


def test_every_line_stands_in_its_months() -> None:
    (chart,) = charts(plan(), load_region("cn"))
    assert [(row.name, row.start, row.end, row.mark, row.done) for row in chart.rows] == [
        ("建家", pytest.approx(5 + 29 / 30), 6.0, "limit", False),
        ("例会", 0.0, 12.0, "every", False),
        ("体检", pytest.approx(2 + 30 / 31), 3.0, "limit", True),
        ("职工运动会", 4.0, 5.0, "span", False),
        ("送清凉", 6.0, 8.0, "span", False),
    ]


def test_a_school_year_runs_from_september() -> None:
    text = TEXT.replace("期间: 2027", "期间: 2026-2027学年")
    (chart,) = charts(plan(text), load_region("cn"))
    assert chart.months[0] == "9月"
    assert [row.start for row in chart.rows if row.name == "职工运动会"] == [8.0]


def test_formats_without_pictures_have_a_table_of_marks() -> None:
    (chart,) = charts(plan(), load_region("cn"))
    rows = {row[0]: "".join(mark or "·" for mark in row[1:]) for row in as_table(chart).rows}
    assert rows == {
        "建家": "·····◇······",
        "例会": "··□··□··□··□",
        "体检": "··◆·········",
        "职工运动会": "····□·······",
        "送清凉": "······□□····",
    }
    text = render_plan(plan(), "md").decode()
    assert "| 送清凉 |  |  |  |  |  |  | □ | □ |" in text
    assert "全年安排图（□待办；■已完成；◇截止）" in text


def test_word_has_the_picture_as_wide_as_the_text_with_words_for_the_blind() -> None:
    data = render_plan(plan(), "docx")
    assert data == render_plan(plan(), "docx")
    made = docx.Document(io.BytesIO(data))
    (shape,) = made.inline_shapes
    assert abs(shape.width - Mm(156)) < Mm(0.2)
    about = shape._inline.docPr
    assert about.get("descr") == "全年安排图：建家；例会；体检；职工运动会；送清凉"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/media/chart1.png").startswith(b"\x89PNG")


def test_html_has_the_picture_inside_and_nothing_from_outside() -> None:
    html = render_plan(plan(), "html").decode()
    assert html.count("<svg") == 1
    assert "<figcaption>全年安排图</figcaption>" in html
    assert "http://" not in html.replace("http://www.w3.org", "")


def test_a_long_plan_has_a_chart_for_every_page() -> None:
    tasks = "\n".join(f"  - {{标题: 第{n}件, 期限: 6月}}" for n in range(40))
    text = TEXT[: TEXT.index("重点任务")] + f"重点任务:\n{tasks}\n版式: {{图表: 是}}\n"
    assert [len(chart.rows) for chart in charts(plan(text), load_region("cn"))] == [28, 12]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("职工运动会", ["职工运动会"]),
        ("为教龄满三十年的教师送纪念册", ["为教龄满三十年的教", "师送纪念册"]),
        ("答复率达到98.5%，不得弄虚作假", ["答复率达到98.5%，", "不得弄虚作假"]),
        ("评选身边的好人（十名）“好老师”", ["评选身边的好人（十", "名）“好老师”"]),
        ("English Corner\n每周五", ["English Corner 每", "周五"]),
        ("", [""]),
    ],
)
def test_long_names_are_wrapped_and_figures_stay_whole(name: str, lines: list[str]) -> None:
    assert in_lines(name, 18) == lines


@given(name=st.text("职工，。“”（）a1. \n", max_size=80), room=st.integers(4, 40))
@settings(deadline=None)
def test_no_sign_of_a_name_is_lost_in_wrapping(name: str, room: int) -> None:
    joined = "".join(in_lines(name, room))
    assert joined.replace(" ", "") == name.replace("\n", "").replace(" ", "")


def test_long_names_take_the_room_of_more_rows() -> None:
    name = "为教龄满三十年的教师送纪念册并合影留念"
    tasks = "\n".join(f"  - {{标题: {name}{n}, 期限: 6月}}" for n in range(20))
    text = TEXT[: TEXT.index("重点任务")] + f"重点任务:\n{tasks}\n版式: {{图表: 是}}\n"
    made = charts(plan(text), load_region("cn"))
    assert [len(chart.rows) for chart in made] == [14, 6]
    assert draw(made[0], 156).height < 220


def test_a_plan_without_times_has_none() -> None:
    assert charts(plan("标题: 甲\n期间: 2027\n重点任务: [建家]\n"), load_region("cn")) == ()
    assert charts(plan("标题: 甲\n月度安排: {3月: [建家]}\n"), load_region("cn")) == ()


def test_the_same_chart_gives_the_same_bytes() -> None:
    (chart,) = charts(plan(), load_region("cn"))
    assert draw(chart, 156) == draw(chart, 156)
