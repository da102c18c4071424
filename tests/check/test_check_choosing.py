"""The page style a document is measured by when nobody names one."""

from __future__ import annotations

from typing import Any

import pytest

from planforge.check import check

BODY = "团结动员职工建功立业，全年举办技能比武不少于4场。"
HANT = "團結動員會員，全年舉辦技能競賽不少於4場，落實工作計劃。"


def guessed(word: Any) -> str:
    report = check("计划.docx", word.data())
    assert report.guessed
    return report.style.name


def language(word: Any, tag: str) -> None:
    defaults = word.document.styles.element.find(".//{*}rPrDefault//{*}lang")
    defaults.set(defaults.nsmap["w"].join("{}") + "eastAsia", tag)
    word.setting("themeFontLang", val="en-US", eastAsia=tag)


@pytest.mark.parametrize(
    ("tag", "style"),
    [("zh-CN", "gb"), ("zh-TW", "tw"), ("zh-HK", "hk"), ("zh-MO", "hk"), ("ja-JP", "gb")],
)
def test_the_language_of_the_document_decides(word: Any, tag: str, style: str) -> None:
    language(word, tag)
    word.margins(20, 20, 20, 20)
    word.paragraph(BODY)
    assert guessed(word) == style


@pytest.mark.parametrize(
    ("text", "style"), [(HANT, "hk"), (HANT.replace("劃", "畫"), "tw"), (BODY, "gb")]
)
def test_where_every_program_writes_simplified_the_characters_decide(
    word: Any, text: str, style: str
) -> None:
    word.margins(20, 20, 20, 20)
    word.paragraph(text)
    assert guessed(word) == style


@pytest.mark.parametrize(
    ("margins", "style"),
    [((37, 35, 28, 26), "gb"), ((34.6, 32.6, 28, 26), "gb-33476"), ((25.4, 25.4, 28, 28), "plain")],
)
def test_the_page_of_a_style_decides_over_the_characters(
    word: Any, margins: tuple[float, float, float, float], style: str
) -> None:
    word.margins(*margins)
    word.paragraph(BODY if style == "plain" else HANT)
    assert guessed(word) == style


def test_a_style_that_is_named_is_taken_or_the_alternative_that_is_as_good(word: Any) -> None:
    word.margins(34.6, 32.6, 28, 26)
    word.paragraph(BODY)
    report = check("计划.docx", word.data(), "gb")
    assert (report.style.name, report.guessed) == ("gb-33476", False)
    assert check("计划.docx", word.data(), "tw").style.name == "tw"
