from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.catalogue import load_catalogue
from planforge.document.compose import compose
from planforge.document.plain import texts
from planforge.model.validate import validate
from planforge.recognise import Imported, plan_from_text
from planforge.regions import load_region
from planforge.source.load import load


def imported(*lines: str) -> Imported:
    return plan_from_text("旧计划.txt", "\n".join(lines).encode())


def data(*lines: str) -> dict[str, Any]:
    read: dict[str, Any] = load("旧计划.yaml", imported(*lines).yaml.encode()).data()
    return {name: value for name, value in read.items() if name not in {"版本", "期间"}}


TITLE = "青禾县第二中学工会2027年工作计划"


def test_a_whole_plan_is_recognised() -> None:
    plan = load(
        "旧计划.yaml",
        imported(
            TITLE,
            "为做好全年工作，制定本计划。",
            "一、指导思想",
            "以服务教职工为中心。",
            "二、主要工作：",
            "（一）民主管理",
            "1、开好职代会。",
            "2、推进校务公开。",
            "（二）文体活动",
            "全年不断线。",
            "三、每月工作安排",
            "三月份：",
            "1、女教职工座谈会",
            "2、健步走",
            "四月份：",
            "1、教工篮球赛",
            "五、六月份：",
            "1、读书分享会",
            "四、其他事项",
            "未尽事宜另行通知。",
            "总之，要办好每一件实事。",
            "青禾县第二中学工会",
            "2027年1月8日",
        ).yaml.encode(),
    ).data()
    assert plan == {
        "版本": "1",
        "标题": TITLE,
        "单位": {"名称": "青禾县第二中学工会"},
        "期间": "2027",
        "前言": "为做好全年工作，制定本计划。",
        "指导思想": "以服务教职工为中心。",
        "重点任务": {
            "标题": "主要工作：",
            "子项": [
                {"标题": "民主管理", "子项": ["开好职代会。", "推进校务公开。"]},
                {"标题": "文体活动", "内容": "全年不断线。"},
            ],
        },
        "月度安排": {
            "标题": "每月工作安排",
            "安排": [
                {"月份": "三月份", "活动": ["女教职工座谈会", "健步走"]},
                {"月份": "四月份", "活动": ["教工篮球赛"]},
                {"月份": "五、六月份", "活动": ["读书分享会"]},
            ],
        },
        "其他章节": [{"标题": "其他事项", "位于": "月度安排", "内容": "未尽事宜另行通知。"}],
        "结语": "总之，要办好每一件实事。",
        "落款": {"单位": "青禾县第二中学工会", "日期": "2027年1月8日"},
    }


def test_a_plan_without_known_headings_becomes_tasks_without_a_heading() -> None:
    assert data(TITLE, "今年做好三件事：", "1、学习", "2、活动", "3、慰问", "让职工满意。") == {
        "标题": TITLE,
        "单位": {"名称": "青禾县第二中学工会"},
        "前言": "今年做好三件事：",
        "重点任务": {"标题": "", "子项": ["学习", "活动", "慰问"]},
        "结语": "让职工满意。",
    }


def test_a_text_without_any_mark_is_a_preamble() -> None:
    assert data("没有标题的一段话。", "又一段话。") == {
        "标题": "旧计划",
        "前言": "没有标题的一段话。\n又一段话。\n",
    }


def test_many_unknown_headings_in_a_row_are_the_tasks() -> None:
    plan = data(
        TITLE,
        *("一、指导思想", "以人为本。", "二、抓学习", "每月一次。", "三、抓活动", "每季一次。"),
        *("四、抓慰问", "常年坚持。"),
    )
    assert plan["重点任务"]["标题"] == ""
    assert [item["标题"] for item in plan["重点任务"]["子项"]] == ["抓学习", "抓活动", "抓慰问"]


def test_the_second_heading_of_one_kind_is_a_section_of_its_own() -> None:
    plan = data(TITLE, "一、工作目标", "入会率100%。", "二、奋斗目标", "争创先进。")
    assert plan["工作目标"] == "入会率100%。"
    assert plan["其他章节"] == [{"标题": "奋斗目标", "位于": "工作目标", "内容": "争创先进。"}]


def test_headings_without_marks_are_known_by_their_words() -> None:
    plan = data(TITLE, "指导思想", "以人为本。", "工作目标", "争创先进。")
    assert plan["指导思想"] == "以人为本。"
    assert plan["工作目标"] == "争创先进。"


