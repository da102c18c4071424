"""Files made to do harm, given to every command: bounded time and memory, one line, exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]

COMMANDS = {
    "render": ("render", "{}", "-f", "md", "-o", "出"),
    "convert": ("convert", "{}", "--to", "tw", "-o", "出"),
    "lint": ("lint", "{}"),
    "export": ("export", "{}", "--to", "json", "-o", "出"),
    "status": ("status", "{}"),
    "roll": ("roll", "{}", "--to", "2028"),
    "done": ("done", "{}", "甲"),
    "diff": ("diff", "{}", "{}"),
    "summary": ("summary", "{}"),
}
LETTERS = "bcdefghijklm"
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
    for before, name in zip("a" + LETTERS, LETTERS, strict=False)
)
FILES = {"bomb": BOMB, "deep": "标题: " + "[" * 200_000, "maps": "{" * 200_000}
MOST_MEMORY = 600_000_000
LONGEST = 120
"""Seconds, on a machine that does much else."""


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", FILES)
def test_a_plan_that_would_fill_the_memory_is_told_with_its_place(
    work: Path, call: Call, command: str, kind: str
) -> None:
    (work / "a.yaml").write_text(FILES[kind], "utf-8")
    words = [one.format("a.yaml") for one in COMMANDS[command]]
    code, out, err = call(*words, "--lang", "en")
    assert code == (1 if command == "lint" else 2)
    told = [line for line in (out + err).splitlines() if "PF009" in line]
    assert told
    assert all(line.startswith("a.yaml:") for line in told)
    assert "Traceback" not in err
    assert sorted(path.name for path in work.iterdir()) in (["a.yaml"], ["a.yaml", "出"])


def within_limits(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A run that gets little memory and time."""
    import resource  # not on Windows

    return subprocess.run(
        [sys.executable, "-m", "planforge", *words],
        cwd=folder,
        env={**os.environ, "PLANFORGE_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY)),
    )


@pytest.mark.skipif(os.name == "nt", reason="memory cannot be limited there")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_value_of_a_hundred_megabytes_is_one_line(work: Path, command: str) -> None:
    with (work / "a.yaml").open("wb") as stream:
        stream.write("标题: ".encode())
        stream.truncate(100_000_000)
    words = [one.format("a.yaml") for one in COMMANDS[command]]
    done = within_limits(work, *words)
    assert done.returncode == 2
    assert "larger than 10 MB" in done.stderr.splitlines()[0]
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="memory cannot be limited there")
@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.md", "a.html", "a.yaml"])
@pytest.mark.parametrize("command", ["import", "lint", "convert", "check"])
def test_a_document_without_end_is_one_line(work: Path, command: str, name: str) -> None:
    with (work / name).open("wb") as stream:
        stream.truncate(1_000_000_000)
    more = {"import": ("-o", "出"), "convert": ("--to", "tw", "-o", "出")}.get(command, ())
    done = within_limits(work, command, name, *more)
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert [line for line in lines if line.startswith(("error:", f"{name}: PF"))] == lines[:1]
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="there is no such device")
def test_standard_input_without_end_is_one_line(work: Path) -> None:
    with open("/dev/zero", "rb") as zeros:  # noqa: PTH123  a device
        done = subprocess.run(
            [sys.executable, "-m", "planforge", "convert", "-", "--to", "tw"],
            cwd=work,
            stdin=zeros,
            env={**os.environ, "PLANFORGE_LANG": "en"},
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["error: - is larger than 128 MB"]
