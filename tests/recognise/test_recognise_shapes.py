"""Whole plans in the shapes that people give them: which sections they have."""

from __future__ import annotations

from typing import Any

import pytest

from planforge.readers.line import Cell, Line
from planforge.recognise import Imported, plan_from_lines, plans_from_lines
from planforge.source.load import load

TITLE = "青禾县第二中学工会2027年工作计划"
KEYS = {
    "前言": "preamble",
    "回顾": "review",
    "指导思想": "guiding_ideology",
    "工作思路": "focus",
    "工作目标": "targets",
    "重点任务": "tasks",
    "实施步骤": "stages",
    "月度安排": "schedule",
    "组织领导": "leadership",
    "经费预算": "budget",
    "保障措施": "safeguards",
    "其他章节": "sections",
    "结语": "closing",
}
GUIDING = "以党的二十大精神为指导，围绕学校发展大局，当好教职工的贴心人。"
TASKS = ("（一）学习引路", "1.每月读一本书。", "（二）暖心服务", "1.生病住院必访。")
MONTHS = ("2月：", "1.开学走访。", "3月：", "1.踏青。", "4月：", "1.拔河比赛。")


def imported(*lines: str, title: str = TITLE) -> Imported:
    return plan_from_lines("旧.txt", numbered(title, *lines))


def numbered(*lines: str) -> list[Line]:
    return [Line(n, text) for n, text in enumerate(lines, 1)]


def data(*lines: str, title: str = TITLE) -> dict[str, Any]:
    found: dict[str, Any] = load("x", imported(*lines, title=title).yaml.encode()).data()
    return found


def sections(*lines: str) -> list[str]:
    return [KEYS[key] for key in data(*lines) if key in KEYS]


@pytest.mark.parametrize("heading", ["二、工作重点", "二、工作要点", "二、全年工作安排"])
def test_a_focus_over_points_is_the_tasks_of_a_plan_without_others(heading: str) -> None:
    assert sections("一、指导思想", GUIDING, heading, *TASKS) == ["guiding_ideology", "tasks"]


def test_a_focus_of_one_paragraph_or_beside_tasks_stays_a_focus() -> None:
    assert sections("一、工作重点", "建好教工之家。", "二、主要措施", *TASKS) == ["focus", "tasks"]
    assert sections("一、工作重点", *TASKS, "二、具体工作", "1、慰问。", "2、体检。") == [
        "focus",
        "tasks",
    ]
    assert sections("一、工作重点", "1、建家。", "二、经费预算", "全年两万元。") == [
        "focus",
        "budget",
    ]


@pytest.mark.parametrize(
    ("heading", "key"), [("二、工作思路", "focus"), ("二、活动安排", "schedule")]
)
def test_other_headings_keep_what_they_say_over_points(heading: str, key: str) -> None:
    points = ("1、读书会", "2、登山", "3、拔河")
    assert sections("一、指导思想", GUIDING, heading, *points) == ["guiding_ideology", key]


def test_the_only_list_of_a_plan_is_its_tasks_whatever_its_heading_says() -> None:
    words = "二、围绕三件事出实招"
    assert sections("一、指导思想", GUIDING, words, *TASKS) == ["guiding_ideology", "tasks"]
    lists = (words, *TASKS, "三、办好四件实事", *TASKS)
    assert sections("一、指导思想", GUIDING, *lists) == ["guiding_ideology", "sections"]
    assert sections("一、指导思想", GUIDING, "二、评议内容", "服务态度。") == [
        "guiding_ideology",
        "sections",
    ]


def test_a_schedule_with_months_is_never_the_tasks() -> None:
    assert sections("一、工作目标", "会员满意。", "二、工作安排", *MONTHS) == [
        "targets",
        "schedule",
    ]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("2027年工会工作的总体要求是：突出服务，办好实事。", "guiding_ideology"),
        ("新的一年任务不轻。今年工会工作总的指导思想：突出服务，办好实事。", "guiding_ideology"),
        ("本会以县委全会精神为主导，办好实事。", "guiding_ideology"),
        ("2026年，本会以县委全会精神为指导，慰问了职工，共走访30户。", "preamble"),
        ("根据上级总体要求，结合实际安排如下。", "preamble"),
        ("职工的总体要求是待遇和尊重。", "preamble"),
    ],
)
def test_a_first_paragraph_is_the_guiding_ideology_where_it_says_what_guides(
    words: str, key: str
) -> None:
    assert sections(words, "一、学习", "二、慰问", "三、比赛") == [key, "tasks"]


