"""Mistakes in a form are told before anything is filled in, each with its place."""

from __future__ import annotations

from typing import Any

import docx
import pytest

from planforge.errors import FileProblems

WRONG = [
    (
        "{% if 标题\nor 题注 %}有{% endif %}",
        (
            "paragraph 1 “{% if 标题 or 题注 %}有{%…”: {% if 标题 or 题注 %}: "
            "a line break or tab in a tag counts for nothing, so its words run together"
        ),
        "put a blank in its place",
    ),
    (
        "{{ 标\n提 }}",
        "paragraph 1 “{{ 标 提 }}”: {{ 标 提 }}: there is no name 标提",
        "did you mean 标题?",
    ),
    (
        "一、名称：{{ 标提 }}",
        "paragraph 1 “一、名称：{{ 标提 }}”: {{ 标提 }}: there is no name 标提",
        "did you mean 标题?",
    ),
    (
        "{{ 单位.上及 }}",
        "paragraph 1 “{{ 单位.上及 }}”: {{ 单位.上及 }}: there is no name 单位.上及",
        "did you mean 上级?",
    ),
    (
        "名称：｛｛ 标题 ｝｝",
        "paragraph 1 “名称：｛｛ 标题 ｝｝”: ｛｛: braces of a tag have to be half-width",
        "write {{",
    ),
    (
        "名称：{｛ 标题 }}",
        "paragraph 1 “名称：{｛ 标题 }}”: {｛: braces of a tag have to be half-width",
        "write {{",
    ),
    (
        "名称：{{ 标题 }｝",
        "paragraph 1 “名称：{{ 标题 }｝”: }｝: braces of a tag have to be half-width",
        "write }}",
    ),
    (
        "{％ if 标题 %}有{% endif %}",
        "paragraph 1 “{％ if 标题 %}有{% endif…”: {％: braces of a tag have to be half-width",
        "write {%",
    ),
    (
        "名称：{标题}",
        "paragraph 1 “名称：{标题}”: {标题}: a name needs two braces on each side",
        "write {{ 标题 }}",
    ),
    (
        "名称：{{ 标题",
        "paragraph 1 “名称：{{ 标题”: {{ 标题: this tag is not closed in its paragraph",
        "write }} at its end",
    ),
    (
        "{{ 标题 {{ 年份 }}",
        (
            "paragraph 1 “{{ 标题 {{ 年份 }}”: "
            "{{ 标题 {{ 年份 }}: this tag is not closed in its paragraph"
        ),
        "write }} at its end",
    ),
    (
        "名称：标题 }}",
        "paragraph 1 “名称：标题 }}”: 名称：标题 }}: }} closes a tag that was never opened",
        "",
    ),
    (
        "{% for 行 in 安排表 %}{{ 行.活动 }}",
        "paragraph 1 “{% for 行 in 安排表 %}{{…”: {% for 行 in 安排表 %}: for is not ended",
        "write {% endfor %}",
    ),
    (
        "工会{% endif %}",
        "paragraph 1 “工会{% endif %}”: {% endif %}: endif ends nothing here",
        "",
    ),
    (
        "{% else %}",
        "paragraph 1 “{% else %}”: {% else %}: else stands outside of its block",
        "",
    ),
    (
        "{{ 落款。日期 }}",
        "paragraph 1 “{{ 落款。日期 }}”: {{ 落款。日期 }}: 。 is a full-width sign",
        "write .",
    ),
    (
        "{% fro 行 in 安排表 %}",
        "paragraph 1 “{% fro 行 in 安排表 %}”: {% fro 行 in 安排表 %}: a form knows no fro",
        "did you mean for?",
    ),
    (
        "{{ 标题|uper }}",
        "paragraph 1 “{{ 标题|uper }}”: {{ 标题|uper }}: there is no filter uper",
        "did you mean upper?",
    ),
    (
        "{{ 经费预算 }}",
        "paragraph 1 “{{ 经费预算 }}”: {{ 经费预算 }}: 经费预算 holds more than one text",
        "name one of 经费预算.明细、经费预算.标题、经费预算.编号、经费预算.内容",
    ),
    (
        "{{ 重点任务.子项.标题 }}",
        "paragraph 1 “{{ 重点任务.子项.标题 }}”: {{ 重点任务.子项.标题 }}: 重点任务.子项 is a list",
        "go through it: {% for one in 重点任务.子项 %}",
    ),
    (
        "{% for 任务 in 重点任务 %}{{ 任务.标题 }}{% endfor %}",
        (
            "paragraph 1 “{% for 任务 in 重点任务 %}…”: "
            "{% for 任务 in 重点任务 %}: 重点任务 is not a list itself"
        ),
        "write 重点任务.子项",
    ),
    (
        "{{ 标题.字数 }}",
        "paragraph 1 “{{ 标题.字数 }}”: {{ 标题.字数 }}: 标题 is a text, nothing stands below it",
        "",
    ),
    (
        "{{ 标题 标题 }}",
        (
            "paragraph 1 “{{ 标题 标题 }}”: {{ 标题 标题 }}: this tag cannot be read: "
            "expected token 'end of print statement', got '标题'"
        ),
        "",
    ),
    (
        "{%tr for 行 in 安排表 %}",
        (
            "paragraph 1 “{%tr for 行 in 安排表 %}”: "
            "{%tr for 行 in 安排表 %}: this tag belongs into a table"
        ),
        "",
    ),
    (
        "{% p if 标题 %}",
        "paragraph 1 “{% p if 标题 %}”: {% p if 标题 %}: p has to follow {% without a blank",
        "write {%p if 标题 %}",
    ),
    (
        "{%p if 标题 %}丢失的话",
        (
            "paragraph 1 “{%p if 标题 %}丢失的话”: {%p if 标题 %}: "
            "this tag has to stand alone; “丢失的话” beside it would be lost"
        ),
        "give the tag a paragraph of its own",
    ),
    ("{{ }}", "paragraph 1 “{{ }}”: {{ }}: this tag is empty", ""),
]


