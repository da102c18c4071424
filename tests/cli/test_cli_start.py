"""What is loaded, and how the program ends when things go wrong around it."""

from __future__ import annotations

import importlib.util
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planforge import bug_report
from planforge.batch import preloading
from planforge.cli import ahead, asked, doctor
from planforge.cli.app import COMMANDS
from planforge.cli.plugins import OFF
from planforge.cli.run import asked_language, run

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

FULL = Path("/dev/full")
UNEXPECTED = "nobody expected this"
SLOW = {"docx", "lxml", "jinja2", "opencc", "rjieba", "ruamel", "pydantic", "rich", "babel"}


@pytest.fixture(autouse=True)
def plugins_are_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs inside this process have set it."""
    monkeypatch.delenv(OFF, raising=False)


def imported(*arguments: str) -> set[str]:
    """The modules that a run loads; of libraries, only their own names."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "planforge", *arguments],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    found = re.findall(r"^import time:.*\| +([\w.]+)$", done.stderr, re.MULTILINE)
    ours = {module for module in found if module.startswith("planforge")}
    return ours | {module.partition(".")[0] for module in found}


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_a_help_page_loads_nothing_slow(command: str) -> None:
    modules = imported(*filter(None, (command, "--help")))
    assert "planforge.cli.app" in modules
    assert not SLOW & modules


def test_checking_plans_loads_nothing_that_writes_documents(plan: Path) -> None:
    modules = imported("lint", str(plan))
    assert "planforge.model.plan" in modules
    assert not {"docx", "lxml", "jinja2", "opencc", "rjieba"} & modules
    assert not any(module.startswith("planforge.writers") for module in modules)


def test_simplified_texts_are_compared_without_a_converter(work: Path) -> None:
    begins = "把服务职工的事项列成清单，写明牵头部门和办结时限，每季度向会员公布"
    items = "".join(f"  - {begins}{ends}。\n" for ends in ("进展", "一次进展"))
    file = work / "long.yaml"
    file.write_text(f"标题: 工会工作计划\n重点任务:\n{items}", encoding="utf-8")
    modules = imported("lint", str(file), "--select", "PF901")
    assert "planforge.script.folded" in modules
    assert "planforge.script.converter" not in modules


@pytest.mark.parametrize("command", ["lint", "render"])
def test_no_plugin_of_pydantic_is_looked_for(
    command: str, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Only what reads the metadata of packages needs to read e-mail.
    assert "email" not in imported(command, str(plan))
    monkeypatch.setenv(OFF, "some-plugin")
    assert "email" in imported(command, str(plan), "--force" if command == "render" else "-q")


def test_whatever_else_pydantic_knows_of_plugins_is_still_there() -> None:
    ask = (
        "from planforge.cli import plugins; plugins.leave_out()\n"
        "from pydantic.plugin._loader import get_plugins; print(get_plugins())\n"
        "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as name; print(name)"
    )
    environment = {name: value for name, value in os.environ.items() if name != OFF}
    done = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, check=True, text=True, env=environment
    )
    assert done.stdout.split() == ["()", "pydantic"]


def test_a_word_file_needs_no_library_of_other_formats(plan: Path) -> None:
    modules = imported("render", str(plan), "-f", "docx")
    assert "planforge.writers.docx.document" in modules
    assert not {"docx", "jinja2", "opencc", "rjieba"} & modules


def test_the_version_loads_nothing_at_all() -> None:
    modules = imported("--version")
    assert "planforge" in modules
    assert not {"typer", "planforge.cli", "planforge.language"} & set(modules)


def test_bash_completes_commands_and_options(start: Start) -> None:
    def complete(*words: str) -> list[str]:
        done = start(
            _PLANFORGE_COMPLETE="complete_bash",
            COMP_WORDS=" ".join(words),
            COMP_CWORD=str(len(words) - 1),
        )
        assert done.stderr == ""
        return done.stdout.split()

    assert complete("planforge", "re") == ["render"]
    assert "--style" in complete("planforge", "render", "--s")


