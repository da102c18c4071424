from __future__ import annotations

import pytest

from planforge.errors import FileProblems, Problem
from planforge.source.engine import Engine, fast, python
from planforge.source.limits import Limits
from planforge.source.load import load

USUAL = Limits()
ENGINES = pytest.mark.parametrize("parser", [fast, python])


def refused(text: str, parser: Engine = fast, limits: Limits = USUAL) -> Problem:
    with pytest.raises(FileProblems) as caught:
        load("plan.yaml", text.encode(), limits, parser)
    (problem,) = caught.value.problems
    assert problem.code == "PF009"
    return problem


@ENGINES
def test_an_alias_bomb_is_defused(parser: Engine) -> None:
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30)
    )
    problem = refused(bomb, parser)
    assert problem.message == "the file holds more than 200000 values, repetitions counted"
    assert problem.line == 6


@ENGINES
def test_a_bomb_of_merge_keys_is_defused(parser: Engine) -> None:
    bomb = "a0: &a0 {" + ",".join(f"k{i}: v" for i in range(50)) + "}\n"
    for i in range(1, 20):
        bomb += f"a{i}: &a{i}\n" + "".join(f"  m{j}: {{<<: *a{i - 1}}}\n" for j in range(9))
    assert "more than 200000 values" in refused(bomb, parser).message


@ENGINES
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_before_it_can_hurt(opening: str, parser: Engine) -> None:
    problem = refused("a:\n  " + opening * 5_000, parser)
    assert problem.message == "the file is nested more than 100 levels deep"
    assert problem.line == 2


@ENGINES
def test_nesting_through_aliases_counts(parser: Engine) -> None:
    text = "a0: &a0 " + "[" * 50 + "]" * 50 + "\na1: &a1 " + "[" * 50 + "*a0" + "]" * 50 + "\n"
    assert refused(text, parser).place == "plan.yaml:2:59"


def test_a_long_flat_list_is_refused() -> None:
    assert refused("a: [" + "x," * 30 + "]", limits=Limits(nodes=20)).column == 39


def test_a_large_file_is_refused_before_it_is_read() -> None:
    problem = refused("a: 甲\n", limits=Limits(size=5))
    assert (problem.message, problem.line) == ("the file is larger than 5e-06 MB", 0)


def test_the_limits_leave_room_for_any_real_plan() -> None:
    tasks = "".join(f"  - 标题: 第{i}项\n    内容: 说明\n" for i in range(5_000))
    assert len(load("plan.yaml", f"任务:\n{tasks}".encode()).data()["任务"]) == 5_000
