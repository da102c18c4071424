"""The words of a union: protected, replaced, and the names of people."""

from __future__ import annotations

import pytest

from planforge.errors import FileProblems, UserError
from planforge.script.conversion import Conversion
from planforge.script.glossary import Glossary, read_glossary
from planforge.script.plan_file import convert_yaml

YAML = "protect: [云岭后街, 发现号]\nreplace:\n  信息中心: 資訊室\n"


def test_a_glossary_protects_and_replaces() -> None:
    words = read_glossary("词.yaml", YAML.encode())
    text = "云岭后街的发现号和信息中心，发展后勤"
    assert Conversion("tw", glossary=words).text(text) == "云岭后街的发现号和資訊室，發展後勤"


def test_a_glossary_may_have_chinese_keys_or_be_a_table() -> None:
    chinese = read_glossary("词.yaml", "保护:\n- 发现号\n替换: {信息中心: 資訊室}\n".encode())
    table = read_glossary("词.tsv", "# 说明\n发现号\n信息中心\t資訊室\n".encode())
    assert chinese.answers == table.answers == {"发现号": "发现号", "信息中心": "資訊室"}


def test_the_longest_word_wins() -> None:
    words = Glossary({"发展": "發展甲", "发展后": "發展乙"})
    assert Conversion("tw", glossary=words).text("发展后勤，发展") == "發展乙勤，發展甲"


@pytest.mark.parametrize(
    ("text", "place"), [("protext: [甲]\n", (1, 1)), ("protect:\n- {a: b}\n", (2, 3))]
)
def test_what_does_not_belong_in_a_glossary_is_pointed_at(
    text: str, place: tuple[int, int]
) -> None:
    with pytest.raises(FileProblems) as caught:
        read_glossary("词.yaml", text.encode())
    problem = caught.value.problems[0]
    assert (problem.code, problem.line, problem.column) == ("PF004", *place)


def test_a_plan_protects_words_itself() -> None:
    text = "标题: 云岭后街工会发展计划\n保护: [云岭后街]\n"
    assert (
        convert_yaml("a.yaml", text, Conversion("tw"))
        == "标题: 云岭后街工會發展計畫\n保护: [云岭后街]\n"
    )


@pytest.mark.parametrize(
    ("owner", "written"),
    [
        ("范丽香", "范麗香"),
        ("于发展、余后勤", "于發展、余後勤"),
        ("叶和", "葉和"),
        ("后勤部", "後勤部"),
        ("党办", "黨辦"),
        ("后勤", "後勤"),
        ("宣传部、范一", "宣傳部、范一"),
        ("干部科", "幹部科"),
    ],
)
def test_people_in_the_fields_that_name_them_keep_their_surname(owner: str, written: str) -> None:
    text = f"重点任务:\n  - 标题: 规范管理\n    责任人: {owner}\n"
    assert f"责任人: {written}\n" in convert_yaml("a.yaml", text, Conversion("tw"))


def test_other_fields_are_prose() -> None:
    assert convert_yaml("a.yaml", "内容: 示范岗\n", Conversion("tw")) == "内容: 示範崗\n"


def test_people_named_in_a_field_keep_their_name_everywhere_in_the_plan() -> None:
    text = """\
重点任务:
  - {标题: 由范丽香牵头, 责任人: 范丽香、于和}
  - 由于和谐共处，于和、范丽香、规范丽人学堂
"""
    assert (
        convert_yaml("a.yaml", text, Conversion("tw"))
        == """\
重点任务:
  - {标题: 由范麗香牽頭, 责任人: 范麗香、于和}
  - 由於和諧共處，于和、范麗香、規範麗人學堂
"""
    )


def test_who_signs_a_notice_off_keeps_the_surname() -> None:
    text = "印发: {签发人: 余后平}\n"
    assert convert_yaml("a.yaml", text, Conversion("tw")) == "印发: {签发人: 余後平}\n"


def test_further_columns_of_a_table_are_remarks() -> None:
    words = read_glossary("词.tsv", "信息中心\t資訊室\t部门\n发现号\t\t船\n".encode())
    assert words.answers == {"信息中心": "資訊室", "发现号": "发现号"}


def test_a_line_of_a_table_without_its_word_is_pointed_at() -> None:
    with pytest.raises(FileProblems) as caught:
        read_glossary("词.tsv", "发现号\n\t資訊室\n".encode())
    assert caught.value.problems[0].line == 2


def test_one_word_alone_may_be_protected_without_a_list() -> None:
    assert read_glossary("词.yaml", "protect: 发现号\n".encode()).answers == {"发现号": "发现号"}


@pytest.mark.parametrize("text", ["", "\n", "# 还没有词\n"])
def test_a_glossary_may_be_empty(text: str) -> None:
    assert read_glossary("词.yaml", text.encode()).answers == {}


def test_a_file_of_another_kind_is_no_glossary() -> None:
    with pytest.raises(UserError) as caught:
        read_glossary("词.csv", "发现号,甲\n".encode())
    assert "词.csv" in caught.value.message
