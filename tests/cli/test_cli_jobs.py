"""Several processes: the same files, the same words, and nothing lost when one of them dies."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planforge.lint.reporters import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

FILES = 12
START = "from planforge.__main__ import main;sys.exit(main())"

# Python runs this at the start of every process: stands for a library that goes wrong.
SABOTAGE = """
import os, time
import planforge.cli.converting as converting
convert = converting.convert_file

def sabotaged(path, *arguments):
    if "死" in path:
        os._exit(9)
    if "错" in path:
        raise KeyError(path)
    if "慢" in path:
        time.sleep(60)
    return convert(path, *arguments)

converting.convert_file = sabotaged
"""


@pytest.fixture
def tree(work: Path) -> Path:
    for number in range(FILES):
        path = work / "树" / f"{number % 3}" / f"计划{number:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"第{number}项发展计划", encoding="utf-8")
    return work / "树"


def sabotaged(work: Path) -> dict[str, str]:
    folder = work.parent / "sabotage"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(SABOTAGE, encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join(filter(None, (str(folder), os.getenv("PYTHONPATH"))))}


def contents(folder: Path) -> dict[str, bytes]:
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert found
    return found


def test_two_processes_write_and_say_what_one_does(tree: Path, work: Path, start: Start) -> None:
    (tree / "0" / "坏.yaml").write_text("- 发\n", encoding="utf-8")
    said = {}
    for jobs in ("1", "2"):
        done = start("convert", "树", "无.txt", "--to", "tw", "-o", f"出{jobs}", "--jobs", jobs)
        assert done.returncode == 1
        said[jobs] = done.stderr.replace(f"出{jobs}", "出")
    assert said["1"] == said["2"]
    assert "已写入：" in said["2"]
    assert contents(work / "出1") == contents(work / "出2")
    assert (work / "出2" / "0" / "计划00.txt").read_text("utf-8") == "第0項發展計畫"


def test_data_for_standard_output_comes_in_order(plan: Path, work: Path, start: Start) -> None:
    (work / "in").mkdir()
    for number in range(FILES):
        text = plan.read_text("utf-8").replace("第二中学", f"第{number}中学")
        (work / "in" / f"{number:02}.yaml").write_text(text, encoding="utf-8")
    one, two = (start("export", "in", "--jobs", jobs).stdout for jobs in "12")
    assert one == two
    schools = re.findall(r'"title": "青禾县第(\d+)中学', two)
    assert schools == [str(number) for number in range(FILES)]


@pytest.mark.parametrize(
    ("command", "suffix"),
    [
        (("render", "-f", "md", "-f", "txt"), ".md"),
        (("export",), ".json"),
        (("convert", "--to", "hk"), ".yaml"),
    ],
)
def test_every_command_on_many_files_takes_jobs(
    plan: Path, work: Path, start: Start, command: tuple[str, ...], suffix: str
) -> None:
    (work / "in").mkdir()
    for number in range(4):
        (work / "in" / f"{number}.yaml").write_bytes(plan.read_bytes())
    for jobs in "12":
        assert start(*command, "in", "-o", f"out{jobs}", "-j", jobs, "-q").returncode == 0
    assert contents(work / "out1") == contents(work / "out2")
    assert (work / "out2" / f"3{suffix}").exists()


@pytest.mark.parametrize(
    "how",
    [
        *(("--output-format", name) for name in FORMATS),
        ("--statistics",),
        ("--diff",),
        ("--update-baseline",),
        ("--preset", "strict", "--fix"),
    ],
    ids=" ".join,
)
def test_lint_says_with_two_processes_what_it_says_with_one(
    work: Path, start: Start, how: tuple[str, ...]
) -> None:
    (work / "in").mkdir()
    for number in range(4):
        school = f"青禾县第{number}中学工会"
        text = f"标题: {school}工作计划\n期间: '2027'\n重点任务:\n  - 学习,提高本领。\n"
        (work / "in" / f"{number}.yaml").write_text(text, "utf-8")
    before = contents(work / "in")
    found = []
    for jobs in "12":
        for name, data in before.items():
            (work / "in" / name).write_bytes(data)
        done = start("lint", "in", *how, "-j", jobs)
        assert done.returncode in {0, 1, 2}, done.stderr
        found.append((done.stdout, done.stderr, contents(work)))
        said = done.stdout + "".join(data.decode() for data in found[-1][-1].values())
        assert "PF106" in said or "学习，提高" in said
        (work / "planforge-baseline.json").unlink(missing_ok=True)
    assert found[0] == found[1]


def test_old_texts_are_imported_by_several_processes(tree: Path, work: Path, start: Start) -> None:
    done = start("import", str(tree), "-o", "新", "-j", "2")
    assert done.returncode == 0, done.stderr
    assert len(contents(work / "新")) == FILES


def test_templates_and_language_reach_the_other_processes(
    plan: Path, work: Path, start: Start
) -> None:
    (work / "own" / "regions").mkdir(parents=True)
    (work / "own" / "regions" / "cn.yaml").write_text("style: 无\n", encoding="utf-8")
    (work / "in").mkdir()
    for name in "ab":
        (work / "in" / f"{name}.yaml").write_bytes(plan.read_bytes())
    said = {
        jobs: start("render", "in", "-f", "md", "--templates", "own", "--lang", "en", "-j", jobs)
        for jobs in "12"
    }
    assert said["1"].returncode == said["2"].returncode == 2
    assert said["1"].stderr == said["2"].stderr
    assert "own" in said["2"].stderr


def test_what_a_word_file_gave_is_told_once_by_several_processes(
    plan: Path, work: Path, start: Start
) -> None:
    start("render", "plan.yaml", "-o", "own.docx", "-q")
    (work / "in").mkdir()
    for number in range(6):
        (work / "in" / f"{number}.yaml").write_bytes(plan.read_bytes())
    done = start("render", "in", "--style", "own.docx", "--lang", "en", "-j", "2")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("from own.docx:") == 1
    assert done.stderr.count("  title  ") == 1


def test_a_process_that_dies_is_one_line_and_the_other_files_go_on(
    tree: Path, work: Path, start: Start
) -> None:
    (tree / "1" / "死.txt").write_text("发", encoding="utf-8")
    done = start(
        *("convert", "树", "--to", "tw", "-o", "出", "-j", "2", "-q", "--lang", "en"),
        **sabotaged(work),
    )
    dead = str(tree.relative_to(work) / "1" / "死.txt")
    assert done.stderr == (
        f"error: {dead}: the process that worked on it came to an end\n"
        "hint: memory may be short; try --jobs 1\n"
        f"{FILES} of {FILES + 1} files done, 1 failed\n"
        f"  {dead}\n"
    )
    assert done.returncode == 1
    assert len(contents(work / "出")) == FILES


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fault_of_planforge_in_one_file_does_not_stop_the_others(
    tree: Path, work: Path, start: Start, jobs: str
) -> None:
    (tree / "1" / "错.txt").write_text("发", encoding="utf-8")
    done = start(
        *("convert", "树", "--to", "tw", "-o", "出", "-j", jobs, "-q", "--lang", "en"),
        **sabotaged(work),
    )
    assert done.returncode == 3
    assert "error: planforge made a mistake (KeyError)" in done.stderr
    assert len(contents(work / "出")) == FILES
    (log,) = (work.parent / "state").rglob("*.log")
    assert "in sabotaged" in log.read_text("utf-8")


def stopped(work: Path, begun: Callable[[], bool], *call: str) -> tuple[int, str]:
    """The exit code and the last words of a run that gets Ctrl-C when it has begun."""
    # A shell that starts the tests in the background has them ignore Ctrl-C.
    listening = "import signal,sys;signal.signal(signal.SIGINT,signal.default_int_handler);"
    with subprocess.Popen(
        [sys.executable, "-c", listening + START, *call],
        cwd=work,
        stderr=subprocess.PIPE,
        env={**os.environ, **sabotaged(work)},
        start_new_session=True,
        encoding="utf-8",
    ) as process:
        end = time.monotonic() + 60
        while not begun() and time.monotonic() < end:
            time.sleep(0.05)
        # A terminal sends it to every process of the group.
        os.killpg(process.pid, signal.SIGINT)
        # The pipe ends when the last process lets go of it, so that none is left.
        said = process.communicate(timeout=60)[1]
    return process.returncode, said


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.skipif(os.name == "nt", reason="sends a signal as a terminal does")
def test_ctrl_c_ends_everything_with_130(tree: Path, work: Path) -> None:
    for number in range(4):
        (tree / "1" / f"慢{number}.txt").write_text("发", encoding="utf-8")
    call = ("convert", "树", "--to", "tw", "-o", "出", "-j", "2", "--lang", "en")
    code, said = stopped(work, (work / "出" / "0").is_dir, *call)
    assert code == 130
    assert said.endswith("Stopped\n")
    assert "Traceback" not in said
    assert not list((work / "出").rglob("*.planforge-tmp"))


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.skipif(os.name == "nt", reason="sends a signal as a terminal does")
def test_a_run_that_was_interrupted_goes_on_where_its_manifest_ends(
    tree: Path, work: Path, start: Start
) -> None:
    slow = tree / "1" / "慢.txt"
    slow.write_text("发", encoding="utf-8")
    call = ("convert", "树", "--to", "tw", "-o", "出", "-j", "2", "--resume", "账.jsonl")
    manifest = work / "账.jsonl"

    def begun() -> bool:
        return manifest.is_file() and manifest.stat().st_size > 0

    code, said = stopped(work, begun, *call, "--lang", "en")
    assert code == 130
    assert "Traceback" not in said
    text = manifest.read_text("utf-8")
    assert text.endswith("\n")
    finished = [json.loads(line)["file"] for line in text.splitlines()]
    assert 0 < len(finished) <= FILES
    assert len(set(finished)) == len(finished)
    assert all((work / "出" / Path(one).relative_to("树")).is_file() for one in finished)
    again = start(*call, "--force", "--lang", "en")
    assert again.returncode == 0
    assert f"finished before: {len(finished)}" in again.stderr
    assert len(manifest.read_text("utf-8").splitlines()) == FILES + 1


@pytest.mark.parametrize("jobs", ["0", "-1", "two", pytest.param("9" * 5000, id="huge")])
def test_a_number_of_processes_that_is_none_is_refused(call: Call, plan: Path, jobs: str) -> None:
    code, _out, err = call("render", plan.name, f"--jobs={jobs}", "--lang", "en")
    assert code == 2
    assert err == f"error: --jobs cannot be {jobs}\nhint: give a number from 1 on\n"
