"""What stands in the folder after a run: the same bytes every time, and never half a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.CompletedProcess[str]]

FORMATS = ("-fdocx", "-fmd", "-fhtml", "-ftxt")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_two_processes_write_the_same_bytes(start: Start, work: Path) -> None:
    for seed in ("1", "2"):
        (work / seed).mkdir()
        new = ("new", "高校", "--year", "2027", "--no-ask", "-o", f"{seed}/plan.yaml")
        assert start(*new, PYTHONHASHSEED=seed).returncode == 0
        plan = f"{seed}/plan.yaml"
        for arguments in (
            ("render", plan, *FORMATS),
            ("export", plan, "--to", "json", "-o", f"{seed}/plan.json"),
            ("convert", plan, "--to", "tw", "-o", f"{seed}/tw.yaml"),
        ):
            assert start(*arguments, PYTHONHASHSEED=seed).returncode == 0
    first = contents(work / "1")
    assert sorted(first) == [
        *("plan.docx", "plan.html", "plan.json", "plan.md", "plan.txt", "plan.yaml", "tw.yaml")
    ]
    assert contents(work / "2") == first


def test_a_plan_that_broke_leaves_its_documents_as_they_were(call: Call, plan: Path) -> None:
    assert call("render", "plan.yaml", *FORMATS)[0] == 0
    plan.write_text(plan.read_text(encoding="utf-8") + "没有这个键: 1\n", encoding="utf-8")
    before = contents(plan.parent)
    assert len(before) == 1 + len(FORMATS)
    assert call("render", "plan.yaml", *FORMATS, "--force")[0] == 2
    assert contents(plan.parent) == before
