from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_plan_becomes_a_word_document_beside_it(call: Call, plan: Path) -> None:
    assert call("render", "plan.yaml") == (0, "", "已写入：plan.docx\n")
    assert (
        "word/document.xml" in ZipFile(BytesIO(plan.with_suffix(".docx").read_bytes())).namelist()
    )


def test_several_formats_at_once(call: Call, plan: Path) -> None:
    code, _out, _said = call("render", "plan.yaml", "-f", "md", "-f", "txt", "-f", "md")
    assert code == 0
    assert names(plan.parent) == ["plan.md", "plan.txt", "plan.yaml"]


def test_the_name_of_the_output_says_the_format(call: Call, plan: Path) -> None:
    assert call("render", "plan.yaml", "-o", "成品.html", "-q") == (0, "", "")
    assert names(plan.parent) == ["plan.yaml", "成品.html"]


def test_text_goes_to_standard_output_and_messages_do_not(start: Start, plan: Path) -> None:
    done = start("render", plan.name, "-f", "txt", "-o", "-")
    assert done.returncode == 0
    assert done.stdout.startswith("青禾县第二中学工会2027年工作计划\n")
    assert done.stderr == ""


def test_a_plan_comes_from_standard_input(start: Start, plan: Path) -> None:
    done = start("render", "-", "-f", "md", stdin=plan.read_bytes())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# 青禾县第二中学工会2027年工作计划\n")


def test_a_folder_is_mirrored_and_summed_up(call: Call, plan: Path) -> None:
    below = plan.parent / "区" / "街"
    below.mkdir(parents=True)
    plan.rename(below / "a.yaml")
    (below.parent / "b.yaml").write_bytes((below / "a.yaml").read_bytes())
    code, out, said = call("render", "区", "-f", "txt", "-o", "成品")
    assert (code, out) == (0, "")
    assert names(plan.parent / "成品") == ["b.txt", "街/a.txt"]
    assert said.splitlines()[-1] == "共 2 个文件，完成 2 个，失败 0 个"


def test_a_bad_file_does_not_stop_the_others(call: Call, plan: Path) -> None:
    (plan.parent / "a.yaml").write_text("标提: x\n", encoding="utf-8")
    code, _out, said = call("render", "a.yaml", "无.yaml", "plan.yaml", "-f", "txt")
    assert code == 1
    assert "a.yaml:1:1: PF003" in said
    assert "错误：找不到文件 无.yaml\n" in said
    assert said.splitlines()[-3:] == [
        "共 3 个文件，完成 1 个，失败 2 个",
        "  a.yaml",
        "  无.yaml",
    ]
    assert (plan.parent / "plan.txt").exists()


def test_a_long_list_of_failures_is_cut_short(call: Call, plan: Path) -> None:
    many = [f"无{i}.yaml" for i in range(30)]
    _code, _out, said = call("render", *many, plan.name, "-f", "txt")
    *_rest, last, dots = said.splitlines()
    assert (last, dots) == ("  无19.yaml", "  …")


def test_a_single_file_that_cannot_be_used_is_exit_code_2(start: Start, work: Path) -> None:
    (work / "a.yaml").write_text("标提: x\n", encoding="utf-8")
    for arguments in (("a.yaml",), ("无.yaml",), (".", "-q")):
        done = start("render", *arguments)
        assert done.returncode == 2
        assert done.stdout == ""
        assert "Traceback" not in done.stderr


def test_nothing_that_was_edited_is_overwritten(call: Call, plan: Path) -> None:
    assert call("render", "plan.yaml", "-f", "md")[0] == 0
    document = plan.with_suffix(".md")
    document.write_text(document.read_text(encoding="utf-8") + "手写\n", encoding="utf-8")
    edited = document.read_bytes()
    code, _out, said = call("render", "plan.yaml", "-f", "md")
    assert code == 2
    assert said.splitlines() == [
        "错误：plan.md 已被手工修改，或不是 planforge 生成的",
        "提示：请另取名称；确实要覆盖时，加上 --force",
    ]
    assert document.read_bytes() == edited
    assert call("render", "plan.yaml", "-f", "md", "--force")[0] == 0
    assert document.read_bytes() != edited


