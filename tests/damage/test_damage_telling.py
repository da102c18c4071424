"""What tells a detector that it is worth looking stands in everything that it finds."""

from __future__ import annotations

import re

import pytest

from planforge import resources
from planforge.damage import cut_phrases, residue, table
from planforge.lint import rules
from planforge.source.load import load

# At least one for every expression of residue.yaml.
LINES = (
    "小编为大家整理如下",
    "以上计划仅供参考，谢谢。",
    "工会工作计划（优秀5篇）",
    "相关文章：",
    "返回列表",
    "猜您喜欢工会总结",
    "【工会工作计划】相关文章：",
    "上一篇：工会总结",
    "来源：某某网",
    "发布时间：2023-05-06",
    "时间：2023-05-06 10:20 作者：佚名",
    "工会年度工作计划05-06",
    "word文档下载",
    "将本文的内容方便收藏和打印",
    "4.个人年度计划分享。",
    "版权所有",
    "https://www.example.cn/a.html",
    "以上就是本文的全部内容",
    "您的位置：网站首页 > 范文",
    "首页 › 工会",
)
INSIDE = (
    "荣誉称公文写作首选网站--无忧网号",
    "报送总工会励志天下",
    "建制率2017总工会年度工作计划的基础上",
    "延伸阅读：工会法",
    "开好大会（责任编辑：云岭）",
    "更多来自example.cn的内容",
)
CUTS = (
    *(
        "“”重要思想",
        "建功‘’立业",
        "学习《 》",
        "做到「」",
        "做到『』",
        '坚持""工作',
        "开展“..._”活动",
    ),
    *(
        "党的、十八届",
        "黨的精神",
        "党的届四中全会",
        "党的届三中全会",
        "以理论和“三个代表”",
        "以重要思想为指导",
    ),
    *(
        "以科学统领",
        "深入开展等活动",
        "參^v^权",
        "“*、参与",
        "做到帮扶、*到位",
        "全总xx大",
        "党的__大",
    ),
    *("xx届四中", "十_届三中"),
)


@pytest.mark.parametrize("part", ["lines", "inside"])
def test_every_expression_of_the_residue_has_a_sample_here(part: str) -> None:
    samples = LINES if part == "lines" else INSIDE
    expressions = load("residue.yaml", resources.read(residue.FILE)).data()[part]
    assert len(expressions) >= 6
    for one in expressions:
        assert any(
            re.fullmatch(one, sample) if part == "lines" else re.search(one, sample)
            for sample in samples
        ), one


@pytest.mark.parametrize("text", [*LINES, *INSIDE])
def test_residue_is_found_by_what_tells_of_it(text: str) -> None:
    assert list(residue.find(f"开好大会。\n{text}\n办好实事。"))


@pytest.mark.parametrize("text", CUTS)
def test_gaps_are_found_by_what_tells_of_them(text: str) -> None:
    assert list(cut_phrases.find(f"开好大会。\n{text}"))


def test_every_damaged_word_has_a_character_that_tells_of_it() -> None:
    # All rules in their order, before one module of them.
    rules.load()
    from planforge.lint.rules.residue import _GARBLED

    rows = table.rows("deleted_marks")
    assert len(rows) > 30
    for row in rows:
        assert not set(_GARBLED).isdisjoint(row["wrong"]), row["wrong"]


@pytest.mark.parametrize(
    "text",
    [
        "征集合理化建议，评选优秀10篇",
        "时间：2027-03-05 14:00，地点：报告厅",
        "请全体会员阅读《工会法》，来源和去向要公开",
        "党的全面领导、党的二十大精神",
        "深入开展读书等活动",
        "以理论和实践相结合的方式，弘扬党的精神谱系，维护党的、国家的和职工的利益",
    ],
)
def test_sentences_of_plans_are_no_damage(text: str) -> None:
    assert not list(residue.find(text))
    assert not list(cut_phrases.find(text))
