"""A page with several plans, as people save it from the web."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planforge.readers import reading
from planforge.readers.line import Cell, Line
from planforge.recognise import Role, plan_from_lines, plans_from_lines
from planforge.source.load import load

if TYPE_CHECKING:
    from planforge.recognise import Imported

PAGE = """<html><body>
<p>您的位置：首页 &gt; 范文</p><h1>工会工作计划（三篇）</h1><p>小编整理，欢迎阅读。</p>
<h2>工会工作计划 篇一</h2><p>一、指导思想</p><p>服务会员。</p><p>二、主要工作</p><p>1、建家。</p>
<h2>工会工作计划 篇二</h2><p>1、读書(shū)。</p><p>2、慰问。</p><p>3、比赛。</p>
<h2>工会工作计划 篇三</h2>
<table><tr><th>月份</th><th>活动</th></tr><tr><td>三月</td><td>踏青</td></tr></table>
<p>相关文章：</p><p>乡镇工会工作总结</p><p>下一篇：没有了</p>
</body></html>"""


def data(plan: Imported) -> dict[str, Any]:
    found: dict[str, Any] = load("x", plan.yaml.encode()).data()
    return found


def read() -> list[Line]:
    return list(reading("旧.html", PAGE.encode()).lines)


def test_headings_of_a_page_are_the_titles_of_its_plans() -> None:
    plans = [data(plan) for plan in plans_from_lines("旧.html", read())]
    assert [plan["标题"] for plan in plans] == [f"工会工作计划 篇{n}" for n in "一二三"]
    assert plans[0]["前言"] == "工会工作计划（三篇）"
    assert plans[0]["指导思想"] == "服务会员。"
    assert plans[1]["重点任务"]["子项"] == ["读書(shū)。", "慰问。", "比赛。"]


def test_every_line_of_a_page_is_told_in_one_of_the_plans() -> None:
    lines = read()
    plans = plans_from_lines("旧.html", lines)
    told = [(one.index, one.line) for plan in plans for one in plan.lines]
    assert told == [(place, line.number) for place, line in enumerate(lines)]
    gone = [
        lines[one.index].text for plan in plans for one in plan.lines if one.role is Role.DROPPED
    ]
    assert gone == [
        "您的位置：首页 > 范文",
        "小编整理，欢迎阅读。",
        "相关文章：",
        "乡镇工会工作总结",
        "下一篇：没有了",
    ]


def test_repairs_and_places_of_later_plans_are_those_of_the_page() -> None:
    lines = read()
    plan = plans_from_lines("旧.html", lines, repair=True)[1]
    assert [(lines[one.place].text, one.words) for one in plan.changes] == [
        ("1、读書(shū)。", "(shū)")
    ]
    assert plan.origins
    for one in plan.origins:
        text = lines[one.place].text[one.column : one.column + one.end - one.start]
        assert plan.yaml[one.start : one.end] == text


def test_one_plan_with_a_table_of_months_only_has_a_schedule() -> None:
    plan = data(plans_from_lines("旧.html", read())[2])
    assert plan["月度安排"] == {"标题": "", "安排": [{"月份": "三月", "活动": ["踏青"]}]}
    assert plan["版式"] == {"月度安排": "table"}
    assert "前言" not in plan


def test_a_table_of_months_between_paragraphs_is_the_schedule() -> None:
    cells = [
        Line(10 + 2 * row + column, text, cell=Cell(0, row, column))
        for row, texts in enumerate((("月份", "活动"), ("三月", "踏青")))
        for column, text in enumerate(texts)
    ]
    title, before, behind = "云岭区工会工作计划", "全年安排见下表。", "各分会照此办理。"
    lines = [Line(1, title), Line(2, before), *cells, Line(20, behind)]
    plan = data(plan_from_lines("旧.docx", lines))
    assert [plan["前言"], plan["月度安排"]["安排"], plan["结语"]] == [
        before,
        [{"月份": "三月", "活动": ["踏青"]}],
        behind,
    ]


def test_a_header_may_name_the_organisation_and_is_told_as_what_it_is() -> None:
    lines = [
        Line(0, "青禾县教育工会", part="header"),
        Line(1, "2027年工作计划"),
        Line(2, "一、建家"),
        Line(3, "二、读书"),
    ]
    found = plan_from_lines("旧.docx", lines)
    assert data(found)["单位"] == {"名称": "青禾县教育工会"}
    assert [note.zh for note in found.notes if "页眉" in note.zh]
    assert not [note.zh for note in found.notes if "网页" in note.zh]
    lines[0] = Line(0, "内部资料 注意保存", part="header")
    assert "单位" not in data(plan_from_lines("旧.docx", lines))