def test_a_format_that_may_not_be_overwritten_does_not_stop_the_others(
    call: Call, plan: Path
) -> None:
    for name in ("plan.docx", "plan.txt"):
        plan.with_name(name).write_bytes(b"mine")
    code, _out, said = call("render", str(plan), "-f", "docx", "-f", "txt", "-f", "md")
    assert code == 2
    assert plan.with_suffix(".md").exists()
    assert [line[:3] for line in said.splitlines()] == [
        "已写入",
        "错误：",
        "提示：",
        "错误：",
        "提示：",
    ]


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html", ".txt"])
def test_a_file_that_planforge_did_not_make_stays(call: Call, plan: Path, suffix: str) -> None:
    document = plan.with_suffix(suffix)
    document.write_bytes(b"mine")
    assert call("render", "plan.yaml", "-f", suffix[1:])[0] == 2
    assert document.read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["docx", "md", "html"])
def test_an_untouched_document_is_renewed(call: Call, plan: Path, name: str) -> None:
    assert call("render", "plan.yaml", "-f", name)[0] == 0
    assert call("render", "plan.yaml", "-f", name) == (0, "", f"无变化：plan.{name}\n")
    before = plan.with_suffix(f".{name}").read_bytes()
    plan.write_text(plan.read_text(encoding="utf-8") + "结语: 新的一句。\n", encoding="utf-8")
    assert call("render", "plan.yaml", "-f", name) == (0, "", f"已写入：plan.{name}\n")
    assert plan.with_suffix(f".{name}").read_bytes() != before


def test_plain_text_is_replaced_by_force_only(call: Call, plan: Path) -> None:
    assert call("render", "plan.yaml", "-f", "txt")[0] == 0
    assert call("render", "plan.yaml", "-f", "txt")[2] == "无变化：plan.txt\n"
    plan.write_text(plan.read_text(encoding="utf-8") + "结语: 新的一句。\n", encoding="utf-8")
    assert call("render", "plan.yaml", "-f", "txt")[0] == 2
    assert call("render", "plan.yaml", "-f", "txt", "--force")[0] == 0


def test_two_inputs_with_one_output_are_told(call: Call, plan: Path) -> None:
    (plan.parent / "plan.yml").write_bytes(plan.read_bytes())
    code, _out, said = call("render", "plan.yaml", "plan.yml", "-f", "txt")
    assert code == 1
    assert "错误：plan.yml：与 plan.yaml 的输出重名（plan.txt）\n" in said


def test_the_output_never_replaces_the_plan(call: Call, plan: Path) -> None:
    text = plan.parent / "plan.txt"
    text.write_bytes(plan.read_bytes())
    code, _out, said = call("render", "plan.txt", "-o", "plan.txt", "--force")
    assert code == 2
    assert said.startswith("错误：plan.txt：输出会覆盖原文件\n")
    assert text.read_bytes() == plan.read_bytes()


def test_values_can_be_given_in_the_call(call: Call, plan: Path) -> None:
    code, out, _said = call(
        "render",
        "plan.yaml",
        "-o",
        "-",
        "-f",
        "txt",
        "--set",
        "title=新标题",
        "--set",
        "重点任务.2=乙",
    )
    assert code == 0
    assert out.startswith("新标题\n")
    assert "（二）乙\n" in out
    assert plan.read_text(encoding="utf-8").startswith("标题: 青禾县")


def test_a_wrong_key_in_the_call_is_told_like_one_in_the_file(call: Call, plan: Path) -> None:
    assert plan.exists()
    code, _out, said = call("render", "plan.yaml", "-f", "txt", "--set", "标提=新标题")
    assert code == 2
    lines = said.splitlines()
    assert lines[0].startswith("--set:1:1: PF003 ")
    assert lines[1:3] == ["    标提=新标题", "    ^^^^"]


