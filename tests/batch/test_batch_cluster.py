"""A real Dask cluster on this machine: a scheduler and two workers, each a process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planforge.batch import cluster
from planforge.batch.order import in_order
from planforge.cli.run import run
from planforge.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytest.importorskip("distributed")


def _start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{name}", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    folder = tmp_path_factory.mktemp("dask")
    said = folder / "scheduler.json"
    common = ("--scheduler-file", str(said))
    processes = [
        _start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", *common)
    ]
    try:
        _until(said.exists)
        for number in range(2):
            space = ("--local-directory", str(folder / str(number)))
            processes.append(
                _start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", *space, *common)
            )
        address = _address(said)
        _until(lambda: _workers(address) == 2)
        yield address
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def _until(ready: Callable[[], bool]) -> None:
    """Wait for something that takes as long as it takes; a minute is too long."""
    for _time in range(600):
        if ready():
            return
        time.sleep(0.1)
    pytest.fail("the cluster did not start")


def _address(path: Path) -> str:
    _until(lambda: path.read_text(encoding="utf-8").strip().endswith("}"))
    address: str = json.loads(path.read_text(encoding="utf-8"))["address"]
    return address


def _workers(address: str) -> int:
    try:
        return cluster.connect(address).number
    except UserError:
        return 0


def mark(task: tuple[str, int, int]) -> int:
    """Write a line to a file, so that it can be counted how often; die on request, once."""
    folder, number, fatal = task
    with (Path(folder) / f"{number}.txt").open("a", encoding="utf-8") as stream:
        stream.write(f"{os.getpid()}\n")
    if number == fatal and not (Path(folder) / "died").exists():
        (Path(folder) / "died").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def test_results_come_in_order_from_more_than_one_process(running: str, tmp_path: Path) -> None:
    tasks = [(str(tmp_path), number, -1) for number in range(60)]
    results = [result for _task, result in in_order(mark, tasks, cluster.connect(running))]
    assert results == [number * number for number in range(60)]
    pids = {path.read_text(encoding="utf-8").strip() for path in tmp_path.glob("*.txt")}
    assert len(pids) == 2


def test_a_folder_is_rendered_by_the_cluster_and_gone_on_with_later(
    running: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(12):
        text = f"标题: 甲工会第{number}号计划\n期间: 2027\n重点任务: [建家]\n"
        (tmp_path / f"{number:02}.yaml").write_text(text, encoding="utf-8")
    call = ["render", ".", "-f", "md", "--cluster", running, "--resume", "run.jsonl"]
    assert run([*call, "--lang", "en"]) == 0
    assert "12 of 12 files done" in capsys.readouterr().err
    assert len(list(tmp_path.glob("*.md"))) == 12
    (tmp_path / "03.md").unlink()
    (tmp_path / "05.yaml").write_text("标题: 乙\n", encoding="utf-8")
    assert run([*call, "--lang", "en"]) == 0
    said = capsys.readouterr().err
    assert "finished before: 10" in said
    assert said.count("written") == 2


def test_nobody_at_an_address_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SECONDS", 1)
    with pytest.raises(UserError, match=r"nobody answers at tcp://127\.0\.0\.1:9"):
        cluster.connect("tcp://127.0.0.1:9")


def test_workers_with_another_planforge_are_refused(
    running: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "__version__", "99.0")
    with pytest.raises(UserError, match=r"another planforge than 99\.0"):
        cluster.connect(running)


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(running: str, tmp_path: Path) -> None:
    # The last test of the module: one worker is gone afterwards.
    tasks = [(str(tmp_path), number, 25) for number in range(60)]
    results = [result for _task, result in in_order(mark, tasks, cluster.connect(running))]
    assert results == [number * number for number in range(60)]
    assert (tmp_path / "died").exists()
    assert len(list(tmp_path.glob("*.txt"))) == 60
