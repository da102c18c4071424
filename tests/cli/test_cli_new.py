from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge.catalogue import load_catalogue

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

KINDS = load_catalogue().kinds
SCHOOL = ("new", "学校", "--no-ask", "--year", "2027", "--org", "云岭区第一小学工会")
NAME = "云岭区第一小学工会2027年工作计划.yaml"


def test_a_new_plan_is_named_after_the_union_and_the_period(call: Call, work: Path) -> None:
    code, out, said = call(*SCHOOL)
    assert (code, out) == (0, "")
    assert [p.name for p in work.iterdir()] == [NAME]
    assert said.splitlines() == [
        f"已写入：{NAME}",
        "下一步：",
        f"1. 用编辑器打开 {NAME}，改成本单位的内容",
        f"2. planforge render {NAME}",
    ]


def test_a_plan_that_is_there_is_never_overwritten(call: Call, work: Path) -> None:
    (work / NAME).write_text("mine", encoding="utf-8")
    code, _out, said = call(*SCHOOL)
    assert code == 2
    assert said.startswith(f"错误：{NAME} 已经存在\n提示：")
    assert (work / NAME).read_text(encoding="utf-8") == "mine"
    assert call(*SCHOOL, "--force")[0] == 0
    assert "云岭区" in (work / NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("keys", ["zh", "en"])
def test_every_kind_renders_at_once(call: Call, kind: str, keys: str) -> None:
    assert call("new", kind, "--no-ask", "--keys", keys, "-o", "p.yaml", "-q") == (0, "", "")
    assert call("lint", "p.yaml", "-q") == (0, "", "")
    assert call("render", "p.yaml", "-f", "md", "-q") == (0, "", "")


@pytest.mark.parametrize("name", ["学校", "學校", "school", "School"])
def test_a_kind_goes_by_any_of_its_names(call: Call, name: str) -> None:
    assert "类型: 学校" in call("new", name, "--no-ask", "-o", "-")[1]


def test_the_kinds_are_listed(call: Call) -> None:
    code, out, said = call("new", "--list")
    assert (code, said) == (0, "")
    assert [line.split()[1] for line in out.splitlines()] == list(KINDS)


def test_without_a_kind_the_kinds_are_named(call: Call) -> None:
    code, _out, said = call("new", "--no-ask")
    assert code == 2
    assert said.startswith("错误：没有写单位类型\n提示：可以写：学校、")


def test_an_unknown_kind_is_told_with_the_nearest(call: Call) -> None:
    code, _out, said = call("new", "学效", "--no-ask")
    assert code == 2
    assert "学效" in said.splitlines()[0]
    assert "“学校”" in said.splitlines()[1]


@pytest.mark.parametrize(
    ("options", "period"),
    [
        (("--year", "2028"), "2028"),
        (("--school-year", "2026-2027"), "2026-2027学年"),
        (("--school-year", "2026", "--term", "2"), "2026-2027学年第二学期"),
    ],
)
def test_the_period_is_taken_from_the_options(
    call: Call, options: tuple[str, ...], period: str
) -> None:
    assert f"\n期间: {period} " in call("new", "学校", "--no-ask", "-o", "-", *options)[1]


@pytest.mark.parametrize(
    "options",
    [("--year", "二零二X"), ("--term", "3"), ("--year", "2027", "--term", "1"), ("--region", "us")],
)
def test_an_option_that_cannot_be_is_one_line(call: Call, options: tuple[str, ...]) -> None:
    code, out, said = call("new", "学校", "--no-ask", "-o", "-", *options)
    assert (code, out) == (2, "")
    assert said.startswith("错误：")
    assert said.count("\n") <= 2


def test_another_region_has_its_script(call: Call) -> None:
    out = call("new", "学校", "--no-ask", "-o", "-", "--region", "tw", "--year", "2027")[1]
    assert "\n單位:\n" in out
    assert "\n地區: tw\n" in out


def test_answers_come_from_a_file_and_the_call_wins(call: Call, work: Path) -> None:
    (work / "答案.yaml").write_text(
        "类型: 医院\n单位: 青禾县人民医院工会\n期间: 2028\n上级:\n", encoding="utf-8"
    )
    out = call("new", "--no-ask", "--data", "答案.yaml", "--year", "2027", "-o", "-")[1]
    assert "\n标题: 青禾县人民医院工会2027年工作计划\n" in out


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ("单住: x\n", "答案.yaml：不需要“单住”这一项\n提示：是不是要写 单位？"),
        ("单位: [x]\n", "答案.yaml：“单位”应是一段文字"),
    ],
)
def test_a_wrong_answer_file_is_explained(
    call: Call, work: Path, answers: str, message: str
) -> None:
    (work / "答案.yaml").write_text(answers, encoding="utf-8")
    assert call("new", "--no-ask", "--data", "答案.yaml") == (2, "", f"错误：{message}\n")


