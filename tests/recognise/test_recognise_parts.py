"""Parts of documents as people make them, not as planforge prints them."""

from __future__ import annotations

from typing import Any

import pytest

from planforge.readers.line import Cell, Line
from planforge.recognise import plan_from_lines, plan_from_text, plans_from_lines
from planforge.source.load import load

TITLE = "青禾县第二中学工会2027年工作计划"


def read(*lines: Line) -> dict[str, Any]:
    found: dict[str, Any] = load("x.yaml", plan_from_lines("旧.docx", lines).yaml.encode()).data()
    return found


def data(*lines: str) -> dict[str, Any]:
    return read(*(Line(n, text) for n, text in enumerate((TITLE, *lines), 1)))


def table(first: int, *rows: str) -> list[Line]:
    return [
        Line(first + 10 * r + c, text, cell=Cell(0, r, c))
        for r, row in enumerate(rows)
        for c, text in enumerate(row.split("|"))
        if text
    ]


def test_addressees_stand_below_the_title_and_not_in_the_preamble() -> None:
    plan = data("各工会小组：", "为做好工作，制定本计划。", "一、学习", "二、慰问")
    assert plan["主送"] == ["各工会小组"]
    assert plan["前言"] == "为做好工作，制定本计划。"
    assert data("各年级组、各工会小组:", "一、学习", "二、慰问")["主送"] == [
        "各年级组",
        "各工会小组",
    ]


@pytest.mark.parametrize("line", ["今年主要做好以下工作：", "具体安排如下：", "各项任务："])
def test_a_lead_in_is_no_addressee(line: str) -> None:
    assert "主送" not in data(line, "一、学习", "二、慰问")


def test_a_note_of_approval_and_a_signature_on_one_line_are_known() -> None:
    plan = data(
        "（2027年1月5日经工会委员会审议通过）",
        "一、学习",
        "二、慰问",
        "青禾县第二中学工会  2027年1月8日",
    )
    assert plan["落款"] == {
        "单位": "青禾县第二中学工会",
        "日期": "2027年1月8日",
        "审议": "（2027年1月5日经工会委员会审议通过）",
    }


def test_announced_attachments_come_with_their_content() -> None:
    plan = data(
        *(
            "一、学习",
            "二、慰问",
            "附件：1.名单",
            "2.评分办法",
            "青禾县第二中学工会",
            "2027年1月8日",
        ),
        *("附件2", "评分办法", "满分一百分。", "一、外观", "二、用时"),
    )
    assert plan["附件"] == [
        "名单",
        {"标题": "评分办法", "内容": "满分一百分。", "子项": ["外观", "用时"]},
    ]


def test_a_schedule_in_a_table_has_months_activities_and_owners() -> None:
    rows = table(
        10, "时间|活动内容|负责人", "3月|女职工座谈|女工委", "|健步走|文体委员", "4-5月|球赛|"
    )
    plan = read(Line(1, TITLE), Line(2, "一、活动安排"), *rows)
    assert plan["月度安排"]["安排"] == [
        {
            "月份": "3月",
            "活动": [
                {"名称": "女职工座谈", "责任人": "女工委"},
                {"名称": "健步走", "责任人": "文体委员"},
            ],
        },
        {"月份": "4-5月", "活动": ["球赛"]},
    ]
    assert plan["版式"] == {"月度安排": "table"}


def test_a_budget_table_is_a_budget_and_its_total_is_computed() -> None:
    rows = table(10, "项目|金额|备注", "慰问|2000元|春节前", "文体|3000元|", "合计|5000元|")
    plan = read(Line(1, TITLE), Line(2, "一、经费预算"), *rows)
    assert plan["经费预算"] == [
        {"项目": "慰问", "金额": "2000元", "备注": "春节前"},
        {"项目": "文体", "金额": "3000元"},
    ]


def test_a_total_that_does_not_add_up_keeps_the_table_as_it_is() -> None:
    rows = table(10, "项目|金额", "慰问|2000元", "文体|3000元", "合计|6000元")
    plan = read(Line(1, TITLE), Line(2, "一、经费预算"), *rows)
    assert plan["经费预算"]["表格"]["行"][-1] == ["合计", "6000元"]


def test_another_table_stays_a_table_with_its_caption_and_text_behind_it_follows() -> None:
    rows = table(10, "分会|会员", "一车间|40人", "二车间|36人")
    lines = (
        Line(1, TITLE),
        Line(2, "一、基本情况"),
        Line(3, "会员分布"),
        *rows,
        Line(50, "以上为年底数。"),
    )
    plan = read(*lines)
    assert plan["回顾"]["表格"] == {
        "表名": "会员分布",
        "列": ["分会", "会员"],
        "行": [["一车间", "40人"], ["二车间", "36人"]],
    }