def test_the_paragraph_above_two_stood_below_a_lost_one() -> None:
    words = "围绕学校中心工作，当好教职工的贴心人。"
    rest = ("二、工作目标", "会员满意。", "三、主要工作", *TASKS)
    found = imported("2027年任务不轻。", words, *rest)
    plan = data("2027年任务不轻。", words, *rest)
    assert plan["前言"] == "2027年任务不轻。"
    assert plan["指导思想"] == {"标题": "", "内容": words}
    assert [note.line for note in found.notes if "指导思想" in note.text] == [3]
    assert sections(words, "二、学好理论", "三、主要工作", *TASKS)[0] == "preamble"
    assert sections("为此制定本计划。", *rest)[0] == "preamble"


def test_an_undated_schedule_that_ends_the_tasks_is_a_section_of_its_own() -> None:
    lines = ("一、主要工作", *TASKS, "（三）本学期具体活动", "1、开学座谈。", "2、登山。")
    plan = data(*lines)
    assert [one["标题"] for one in plan["重点任务"]["子项"]] == ["学习引路", "暖心服务"]
    assert plan["月度安排"] == {"标题": "本学期具体活动", "安排": ["开学座谈。", "登山。"]}
    told = [note for note in imported(*lines).notes if "月度安排" in note.text]
    assert [note.line for note in told] == [7]


def test_months_below_the_tasks_take_their_heading_with_them() -> None:
    plan = data("一、主要工作", "1、学习。", "2、慰问。", "（三）各月工作安排", *MONTHS)
    assert plan["重点任务"]["子项"] == ["学习。", "慰问。"]
    assert plan["月度安排"]["标题"] == "各月工作安排"
    assert [one["月份"] for one in plan["月度安排"]["安排"]] == ["2月", "3月", "4月"]


@pytest.mark.parametrize(
    "lines",
    [
        ("一、主要工作", "（一）活动安排", "1、开学座谈。", "2、登山。"),
        ("一、主要工作", *TASKS, "（三）活动安排", "1、座谈", "（1）布置", "2、登山"),
        ("一、主要工作", *TASKS, "（三）活动安排"),
        ("一、主要工作", "（一）慰问", "（二）活动安排", "1、登山", "二、保障措施", "1、领导重视"),
        ("一、趣味运动会", "（一）报名", "（二）时间安排", "1、预赛", "2、决赛", "二、主要工作"),
    ],
    ids=["alone", "nested", "empty", "in the middle", "of one event"],
)
def test_a_schedule_inside_a_section_stays_where_it_may_be_something_else(
    lines: tuple[str, ...],
) -> None:
    assert "月度安排" not in data(*lines)


def test_what_a_style_says_of_the_levels_stands() -> None:
    lines = [
        Line(1, TITLE, style="title"),
        Line(2, "主要工作", level=1),
        Line(3, "学习引路", level=2),
        Line(4, "每月读一本书。"),
        Line(5, "活动安排", level=2),
        Line(6, "登山。", label="1."),
        Line(7, "座谈。", label="2."),
    ]
    plan = load("x", plan_from_lines("旧.docx", lines).yaml.encode()).data()
    assert "月度安排" not in plan


def test_known_words_without_a_mark_stand_above_the_numbers_below_them() -> None:
    plan = data(
        *("指导思想", GUIDING, "主要工作", "一、学习引路", "读书。", "二、暖心服务", "走访。"),
        *("活动安排", *MONTHS),
    )
    assert plan["指导思想"] == GUIDING
    assert [one["标题"] for one in plan["重点任务"]["子项"]] == ["学习引路", "暖心服务"]
    assert len(plan["月度安排"]["安排"]) == 3


def test_known_words_may_have_their_text_on_the_same_line() -> None:
    plan = data(
        "指导思想：围绕大局办实事。", "工作目标：争创先进职工之家。", "主要工作：", "1、建家。"
    )
    assert plan["指导思想"] == {"标题": "指导思想：", "内容": "围绕大局办实事。"}
    assert plan["工作目标"] == {"标题": "工作目标：", "内容": "争创先进职工之家。"}
    assert plan["重点任务"] == {"标题": "主要工作：", "子项": ["建家。"]}


def test_heads_of_columns_side_by_side_are_no_headings() -> None:
    plan = data("时间", "活动内容", "参加范围", "1月", "登山", "2月", "走访", "3月", "座谈")
    assert [key for key in plan if key in KEYS] == ["月度安排"]


def test_marks_that_begin_anew_every_time_are_marks() -> None:
    found = imported("做好三件事：", "一是建家。", "一是访贫。", "一是读书。")
    plan = load("x", found.yaml.encode()).data()
    assert plan["重点任务"] == {"标题": "", "子项": ["建家。", "访贫。", "读书。"]}
    assert {4, 5} <= {note.line for note in found.notes}
    assert "一是建家" in str(data("一是建家，今年抓紧。", "全体会员参加。"))


def test_the_second_line_of_a_title_goes_on_with_and() -> None:
    plan = data("及2027年工作计划", "一、工作总结", "建了家。", title="云岭区总工会2026年工作总结")
    assert plan["标题"] == "云岭区总工会2026年工作总结\n及2027年工作计划"