@pytest.mark.parametrize(("text", "message", "hint"), WRONG, ids=[one[0] for one in WRONG])
def test_a_mistake_is_told_with_its_place(
    form: Any, problems: Any, text: str, message: str, hint: str
) -> None:
    assert problems(form(text))[0] == (message, hint)


def test_a_mistake_in_a_table_is_told_with_row_and_cell(form: Any, problems: Any) -> None:
    data = form("表", rows=(("月份", "活动"), ("{{ 月 }}", "{{ 标题 }}"), ("", "｛｛ 标题 }}")))
    assert [message for message, _hint in problems(data)] == [
        "table 1, row 2, cell 1 “{{ 月 }}”: {{ 月 }}: there is no name 月",
        "table 1, row 3, cell 2 “｛｛ 标题 }}”: ｛｛: braces of a tag have to be half-width",
    ]


def test_a_mistake_in_a_header_is_told_as_such(problems: Any, saved: Any) -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "{{ 单 }}"
    (found,) = problems(saved(file))
    assert found[0] == "header, paragraph 1 “{{ 单 }}”: {{ 单 }}: there is no name 单"


def test_words_beside_a_tag_for_a_row_would_be_lost(form: Any, problems: Any) -> None:
    rows = (("{%tr for 行 in 安排表 %}", "{{ 行.活动 }}"), ("{%tr endfor %}", ""))
    message, hint = problems(form(rows=rows))[0]
    assert message.endswith("this tag has to stand alone; “{{ 行.活动 }}” beside it would be lost")
    assert hint == "give the tag a row of its own"


def test_a_block_that_begins_and_ends_on_different_levels_is_told(form: Any, problems: Any) -> None:
    found = problems(form("{% if 标题 %}", rows=(("{% endif %}",),)))
    assert found == [
        (
            (
                "table 1, row 1, cell 1 “{% endif %}”: {% endif %}: "
                "{% if 标题 %} begins in paragraph 1, which is not on the same level"
            ),
            "begin and end it in one paragraph, or both with {%p, {%tr or {%tc",
        )
    ]


def test_every_mistake_is_told_at_once(form: Any, problems: Any) -> None:
    assert len(problems(form("{{ 甲 }}", "｛｛ 乙 ｝｝", "{% if 标题 %}"))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "没有标签的一段话",
        "集合 {1, 2} 和｛甲｝",
        "100%",
        "{{ 标题|default('无') }}",
        "{{ 标题|default(“无，有”) }}",
        "{# 说明：标题 }} #}{{ 标题 }}",
        "{% set 名 = 标题 %}{{ 名 }}",
        "{% if 标题 and not 年份 %}{% elif 年份 == '2027' %}{% else %}{% endif %}",
        "{% for 行 in 安排表 if 行.经费 %}{{ 行.经费 }}{% else %}无{% endfor %}",
        "{% for 行 in 重点任务.子项 %}{% for 下 in 行.子项 %}{{ 下.内容 }}{% endfor %}{% endfor %}",
        "{{ (重点任务.子项|first).标题 }}{{ 重点任务.子项[0].标题 }}{{ 重点任务['子项'] }}",
        "{{ 正文|join('；') }}{% for n in range(3) %}{{ n }}{% endfor %}",
        "{{ 单位 ~ 年份 }}",
    ],
)
def test_what_is_right_is_not_complained_about(
    form: Any, problems: Any, fill: Any, text: str
) -> None:
    assert problems(form(text)) == []
    assert fill(form(text)).paragraphs


def test_a_place_out_of_a_list_is_told_when_it_is_filled_in(fill: Any, form: Any) -> None:
    with pytest.raises(FileProblems) as caught:
        fill(form("首段", "第九项：{{ 重点任务.子项[8].标题 }}"))
    (problem,) = caught.value.problems
    assert problem.path == "表格.docx"
    assert problem.message.startswith("paragraph 2 “第九项：{{ 重点任务.子项[8]")