def test_a_table_between_points_becomes_lines_in_its_place() -> None:
    rows = table(10, "组别|人数", "甲组|8人")
    plan = read(
        *(
            Line(1, TITLE),
            Line(2, "一、主要工作"),
            Line(3, "（一）竞赛"),
            *rows,
            Line(40, "（二）慰问"),
        )
    )
    assert plan["重点任务"]["子项"] == [
        "竞赛",
        {"内容": "组别　人数", "编号": "否"},
        {"内容": "甲组　8人", "编号": "否"},
        "慰问",
    ]


def test_automatic_numbers_and_heading_styles_make_the_outline() -> None:
    plan = read(
        Line(1, TITLE, style="title"),
        Line(2, "指导思想", label="一、", level=1),
        Line(3, "以职工为中心。"),
        Line(4, "主要工作", label="二、", level=1),
        Line(5, "文体活动", label="（一）", level=2),
        Line(6, "办好运动会", label="1."),
        Line(7, "办好书画展", label="2."),
        Line(8, "其他说明", level=1),
        Line(9, "未尽事宜另行通知。"),
    )
    assert plan["指导思想"] == "以职工为中心。"
    assert plan["重点任务"]["子项"] == [{"标题": "文体活动", "子项": ["办好运动会", "办好书画展"]}]
    assert plan["其他章节"] == [
        {"标题": "其他说明", "位于": "重点任务", "编号": "否", "内容": "未尽事宜另行通知。"}
    ]


def test_short_lines_in_bold_are_headings_where_nothing_else_is() -> None:
    plan = read(
        Line(1, TITLE, bold=True),
        Line(2, "抓好学习", bold=True),
        Line(3, "每月集中学习一次，人人发言。"),
        Line(4, "办好活动", bold=True),
        Line(5, "每季组织一次健步走，全员参加。"),
        Line(6, "这一句只是强调，不是标题。", bold=True),
    )
    assert plan["重点任务"]["子项"] == [
        {"标题": "抓好学习", "内容": "每月集中学习一次，人人发言。"},
        {
            "标题": "办好活动",
            "内容": "每季组织一次健步走，全员参加。\n这一句只是强调，不是标题。\n",
        },
    ]


def test_facts_in_brackets_become_values_and_other_brackets_stay() -> None:
    plan = data(
        "一、主要工作",
        "1、换届（责任人：组织部；期限：6月底前；经费：2000元）",
        "2、健步走（责任部门：文体部）",
        "3、慰问（困难职工优先）",
    )
    assert plan["重点任务"]["子项"] == [
        {"内容": "换届", "责任人": "组织部", "期限": "6月底前", "经费": "2000元"},
        {"内容": "健步走", "责任部门": "文体部"},
        "慰问（困难职工优先）",
    ]


def test_stages_have_their_time_and_targets_their_figures() -> None:
    plan = data(
        *("一、工作目标", "1、职工入会率不低于98%", "2、争创先进职工之家"),
        *("二、实施步骤", "（一）动员部署阶段（3月）", "印发方案。", "（二）总结阶段（12月）"),
    )
    assert plan["工作目标"] == [
        {"指标": "职工入会率", "要求": "不低于98%"},
        "争创先进职工之家",
    ]
    assert plan["实施步骤"] == [
        {"名称": "动员部署阶段", "时间": "3月", "内容": "印发方案。"},
        {"名称": "总结阶段", "时间": "12月"},
    ]


def test_a_leading_group_has_its_roles() -> None:
    plan = data(
        *(
            "一、组织领导",
            "成立领导小组。",
            "组长：校党支部书记",
            "副组长：工会主席、副校长",
            "成员：各年级组长",
        ),
    )
    assert plan["组织领导"] == {
        "内容": "成立领导小组。",
        "组长": "校党支部书记",
        "副组长": ["工会主席", "副校长"],
        "成员": "各年级组长",
    }


def test_roles_in_another_order_stay_text() -> None:
    plan = data("一、组织领导", "成员：各年级组长", "组长：校党支部书记")
    assert plan["组织领导"] == "成员：各年级组长\n组长：校党支部书记\n"


def test_a_known_heading_glued_to_its_text_is_taken_apart() -> None:
    plan = data(
        "一、指导思想：以服务教职工为中心，办好实事。", "二、主要工作", "1、学习", "2、慰问"
    )
    assert plan["指导思想"] == {"标题": "指导思想：", "内容": "以服务教职工为中心，办好实事。"}


def test_the_guiding_ideology_and_a_review_are_known_without_a_heading() -> None:
    plan = data("坚持以服务职工为宗旨，以上级精神为指导，办好实事。", "一、学习", "二、慰问")
    assert plan["指导思想"]["标题"] == ""
    past = "先后走访了42户职工，累计发放慰问品36件，受到职工好评，取得了成绩。"
    told = data("现将工作情况汇报如下：", *(f"{n}、{past}" for n in "一二三四"))
    assert "重点任务" not in told
    assert told["回顾"]["标题"] == ""
    assert len(told["回顾"]["子项"]) == 4


