"""Where the report of `planforge lint` goes, several files, and watching."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from planforge import language, resources
from planforge.cli import lint_watch
from planforge.cli.lint_run import Run, Wishes
from planforge.lint.config import Config

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

DAMAGED = "标题: 青禾县工会20xx年工作计划 # planforge: disable=PF402\n"
ONLY = ("--select", "PF401,PF006")


@pytest.fixture
def damaged(work: Path) -> Path:
    path = work / "a.yaml"
    path.write_text(DAMAGED, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("x.sarif", '"columnKind"'),
        ("x.json", '"findings"'),
        ("x.xml", "<testsuites"),
        ("x.rdjson", '"diagnostics"'),
        ("x.txt", "a.yaml:1:10: PF401 "),
    ],
)
def test_the_report_in_a_file_has_the_format_of_its_name(
    call: Call, damaged: Path, name: str, telling: str
) -> None:
    shown = call("lint", damaged.name, *ONLY)[1]
    code, out, _said = call("lint", damaged.name, *ONLY, "-o", name)
    assert code == 1
    assert telling in (damaged.parent / name).read_text(encoding="utf-8")
    assert out == ("" if name.endswith(".txt") else shown)
    assert call("lint", damaged.name, *ONLY, "-q", "-o", name)[1] == ""


@pytest.mark.parametrize("name", ["a.yaml", "b.yml", "来文.docx", "去年.md"])
def test_a_plan_or_document_is_not_replaced_by_a_report(
    call: Call, damaged: Path, name: str
) -> None:
    there = damaged.parent / name
    there.write_text(DAMAGED, encoding="utf-8")
    code, _out, said = call("lint", damaged.name, *ONLY, "-o", name, "--lang", "en")
    assert code == 2
    assert said == (
        f"error: {name} is there already, and no report\nhint: give another name with -o\n"
    )
    assert there.read_text(encoding="utf-8") == DAMAGED


def test_the_text_that_was_looked_at_is_not_replaced_by_its_report(
    call: Call, damaged: Path
) -> None:
    text = damaged.with_name("来文.txt")
    text.write_text("一、学习xx", encoding="utf-8")
    code, _out, said = call("lint", damaged.name, text.name, "-o", text.name, "--lang", "en")
    assert code == 2
    assert "来文.txt is there already, and no report" in said
    assert text.read_text(encoding="utf-8") == "一、学习xx"


def test_the_report_of_the_run_before_is_replaced(call: Call, damaged: Path) -> None:
    report = damaged.with_name("x.txt")
    for _again in range(2):
        assert call("lint", damaged.name, *ONLY, "-o", report.name)[0] == 1
    assert "PF401" in report.read_text(encoding="utf-8")
    damaged.write_text(DAMAGED.replace("20xx", "2027"), encoding="utf-8")
    call("lint", damaged.name, *ONLY, "-o", report.name)
    assert "PF401" not in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(("value", "telling"), [("true", '"check_name"'), ("false", '"findings"')])
def test_a_json_report_in_gitlab_is_one_for_gitlab(
    call: Call, damaged: Path, monkeypatch: pytest.MonkeyPatch, value: str, telling: str
) -> None:
    monkeypatch.setenv("GITLAB_CI", value)
    assert call("lint", damaged.name, *ONLY, "-o", "x.json")[0] == 1
    assert telling in (damaged.parent / "x.json").read_text(encoding="utf-8")


def test_github_gets_commands_in_the_log_and_a_table(
    call: Call, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = damaged.parent / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    out = call("lint", damaged.name, *ONLY)[1]
    assert out.startswith("::error file=a.yaml,line=1,")
    assert summary.read_text(encoding="utf-8").startswith("before\n### planforge lint\n")
    out = call("lint", damaged.name, *ONLY, "--output-format", "text")[1]
    assert out.startswith("a.yaml:1:10: PF401 ")


def test_the_order_is_that_of_the_files_in_several_processes_too(start: Start, work: Path) -> None:
    for number in range(30):
        (work / f"{number:02}.yaml").write_text(DAMAGED, encoding="utf-8")
    one, two = (start("lint", ".", *ONLY, "--jobs", jobs, "--lang", "en") for jobs in "12")
    assert one.stdout == two.stdout
    assert one.stdout.count("PF401 error: the year in") == 30
    assert one.stderr == two.stderr == "30 files: 30 errors\n"


def test_a_json_report_names_the_version_of_its_form(call: Call, damaged: Path) -> None:
    _code, out, _said = call("lint", damaged.name, *ONLY, "--output-format", "json")
    whole = json.loads(out)
    assert whole["version"] == 1
    assert [one["code"] for one in whole["findings"]] == ["PF401"]


def test_watching_looks_again_at_what_changes(
    damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert resources.path("presets/draft.yaml").exists()
    language.choose("en")
    run = Run(Config(select=["PF401"]), Wishes((".",)))
    steps = iter(
        (
            lambda: damaged.write_text("标题: 一\n", encoding="utf-8"),
            lambda: (damaged.parent / "b.yaml").write_text(DAMAGED, encoding="utf-8"),
            (damaged.parent / "b.yaml").unlink,
        )
    )

    def wait() -> None:
        if (step := next(steps, None)) is None:
            raise KeyboardInterrupt
        step()

    with pytest.raises(KeyboardInterrupt):
        lint_watch.watch(run, wait)
    said = capsys.readouterr().err.splitlines()
    assert [line for line in said if line] == [
        "1 file: 1 error",
        "watching for changes; Ctrl-C ends it",
        "1 file: nothing found",
        "1 file: 1 error",
    ]


def test_what_lies_behind_a_url_cannot_be_watched(call: Call, work: Path) -> None:
    assert work.is_dir()
    code, _out, said = call("lint", "s3://plans/2027", "--watch")
    assert code == 2
    assert said == "错误：s3://plans/2027 不能一直盯着\n提示：请写本机上的文件\n"


def test_standard_input_cannot_be_watched(call: Call, work: Path) -> None:
    assert work.is_dir()
    code, _out, said = call("lint", "-", "--watch")
    assert code == 2
    assert said == "错误：标准输入不能一直盯着\n提示：请写文件名\n"


COPIED = (
    "坚持把职工冷暖放在心上，走访慰问困难职工、生病职工和一线职工，"
    "建立帮扶台账，做到底数清、情况明、措施实。"
)


def plan_of(name: str) -> str:
    return f"标题: {name}工会2027年工作计划\n单位: {name}工会\n期间: 2027\n前言: {COPIED}\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_was_copied_from_file_to_file_is_told_with_the_other_file(
    start: Start, work: Path, jobs: str
) -> None:
    (work / "a.yaml").write_text(plan_of("青禾县第二中学"), encoding="utf-8")
    (work / "b.yaml").write_text(plan_of("临江市人民医院"), encoding="utf-8")
    copies = ("--select", "PF901", "--jobs", jobs, "--lang", "en")
    done = start("lint", "a.yaml", "b.yaml", *copies)
    assert [line for line in done.stdout.splitlines() if "PF901" in line] == [
        "a.yaml:4:5: PF901 warning: the same paragraph stands in b.yaml",
        "b.yaml:4:5: PF901 warning: the same paragraph stands in a.yaml",
    ]
    assert done.stderr == "2 files: 2 warnings\n"
    assert start("lint", "a.yaml", *copies).stdout == ""
    done = start("lint", ".", *copies, "--output-format", "json")
    assert json.loads(done.stdout)["files"] == ["a.yaml", "b.yaml"]
    assert len(json.loads(done.stdout)["findings"]) == 2


def test_a_plan_is_compared_with_a_folder_of_known_documents(call: Call, work: Path) -> None:
    (work / "a.yaml").write_text(plan_of("青禾县第二中学"), encoding="utf-8")
    (work / "范文").mkdir()
    (work / "范文" / "网上.txt").write_text(f"范文\n{COPIED}\n", encoding="utf-8")
    out = call("lint", "a.yaml", "--select", "PF901", "--index", "范文")[1]
    assert out.splitlines()[0].startswith("a.yaml:4:5: PF901 ")
    assert "网上.txt" in out
    assert call("lint", "a.yaml", "--index", "无")[0] == 2


def test_a_word_file_is_looked_at_and_those_in_folders_when_asked(call: Call, work: Path) -> None:
    (work / "a.txt").write_text("青禾县工会20xx年工作计划\n\n一、重点任务\n办好食堂。\n", "utf-8")
    (work / "b.yaml").write_text("标题: 一\n", encoding="utf-8")
    assert call("lint", "a.txt", *ONLY)[1].startswith("a.txt:1:6: PF401 错误：")
    assert call("lint", ".", *ONLY)[2] == "1 个文件：没有发现问题\n"
    assert call("lint", ".", *ONLY, "--foreign")[2] == "2 个文件：1 个错误\n"


def test_newer_facts_of_the_user_win(start: Start, work: Path) -> None:
    (work / "a.yaml").write_text(
        "标题: 青禾县第二中学工会2027年工作计划\n期间: 2027\n月度安排:\n  5月: [庆祝中秋节]\n",
        "utf-8",
    )
    (work / "事实").mkdir()
    only = ("lint", "a.yaml", "--select", "PF301")
    done = start(*only, "--facts", "事实")
    assert (done.returncode, done.stdout) == (2, "")
    assert "事实" in done.stderr
    assert start(*only).returncode == 1
    built_in = resources.path("facts/lunar_days.tsv").read_text(encoding="utf-8")
    row = next(line for line in built_in.splitlines() if line.startswith("2027\t"))
    moved = row.replace("09-15", "05-15")
    assert moved != row
    (work / "事实" / "lunar_days.tsv").write_text(built_in.replace(row, moved), encoding="utf-8")
    assert start(*only, "--facts", "事实").returncode == 0