def test_the_caret_stands_under_the_wrong_key(call: Call, work: Path) -> None:
    (work / "a.yaml").write_text(
        "标题: 计划\n重点任务:\n  - {标题: 甲，乙, 负则人: 丙}\n", encoding="utf-8"
    )
    code, _out, said = call("render", "a.yaml")
    assert code == 2
    lines = said.splitlines()
    assert lines[0].startswith("a.yaml:3:15: PF003 ")
    assert lines[1] == "      - {标题: 甲，乙, 负则人: 丙}"
    # Two cells for each of 标题甲，乙 before it.
    assert lines[2] == " " * (4 + 14 + 5) + "^" * 6


def test_a_gbk_file_works_with_a_notice(call: Call, plan: Path) -> None:
    plan.write_bytes(plan.read_text(encoding="utf-8").encode("gbk"))
    code, _out, said = call("render", "plan.yaml", "-f", "txt")
    assert code == 0
    assert said.startswith("plan.yaml: PF005 ")
    assert "GB18030" in said
    assert call("render", "plan.yaml", "-f", "txt", "-q") == (0, "", "")


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"PK\3\4" + b"\0" * 100, b"\xff\xfe\0", b"- a\n"])
def test_a_file_that_holds_no_plan_is_told_in_words(call: Call, work: Path, data: bytes) -> None:
    (work / "a.yaml").write_bytes(data)
    code, out, said = call("render", "a.yaml")
    assert (code, out) == (2, "")
    assert said.startswith("a.yaml")
    assert not (work / "a.docx").exists()


@pytest.mark.parametrize(
    ("option", "value", "beginning"),
    [("--style", "gbb", "错误："), ("--region", "tww", "错误："), ("--style", "无.yaml", "错误：")],
)
def test_a_style_or_region_that_is_not_there_is_told_once(
    call: Call, plan: Path, option: str, value: str, beginning: str
) -> None:
    (plan.parent / "b.yaml").write_bytes(plan.read_bytes())
    code, _out, said = call("render", ".", option, value)
    assert code == 2
    assert said.startswith(beginning)
    assert said.count(value) == 1


def test_the_region_changes_words_and_numbers(call: Call, plan: Path) -> None:
    assert plan.exists()
    assert "　　一、重点任务\n" in call("render", "plan.yaml", "-f", "txt", "-o", "-")[1]
    assert "　　壹、" in call("render", "plan.yaml", "-f", "txt", "-o", "-", "--region", "tw")[1]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs permissions that hold")
def test_a_folder_that_may_not_be_written_is_told(call: Call, plan: Path) -> None:
    plan.parent.chmod(0o500)
    code, _out, said = call("render", "plan.yaml")
    plan.parent.chmod(0o700)
    assert code == 2
    assert said.startswith("错误：")


def test_an_output_folder_that_is_a_file_is_told(call: Call, plan: Path) -> None:
    (plan.parent / "成品").touch()
    code, _out, said = call("render", "plan.yaml", "-o", "成品/x")
    assert code == 2
    assert said.startswith("错误：不能新建文件夹 成品/x：")


def test_own_templates_win(call: Call, plan: Path) -> None:
    folder = plan.parent / "模板"
    (folder / "text").mkdir(parents=True)
    (folder / "text" / "plan.txt.j2").write_text("本单位格式\n", encoding="utf-8")
    code, out, _said = call("render", "plan.yaml", "-f", "txt", "-o", "-", "--templates", "模板")
    assert (code, out) == (0, "本单位格式\n")


def test_a_region_goes_by_any_of_its_names(call: Call, plan: Path) -> None:
    assert plan.exists()
    named = call("render", "plan.yaml", "-f", "txt", "-o", "-", "--region", "台湾")
    assert named == call("render", "plan.yaml", "-f", "txt", "-o", "-", "--region", "tw")
