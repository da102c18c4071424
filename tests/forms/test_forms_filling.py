"""Values come into a form as they are printed, and every character of them survives."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planforge import pipeline
from planforge.errors import PlanforgeError, UserError
from planforge.forms.shapes import Text
from planforge.forms.values import COMPUTED, TOP
from planforge.model.plan import Plan
from planforge.writers.docx import is_untouched
from planforge.writers.docx.own import WordFile

if TYPE_CHECKING:
    from pathlib import Path


def test_names_may_be_chinese_or_english(lines: Any) -> None:
    assert lines("{{ 标题 }}", "{{ title }}") == ["青禾县第二中学工会2027年工作计划"] * 2


@pytest.mark.parametrize("tag", ["{{ 标\n题 }}", "{{ 标\t题 }}", "{{\n标题\n}}"])
def test_a_tag_that_is_broken_by_a_line_is_filled_in(lines: Any, tag: str) -> None:
    assert lines(f"甲{tag}乙") == ["甲青禾县第二中学工会2027年工作计划乙"]


def test_a_group_prints_its_first_words(lines: Any) -> None:
    assert lines("{{ 单位 }}", "{{ 单位.上级 }}") == ["青禾县第二中学工会", "青禾县教育工会"]


def test_dates_and_sums_are_printed_in_words(lines: Any) -> None:
    assert lines("{{ 落款.日期 }}", "{{ 成文日期 }}", "{{ 预算合计 }}", "{{ 年份 }}") == [
        "2027年1月8日",
        "2027年1月8日",
        "20000元",
        "2027",
    ]


CODED = """\
标题: 青禾县总工会2027年工作计划
单位: 青禾县总工会
类型: federation
地区: {region}
重点任务:
  - {{标题: 扩面建会, 状态: in_progress}}
  - {{标题: 走访慰问, 状态: 完成}}
  - 提升技能
