from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planforge import resources
from planforge.errors import FileProblems, UserError
from planforge.model.period import Period
from planforge.scaffold import Answers, kinds, scaffold
from planforge.scaffold.keys import in_english
from planforge.source.load import load

if TYPE_CHECKING:
    from pathlib import Path

TRICKY = '甲: 乙 #1 "x"'
PRINTABLE = st.text(st.characters(codec="utf-8")).filter(str.isprintable).filter(bool)


def data(text: str) -> Any:
    return load("plan.yaml", text.encode()).data()


def comments(text: str) -> list[str]:
    return re.findall(r"#.*", text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "scaffolds").mkdir()
    monkeypatch.setattr(resources, "folders", lambda: (tmp_path, resources.built_in()))
    return tmp_path / "scaffolds"


def test_names_with_colons_quotes_and_number_signs_survive() -> None:
    plan = data(scaffold("school", Answers("2027", TRICKY, TRICKY)))
    assert plan["单位"] == {"名称": TRICKY, "上级": TRICKY}
    assert plan["标题"] == f"{TRICKY}2027年工作计划"


@given(PRINTABLE, PRINTABLE, st.text())
@settings(deadline=None, max_examples=60)
def test_whatever_can_be_printed_is_read_back_as_it_was_typed(
    organization: str, superior: str, author: str
) -> None:
    text = scaffold("women", Answers("2027", organization, superior, author))
    plan = data(text)
    assert plan["单位"] == {"名称": organization, "上级": superior}
    assert plan["标题"] == f"{organization}2027年工作计划"
    assert list(plan) == list(data(scaffold("women", Answers("2027"))))


@pytest.mark.parametrize("name", ["一行\n又一行", "响铃\a", "空\0"])
def test_names_that_cannot_be_printed_are_refused(name: str) -> None:
    with pytest.raises(UserError, match="cannot be printed"):
        scaffold("school", Answers("2027", name))


def test_a_period_that_is_none_is_refused_with_the_reason() -> None:
    with pytest.raises(UserError, match="某年 is not a period"):
        scaffold("school", Answers("某年"))


def test_a_period_may_be_given_as_words_or_as_a_period() -> None:
    words = scaffold("school", Answers("2027年上半年"))
    assert words == scaffold("school", Answers(Period.parse("2027年上半年")))
    assert "标题: 青禾县第一中学工会2027年上半年工作计划\n" in words


def test_the_invented_names_come_with_the_advice_to_change_them() -> None:
    text = scaffold("school", Answers("2027"))
    assert "  名称: 青禾县第一中学工会  # 改成本单位全称，标题里也要改\n" in text
    assert "  上级: 青禾县教育工会  # 改成上级工会全称，没有就删掉这一行\n" in text


def test_an_invented_superior_body_is_never_put_beside_a_real_organization() -> None:
    text = scaffold("school", Answers("2027", "临江市三中工会"))
    assert data(text)["单位"] == {"名称": "临江市三中工会"}
    assert "  # 上级: 青禾县教育工会  # 有上级工会就去掉井号，写上它的全称\n" in text


def test_the_first_line_names_the_schema_only_when_there_is_one() -> None:
    address = "https://example.org/plan.json"
    text = scaffold("school", Answers("2027"), schema=address)
    assert text.startswith(f"# yaml-language-server: $schema={address}\n# 井号")
    assert scaffold("school", Answers("2027")).startswith("# 井号")


def test_the_author_stands_in_a_comment_that_cannot_be_left() -> None:
    text = scaffold("school", Answers("2027", author="组织委员\n标题: 别的"))
    assert "\n# 起草：组织委员\n# 标题: 别的\n版本: 1\n" in text


@pytest.mark.parametrize("kind", kinds())
def test_english_keys_leave_values_and_comments_as_they_were(kind: str) -> None:
    chinese = scaffold(kind, Answers("2027"))
    english = scaffold(kind, Answers("2027"), keys="en")
    assert comments(english) == comments(chinese)
    assert not re.search(r"^[ -]*[一-鿿]+:", english, re.MULTILINE)
    assert list(leaves(data(english))) == list(leaves(data(chinese)))


