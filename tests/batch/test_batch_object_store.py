"""Plans in an object store: a server that speaks S3, several processes, a Dask cluster."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    class Bucket(Protocol):
        """A bucket of the server; see the fixture ``s3``."""

        def put(self, key: str, data: str) -> None: ...
        def get(self, key: str) -> bytes: ...
        def keys(self) -> list[str]: ...


pytestmark = pytest.mark.xdist_group("object store")

PLAN = """\
标题: 青禾县第{number}小学工会2027年工作计划
单位: 青禾县第{number}小学工会
期间: 2027
重点任务: [建好职工之家, 推动工会工作高质量发展 。]
落款:
  日期: 2027-01-08
"""


@pytest.fixture
def call(tmp_path: Path) -> Callable[..., tuple[int, list[str]]]:
    """Runs planforge in a process of its own; returns exit code and all it said."""

    def call(*arguments: str) -> tuple[int, list[str]]:
        done = subprocess.run(
            [sys.executable, "-m", "planforge", *arguments, "--lang", "en"],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stderr
        # How fast it goes is told where it takes long.
        said = [line for line in done.stderr.splitlines() if " files so far" not in line]
        return done.returncode, [*done.stdout.splitlines(), *said]

    return call


def filled(bucket: Bucket, plans: int) -> list[str]:
    """Puts plans into two folders; their keys."""
    keys = [f"计划/{'甲乙'[number % 2]}/{number:03}.yaml" for number in range(plans)]
    for number, key in enumerate(keys):
        bucket.put(key, PLAN.format(number=number))
    return keys


def test_a_folder_is_rendered_by_two_processes_and_gone_on_with(
    s3: Callable[[str], Bucket], call: Callable[..., tuple[int, list[str]]], tmp_path: Path
) -> None:
    bucket = s3("rendered")
    keys = filled(bucket, 6)
    bucket.put("计划/.draft/x.yaml", "no plan")
    bucket.put("计划/说明.txt", "no plan")
    arguments = ["render", "s3://rendered/计划", "-f", "md", "-o", "s3://rendered/成品"]
    arguments += ["--jobs", "2", "--resume", "run.jsonl"]
    places = [
        f"成品/{name}.md" for name in ("乙/001", "乙/003", "乙/005", "甲/000", "甲/002", "甲/004")
    ]
    written = [f"written: s3://rendered/{place}" for place in places]
    assert call(*arguments) == (0, [*written, "6 of 6 files done, 0 failed"])
    made = bucket.get("成品/甲/004.md").decode()
    assert made.startswith("# 青禾县第4小学工会2027年工作计划\n")
    bucket.put(keys[2], PLAN.format(number="二"))
    code, said = call(*arguments)
    assert (code, said) == (0, ["written: s3://rendered/成品/甲/002.md", "finished before: 5"])
    assert "第二小学" in bucket.get("成品/甲/002.md").decode()
    assert len((tmp_path / "run.jsonl").read_text("utf-8").splitlines()) == 7


def test_what_was_edited_by_hand_there_is_not_replaced(
    s3: Callable[[str], Bucket], call: Callable[..., tuple[int, list[str]]]
) -> None:
    bucket = s3("edited")
    filled(bucket, 1)
    arguments = ("render", "s3://edited/计划/甲/000.yaml", "-f", "md")
    assert call(*arguments) == (0, ["written: s3://edited/计划/甲/000.md"])
    assert call(*arguments) == (0, ["unchanged: s3://edited/计划/甲/000.md"])
    bucket.put("计划/甲/000.md", "mine\n")
    code, said = call(*arguments)
    assert code == 2
    assert said[0] == (
        "error: s3://edited/计划/甲/000.md was edited by hand or was not made by planforge"
    )
    assert bucket.get("计划/甲/000.md") == b"mine\n"


def test_files_are_converted_and_mended_in_their_place(
    s3: Callable[[str], Bucket], call: Callable[..., tuple[int, list[str]]]
) -> None:
    bucket = s3("mended")
    keys = filled(bucket, 4)
    code, said = call("lint", "s3://mended/计划", "--fix")
    assert (code, said) == (0, ["mended: 4", "4 files: nothing found"])
    assert "高质量发展。" in bucket.get(keys[3]).decode()
    before = bucket.get(keys[3])
    code, _said = call("convert", "s3://mended/计划/*/*.yaml", "--to", "tw", "--in-place")
    assert code == 0
    assert "青禾縣第3小學工會" in bucket.get(keys[3]).decode()
    assert bucket.get(f"{keys[3]}.bak") == before
    assert sorted(bucket.keys()) == sorted([*keys, *(f"{key}.bak" for key in keys)])


def test_findings_are_told_again_without_looking_again(
    s3: Callable[[str], Bucket], call: Callable[..., tuple[int, list[str]]], tmp_path: Path
) -> None:
    bucket = s3("linted")
    keys = filled(bucket, 4)
    first = call("lint", "s3://linted/计划", "--resume", "lint.jsonl")
    assert first[1][0].startswith("s3://linted/计划/乙/001.yaml:4:")
    assert call("lint", "s3://linted/计划", "--resume", "lint.jsonl") == (
        first[0],
        [*first[1][:-2], "finished before: 4", *first[1][-2:]],
    )
    # What the manifest says is what is told.
    manifest = tmp_path / "lint.jsonl"
    manifest.write_text(manifest.read_text("utf-8").replace("PF616", "PF000"), "utf-8")
    told = "\n".join(call("lint", "s3://linted/计划", "--resume", "lint.jsonl")[1])
    assert told.count("PF000") == 4
    # Another preset, other words of a file: looked at anew.
    said = call("lint", "s3://linted/计划", "--resume", "lint.jsonl", "--preset", "draft")[1]
    assert not any("finished before" in line for line in said)
    bucket.put(keys[0], PLAN.format(number="十"))
    told = "\n".join(call("lint", "s3://linted/计划", "--resume", "lint.jsonl")[1])
    assert (told.count("PF000"), told.count("PF616"), told.count("finished before: 3")) == (3, 1, 1)


def test_documents_are_imported_and_plans_exported_there(
    s3: Callable[[str], Bucket], call: Callable[..., tuple[int, list[str]]]
) -> None:
    bucket = s3("others")
    filled(bucket, 1)
    url = "s3://others/计划/甲/000.yaml"
    assert call("render", url, "-q")[0] == 0
    code, _said = call("import", "s3://others/计划/甲/000.docx", "-o", "s3://others/旧/")
    assert code == 0
    assert "青禾县第0小学工会2027年工作计划" in bucket.get("旧/000.yaml").decode()
    assert call("export", url, "--to", "csv", "-o", "s3://others/表/", "-q")[0] == 0
    assert call("export", url, "--to", "ics", "-o", "s3://others/表/", "-q")[0] == 0
    assert bucket.get("表/000.ics").startswith(b"BEGIN:VCALENDAR")
    assert {"表/000.csv", "表/000.ics"} <= set(bucket.keys())


def test_what_a_store_refuses_is_one_line_and_the_others_go_on(
    s3: Callable[[str], Bucket], call: Callable[..., tuple[int, list[str]]]
) -> None:
    bucket = s3("good")
    filled(bucket, 1)
    wrong = ("s3://missing/a.yaml", "s3://good/nothing.yaml", "nosuch://x/a.yaml", "gs://x/a.yaml")
    code, said = call("render", *wrong, "s3://good/计划", "-f", "txt", "-o", "s3://good/out/")
    assert code == 1
    bucket.put("empty.yaml", "")
    assert "the file is empty" in "\n".join(call("lint", "s3://good/empty.yaml")[1])
    assert [line for line in said if line.startswith(("error:", "written:"))] == [
        "error: there is no file s3://missing/a.yaml",
        "error: there is no file s3://good/nothing.yaml",
        "error: nosuch://x/a.yaml: there is no protocol of that name",
        "error: gs://x/a.yaml: the driver for it is not installed",
        "written: s3://good/out/甲/000.txt",
    ]
    code, said = call("render", "s3://good/计划/甲/000.yaml", "-o", "s3://missing/out/")
    assert (code, said[0]) == (2, "error: there is no folder s3://missing/out")


def test_a_host_that_does_not_answer_and_no_permission_are_one_line(
    s3: Callable[[str], Bucket],
    call: Callable[..., tuple[int, list[str]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    filled(s3("closed"), 1)
    with monkeypatch.context() as nobody:
        nobody.delenv("AWS_ACCESS_KEY_ID")
        nobody.delenv("AWS_SECRET_ACCESS_KEY")
        nobody.setenv("AWS_EC2_METADATA_DISABLED", "true")
        code, said = call("lint", "s3://closed/计划")
        assert (code, said[0]) == (2, "error: s3://closed/计划: no permission")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    code, said = call("lint", "s3://closed/计划")
    assert code == 2
    assert said[0].startswith("error: s3://closed/计划 cannot be used: Could not connect to")


def test_a_cluster_finishes_everything_once_though_a_worker_is_killed(
    s3: Callable[[str], Bucket],
    running: str,
    until: Callable[[Callable[[], bool]], None],
    call: Callable[..., tuple[int, list[str]]],
    tmp_path: Path,
) -> None:
    import distributed

    bucket = s3("clustered")
    keys = filled(bucket, 60)
    arguments = ["render", "s3://clustered/计划", "-f", "md", "-o", "s3://clustered/out/"]
    arguments += ["--cluster", running, "--resume", "run.jsonl", "--lang", "en"]
    connected: Any = distributed.Client  # has no types
    with connected(running, set_as_default=False) as client:
        workers: dict[str, int] = client.run(os.getpid)
    # The user stands in a folder that no worker sees, and no file needs it.
    process = subprocess.Popen(
        [sys.executable, "-m", "planforge", *arguments],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    manifest = tmp_path / "run.jsonl"
    until(lambda: manifest.exists() and manifest.read_bytes().count(b"\n") > 5)
    os.kill(min(workers.values()), signal.SIGKILL)
    _output, said = process.communicate()
    assert process.returncode == 0, said
    assert said.splitlines()[-1] == "60 of 60 files done, 0 failed"
    noted = [json.loads(line)["file"] for line in manifest.read_text("utf-8").splitlines()]
    assert sorted(noted) == sorted(f"s3://clustered/{key}" for key in keys)
    made = {key for key in bucket.keys() if key.endswith(".md")}  # noqa: SIM118  no mapping
    assert len(made) == 60
    assert call(*arguments) == (0, ["finished before: 60"])
