from __future__ import annotations

from typing import Any

import pytest

from planforge import settings
from planforge.errors import FileProblems, UserError
from planforge.model.catalogue import Catalogue
from planforge.model.validate import validate
from planforge.source.load import load

PLAN = """\
标题: 旧标题
单位: 青禾县总工会
重点任务:
  - 标题: 甲
    责任人: 宣传部
  - 乙
工作目标: &g [入会率达到98%]
结语: 以实干开新局。
"""


def data(*given: str, text: str = PLAN) -> dict[str, Any]:
    source = load("plan.yaml", text.encode())
    return settings.apply(source, given).data()


@pytest.mark.parametrize("key", ["标题", "title", "標題"])
def test_a_key_in_any_language_replaces_the_value(key: str) -> None:
    changed = data(f"{key}=新标题：2027")
    assert [v for k, v in changed.items() if k in {"标题", "title", "標題"}] == ["新标题：2027"]
    assert next(iter(changed)) == key


def test_a_text_that_looks_like_yaml_stays_a_text() -> None:
    assert data("标题=[a, b]: null # c")["标题"] == "[a, b]: null # c"
    assert data("标题=null")["标题"] == "null"
    assert data("标题=a=b")["标题"] == "a=b"


def test_an_empty_value_takes_the_key_away() -> None:
    assert data("结语=")["结语"] is None


def test_shorthand_is_written_out_where_a_setting_needs_it() -> None:
    assert data("单位.上级=临江市总工会")["单位"] == {
        "name": "青禾县总工会",
        "上级": "临江市总工会",
    }
    assert data("重点任务.标题=主要工作")["重点任务"]["标题"] == "主要工作"
    assert data("重点任务.标题=主要工作")["重点任务"]["items"][1] == "乙"


def test_a_number_stands_for_an_entry_of_a_list() -> None:
    assert data("重点任务.1.责任人=组织部")["重点任务"][0]["责任人"] == "组织部"
    assert data("重点任务.2=丙")["重点任务"][1] == "丙"
    assert data("重点任务.2.owner=丁")["重点任务"][1] == {"text": "乙", "owner": "丁"}


def test_a_key_that_is_not_there_is_added() -> None:
    assert data("落款.日期=2027-01-08")["落款"] == {"日期": "2027-01-08"}


def test_later_settings_win() -> None:
    assert data("标题=一", "title=二")["title"] == "二"


def test_what_an_alias_shares_changes_in_one_place_only() -> None:
    text = "标题: 甲\n前言: &x {内容: 甲}\n结语: *x\n"
    changed = data("前言.内容=乙", text=text)
    assert changed["前言"]["内容"] == "乙"
    assert changed["结语"]["内容"] == "甲"


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("标题", "--set needs a key and a value, not 标题"),
        ("=x", "--set needs a key and a value, not =x"),
        ("重点任务.3.责任人=x", "--set 重点任务.3.责任人=x: the list has 2 entries"),
        ("重点任务.0=x", "--set 重点任务.0=x: the list has 2 entries"),
        ("标题.x=y", "--set 标题.x=y: there is nothing called x to set"),
    ],
)
def test_a_setting_that_leads_nowhere_is_explained(setting: str, message: str) -> None:
    with pytest.raises(UserError) as error:
        data(setting)
    assert error.value.message == message


def test_a_problem_points_into_the_setting() -> None:
    source = load("plan.yaml", PLAN.encode())
    with pytest.raises(FileProblems) as error:
        validate(settings.apply(source, ["标题=好", "标提=x"]), Catalogue())
    (problem,) = settings.relocated(error.value, source).problems
    assert problem.code == "PF003"
    assert problem.place == "--set:2:1"
    assert problem.excerpt == "标提=x"
    assert problem.end_column == 3


def test_a_problem_of_the_file_stays_in_the_file() -> None:
    source = load("plan.yaml", (PLAN + "标提: x\n").encode())
    with pytest.raises(FileProblems) as error:
        validate(settings.apply(source, ["标题=好"]), Catalogue())
    (problem,) = settings.relocated(error.value, source).problems
    assert problem.place == "plan.yaml:9:1"


def test_what_is_wrong_with_the_file_is_told_whatever_is_set() -> None:
    source = load("plan.yaml", (PLAN + "标题: 又一个\n").encode(), go_on=True)
    with pytest.raises(FileProblems) as error:
        validate(settings.apply(source, ["标题=好"]), Catalogue())
    assert [problem.code for problem in error.value.problems] == ["PF002"]
