"""`--report FILE.jsonl`: one line for each file of every command, and the totals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., tuple[int, str, str]]

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "run-report.schema.json"
COMMANDS = {
    "render": ("render", "-f", "md", "-o", "出"),
    "convert": ("convert", "--to", "tw", "-o", "出"),
    "lint": ("lint",),
    "import": ("import", "-o", "出"),
    "export": ("export", "--to", "json", "-o", "出"),
}


@pytest.fixture
def three(plan: Path, work: Path) -> Path:
    """A plan, a file that is none, and a plan again; and two old documents."""
    (work / "a.yaml").write_bytes(plan.read_bytes())
    (work / "b.yaml").write_text("标题: 甲\n重点任务: [乙\n", encoding="utf-8")
    (work / "c.yaml").write_bytes(plan.read_bytes())
    plan.unlink()
    (work / "旧").mkdir()
    (work / "旧" / "a.md").write_text("# 甲县总工会2026年工作计划\n\n一、办好事\n", "utf-8")
    (work / "旧" / "b.txt").write_bytes(b"")
    return work


def lines(path: Path) -> list[dict[str, Any]]:
    """The lines of a report, every one of them whole and as the schema says."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema)
    text = path.read_bytes().decode()
    assert not text or text.endswith("\n")
    found = [json.loads(line) for line in text.splitlines()]
    for line in found:
        assert list(checker.iter_errors(line)) == [], line
    return found


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_writes_the_same_lines(three: Path, call: Call, name: str, jobs: str) -> None:
    paths = ["旧/a.md", "旧/b.txt"] if name == "import" else ["a.yaml", "b.yaml", "c.yaml"]
    words = (*COMMANDS[name], *paths, "--jobs", jobs, "--report", "r.jsonl", "--lang", "en")
    code, _out, _err = call(*words)
    assert code == 1
    *files, last = lines(three / "r.jsonl")
    assert [line["file"] for line in files] == paths
    states = [line["status"] for line in files]
    assert states == ["ok", "ok" if name == "lint" else "failed", "ok"][: len(paths)]
    assert all(line["seconds"] > 0 for line in files)
    assert [line["size"] for line in files] == [(three / path).stat().st_size for path in paths]
    totals = last["totals"]
    assert {state: totals[state] for state in ("files", "ok", "failed", "skipped")} == {
        "files": len(paths),
        "ok": states.count("ok"),
        "failed": states.count("failed"),
        "skipped": 0,
    }
    assert totals["complete"]
    assert totals["rate"] == pytest.approx(len(paths) / totals["seconds"], rel=0.2)
    if name != "lint":
        (output,) = files[0]["outputs"]
        assert output["size"] == (three / output["file"]).stat().st_size
        assert output["written"]
        assert files[1]["outputs"] == []


def test_a_line_of_a_failed_file_says_what_is_wrong_where(three: Path, call: Call) -> None:
    call("render", "b.yaml", "gone.yaml", "--report", "r.jsonl", "--lang", "en")
    broken, gone, _last = lines(three / "r.jsonl")
    assert broken["problems"] == [
        {
            "code": "PF001",
            "message": "the bracket [ is not closed",
            "hint": "close it, or put the text in quotation marks",
            "line": 2,
            "column": 7,
        }
    ]
    assert gone["problems"] == [
        {
            "message": "there is no file gone.yaml",
            "hint": "check the name; a name with blanks needs quotation marks",
        }
    ]
    assert "size" not in gone


def test_a_line_names_what_was_made_although_something_was_not(three: Path, call: Call) -> None:
    (three / "a.md").write_text("mine", "utf-8")
    call("render", "a.yaml", "-f", "md", "-f", "txt", "--report", "r.jsonl", "--lang", "en")
    line, _last = lines(three / "r.jsonl")
    assert line["status"] == "failed"
    assert [output["file"] for output in line["outputs"]] == ["a.txt"]
    (problem,) = line["problems"]
    assert problem["message"] == "a.md was edited by hand or was not made by planforge"


@pytest.mark.skipif(os.name == "nt", reason="permissions are different there")
def test_a_report_has_the_permissions_of_any_new_file(three: Path, call: Call) -> None:
    (three / "any").touch()
    call("lint", "a.yaml", "--report", "r.jsonl")
    assert (three / "r.jsonl").stat().st_mode == (three / "any").stat().st_mode


def test_what_was_there_already_was_not_written(three: Path, call: Call) -> None:
    for _time in range(2):
        call("render", "a.yaml", "-f", "md", "--report", "r.jsonl")
    line, _last = lines(three / "r.jsonl")
    assert [output["written"] for output in line["outputs"]] == [False]


def test_convert_tells_whether_something_was_converted(three: Path, call: Call) -> None:
    (three / "b.yaml").write_text("标题: 甲\n", encoding="utf-8")
    call("convert", "a.yaml", "b.yaml", "--to", "tw", "--in-place", "--report", "r.jsonl")
    first, second, _last = lines(three / "r.jsonl")
    assert (first["changed"], second["changed"]) == (True, False)
    assert [output["file"] for output in first["outputs"]] == ["a.yaml"]
    assert second["outputs"] == []


def test_lint_counts_its_findings_and_what_it_mended(three: Path, call: Call) -> None:
    text = (three / "a.yaml").read_text("utf-8")
    (three / "a.yaml").write_text(text.replace("办好职工之家", "办好职工之家,20xx年"), "utf-8")
    call("lint", "a.yaml", "c.yaml", "--fix", "--report", "r.jsonl")
    first, second, last = lines(three / "r.jsonl")
    assert first["mended"] == 1
    assert first["findings"]["error"] >= 1
    assert [output["file"] for output in first["outputs"]] == ["a.yaml"]
    assert second["findings"]["error"] == 0
    assert last["totals"]["findings"]["error"] == first["findings"]["error"]


