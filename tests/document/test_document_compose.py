from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planforge.document.compose import compose
from planforge.document.plain import texts
from planforge.document.tree import (
    Attachment,
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Signature,
    Table,
)
from planforge.model.entry import Entry
from planforge.model.plan import Plan
from planforge.model.value import Value
from planforge.regions import load_region
from planforge.source.load import load

SAMPLE = Path(__file__).parents[1] / "data" / "every_section.yaml"
NOT_PRINTED = {"status", "finished", "evidence", "remarks", "reached", "after", "superior"}
NOT_PRINTED |= {"planforge", "kind", "period", "region", "layout"}


def composed(region: str = "cn", **plan: Any) -> Document:
    return compose(Plan.model_validate({"title": "计划", **plan}), load_region(region))


def printed(**plan: Any) -> list[Block]:
    return list(composed(**plan).blocks)


def test_a_section_has_the_usual_heading_or_its_own() -> None:
    assert printed(tasks="甲", safeguards={"heading": "组织保障", "text": "乙"}) == [
        Heading(1, "重点任务", 1),
        Paragraph("甲"),
        Heading(1, "组织保障", 2),
        Paragraph("乙"),
    ]


def test_the_usual_heading_is_that_of_the_region() -> None:
    assert composed("tw", tasks="甲").blocks[0] == Heading(1, "重點工作", 1)


def test_points_of_a_section_without_heading_move_up_and_count_with_the_headings() -> None:
    assert printed(tasks={"heading": "", "items": ["甲", "乙"]}, safeguards="丙") == [
        Item(1, 1, "", "甲"),
        Item(1, 2, "", "乙"),
        Heading(1, "保障措施", 3),
        Paragraph("丙"),
    ]


def test_an_unnumbered_section_is_not_counted_and_its_points_start_at_one() -> None:
    assert printed(tasks="甲", focus={"numbered": "否", "items": ["乙"]}, safeguards="丙") == [
        Heading(1, "重点任务", 1),
        Paragraph("甲"),
        Heading(1, "工作思路", None),
        Item(2, 1, "", "乙"),
        Heading(1, "保障措施", 2),
        Paragraph("丙"),
    ]


def test_preamble_and_closing_are_paragraphs_unless_a_point_asks_for_its_number() -> None:
    preamble = {"text": "开头", "items": ["甲", {"text": "乙", "numbered": "是"}]}
    assert printed(preamble=preamble, closing=["丙", "丁"]) == [
        Paragraph("开头"),
        Paragraph("甲"),
        Item(1, 1, "", "乙"),
        Paragraph("丙"),
        Paragraph("丁"),
    ]


def test_a_preamble_with_a_heading_is_a_section_like_any_other() -> None:
    assert printed(preamble={"heading": "前言", "items": ["甲"]}) == [
        Heading(1, "前言", 1),
        Item(2, 1, "", "甲"),
    ]


def test_a_task_says_who_when_how_often_and_how_much() -> None:
    task = {
        "text": "走访企业。",
        "owner": "组织部",
        "due": "6月底前",
        "frequency": "每季度一次",
        "budget": "1.2万元",
        "status": "进行中",
        "evidence": "签到表",
        "remarks": "视天气",
    }
    assert printed(tasks=[task])[1] == Item(
        2, 1, "", "走访企业。（责任人：组织部；期限：6月底前；频次：每季度一次；经费：1.2万元）"
    )


def test_tasks_as_a_table_number_their_sub_tasks_by_path() -> None:
    tasks = {
        "text": "分工如下：",
        "items": [
            {"title": "建家", "items": [{"text": "加强学习。提高素质。", "owner": "宣传部"}]},
            {"text": "说明", "numbered": "否"},
            {"text": "暖心", "remarks": "视经费"},
        ],
    }
    heading, text, table = printed(tasks=tasks, layout={"tasks": "table"})
    assert (heading, text) == (Heading(1, "重点任务", 1), Paragraph("分工如下："))
    assert isinstance(table, Table)
    assert [c.title for c in table.columns] == ["序号", "任务", "内容", "责任人", "备注"]
    assert table.rows == (
        ("1", "建家", "", "", ""),
        ("1.1", "加强学习。", "提高素质。", "宣传部", ""),
        ("", "说明", "", "", ""),
        ("2", "暖心", "", "", "视经费"),
    )


