"""What makes two runs the same, what is kept of a file, and where workers stand."""

from __future__ import annotations

import json
import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from planforge import files
from planforge.cli import lint_kept
from planforge.cli.here import Here
from planforge.cli.linting import Lint
from planforge.cli.run import run
from planforge.errors import UserError
from planforge.inputs import Input
from planforge.lint.request import Request

PLAN = """\
标题: 青禾县总工会2027年工作计划
单位: 青禾县总工会
期间: 2027
重点任务:
  - 建好职工之家，推动工会工作高质量发展 。
  - 每周五下午开放职工书屋和健身房，值班人员提前十分钟到岗，登记借阅和使用情况，月底汇总公布。
落款:
  日期: 2027-02-30
"""


@pytest.mark.parametrize("work", [Lint(compare=True), Lint(diff=True)])
def test_what_is_kept_of_a_file_says_all_that_came_of_it(tmp_path: Path, work: Lint) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(PLAN, encoding="utf-8")
    linted = work(Input(str(path), tmp_path), Request(named=True))
    assert linted is not None
    assert work.diff or (linted.sketch and any(item.fix for item in linted.report.items))
    assert bool(linted.patch) == work.diff
    kept = json.loads(json.dumps(lint_kept.packed(linted)))
    assert lint_kept.unpacked(str(path), kept) == linted


@pytest.mark.parametrize("kept", [None, {}, {"items": [[]]}, {"items": [], "sketch": [1]}, [], "x"])
def test_what_is_no_result_is_looked_at_again(kept: object) -> None:
    assert lint_kept.unpacked("a.yaml", kept) is None


def test_a_page_style_that_changes_is_another_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    plan = PLAN.replace("02-30", "02-28")
    (tmp_path / "a.yaml").write_text(plan, encoding="utf-8")
    style = tmp_path / "own.yaml"
    style.write_text("extends: gb\n", encoding="utf-8")
    call = ["render", "a.yaml", "--style", "own.yaml", "--resume", "run.jsonl", "--force"]
    told = []
    for words in ("extends: gb\n", "extends: gb\n", "extends: gb\n# ours\n"):
        style.write_text(words, encoding="utf-8")
        assert run([*call, "--lang", "en"]) == 0
        told.append("finished before: 1" in capsys.readouterr().err)
    assert told == [False, True, False]


def test_the_manifest_lies_on_this_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "a.yaml", "--resume", "s3://b/run.jsonl", "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith(
        "error: s3://b/run.jsonl: the manifest has to lie on this machine\n"
    )


def test_a_worker_needs_the_folder_of_the_user_for_plain_paths_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    there = Here("en", (), str(tmp_path / "elsewhere"))
    there.enter(("s3://b/a.yaml", "s3://b/a.docx"))
    there.enter(("s3://b/a.yaml", "-"))
    for place in ("a.docx", str(tmp_path / "a.docx")):
        with pytest.raises(UserError, match="a worker does not see the folder"):
            there.enter(("s3://b/a.yaml", place))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def test_a_plan_may_be_read_from_the_web_and_nothing_is_written_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("aiohttp")
    web = tmp_path / "web"
    web.mkdir()
    (web / "计划.yaml").write_text(PLAN.replace("02-30", "02-28"), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(web)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        url = f"http://127.0.0.1:{server.server_address[1]}"
        plan = f"{url}/%E8%AE%A1%E5%88%92.yaml?v=1"
        out = str(tmp_path / "out")
        assert run(["render", plan, "-f", "md", "-o", out, "--lang", "en"]) == 0
        assert (tmp_path / "out" / "计划.md").read_text("utf-8").startswith("# 青禾县总工会2027年")
        missing = f"{url}/none.yaml"
        assert run(["render", missing, "-f", "md", "-o", out, "--lang", "en"]) == 2
        assert f"error: there is no file {missing}" in capsys.readouterr().err
        assert run(["render", plan, "-f", "md", "-o", f"{url}/out/", "--lang", "en"]) == 2
        assert "planforge can only read there" in capsys.readouterr().err
    finally:
        server.shutdown()
        server.server_close()
    assert [found.name for found in web.iterdir()] == ["计划.yaml"]


def test_what_a_manifest_calls_finished_has_waited_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(PLAN.replace("02-30", "02-28"), encoding="utf-8")
    waited: list[int] = []
    monkeypatch.setattr(os, "fsync", waited.append)
    assert run(["render", "a.yaml", "-f", "md", "-q"]) == 0
    assert waited == []
    Path("a.md").unlink()
    assert run(["render", "a.yaml", "-f", "md", "-q", "--resume", "run.jsonl"]) == 0
    assert len(waited) == 1
    there = Here.now()
    assert there.durable
    files.DURABLE.set(False)
    there.enter(())
    assert files.DURABLE.get()
    assert run(["render", "a.yaml", "-f", "txt", "-q"]) == 0
    assert len(waited) == 1