def test_a_budget_in_words_stays_in_words() -> None:
    plan = data(TITLE, "一、指导思想", "节俭。", "二、经费预算", "（一）慰问", "（二）文体")
    assert plan["经费预算"] == {"子项": ["慰问", "文体"]}


def test_months_in_one_line_each_are_a_schedule() -> None:
    plan = data(TITLE, "一、活动安排", "一月：送温暖。", "二月：拜年。", "三月：健步走，评先进。")
    assert plan["月度安排"]["安排"] == [
        {"月份": "一月", "活动": ["送温暖。"]},
        {"月份": "二月", "活动": ["拜年。"]},
        {"月份": "三月", "活动": ["健步走，评先进。"]},
    ]


def test_what_lies_deeper_than_four_levels_stays_as_text_with_its_marks() -> None:
    plan = data(TITLE, "一、甲", "（一）乙", "1、丙", "（1）丁", "①戊", "②己")
    fourth = plan["重点任务"]["子项"][0]["子项"][0]["子项"][0]["子项"]
    assert fourth == ["丁", {"内容": "①戊", "编号": "否"}, {"内容": "②己", "编号": "否"}]


def test_notes_say_what_to_check_and_where() -> None:
    found = imported("工会工作计划", "二、学习", "20xx年抓好学习。", "四、活动")
    assert [(note.line, note.zh[:7]) for note in found.notes] == [
        (0, "没有读出单位、"),
        (2, "编号不是从 1"),
        (3, "有空着没填的年"),
        (4, "编号跳号或重号"),
    ]
    assert found.notes[0].zh == "没有读出单位、类型，需要时请自己写上。"
    assert str(found.notes[3]) == (
        "line 4: numbers are skipped or repeated; something may be missing"
    )
    assert found.yaml.startswith("# 由 planforge import 从旧文件导入。")
    assert "#   第 3 行：有空着没填的年份" in found.yaml


def test_an_empty_file_gives_a_plan_with_a_title_only() -> None:
    assert data("") == {"标题": "旧计划"}


MARKS = (
    "一、 二、 三、 一. （一） (二) 1、 2、 3. （1） ① ② a) 第一、 第二、 一是 二是 —— • "
    "。ㄒ唬 七、 壹、 1。"
)
WORDS = (
    "指导思想 工作目标： 主要工作 实施步骤 组织领导 经费预算 保障措施 结语 活动安排 "
    "三月份： 四月份 五月：慰问。 七、八月份: 开好职代会。 1、拔河2、书画 第一句。第二句。 "
    "时间 活动内容 1月：走访。 2月：踏青。 指导思想：以会议精神为指导。 以会议精神为指导。 "
    "2027年是关键的一年。 为此制定工会工作计划。 工会工作计划篇一 工会工作计划篇二 工作重点 "
    "总之，再接再厉。 工作计划 云岭区总工会 2027年1月8日 yes null #1 “引号” \ue46a\ufffd"
)
marks = st.sampled_from([*MARKS.split(), "- ", "", "", ""])
words = st.sampled_from([*WORDS.split(), "6月 读书月", "- x", "a: b", "很长" * 60])
free = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"]), max_size=12)
lines = st.tuples(st.sampled_from(["", "　　", " "]), marks, words | free).map("".join)


@settings(deadline=None, max_examples=300)
@given(st.lists(lines, max_size=14))
def test_no_character_but_marks_is_lost_and_the_order_is_kept(texts_of_lines: list[str]) -> None:
    found = imported(*texts_of_lines)
    plan = validate(load("旧计划.yaml", found.yaml.encode()), load_catalogue())
    source = [line for text in texts_of_lines for line in text.splitlines() or [""]]
    kept = ""
    for fate in found.lines:
        text, place = source[fate.line - 1], 0
        for start, end in fate.removed:
            kept += text[place:start]
            place = end
        kept += text[place:]
    printed = "".join(texts(compose(plan, load_region(plan.region))))
    titled = any(fate.place == "标题" for fate in found.lines)
    said = printed if titled else printed.removeprefix("旧计划")
    assert without_colons(said, plan) == without_colons(kept, plan)


def without_colons(text: str, plan: Any) -> str:
    """The text without blanks, and in schedules without the colon behind a month."""
    bare = "".join(text.split())
    for entry in plan.schedule.entries if plan.schedule else ():
        month = entry.months.in_words() if entry.months else ""
        for colon in "：:" if month else "":
            bare = bare.replace(f"{month}{colon}", month)
    return bare