def test_a_table_behind_points_without_a_heading_stays_a_table() -> None:
    cells = [
        Line(10 + 2 * row + column, text, cell=Cell(0, row, column))
        for row, texts in enumerate((("小组", "人数"), ("语文组", "12"), ("数学组", "9")))
        for column, text in enumerate(texts)
    ]
    lines = [*numbered(TITLE, "一、学习引路", "1、读书。", "二、暖心服务", "1、走访。"), *cells]
    plan = load("x", plan_from_lines("旧.docx", lines).yaml.encode()).data()
    assert [one["标题"] for one in plan["重点任务"]["子项"]] == ["学习引路", "暖心服务"]
    assert plan["重点任务"]["表格"] == {
        "列": ["小组", "人数"],
        "行": [["语文组", "12"], ["数学组", "9"]],
    }


def test_last_words_that_say_the_plan_ends_here_close_it() -> None:
    closing = "以上是本会全年的工作要点，请各小组结合实际抓好落实。"
    assert data("一、学习", "读书。", "二、慰问", "走访。", closing)["结语"] == closing


def test_a_guess_takes_no_place_that_a_heading_claims() -> None:
    plan = data(GUIDING, "一、指导思想", "服务会员。", "二、主要工作", *TASKS)
    assert (plan["前言"], plan["指导思想"]) == (GUIDING, "服务会员。")
    months = [line.replace("月", "月份") for line in MONTHS]
    schedules = ("一、活动安排", *MONTHS, "二、主要工作", "1、学习。", *months)
    written = imported(*schedules).yaml
    assert [written.count(words) for words in ("开学走访。", "踏青。", "拔河比赛。")] == [2, 2, 2]
    assert "月份" in str(data(*schedules)["重点任务"])


SECOND = (
    "2027年是分厂扭亏的关键一年。",
    "为此制定分厂工会工作计划。",
    "一、练兵",
    "二、帮困",
)
FIRST = (
    "一、学习引路，读好书，" + "写好心得，" * 20 + "交流体会。",
    "二、暖心服务，走访会员，" + "办好实事，" * 20 + "不落一人。",
)


def test_a_second_plan_without_a_title_is_told_and_can_be_split_off() -> None:
    lines = numbered(TITLE, *FIRST, *SECOND)
    assert plan_from_lines("旧.txt", lines).plans == 2
    first, second = (
        load("x", one.yaml.encode()).data() for one in plans_from_lines("旧.txt", lines)
    )
    assert len(first["重点任务"]["子项"]) == 2
    assert second["前言"] == "2027年是分厂扭亏的关键一年。\n为此制定分厂工会工作计划。\n"
    assert second["重点任务"]["子项"] == ["练兵", "帮困"]


@pytest.mark.parametrize(
    "second",
    [
        SECOND[1:],
        (SECOND[0], *SECOND[2:]),
        (*SECOND[:2], "三、练兵", "四、帮困"),
    ],
    ids=["no opening", "no plan made", "goes on counting"],
)
def test_other_paragraphs_between_points_begin_no_plan(second: tuple[str, ...]) -> None:
    assert plan_from_lines("旧.txt", numbered(TITLE, *FIRST, *second)).plans == 1


def test_a_second_plan_in_the_same_file_keeps_its_own_numbers() -> None:
    plan = data(*FIRST, *SECOND)
    assert plan["前言"] == "2027年是分厂扭亏的关键一年。\n为此制定分厂工会工作计划。\n"
    assert len(plan["重点任务"]["子项"]) == 2
    assert plan["其他章节"] == [{"标题": "", "位于": "前言", "子项": ["练兵", "帮困"]}]


def test_a_second_plan_with_a_schedule_of_its_own_stays_text_in_its_place() -> None:
    months = ("三、活动安排", *MONTHS)
    found = imported(*FIRST, *months, *SECOND, *months)
    assert found.plans == 2
    assert found.yaml.count("月度安排:") == 1
    assert all(line.place for line in found.lines)


def test_heads_of_columns_above_months_and_other_sections_are_kept() -> None:
    lines = ("时间", "活动内容", "1月", "走访。", "2月", "踏青。", "一、主要工作", "1、学习。")
    found = imported(*lines)
    assert all(words in found.yaml for words in ("时间", "活动内容", "走访", "踏青", "学习"))


def test_points_of_a_schedule_behind_its_months_are_told_in_the_report() -> None:
    behind = ("（一）通讯员负责摄影。", "（二）财务员负责账目。")
    found = imported("一、主要工作", "1、学习。", "二、活动安排", *MONTHS, *behind)
    plan = load("x", found.yaml.encode()).data()
    assert plan["月度安排"]["子项"] == ["通讯员负责摄影。", "财务员负责账目。"]
    assert {line.place for line in found.lines[-2:]} == {"月度安排"}
    assert all(line.place for line in found.lines)