def test_a_measured_target_is_a_clause_with_its_base() -> None:
    target = {"indicator": "职工入会率", "goal": "≥98%", "base": "96%", "due": "12月底前"}
    assert printed(targets=[target, "不发生事故"])[1:] == [
        Item(2, 1, "", "职工入会率不低于98%（上年96%；期限：12月底前）"),
        Item(2, 2, "", "不发生事故"),
    ]


def test_a_slogan_stands_over_its_members() -> None:
    assert printed(targets=[{"title": "增强两个意识", "items": ["大局意识", "服务意识"]}])[1:] == [
        Heading(2, "增强两个意识", 1),
        Item(3, 1, "", "大局意识"),
        Item(3, 2, "", "服务意识"),
    ]


def test_targets_as_a_table() -> None:
    targets = [
        {"indicator": "入会率", "goal": "≥98%", "owner": "组织部"},
        {"title": "建家", "text": "建成小家", "items": ["挂牌"]},
    ]
    table = printed(targets=targets, layout={"targets": "table"})[1]
    assert isinstance(table, Table)
    assert [c.title for c in table.columns] == ["序号", "目标", "内容", "要求", "责任人"]
    assert table.rows == (
        ("1", "入会率", "", "不低于98%", "组织部"),
        ("2", "建家", "建成小家", "", ""),
        ("2.1", "挂牌", "", "", ""),
    )


def test_a_stage_has_its_time_behind_its_title() -> None:
    stages = [
        {"title": "动员", "when": "3月", "text": "开会。", "owner": "工会"},
        {"title": "实施", "when": "4月—11月", "owner": "各小组"},
    ]
    assert printed(stages=stages)[1:] == [
        Heading(2, "动员（3月）", 1),
        Paragraph("开会。（责任人：工会）"),
        Item(2, 2, "实施", "（4月—11月；责任人：各小组）"),
    ]


def test_the_leading_group_is_one_line_per_role() -> None:
    leadership = {
        "group": "读书活动小组",
        "head": "校长",
        "deputies": ["工会主席", "副校长"],
        "members": "各年级组长、各教研组长",
        "office": "校工会",
        "duties": ["统筹协调"],
    }
    assert printed(leadership=leadership)[1:] == [
        Paragraph("领导小组：读书活动小组"),
        Paragraph("组长：校长"),
        Paragraph("副组长：工会主席、副校长"),
        Paragraph("成员：各年级组长、各教研组长"),
        Paragraph("办公室：校工会"),
        Paragraph("主要职责："),
        Item(2, 1, "", "统筹协调"),
    ]


def test_a_role_that_names_itself_gets_no_label() -> None:
    leadership = {
        "group": "创建工作领导小组",
        "head": "组长由校长担任",
        "office": "办公室设在校工会",
    }
    assert printed(leadership=leadership)[1:] == [
        Paragraph("创建工作领导小组"),
        Paragraph("组长由校长担任"),
        Paragraph("办公室设在校工会"),
    ]


def test_a_table_of_the_user_stands_at_the_end_of_its_section() -> None:
    table = {"caption": "例会", "columns": ["会议", "次数"], "rows": [["委员会", "每月\n1次"]]}
    *_others, last = printed(safeguards={"items": ["甲"], "table": table})
    assert isinstance(last, Table)
    assert (last.caption, last.rows) == ("例会", (("委员会", "每月\n1次"),))


def test_several_tables_of_a_section_stand_one_below_the_other() -> None:
    tables = [{"caption": name, "columns": ["会议"], "rows": [["甲"]]} for name in "一二"]
    *_others, first, last = printed(safeguards={"items": ["甲"], "table": tables})
    assert isinstance(first, Table)
    assert isinstance(last, Table)
    assert (first.caption, last.caption) == ("一", "二")


def test_addressees_are_joined_and_end_with_a_colon() -> None:
    assert (
        composed(addressees=["各基层工会", "各直属单位："]).addressees == "各基层工会、各直属单位："
    )
    assert composed().addressees == ""


