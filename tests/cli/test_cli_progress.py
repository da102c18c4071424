from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from planforge.cli import results, terminal
from planforge.cli.results import FEW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")


def said_to_a_terminal(work: Path, *arguments: str) -> str:
    import pty  # not on Windows

    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "planforge", *arguments],
        cwd=work,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        check=True,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        said += part
    os.close(ours)
    return said.decode()


def copies(plan: Path, number: int) -> None:
    for index in range(number - 1):
        plan.with_name(f"{index}.yaml").write_bytes(plan.read_bytes())


def test_many_files_have_a_progress_bar_on_a_terminal(plan: Path) -> None:
    copies(plan, FEW + 1)
    said = said_to_a_terminal(plan.parent, "render", ".", "-f", "txt", "-o", "out")
    assert f"/{FEW + 1}" in said
    assert said.count("已写入：") == FEW + 1
    assert said.rstrip().endswith(f"共 {FEW + 1} 个文件，完成 {FEW + 1} 个，失败 0 个")


@pytest.mark.parametrize("arguments", [("-q",), ()])
def test_few_files_or_quiet_have_none(plan: Path, arguments: tuple[str, ...]) -> None:
    copies(plan, FEW + 1 if arguments else FEW)
    said = said_to_a_terminal(plan.parent, "render", ".", "-f", "txt", "-o", "out", *arguments)
    assert "\x1b" not in said
    assert "━" not in said


def test_the_total_of_very_many_files_is_counted_while_they_are_worked_on(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        (work / f"{number}.yaml").write_text("标题: 甲\n", encoding="utf-8")
    totals: list[int | None] = []
    counted = threading.Event()

    @contextlib.contextmanager
    def progress(total: int | None) -> Iterator[Callable[..., None]]:
        totals.append(total)

        def advance(_steps: int = 1, total: int | None = None) -> None:
            if total is not None:
                totals.append(total)
                counted.set()

        yield advance

    monkeypatch.setattr(results, "_LOOKED_AHEAD", 8)
    monkeypatch.setattr(terminal, "progress", progress)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    done = list(results.results(["."], lambda found, _place: found.path, str, quiet=False))
    assert len(done) == 20
    assert counted.wait(30)
    assert totals == [None, 20]