def leaves(value: Any) -> Any:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from leaves(part)
    else:
        yield value


def test_months_as_keys_and_aliases_get_english_keys_around_them() -> None:
    text = (
        "标题: 计划  # 标题\n"
        "重点任务: &x\n  子项: [{标题: 甲, '期限': 3月}]\n"
        "保障措施: *x\n"
        "月度安排:\n"
        "  3月: [{名称: 三, 子项: [{内容: 乙}]}]\n"
        "  四月: {主题: 丙, 活动: [丁]}\n"
        "经费预算: [{项目: 戊}]\n"
        "其他章节: {标题: 己, 未知: {标题: 庚}}\n"
    )
    assert in_english(text, "plan.yaml") == (
        "title: 计划  # 标题\n"
        "tasks: &x\n  items: [{title: 甲, due: 3月}]\n"
        "safeguards: *x\n"
        "schedule:\n"
        "  3月: [{title: 三, items: [{text: 乙}]}]\n"
        "  四月: {theme: 丙, activities: [丁]}\n"
        "budget: [{item: 戊}]\n"
        "sections: {heading: 己, 未知: {标题: 庚}}\n"
    )


def test_a_converter_changes_the_scaffold_but_not_what_the_user_typed() -> None:
    def convert(text: str) -> str:
        return text.translate(str.maketrans("单标题区计划个学", "單標題區計畫個學"))

    answers = Answers("2027", organization="单区工会")
    text = scaffold("school", answers, region="tw", convert=convert)
    assert "標題: 单区工会2027年工作計畫\n" in text
    assert "單位:\n  名称: 单区工会\n" in text
    assert "地區: tw\n" in text
    assert "# 數" not in text
    assert "标题" not in text


def test_a_file_of_the_user_wins_over_the_built_in_one(folder: Path) -> None:
    (folder / "school.yaml.j2").write_text("标题: {{ organization | yaml }}的计划\n", "utf-8")
    assert scaffold("school", Answers("2027", "甲校工会")) == "标题: 甲校工会的计划\n"
    assert "hospital" in kinds()


def test_a_new_kind_is_one_file(folder: Path) -> None:
    (folder / "museum.yaml.j2").write_bytes("\ufeff标题: {{ this }}\n".encode())
    assert "museum" in kinds()
    assert scaffold("museum", Answers("2026-2027学年第一学期")) == "标题: 本学期\n"


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{% if %}", "school.yaml.j2:1: Expected an expression, got 'end of statement block'"),
        ("\n{{ nobody }}", "'nobody' is undefined"),
        ("{{ 1 + 'a' }}", "unsupported operand type"),
        ("{{ ''.__class__.__mro__ }}", "access to attribute '__class__'"),
        ("{{ months | by }}", "missing 1 required positional argument"),
    ],
)
def test_a_faulty_file_of_the_user_is_explained(folder: Path, template: str, reason: str) -> None:
    (folder / "school.yaml.j2").write_text(template, "utf-8")
    with pytest.raises(UserError) as caught:
        scaffold("school", Answers("2027"))
    assert caught.value.message.startswith("the scaffold for school cannot be used: ")
    assert reason in caught.value.message
    assert caught.value.hint.startswith("Correct the template")


def test_a_file_of_the_user_that_is_no_text_is_explained(folder: Path) -> None:
    (folder / "school.yaml.j2").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(UserError, match="the scaffold for school cannot be used"):
        scaffold("school", Answers("2027"))


def test_a_file_of_the_user_that_makes_no_yaml_is_shown_with_its_place(folder: Path) -> None:
    (folder / "school.yaml.j2").write_text("标题: [未完\n", "utf-8")
    with pytest.raises(FileProblems) as caught:
        scaffold("school", Answers("2027"), keys="en")
    assert caught.value.problems[0].path == "scaffolds/school.yaml.j2"


def test_a_kind_without_a_scaffold_is_refused() -> None:
    with pytest.raises(UserError, match=r"there is no template file scaffolds/circus\.yaml\.j2"):
        scaffold("circus", Answers("2027"))
