"""Rendering a plan for a region that writes in the other script."""

from __future__ import annotations

from pathlib import Path

import pytest

from planforge.catalogue import load_catalogue
from planforge.document.plain import texts
from planforge.model.validate import validate
from planforge.pipeline import composed, read_plan
from planforge.source.load import load

EXAMPLES = Path(__file__).parents[2] / "examples"

PLAN = """\
标题: 青禾县总工会2027年工作计划
期间: 2027
指导思想: 落实“两个‘不断’发展”要求，见 https://工会.cn/发展
重点任务:
  - 做好困难职工帮扶
落款:
  单位: 青禾县总工会
  日期: 2027-01-08
"""


def printed(text: str, region: str) -> list[str]:
    plan = validate(load("a.yaml", text.encode()), load_catalogue())
    return list(texts(composed(plan, region=region)[0]))


def test_a_simplified_plan_is_printed_for_taiwan() -> None:
    assert printed(PLAN, "tw") == [
        "青禾縣總工會民國116年工作計畫",
        "指導思想",
        "落實「兩個『不斷』發展」要求，見 https://工会.cn/发展",
        "重點工作",
        "做好困難職工幫扶",
        "青禾縣總工會",
        "中華民國116年1月8日",
    ]


ISSUED = """\
标题: 青禾县总工会2027年工作计划
单位: 青禾县总工会
期间: 2027
前言: 《青禾县总工会2026年工作计划》已完成，《青禾县总工会2027年工作计划》自本日起施行。
重点任务: [做好困难职工帮扶]
版式: {发文: {发文字号: 3号}}
"""


@pytest.mark.parametrize(
    ("region", "title", "heading"),
    [
        (
            "tw",
            "青禾縣總工會民國116年工作計畫",
            "青禾縣總工會關於印發青禾縣總工會民國116年工作計畫的通知",
        ),
        (
            "hk",
            "青禾縣總工會2027年工作計劃",
            "青禾縣總工會關於印發《青禾縣總工會2027年工作計劃》的通知",
        ),
    ],
)
def test_a_notice_names_the_plan_as_it_is_titled_there(
    region: str, title: str, heading: str
) -> None:
    plan = validate(load("a.yaml", ISSUED.encode()), load_catalogue())
    document = composed(plan, region=region)[0]
    notice = document.notice
    assert notice is not None
    assert (document.title, notice.title) == (title, heading)
    assert notice.paragraphs[0].startswith(f"現將《{title}》")
    assert notice.attachment_note == (title,)


def test_only_the_plan_itself_is_renamed_in_its_text() -> None:
    assert (
        "《青禾縣總工會2026年工作計劃》已完成，《青禾縣總工會民國116年工作計畫》自本日起施行。"
        in printed(ISSUED, "tw")
    )


def test_a_plan_for_its_own_region_is_not_converted() -> None:
    assert "落实“两个‘不断’发展”要求，见 https://工会.cn/发展" in printed(PLAN, "cn")


def test_a_taiwanese_plan_is_printed_for_the_mainland() -> None:
    text = "標題: 工會年度計畫\n地區: tw\n前言: 推動「資訊安全」與網路、臺帳\n"
    assert printed(text, "cn") == ["工会年度计划", "推动“信息安全”与网络、台账"]


def test_style_and_numbering_go_with_the_region() -> None:
    plan, _source = read_plan(str(EXAMPLES / "school-2027.yaml"))
    document, style = composed(plan, region="tw")
    assert (style.name, document.properties.language) == ("tw", "zh-TW")


def test_people_keep_their_names_when_a_plan_is_printed() -> None:
    text = """\
标题: 青禾县总工会2027年工作计划
期间: 2027
重点任务:
  - {标题: 由范丽香牵头, 责任人: 范丽香、于和}
组织领导: {组长: 余后平, 成员: [谷云山]}
"""
    lines = "\n".join(printed(text, "tw"))
    assert "由范麗香牽頭" in lines
    assert all(name in lines for name in ("范麗香、于和", "余後平", "谷雲山"))