"""


@pytest.mark.parametrize(
    ("region", "shown"),
    [
        ("cn", ["总工会/大陆", "1/进行中", "2/已完成", "3/"]),
        ("tw", ["總工會/台灣", "1/進行中", "2/已完成", "3/"]),
        ("hk", ["總工會/香港", "1/進行中", "2/已完成", "3/"]),
    ],
)
def test_kinds_regions_and_statuses_are_words_whatever_the_plan_calls_them(
    fill: Any, form: Any, make_plan: Any, region: str, shown: list[str]
) -> None:
    rows = ("{%p for 行 in 任务表 %}", "{{ 行.序号 }}/{{ 行.状态 }}", "{%p endfor %}")
    made = fill(form("{{ 类型 }}/{{ 地区 }}", *rows), make_plan(CODED.format(region=region)))
    assert [paragraph.text for paragraph in made.paragraphs] == shown


def test_a_kind_is_compared_by_its_word(fill: Any, form: Any, make_plan: Any) -> None:
    tag = "{% if 类型 == '总工会' %}县里填{% else %}不填{% endif %}"
    made = fill(form(tag), make_plan(CODED.format(region="cn")))
    assert made.paragraphs[0].text == "县里填"


def test_a_plan_that_names_no_kind_prints_none(lines: Any) -> None:
    assert lines("{{ 类型 }}|{{ 地区 }}") == ["|大陆"]


def test_a_paragraph_is_repeated_for_every_task(lines: Any) -> None:
    assert lines(
        "{%p for 任务 in 重点任务.子项 %}",
        "{{ loop.index }}. {{ 任务.标题 }}{% if 任务.责任人 %}（{{ 任务.责任人 }}）{% endif %}",
        "{%p endfor %}",
    ) == ["1. 加强思想引领（宣传委员、组织委员）", "2. 办好职工之家"]


def test_a_row_is_repeated_for_every_activity(fill: Any, form: Any) -> None:
    rows = (
        ("月份", "活动", "责任人", "经费"),
        ("{%tr for 行 in 安排表 %}", "", "", ""),
        ("{{ 行.月份 }}", "{{ 行.活动 }}", "{{ 行.责任人 }}", "{{ 行.经费 }}"),
        ("{%tr endfor %}", "", "", ""),
    )
    table = fill(form(rows=rows)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["月份", "活动", "责任人", "经费"],
        ["3月", "慰问女职工", "", ""],
        ["5月", "职工运动会", "文体委员", "1.2万元"],
    ]


def test_tasks_of_all_levels_are_one_list_of_rows(lines: Any) -> None:
    assert lines(
        "{%p for 行 in 任务表 %}",
        "{{ 行.序号 }}/{{ 行.级别 }}/{{ 行 }}/{{ 行.上级 }}",
        "{%p endfor %}",
    ) == [
        "1/1/加强思想引领\n组织学习。/",
        "2/1/办好职工之家\n添置图书\n修好球台/",
        "3/2/添置图书/办好职工之家",
        "4/2/修好球台/办好职工之家",
    ]


def test_the_printed_text_can_stand_in_a_form(lines: Any) -> None:
    found = lines("{%p for 段 in 正文 %}", "{{ 段 }}", "{%p endfor %}")
    assert (
        found[:2]
        == ["一、重点任务", "（一）加强思想引领（责任人：宣传委员、组织委员；期限：6月底前）"]
        or found[0] == "一、重点任务"
    )


def test_what_the_plan_does_not_say_is_empty(lines: Any) -> None:
    assert lines(
        "[{{ 主送 }}{{ 保障措施 }}{{ 组织领导.组长 }}{% if 组织领导 %}有{% else %}无{% endif %}]"
    ) == ["[无]"]


def test_tags_may_be_split_over_runs_and_formats(fill: Any, saved: Any) -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("单位：{")
    paragraph.add_run("{ 单").bold = True
    paragraph.add_run("位 }")
    paragraph.add_run("}。")
    assert fill(saved(file)).paragraphs[0].text == "单位：青禾县第二中学工会。"


def test_headers_footers_and_text_in_several_parts_are_filled_in(fill: Any, saved: Any) -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "{{ 单位 }}"
    file.sections[0].footer.paragraphs[0].text = "{{ 年份 }}年"
    section = fill(saved(file)).sections[0]
    assert section.header.paragraphs[0].text == "青禾县第二中学工会"
    assert section.footer.paragraphs[0].text == "2027年"


def test_a_table_without_rows_is_taken_out(fill: Any, form: Any) -> None:
    rows = (
        ("{%tr for 行 in 目标表 %}",),
        ("{{ 行.指标 }}",),
        ("{%tr endfor %}",),
    )
    assert fill(form("前", rows=rows)).tables == []


def test_a_cell_never_loses_its_last_paragraph(fill: Any, saved: Any) -> None:
    file = docx.Document()
    cell = file.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "{%p if 组织领导 %}"
    cell.add_paragraph("有")
    cell.add_paragraph("{%p endif %}")
    assert [p.text for p in fill(saved(file)).tables[0].cell(0, 0).paragraphs] == [""]


def test_the_same_plan_and_form_give_the_same_bytes(plan: Plan, form: Any) -> None:
    data = form("{{ 标题 }}")
    first, second = (pipeline.fill_form(WordFile("x.docx", data), plan) for _ in range(2))
    assert first == second


def test_it_is_known_whether_somebody_edited_a_form_that_was_filled_in(
    plan: Plan, form: Any, saved: Any
) -> None:
    data = pipeline.fill_form(WordFile("x.docx", form("{{ 标题 }}")), plan)
    assert is_untouched(data)
    assert not is_untouched(saved(docx.Document(io.BytesIO(data))))


def test_properties_of_the_form_stay(plan: Plan, saved: Any) -> None:
    file = docx.Document()
    file.core_properties.author = "县总工会办公室"
    file.core_properties.title = "上报表"
    data = pipeline.fill_form(WordFile("x.docx", saved(file)), plan)
    made = docx.Document(io.BytesIO(data)).core_properties
    assert (made.author, made.title) == ("县总工会办公室", "上报表")


DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def of_type(data: bytes, kind: bytes) -> bytes:
    """The same file under another content type."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"]
    assert DOCUMENT in types
    parts["[Content_Types].xml"] = types.replace(DOCUMENT, kind)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def test_a_form_saved_as_a_template_becomes_a_document(plan: Plan, form: Any) -> None:
    template = of_type(form("{{ 标题 }}"), DOCUMENT.replace(b"document.main", b"template.main"))
    data = pipeline.fill_form(WordFile("x.dotx", template), plan)
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == plan.title


