"""A real Dask cluster on this machine: a scheduler and two workers, each a process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planforge.batch import cluster
from planforge.batch.order import in_order
from planforge.cli.run import run
from planforge.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

pytest.importorskip("distributed")

# So many that a run is still at it when it is stopped.
FILES = 1200


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


def test_workers_with_other_packages_or_another_python_are_refused(
    running: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = cluster._versions

    def versions(client: object, package: str) -> dict[str, str]:
        return {"tcp://10.0.0.5:1": "0.1"} if package == "opencc" else real(client, package)

    with monkeypatch.context() as there:
        there.setattr(cluster, "_versions", versions)
        with pytest.raises(UserError, match=r"another opencc than [\d.]+: tcp://10.0.0.5:1: 0.1"):
            cluster.connect(running)
    monkeypatch.setattr(cluster, "PYTHON", "3.99")
    with pytest.raises(UserError, match=r"another Python than 3\.99: tcp://.*: 3\.\d+"):
        cluster.connect(running)


@pytest.mark.usefixtures("unmeasured")
def test_ctrl_c_takes_back_what_was_handed_out_and_leaves_the_manifest_whole(
    running: str, tmp_path: Path, until: Callable[[Callable[[], bool]], None]
) -> None:
    for number in range(FILES):
        text = f"标题: 甲工会第{number}号计划\n期间: 2027\n重点任务: [建家]\n"
        (tmp_path / f"{number:04}.yaml").write_text(text, encoding="utf-8")
    call = [sys.executable, "-m", "planforge", "render", ".", "-f", "md", "--lang", "en"]
    call += ["--cluster", running, "--resume", "run.jsonl"]
    process = subprocess.Popen(call, cwd=tmp_path, stderr=subprocess.PIPE, encoding="utf-8")
    manifest = tmp_path / "run.jsonl"
    until(lambda: manifest.exists() and manifest.read_bytes().count(b"\n") > 5)
    process.send_signal(signal.SIGINT)
    _output, said = process.communicate()
    assert process.returncode == 130
    assert said.splitlines()[-1] == "Stopped"
    assert "Traceback" not in said
    noted = [json.loads(line)["file"] for line in manifest.read_text("utf-8").splitlines()]
    assert 5 < len(noted) < FILES
    for name in noted:
        assert (tmp_path / name).with_suffix(".md").read_text("utf-8").endswith("\n")
    until(lambda: _tasks(running) == 0)
    assert not list(tmp_path.glob("*planforge-tmp"))
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert f"finished before: {len(noted)}" in done.stderr
    assert len(list(tmp_path.glob("*.md"))) == FILES
    assert len(manifest.read_text("utf-8").splitlines()) == FILES


def _tasks(address: str) -> int:
    """How many tasks the scheduler knows of."""
    import distributed

    connected: Any = distributed.Client  # has no types
    with connected(address, set_as_default=False) as client:
        held: int = client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks))
    return held


def test_lint_on_a_cluster_finds_what_it_finds_here_and_copies_too(
    running: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    copied = (
        "每周五下午开放职工书屋和健身房，值班人员提前十分钟到岗，登记借阅和使用情况，月底汇总公布。"
    )
    for number, name in enumerate("甲乙丙丁戊己庚辛"):
        text = f"标题: {name}工会计划\n单位: {name}县工会\n期间: 2027\n重点任务: [{copied}]\n"
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    call = ["lint", ".", "--lang", "en"]
    code = run(call)
    here = capsys.readouterr()
    assert here.out.count("the same paragraph stands in") == 8
    for _time in range(2):
        assert run([*call, "--cluster", running, "--resume", "lint.jsonl"]) == code
        there = capsys.readouterr()
        assert there.out == here.out
    assert "finished before: 8" in there.err


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(running: str, tmp_path: Path) -> None:
    # The last test of the module: one worker is gone afterwards.
    tasks = [(str(tmp_path), number, 25) for number in range(60)]
    results = [result for _task, result in in_order(mark, tasks, cluster.connect(running))]
    assert results == [number * number for number in range(60)]
    assert (tmp_path / "died").exists()
    assert len(list(tmp_path.glob("*.txt"))) == 60
