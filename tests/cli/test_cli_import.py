from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

TEXT = """\
云岭区第一小学工会2026年工作计划

一、主要工作
（一）加强思想引领
组织专题学习。
（二）办好职工之家
"""


@pytest.fixture
def old(work: Path) -> Path:
    path = work / "去年.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_old_text_becomes_a_plan_beside_it(call: Call, old: Path) -> None:
    code, out, said = call("import", "去年.txt")
    assert (code, out) == (0, "")
    assert said.endswith("已写入：去年.yaml\n")
    assert "标题: 云岭区第一小学工会2026年工作计划\n" in old.with_suffix(".yaml").read_text(
        encoding="utf-8"
    )
    assert call("lint", "去年.yaml", "-q")[0] == 0
    assert call("render", "去年.yaml", "-q") == (0, "", "")


def test_the_plan_goes_to_standard_output_and_the_notes_do_not(start: Start, old: Path) -> None:
    done = start("import", "-", "-o", "-", stdin=old.read_bytes())
    assert done.returncode == 0
    assert "主要工作" in done.stdout
    assert "主要工作" not in done.stderr


def test_a_plan_that_is_there_stays(call: Call, old: Path) -> None:
    old.with_suffix(".yaml").write_text("mine", encoding="utf-8")
    code, _out, said = call("import", "去年.txt")
    assert code == 2
    assert "错误：去年.yaml 已经存在\n" in said
    assert old.with_suffix(".yaml").read_text(encoding="utf-8") == "mine"


def test_a_pdf_is_refused_with_what_to_do(call: Call, work: Path) -> None:
    (work / "去年.pdf").write_bytes(b"%PDF-1.7 x")
    code, out, said = call("import", "去年.pdf")
    assert (code, out) == (2, "")
    assert said.startswith("错误：去年.pdf：")
    assert "提示：" in said


@pytest.mark.parametrize("form", ["docx", "md", "html"])
def test_what_was_rendered_is_imported_again(call: Call, old: Path, form: str) -> None:
    assert call("import", "去年.txt", "-q") == (0, "", "")
    assert call("render", "去年.yaml", "-f", form, "-q") == (0, "", "")
    assert call("import", f"去年.{form}", "-o", "再.yaml", "-q") == (0, "", "")
    first, second = (
        (old.parent / name).read_text(encoding="utf-8").partition("版本:")[2]
        for name in ("去年.yaml", "再.yaml")
    )
    assert first == second


DAMAGED = """\
云岭区第一小学工会2027年工作计划
一、主要工作
1、走仿困难职工，打下基矗
2、发(fā)动职工  参赛
下一篇：返回列表
"""

REPAIRED = """\
重点任务:
  标题: 主要工作
  子项:
    # 疑为：1、走访困难职工，打下基础。
    - 走仿困难职工，打下基矗
    - 发动职工 参赛
"""


def test_repair_mends_what_is_certain_and_proposes_the_rest(call: Call, old: Path) -> None:
    old.write_text(DAMAGED, encoding="utf-8")
    assert call("import", "去年.txt", "--repair", "-q") == (0, "", "")
    assert REPAIRED in old.with_suffix(".yaml").read_text(encoding="utf-8")


def test_without_repair_nothing_is_changed_but_everything_is_told(call: Call, old: Path) -> None:
    old.write_text(DAMAGED, encoding="utf-8")
    said = call("import", "去年.txt", "-o", "-")
    assert "发(fā)动职工  参赛" in said[1]
    assert "第 4 行：有拼音残留" in said[1]
    assert "去年.txt：第 4 行：" in said[2]


def test_the_report_tells_of_every_line(call: Call, old: Path) -> None:
    old.write_text(DAMAGED, encoding="utf-8")
    assert call("import", "去年.txt", "--repair", "-q", "--report", "报告.json")[0] == 0
    (one,) = json.loads((old.parent / "报告.json").read_text(encoding="utf-8"))["files"]
    assert [(line["line"], line["role"], line["place"]) for line in one["lines"]] == [
        (1, "title", "标题"),
        (2, "heading", "重点任务"),
        (3, "item", "重点任务"),
        (4, "item", "重点任务"),
        (5, "dropped", ""),
    ]
    assert one["lines"][1]["removed"] == ["一、"]
    assert [(c["line"], c["words"], c["new"]) for c in one["changes"]] == [
        (4, "(fā)", ""),
        (4, "  ", " "),
    ]
    assert {"PF106"} <= {finding["code"] for finding in one["findings"]}
    assert call("import", "去年.txt", "--force", "-q", "--report", "报告.md")[0] == 0
    page = (old.parent / "报告.md").read_text(encoding="utf-8")
    assert page.startswith("# 去年.txt\n")
    assert "| 3 | 1、走仿困难职工，打下基矗 | 重点任务 |" in page


def test_a_report_is_markdown_or_json(call: Call, old: Path) -> None:
    assert old.is_file()
    code, _out, said = call("import", "去年.txt", "--report", "报告.pdf")
    assert code == 2
    assert "--report" in said


SEVERAL = """\
总工会工作计划（精选2篇）
工会工作计划 篇一
一、学习
每月一次。
工会工作计划 篇二
一、慰问
每季一次。
"""


def test_a_page_of_plans_is_told_and_split_on_request(call: Call, old: Path) -> None:
    old.write_text(SEVERAL, encoding="utf-8")
    code, _out, said = call("import", "去年.txt")
    assert code == 0
    assert "--split" in said
    assert call("import", "去年.txt", "--split", "-q") == (0, "", "")
    titles = [
        (old.parent / f"去年-{n}.yaml").read_text(encoding="utf-8").partition("标题: ")[2][:10]
        for n in (1, 2)
    ]
    assert titles == ["工会工作计划 篇一\n"[:10], "工会工作计划 篇二\n"[:10]]


def test_a_folder_of_texts_is_imported(call: Call, old: Path) -> None:
    folder = old.parent / "旧"
    folder.mkdir()
    old.rename(folder / "去年.txt")
    assert call("import", "旧", "-o", "新", "-q") == (0, "", "")
    assert (old.parent / "新" / "去年.yaml").is_file()


@pytest.mark.parametrize("data", [b"", b" \r\n\n"])
def test_an_empty_file_makes_no_plan(call: Call, old: Path, data: bytes) -> None:
    old.write_bytes(data)
    assert call("import", "去年.txt") == (2, "", "错误：去年.txt：文件是空的\n")
    assert not old.with_suffix(".yaml").exists()
