from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]


def test_a_good_plan_is_exit_code_0(call: Call, plan: Path) -> None:
    assert plan.exists()
    assert call("lint", "plan.yaml") == (0, "", "1 个文件：没有发现问题\n")
    assert call("lint", "plan.yaml", "-q") == (0, "", "")


def test_every_problem_of_every_file_is_listed_on_standard_output(call: Call, work: Path) -> None:
    (work / "a.yaml").write_text("标提: x\n期间: 20xx\n", encoding="utf-8")
    (work / "b.yaml").write_text("标题：x\n", encoding="utf-8")
    code, out, said = call("lint", ".")
    assert code == 1
    places = [line.split(": ")[0] for line in out.splitlines() if ".yaml:" in line]
    assert [place.removeprefix("./") for place in places] == [
        "a.yaml:1:1",
        "a.yaml:1:1",
        "a.yaml:2:5",
        "b.yaml:1:3",
    ]
    assert said == "2 个文件：4 个错误\n"


def test_a_notice_is_shown_but_is_no_problem(call: Call, plan: Path) -> None:
    plan.write_bytes(plan.read_text(encoding="utf-8").encode("gbk"))
    code, out, said = call("lint", "plan.yaml")
    assert code == 0
    assert out.startswith("plan.yaml: PF005 ")
    assert said == "1 个文件：1 条建议\n"


def test_a_path_to_nothing_is_exit_code_2_and_the_others_are_checked(
    call: Call, plan: Path
) -> None:
    assert plan.exists()
    code, out, said = call("lint", "无.yaml", "plan.yaml")
    assert (code, out) == (2, "")
    assert said.splitlines() == [
        "错误：找不到文件 无.yaml",
        "提示：请核对文件名；文件名里有空格时，要加引号",
        "1 个文件：没有发现问题",
    ]


def test_a_folder_without_plans_is_told(call: Call, work: Path) -> None:
    (work / "空").mkdir()
    code, _out, said = call("lint", "空")
    assert code == 2
    assert said == (
        "错误：文件夹 空 里没有计划文件\n提示：计划文件以 .yaml、.yml 结尾\n"
        "加上 --foreign，文件夹里的 Word、Markdown、文本文件也查\n"
    )


def test_a_folder_that_cannot_be_read_as_a_file_is_no_traceback(start: Start, work: Path) -> None:
    (work / "x.yaml").mkdir()
    (work / "x.yaml" / "a.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    done = start("lint", "x.yaml")
    assert done.returncode == 1
    assert "a.yaml: PF005 " in done.stdout
    assert "Traceback" not in done.stderr


def test_a_problem_from_standard_input_is_under_its_name(start: Start) -> None:
    done = start("lint", "-", stdin="标提: x\n标题: y\n".encode())
    assert done.returncode == 1
    assert done.stdout.startswith("-:1:1: PF003 ")


def test_a_page_style_that_is_not_there_is_told_at_its_place(call: Call, plan: Path) -> None:
    with plan.open("a", encoding="utf-8") as file:
        file.write("版式:\n  样式: 国标\n")
    code, out, _said = call("lint", "plan.yaml")
    assert code == 1
    assert out.startswith("plan.yaml:13:7: PF004 错误：没有“国标”这种版式\n")
    assert "提示：可以写：gb、" in out