@pytest.mark.parametrize(
    ("approval", "note"),
    [
        ("2027年1月5日经会议通过", "2027年1月5日经会议通过"),
        ("（2027年1月5日经会议通过）", "2027年1月5日经会议通过"),
        ("（甲）会议（乙）", "（甲）会议（乙）"),
    ],
)
def test_the_note_has_no_brackets_of_its_own(approval: str, note: str) -> None:
    assert composed(signature={"approval": approval}).note == note


def test_the_organization_signs_unless_another_body_does() -> None:
    plan = {"organization": "青禾县总工会"}
    date = {"date": "2027-01-08"}
    assert composed(**plan, signature=date).signature == Signature("青禾县总工会", "2027年1月8日")
    assert composed(**plan, signature={**date, "body": "女工委"}).signature == Signature(
        "女工委", "2027年1月8日"
    )
    assert composed(**plan).signature is None


@pytest.mark.parametrize(
    ("region", "written", "date"),
    [
        ("cn", "2027-01-08", "2027年1月8日"),
        ("tw", "2027-01-08", "中華民國116年1月8日"),
        ("tw", "2027/1/8", "中華民國116年1月8日"),
        ("tw", "2027年1月8日", "2027年1月8日"),
        ("hk", "2027-01-08", "2027年1月8日"),
        ("cn", "二〇二七年一月八日", "二〇二七年一月八日"),
    ],
)
def test_a_date_typed_in_digits_takes_the_form_of_the_region(
    region: str, written: str, date: str
) -> None:
    signature = composed(region, signature={"date": written}).signature
    assert signature == Signature("", date)


def test_one_attachment_has_no_number_and_an_announced_one_no_page() -> None:
    document = composed(attachments=["安排表"])
    assert (document.attachment_note, document.attachments) == (("安排表",), ())
    document = composed(attachments=[{"heading": "办法", "text": "甲", "items": ["乙"]}])
    assert document.attachments == (
        Attachment("附件", "办法", (Paragraph("甲"), Item(1, 1, "", "乙"))),
    )


def test_attachments_keep_the_numbers_of_the_note() -> None:
    document = composed(attachments=["安排表", {"heading": "办法", "text": "甲"}])
    assert document.attachment_note == ("安排表", "办法")
    assert [a.label for a in document.attachments] == ["附件2"]


def test_an_attachment_without_title_is_announced_by_its_label() -> None:
    document = composed(attachments=["安排表", {"text": "甲"}])
    assert document.attachment_note == ("安排表", "附件2")
    assert document.attachments == (Attachment("附件2", "", (Paragraph("甲"),)),)


def test_a_title_keeps_the_line_breaks_of_its_author() -> None:
    document = composed(title="青禾县总工会\n2027年工作计划\n")
    assert document.title == "青禾县总工会\n2027年工作计划"
    assert document.properties.title == "青禾县总工会2027年工作计划"


def test_the_properties_say_what_the_file_is() -> None:
    properties = composed("tw", organization="臨江市總工會", period="2027").properties
    assert (properties.creator, properties.subject) == ("臨江市總工會", "2027年工會工作計畫")
    assert (properties.language, properties.region, properties.style) == ("zh-TW", "tw", "tw")
    assert composed(layout={"style": "hk"}).properties.style == "hk"


def typed(value: Any) -> list[str]:
    """Every text of a plan that has to be printed, in the order of its fields."""
    if isinstance(value, Value):
        return [value.text]
    if isinstance(value, str):
        return [line for line in value.splitlines() if line.strip()]
    if isinstance(value, tuple):
        return [text for entry in value for text in typed(entry)]
    if isinstance(value, Entry):
        fields = (name for name in type(value).model_fields if name not in NOT_PRINTED)
        return [text for name in fields for text in typed(getattr(value, name))]
    return []


@pytest.mark.parametrize("layout", ["list", "table"])
@pytest.mark.parametrize("region", ["cn", "tw"])
def test_no_text_of_a_plan_is_lost(layout: str, region: str) -> None:
    data = load(str(SAMPLE)).data()
    data["版式"] = dict.fromkeys(("月度安排", "工作目标", "重点任务"), layout)
    plan = Plan.model_validate(data)
    whole = "".join(texts(compose(plan, load_region(region)))).replace("\n", "")
    converted = {"≥98%", "2027-01-08", "2027-03-06", "8000"}
    words = [text for text in typed(plan) if text not in converted]
    assert len(words) > 80
    assert [text for text in words if text not in whole] == []
