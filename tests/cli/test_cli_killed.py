"""Whatever a killed run leaves: the old file or the new one, whole; no litter after the next."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from planforge.replacing import SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

KILLS = int(os.environ.get("PLANFORGE_KILLS", "5"))
"""How often each command is killed; a hundred times for a long look."""
PLAN = """\
标题: 青禾县第二中学工会2027年工作计划
单位: 青禾县第二中学工会
期间: 2027
重点任务:
  - 标题: 加强思想引领
    内容: 读书会,每月一次。
  - 办好职工之家
月度安排:
  3月: [慰问女职工]
落款: {日期: 2027-01-08}
"""
# Command → the file that it writes or changes.
COMMANDS = {
    ("render", "plan.yaml", "-f", "docx", "--force"): "plan.docx",
    ("convert", "plan.yaml", "--to", "tw", "--in-place", "--no-backup"): "plan.yaml",
    ("lint", "plan.yaml", "--fix", "--exit-zero"): "plan.yaml",
    ("roll", "plan.yaml", "--to", "2028", "--force"): "plan-2028.yaml",
    ("done", "plan.yaml", "职工之家", "--on", "2027-05-20"): "plan.yaml",
}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL there")


def start(folder: Path, command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "planforge", *command],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def fresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_file_is_the_old_or_the_new_one_when_the_run_is_killed(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    folder, target = tmp_path / "work", COMMANDS[command]
    fresh(folder)
    before = (folder / target).read_bytes() if (folder / target).exists() else None
    began = time.monotonic()
    assert start(folder, command).wait() == 0
    whole_run = time.monotonic() - began
    after = (folder / target).read_bytes()
    assert after != before
    chance = random.Random(f"{command[0]} {KILLS}")  # noqa: S311  nothing secret
    for _kill in range(KILLS):
        fresh(folder)
        process = start(folder, command)
        time.sleep(chance.uniform(0.3, 1.0) * whole_run)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = (folder / target).read_bytes() if (folder / target).exists() else None
        assert found in {before, after}
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    assert start(folder, command).wait() == 0
    assert (folder / target).read_bytes() == after
    assert not list(folder.glob(f".*{SUFFIX}"))


def test_a_temporary_file_that_was_left_behind_is_taken_over(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    fresh(folder)
    script = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from planforge import replacing\n"
        "replacing._move = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "replacing.replace(Path('plan.yaml'), b'half', wait=True)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script], cwd=folder, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(list(folder.glob(f".*{SUFFIX}"))) == 1
    assert (folder / "plan.yaml").read_text(encoding="utf-8") == PLAN
    command = ("done", "plan.yaml", "职工之家", "--on", "2027-05-20")
    assert start(folder, command).wait() == 0
    assert not list(folder.glob(f".*{SUFFIX}"))
    assert "状态: 已完成" in (folder / "plan.yaml").read_text(encoding="utf-8")