def test_a_form_with_macros_is_refused_in_one_sentence(plan: Plan, form: Any) -> None:
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    with pytest.raises(UserError) as caught:
        pipeline.fill_form(WordFile("x.docm", of_type(form("{{ 标题 }}"), macros)), plan)
    assert caught.value.message == "x.docm: a form with macros cannot be filled in"
    assert caught.value.hint == "save it as .docx without macros"


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n"),
    min_size=1,
    max_size=40,
)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    text=TEXTS | st.sampled_from(["A & B <c>", "{{ 标题 }}", "{% if %}", "{_{ }_}", "&lt;", "]]>"])
)
def test_every_character_of_a_value_survives(text: str, plan: Plan, fill: Any, form: Any) -> None:
    # Non-characters are no XML.
    wanted = "".join("\ufffd" if c in "\ufffe\uffff" else c for c in text)
    given_ = plan.model_copy(update={"title": text})
    found = fill(form("[{{ 标题 }}]", rows=(("[{{ title }}]",),)), given_)
    assert found.paragraphs[0].text == f"[{wanted}]"
    assert found.tables[0].cell(0, 0).text == f"[{wanted}]"


def test_control_characters_are_replaced_and_start_no_page(
    plan: Plan, fill: Any, form: Any
) -> None:
    given_ = plan.model_copy(update={"title": "a\x07b\x0cc"})
    assert [p.text for p in fill(form("{{ 标题 }}"), given_).paragraphs] == ["a\ufffdb\ufffdc"]


def test_every_key_of_the_format_can_be_named(lines: Any) -> None:
    simple = [name for name in TOP.names if isinstance(TOP.inner(name), Text)]
    assert len(simple) > 10
    assert len(lines("{{ " + " }}{{ ".join(simple) + " }}")) == 1


def test_computed_names_hide_no_key_of_the_format() -> None:
    computed = {name for own, (names, *_rest) in COMPUTED.items() for name in (own, *names)}
    assert computed
    assert not computed & set(Plan.fields_by_key())


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 标题.__class__ }}",
        "{{ 单位.__init__ }}",
        "{{ 标题.upper() }}",
        "{{ range(10**9) }}",
        "{{ '工' * 1000000000 }}",
        (
            "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}工"
            "{% endfor %}{% endfor %}{% endfor %}"
        ),
        "{{ lipsum() }}",
        "{% include 'a' %}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ 标题|safe }}",
        "{{ '%1000000000d' % 1 }}",
        "{% set a = 标题 ~ 标题 %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    ],
)
def test_a_form_can_reach_nothing_and_comes_to_an_end(fill: Any, form: Any, tag: str) -> None:
    with pytest.raises(PlanforgeError) as caught:
        fill(form(tag))
    assert "\n\n" not in str(caught.value)


def test_libreoffice_opens_a_form_that_was_filled_in(plan: Plan, form: Any, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    rows = (
        ("{%tr for 行 in 安排表 %}", ""),
        ("{{ 行.月份 }}", "{{ 行.活动 }}"),
        ("{%tr endfor %}", ""),
    )
    (tmp_path / "in.docx").write_bytes(
        pipeline.fill_form(WordFile("x.docx", form("{{ 标题 }}", rows=rows)), plan)
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "txt", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "in.docx")], check=True, capture_output=True, timeout=180
    )
    text = (tmp_path / "in.txt").read_text("utf-8-sig")
    assert plan.title in text
    assert "职工运动会" in text