def test_questions_are_asked_until_the_answers_will_do(start: Start, work: Path) -> None:
    answers = "学效\n学校\n云岭区第一小学工会\n\n202x\n2027\n"
    done = start("new", "--ask", stdin=answers.encode())
    assert done.returncode == 0
    assert done.stdout == ""
    assert [p.name for p in work.iterdir()] == [NAME]
    assert "单位类型，可选：学校、" in done.stderr
    assert done.stderr.count("错误：") == 2


def test_a_question_says_what_no_answer_means(start: Start) -> None:
    done = start("new", "--ask", "-o", "-", stdin="\n学校\n\n\n\n".encode())
    assert done.returncode == 0
    assert done.stderr.startswith("单位类型，可选：学校、幼儿园、")
    assert "错误：这一项要填" in done.stderr
    assert "（直接回车：以后再填）" in done.stderr
    assert "上级工会（如：青禾县教育工会）（直接回车：不写）" in done.stderr


def test_the_kind_of_a_union_is_understood(call: Call) -> None:
    assert "类型: 学校" in call("new", "学校工会", "--no-ask", "-o", "-")[1]
    assert "類型: 總工會" in call("new", "總工會", "--no-ask", "--region", "tw", "-o", "-")[1]


def test_a_wrong_year_is_told_before_anything_is_asked(start: Start) -> None:
    done = start("new", "学校", "--ask", "--year", "27", stdin=b"\n\n")
    assert done.returncode == 2
    assert done.stderr == "错误：看不懂期间“27”；可以写：2027、2026-2027学年、2027年上半年\n"


def test_the_remark_on_the_period_names_other_ways_to_write_it(call: Call) -> None:
    out = call("new", "学校", "--no-ask", "--year", "2027", "-o", "-")[1]
    assert "\n期间: 2027  # 还可以写 2027年上半年、2026-2027学年第一学期\n" in out


def test_what_the_call_says_is_not_asked(start: Start) -> None:
    done = start(*SCHOOL, "--ask", "-o", "-", stdin=b"\n")
    assert done.returncode == 0
    assert "标题: 云岭区第一小学工会2027年工作计划\n" in done.stdout
    assert done.stderr.count("> ") == 1


def test_an_end_of_input_stops_the_questions(start: Start, work: Path) -> None:
    done = start("new", "--ask", stdin=b"")
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert list(work.iterdir()) == []


def test_nothing_is_asked_without_a_terminal(start: Start) -> None:
    done = start("new", "学校", "-o", "-")
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_plan_starts_from_the_document_of_last_year(call: Call, work: Path) -> None:
    old = "云岭区第一小学工会2026年工作计划\n一、主要工作\n（一）慰问\n（二）文体\n"
    (work / "去年.txt").write_text(old, encoding="utf-8")
    code, out, _said = call(
        "new", "学校", "--from", "去年.txt", "--year", "2027", "--no-ask", "-o", "今年.yaml"
    )
    assert (code, out) == (0, "")
    text = (work / "今年.yaml").read_text(encoding="utf-8")
    assert "标题: 云岭区第一小学工会2027年工作计划\n" in text
    assert "# 去年的标题：云岭区第一小学工会2026年工作计划\n" in text
    assert "重点任务:\n  标题: 主要工作\n  子项:\n    - 慰问\n    - 文体\n" in text
    assert "\n# 工作目标:\n" in text
    assert call("render", "今年.yaml", "-q") == (0, "", "")


def test_what_needs_a_look_in_the_document_of_last_year_is_told(call: Call, work: Path) -> None:
    old = "工会工作计划篇一\n一、慰问x人\n二、文体\n工会工作计划篇二\n一、建家\n二、体检\n"
    (work / "去年.txt").write_text(old, encoding="utf-8")
    options = ("--year", "2027", "--no-ask", "-o", "今年.yaml")
    code, _out, said = call("new", "学校", "--from", "去年.txt", *options)
    assert code == 0
    told = [line for line in said.splitlines() if line.startswith("去年.txt")]
    assert told == [
        "去年.txt：这里有 2 份计划，用 planforge import --split 分成几个文件",
        "去年.txt：第 2 行：有空着没填的年份、数字或名称（如 20xx、__）",
    ]
    assert call("new", "学校", "--from", "去年.txt", *options, "--force", "-q") == (0, "", "")


def test_an_empty_document_of_last_year_is_told(call: Call, work: Path) -> None:
    (work / "去年.txt").write_text(" \n", encoding="utf-8")
    assert call("new", "学校", "--from", "去年.txt", "--no-ask") == (
        2,
        "",
        "错误：去年.txt：文件是空的\n",
    )