def test_the_completion_script_is_shown(start: Start) -> None:
    done = start("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert done.returncode == 0
    assert "_PLANFORGE_COMPLETE=complete_bash" in done.stdout


def test_a_bug_is_one_line_and_a_log_file(
    call: Call, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> int:
        raise ZeroDivisionError(UNEXPECTED)

    monkeypatch.setattr(doctor, "doctor", broken)
    code, out, said = call("doctor")
    assert (code, out) == (3, "")
    assert said.startswith("错误：planforge 自身出错（ZeroDivisionError）\n提示：详情记录在 ")
    assert "Traceback" not in said
    (log,) = work.parent.rglob("planforge-*.log")
    assert str(log) in said
    text = log.read_text(encoding="utf-8")
    assert f"ZeroDivisionError: {UNEXPECTED}" in text
    assert re.search(r"^planforge: \d", text, re.MULTILINE)
    assert re.search(r"^typer: \d", text, re.MULTILINE)
    assert "arguments: ['doctor']" in text


def test_a_bug_is_told_even_where_no_log_can_be_written(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(doctor, "doctor", broken)
    monkeypatch.setattr(bug_report, "_folders", lambda: ())
    assert call("doctor") == (3, "", "错误：planforge 自身出错（ZeroDivisionError）\n")


def test_an_interrupted_command_ends_with_130(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(doctor, "doctor", interrupted)
    assert call("doctor") == (130, "", "已停止\n")


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_control_c_ends_a_command_that_waits(work: Path) -> None:
    # A shell starts what runs in the background with the signal ignored.
    listening = (
        "import signal, runpy; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "runpy.run_module('planforge', run_name='__main__')"
    )
    waiting = subprocess.Popen(
        [sys.executable, "-c", listening, "export", "-"],
        cwd=work,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert waiting.stdin is not None
    # More than a pipe holds: when it has gone through, the command is reading.
    waiting.stdin.write(b"#" * 200_000)
    waiting.stdin.flush()
    waiting.send_signal(signal.SIGINT)
    _out, said = waiting.communicate()
    assert waiting.returncode == 130
    assert b"Traceback" not in said


CUSTOMIZED = """
import signal
from planforge.cli import run
def interrupted(_words):
    try:
        exec("signal.raise_signal(signal.SIGINT)", {"signal": signal})
    except KeyboardInterrupt:
        return 130
signal.signal(signal.SIGINT, signal.default_int_handler)
run.run = interrupted
"""


@pytest.mark.skipif(os.name == "nt", reason="ends in another way there")
def test_control_c_in_code_that_was_made_of_text_gives_the_same_exit_code(work: Path) -> None:
    (work / "sitecustomize.py").write_text(CUSTOMIZED, encoding="utf-8")
    places = [str(work), *sys.path]
    done = subprocess.run(
        [sys.executable, "-m", "planforge", "doctor"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        check=False,
    )
    assert done.returncode == 130


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with pipefail")
def test_a_reader_that_goes_away_is_no_reason_to_complain(work: Path) -> None:
    done = subprocess.run(
        ["/bin/bash", "-c", f"{sys.executable} -m planforge schema | head -c 1"],
        cwd=work,
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"{"
    assert done.stderr == b""


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_one_line(work: Path) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "planforge", "schema"],
            cwd=work,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "错误：输出：磁盘已满\n"


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_a_terminal_that_cannot_show_chinese_is_no_error(start: Start, encoding: str) -> None:
    done = start("--help", PYTHONIOENCODING=encoding, LANG="en_US.UTF-8")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_the_last_language_named_is_used() -> None:
    assert asked_language(["--lang", "en", "lint", "--lang=zh-Hant"]) == "zh-Hant"
    assert asked_language(["--lang"]) == ""
    assert asked_language(["--lang", "xx"]) == ""
    assert asked_language([]) == ""


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("convert a -j 2", "2"),
        ("convert a -j2 -o b", "2"),
        ("convert a --jobs=3 b", "3"),
        ("convert -j 2 --jobs 4", "4"),
        ("convert a -j", ""),
        ("convert -o jobs", ""),
        ("", ""),
    ],
)
def test_an_option_is_known_before_the_call_is_read(words: str, value: str) -> None:
    assert asked.value(words.split(), "--jobs", "-j") == value


@pytest.mark.parametrize(
    ("words", "module"),
    [
        ("convert a -j 2", "planforge.script.loaded"),
        ("lint a --jobs 8", "planforge.cli.linting"),
        ("render a -j1", None),
        ("render a -j01", None),
        ("render a -j0", None),
        (f"render a -j{'9' * 5000}", "planforge.cli.rendering"),
        ("render a -j viel", None),
        ("new -j 2", None),
        ("-j 2", None),
    ],
)
def test_processes_load_early_when_the_words_ask_for_several(
    words: str, module: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading: list[str] = []
    monkeypatch.setattr(preloading, "start_loading", loading.extend)
    ahead.start(words.split())
    assert module in loading if module else not loading


def test_what_processes_load_early_exists() -> None:
    modules = [name for names in ahead.LOADED.values() for name in names]
    assert modules
    assert set(ahead.LOADED) <= set(COMMANDS)
    for name in modules:
        assert importlib.util.find_spec(name), name


def test_a_run_returns_a_plain_exit_code(work: Path) -> None:
    assert work.is_dir()
    assert run(["lint", "nowhere.yaml"]) == 2