def test_what_lint_leaves_out_was_skipped(three: Path, call: Call) -> None:
    (three / "planforge.toml").write_text('[lint]\nexclude = ["b.yaml"]\n', "utf-8")
    code, _out, _err = call("lint", ".", "--report", "r.jsonl")
    assert code == 0
    assert {"file": "./b.yaml", "status": "skipped"} in lines(three / "r.jsonl")


def test_what_an_earlier_run_finished_was_skipped(three: Path, call: Call) -> None:
    words = ("render", "a.yaml", "b.yaml", "-f", "md", "--resume", "m.jsonl", "--report", "r.jsonl")
    for _time in range(2):
        call(*words)
    first, _second, last = lines(three / "r.jsonl")
    assert first == {"file": "a.yaml", "status": "skipped"}
    assert (last["totals"]["files"], last["totals"]["skipped"]) == (2, 1)


def test_one_calendar_of_many_plans_has_a_report_too(three: Path, call: Call) -> None:
    call("export", "a.yaml", "c.yaml", "--to", "ics", "-o", "all.ics", "--report", "r.jsonl")
    assert [line["status"] for line in lines(three / "r.jsonl")[:-1]] == ["ok", "ok"]


@pytest.mark.parametrize("name", COMMANDS)
def test_another_name_is_refused_before_anything_is_done(
    three: Path, call: Call, name: str
) -> None:
    code, _out, err = call(*COMMANDS[name], "a.yaml", "--report", "r.txt", "--lang", "en")
    assert code == 2
    assert err.splitlines()[0] == "error: --report cannot be r.txt"
    assert ".jsonl" in err.splitlines()[1]
    assert not (three / "出").exists()


@pytest.mark.parametrize("words", ["", "甲\n", '{"hash": "ab"}\n', "[1]\n"])
def test_only_a_report_is_replaced_by_a_report(three: Path, call: Call, words: str) -> None:
    (three / "r.jsonl").write_text(words, "utf-8")
    code, _out, err = call("render", "a.yaml", "-f", "md", "--report", "r.jsonl", "--lang", "en")
    if not words:
        assert code == 0
        return
    assert code == 2
    assert "error: r.jsonl is there already, and no report of a run" in err
    assert (three / "r.jsonl").read_text("utf-8") == words


def test_manifest_and_report_are_two_files(three: Path, call: Call) -> None:
    code, _out, err = call(
        *("render", "a.yaml", "--resume", "r.jsonl", "--report", "./r.jsonl", "--lang", "en")
    )
    assert code == 2
    assert err.splitlines() == ["error: --report and --resume cannot be the same file"]
    assert not (three / "r.jsonl").exists()


def test_a_report_in_no_folder_is_one_line(three: Path, call: Call) -> None:
    assert (three / "a.yaml").is_file()
    code, _out, err = call("lint", "a.yaml", "--report", "no/r.jsonl", "--lang", "en")
    assert code == 2
    assert err.splitlines() == ["error: no/r.jsonl: no such file"]


def test_names_with_line_ends_and_odd_bytes_stay_one_line(three: Path, call: Call) -> None:
    if os.name == "nt":
        pytest.skip("Windows allows no such names")
    name = os.fsdecode("甲\n\u2028\x85\x9b乙".encode() + b"\xff.yaml")
    (three / name).write_bytes((three / "a.yaml").read_bytes())
    call("lint", name, "--report", "r.jsonl")
    line, _last = lines(three / "r.jsonl")
    assert line["file"] == name


def test_a_report_that_can_no_longer_be_written_ends_with_a_whole_line(
    three: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, room = os.write, [400]

    def full(handle: int, data: bytes) -> int:
        if not room[0]:
            raise OSError(28, os.strerror(28))
        taken = write(handle, data[: room[0]])
        room[0] -= taken
        return taken

    monkeypatch.setattr(os, "write", full)
    code, _out, err = call(
        *("render", "a.yaml", "c.yaml", "b.yaml", "-f", "md", "--report", "r.jsonl", "-o", "出"),
        *("--lang", "en"),
    )
    assert code == 1
    assert err.count("error: r.jsonl: the disk is full") == 1
    assert {path.name for path in (three / "出").iterdir()} == {"a.md", "c.md"}
    assert [line["file"] for line in lines(three / "r.jsonl")] == ["a.yaml", "c.yaml"]


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_report_is_whole_whenever_a_run_is_stopped(
    three: Path, how: signal.Signals, jobs: str
) -> None:
    (three / "b.yaml").unlink()
    for number in range(1500):
        (three / f"{number:03}.yaml").write_bytes((three / "a.yaml").read_bytes())
    listening = (
        "import signal,sys;signal.signal(signal.SIGINT,signal.default_int_handler);"
        "from planforge.__main__ import main;sys.exit(main())"
    )
    words = ("render", ".", "-f", "md", "-o", "出", "-q", "--jobs", jobs, "--report", "r.jsonl")
    process = subprocess.Popen([sys.executable, "-c", listening, *words], cwd=three)
    report = three / "r.jsonl"
    until = time.monotonic() + 60
    while not (report.exists() and report.read_bytes().count(b"\n") > 5):
        assert time.monotonic() < until
        time.sleep(0.01)
    process.send_signal(how)
    code = process.wait()
    found = lines(report)
    finished = [line for line in found if "file" in line]
    assert len(finished) > 5
    assert all(Path(three, line["outputs"][0]["file"]).is_file() for line in finished)
    if how is signal.SIGKILL:
        assert code == -signal.SIGKILL
        assert finished == found
    else:
        assert code == 130
        assert found[-1]["totals"]["complete"] is False
        assert found[-1]["totals"]["files"] == len(finished) == len(found) - 1