def test_flattened_columns_stand_above_the_months() -> None:
    plan = data(
        *("一、学习", "每月一次。", "活动主题", "具体内容"),
        *("2月新学期新面貌", "1、读书2、体检", "3月比武", "1、赛课", "4月健康", "1、健步走2、球赛"),
    )
    assert plan["月度安排"]["内容"] == "活动主题\n具体内容\n"
    assert plan["月度安排"]["安排"][0] == {
        "月份": "2月",
        "主题": "新学期新面貌",
        "活动": ["读书", "体检"],
    }


PAGE = (
    *("工会工作计划（精选3篇）", "以下是小编整理的计划，仅供参考。"),
    *("工会工作计划 篇一", "一、学习", "二、慰问", "工会工作计划 篇二", "一、比赛", "二、讲座"),
    *("工会工作计划 篇三", "一、走访", "二、总结"),
)


def test_a_page_of_counted_plans_is_taken_apart() -> None:
    lines = [Line(n, text) for n, text in enumerate(PAGE, 1)]
    found = plans_from_lines("网页.html", lines)
    assert [one.title for one in found] == [
        "工会工作计划 篇一",
        "工会工作计划 篇二",
        "工会工作计划 篇三",
    ]
    assert plan_from_lines("网页.html", lines).plans == 3
    assert [origin.line for origin in found[1].origins][:2] == [6, 7]


def test_a_page_may_have_lost_some_of_its_plans() -> None:
    lines = [Line(n, text) for n, text in enumerate([*PAGE[2:5], *PAGE[8:]], 1)]
    titles = [one.title for one in plans_from_lines("网页.html", lines)]
    assert titles == ["工会工作计划 篇一", "工会工作计划 篇三"]


def test_a_second_title_begins_a_second_plan_and_a_heading_does_not() -> None:
    body = ("一、学习", "每月组织一次集中学习，每次一小时。" * 8, "二、慰问", "每季一次。")
    twice = [*(TITLE, *body), "青禾县第二中学工会女工委工作计划", *body]
    assert len(plans_from_lines("旧.txt", [Line(n, t) for n, t in enumerate(twice, 1)])) == 2
    once = [TITLE, *body, "三、工会工作安排", "每周一次。"]
    assert len(plans_from_lines("旧.txt", [Line(n, t) for n, t in enumerate(once, 1)])) == 1


def test_headers_are_left_out_and_footnotes_come_last() -> None:
    plan = read(
        Line(0, "青禾县第二中学", part="header"),
        *(Line(1, TITLE), Line(2, "一、学习"), Line(3, "二、慰问")),
        Line(3, "以会员名册为准。", part="footnote"),
    )
    assert plan["其他章节"][-1] == {"标题": "", "位于": "重点任务", "内容": ["以会员名册为准。"]}


def test_the_region_is_read_where_the_text_tells_it() -> None:
    lines = (
        "臺灣青禾公司企業工會工作計畫",
        "一、會務",
        "依勞動基準法辦理協商。",
        "二、福利",
        "慰問會員。",
    )
    text = "\n".join((*lines, "勞動部訓練", "中華民國116年1月15日"))
    assert "地区: tw\n" in plan_from_text("舊.txt", text.encode()).yaml


ISSUED = (
    *("青禾县总工会文件", "青工发〔2027〕3号  签发人：××", "关于印发2027年工作计划的通知"),
    *("各基层工会：", "现将计划印发给你们，请认真落实。", "附件：青禾县总工会2027年工作计划"),
    *(
        "青禾县总工会",
        "2027年1月8日",
        "附件",
        "青禾县总工会2027年工作计划",
        "一、学习",
        "每月一次。",
    ),
    *("二、慰问", "每季一次。", "抄送：县委办公室。", "青禾县总工会办公室  2027年1月9日印发"),
)


def test_a_plan_issued_by_a_notice_is_its_attachment() -> None:
    lines = [Line(n, text) for n, text in enumerate(ISSUED, 1)]
    plan = read(*lines)
    assert plan["标题"] == "青禾县总工会2027年工作计划"
    assert [item["标题"] for item in plan["重点任务"]["子项"]] == ["学习", "慰问"]
    assert plan["落款"] == {"单位": "青禾县总工会", "日期": "2027年1月8日"}
    assert plan["版式"]["发文"] == {
        "发文机关标志": "青禾县总工会文件",
        "发文字号": "青工发〔2027〕3号",
        "签发人": "××",
        "标题": "关于印发2027年工作计划的通知",
        "主送": ["各基层工会"],
        "正文": ["现将计划印发给你们，请认真落实。"],
        "抄送": ["县委办公室"],
        "印发机关": "青禾县总工会办公室",
        "印发日期": "2027年1月9日",
    }
    imported = plan_from_lines("旧.docx", lines)
    assert imported.plans == 1
    assert [fate.place for fate in imported.lines].count("版式") == 11
