"""Years in prose for readers who count them otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planforge.catalogue import load_catalogue
from planforge.document.plain import texts
from planforge.model.validate import validate
from planforge.pipeline import composed, render_plan
from planforge.regions import load_region
from planforge.script.years import counted_from
from planforge.source.load import load
from planforge.writers.rendered import notices


def there(text: str, region: str = "tw", source: str = "cn") -> str:
    return counted_from(load_region(region).date, load_region(source).date)(text)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("總工會2027年工作計畫", "總工會民國116年工作計畫"),
        ("2027年度預算", "116年度預算"),
        ("於2027年3月8日舉辦", "於民國116年3月8日舉辦"),
        ("2027 年底", "民國116 年底"),
        ("2025—2027年規劃", "民國114—116年規劃"),
        ("2025年至2027年", "民國114年至116年"),
        ("2026、2027年", "民國115、116年"),
        ("二〇二七年一月", "民國一一六年一月"),
        ("一九一二年", "民國一年"),
    ],
)
def test_western_years_become_years_of_the_republic(text: str, counted: str) -> None:
    assert there(text) == counted


@pytest.mark.parametrize(
    "text",
    [
        "《2027年工作要點》",
        "“2027年行動”",
        "「2027年行動」",
        "西元2027年",
        "公元2027年",
        "1990年代",
        "1911年",
        "〔2027〕12號",
        "2027-03-08",
        "120270年",
        "2026—2027學年",
        "總計2027人",
    ],
)
def test_quotations_decades_and_figures_that_are_no_year_stay(text: str) -> None:
    assert there(text) == text


def test_a_plan_from_taiwan_gets_western_years_on_the_mainland() -> None:
    text = "民国116年工作计划，中华民国116年1月8日，116年度"
    assert there(text, "cn", "tw") == "2027年工作计划，2027年1月8日，116年度"


@pytest.mark.parametrize(("region", "source"), [("hk", "cn"), ("cn", "cn"), ("tw", "tw")])
def test_where_years_are_counted_alike_nothing_changes(region: str, source: str) -> None:
    assert there("2027年與民國116年", region, source) == "2027年與民國116年"


@given(st.integers(1912, 2099))
def test_every_year_comes_back(year: int) -> None:
    text = f"在{year}年前"
    assert there(there(text), "cn", "tw") == text


PLAN = """\
标题: 青禾县总工会2027年工作计划
期间: 2027
指导思想: 落实《2027年工作要点》和2027年部署，2027年6月前完成。
落款: {日期: 2027-01-08}
"""


def test_a_plan_printed_for_taiwan_has_years_of_the_republic_and_says_so() -> None:
    plan = validate(load("a.yaml", PLAN.encode()), load_catalogue())
    document, _page = composed(plan, region="tw")
    assert list(texts(document)) == [
        "青禾縣總工會民國116年工作計畫",
        "指導思想",
        "落實《2027年工作要點》和民國116年部署，民國116年6月前完成。",
        "中華民國116年1月8日",
    ]
    assert notices(render_plan(plan, "txt", region="tw")) == (
        "years as this region counts them: 2027年 → 民國116年",
    )
    assert notices(render_plan(plan, "txt")) == ()
