"""Many tasks in several processes."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from planforge.batch.order import AHEAD, LARGEST, LOST, in_order
from planforge.batch.processes import Processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.batch.workers import Workers

T = TypeVar("T")
SOURCE = Path(__file__).parents[2] / "src"


@dataclass(frozen=True)
class Threads:
    """Another kind of executor, as a cluster would be."""

    number: int
    deaths: tuple[type[BaseException], ...] = ()

    def open(self) -> Executor:
        return ThreadPoolExecutor(self.number)

    def close(self, executor: Executor, *, now: bool) -> None:
        executor.shutdown(cancel_futures=now)

    def alone(self) -> Threads:
        return Threads(1)


def doubled(number: int) -> int:
    return number * 2


def dying_on(deadly: int, number: int) -> int:
    if number == deadly:
        os._exit(1)
    return number


def refusing(number: int) -> int:
    if number == 3:
        raise ValueError(number)
    return number


@pytest.mark.parametrize("workers", [Processes(2), Threads(3)])
def test_every_result_comes_in_the_order_of_the_tasks(workers: Workers) -> None:
    assert list(in_order(doubled, range(200), workers)) == [(n, n * 2) for n in range(200)]


def test_no_tasks_give_no_results() -> None:
    assert list(in_order(doubled, [], Processes(2))) == []


def test_tasks_are_taken_only_shortly_before_their_turn() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    results = in_order(doubled, tasks(), Threads(2))
    for number, (_task, result) in enumerate(results):
        assert result == 2 * number
        assert taken - number <= LARGEST * (AHEAD * 2 + 2)


@pytest.mark.parametrize("deadly", [0, 37, 79])
def test_a_worker_that_dies_costs_one_task(deadly: int) -> None:
    results = dict(in_order(functools.partial(dying_on, deadly), range(80), Processes(2)))
    assert results == {n: LOST if n == deadly else n for n in range(80)}


def test_what_the_function_raises_is_raised_here() -> None:
    with pytest.raises(ValueError, match="3"):
        list(in_order(refusing, range(10), Processes(2)))


def clinging(mark: Path) -> None:
    mark.write_text(str(os.getpid()), encoding="utf-8")
    while True:
        with contextlib.suppress(SystemExit):
            time.sleep(60)


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
def test_a_worker_that_is_told_to_end_ends_even_if_its_work_goes_on(tmp_path: Path) -> None:
    mark = tmp_path / "number"
    workers = Processes(1)
    executor = workers.open()
    future = executor.submit(clinging, mark)
    while not (mark.exists() and mark.read_text("utf-8")):
        time.sleep(0.01)
    os.kill(int(mark.read_text("utf-8")), signal.SIGTERM)
    with pytest.raises(BrokenExecutor):
        future.result(timeout=60)
    workers.close(executor, now=True)


class Starting(ThreadPoolExecutor):
    """Is interrupted while it takes its first task."""

    blocked: set[int | signal.Signals]

    def submit(
        self, function: Callable[..., T], /, *arguments: object, **named: object
    ) -> Future[T]:
        signal.raise_signal(signal.SIGINT)
        future = super().submit(function, *arguments, **named)
        self.blocked = super().submit(signal.pthread_sigmask, signal.SIG_BLOCK, ()).result()
        return future


@dataclass(frozen=True)
class Interrupted(Threads):
    opened: list[Starting] = field(default_factory=list)

    def open(self) -> Executor:
        self.opened.append(Starting(self.number))
        return self.opened[-1]


@pytest.mark.skipif(os.name == "nt", reason="signals are different there")
def test_a_task_is_handed_over_whole_and_no_thread_of_that_takes_ctrl_c() -> None:
    workers = Interrupted(1)
    with pytest.raises(KeyboardInterrupt):
        list(in_order(doubled, range(10), workers))
    (executor,) = workers.opened
    assert signal.SIGINT in executor.blocked


DEAF = """
from multiprocessing import forkserver
from planforge.batch.preloading import start_loading
start_loading(())
print(open(f"/proc/{forkserver._forkserver._forkserver_pid}/status").read())
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")
def test_ctrl_c_means_nothing_to_what_workers_come_from_while_it_loads() -> None:
    command = [sys.executable, "-c", DEAF]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    status = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True
    ).stdout
    (blocked,) = (line.split()[1] for line in status.splitlines() if line.startswith("SigBlk"))
    assert int(blocked, 16) & 1 << signal.SIGINT - 1


SLEEPERS = """
import sys, time
from planforge.batch.order import in_order
from planforge.batch.processes import Processes

def sleep(path):
    open(path, "w").write(str(__import__("os").getpid()))
    time.sleep(60)

if __name__ == "__main__":
    list(in_order(sleep, sys.argv[1:], Processes(2)))
"""


COMPLAINING = """
import sys, time
from pathlib import Path
from planforge.batch.processes import Processes

def complain(path):
    Path(path).touch()
    try:
        time.sleep(60)
    finally:
        print("complaint", file=sys.stderr, flush=True)

if __name__ == "__main__":
    workers = Processes(1)
    executor = workers.open()
    executor.submit(complain, sys.argv[1])
    while not Path(sys.argv[1]).exists():
        time.sleep(0.01)
    workers.close(executor, now=True)
"""


def test_a_worker_says_nothing_after_it_is_told_to_end(tmp_path: Path) -> None:
    script = tmp_path / "complaining.py"
    script.write_text(COMPLAINING, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "begun")],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    # One that has ended and whose parent did not ask yet is no longer working.
    return ") Z " not in Path(f"/proc/{number}/stat").read_text("utf-8")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_process_that_began_them(tmp_path: Path, how: signal.Signals) -> None:
    script = tmp_path / "sleepers.py"
    script.write_text(SLEEPERS, encoding="utf-8")
    marks = [tmp_path / "a", tmp_path / "b"]
    first = subprocess.Popen(
        [sys.executable, str(script), *map(str, marks)],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stderr=subprocess.DEVNULL,
        # A shell that starts it in the background would have it ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    assert patiently(lambda: all(mark.exists() and mark.read_text("utf-8") for mark in marks))
    numbers = [int(mark.read_text("utf-8")) for mark in marks]
    assert all(map(alive, numbers))
    first.send_signal(how)
    first.wait(30)
    assert patiently(lambda: not any(map(alive, numbers)))


def patiently(holds: Callable[[], bool]) -> bool:
    """Whether something becomes true in a minute."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return False
