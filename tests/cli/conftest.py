"""Ways to start planforge, and plans to start it with."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from planforge import language, resources
from planforge.cli import pace
from planforge.cli.run import run

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAN = """\
标题: 青禾县第二中学工会2027年工作计划
单位: 青禾县第二中学工会
期间: 2027
重点任务:
  - 标题: 加强思想引领
    责任人: 宣传委员
  - 办好职工之家
月度安排:
  3月: [慰问女职工]
落款:
  日期: 2027-01-08
"""


class Start(Protocol):
    """Starts planforge in a process of its own."""

    def __call__(
        self, *arguments: str, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[str]: ...


class Call(Protocol):
    """Runs a command in this process; returns exit code, standard output, standard error."""

    def __call__(self, *arguments: str) -> tuple[int, str, str]: ...


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, where log files stay too."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PLANFORGE_LANG", raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(resources, "_chosen", [])
    # How much a machine has to do must not change what is said.
    monkeypatch.setattr(pace, "EVERY", math.inf)
    return folder


@pytest.fixture
def plan(work: Path) -> Path:
    """A plan that renders."""
    path = work / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def start(work: Path) -> Start:
    def start(
        *arguments: str, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "planforge", *arguments],
            cwd=work,
            input=stdin,
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
        )
        return subprocess.CompletedProcess(
            arguments, done.returncode, done.stdout.decode(), _timeless(done.stderr.decode())
        )

    return start


def _timeless(said: str) -> str:
    """What was said, without the lines that a run says only where it takes long."""
    return "".join(line for line in said.splitlines(keepends=True) if not _PACE.search(line))


_PACE = re.compile(r"^(\d+ files so far, |已处理 \d+ 个文件)")


@pytest.fixture
def call(work: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Call]:
    before = language.chosen()

    def call(*arguments: str) -> tuple[int, str, str]:
        assert Path.cwd() == work
        code = run(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    yield call
    language.choose(before)
