"""What a run has finished is not done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge.batch.manifest import Manifest
from planforge.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text("标题: 甲\n", encoding="utf-8")
    return path


def finish(path: Path, plan: Path, options: str = "docx") -> bool:
    """Whether the plan was finished before; it is now."""
    manifest = Manifest(str(path), options)
    before = manifest.is_done(str(plan), ())
    manifest.add(str(plan))
    manifest.close()
    return before


def test_what_is_finished_is_skipped_the_next_time(tmp_path: Path, plan: Path) -> None:
    path = tmp_path / "run.jsonl"
    assert [finish(path, plan) for _time in range(3)] == [False, True, True]
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1


def test_other_words_other_options_or_a_lost_output_are_done_again(
    tmp_path: Path, plan: Path
) -> None:
    path, output = tmp_path / "run.jsonl", tmp_path / "plan.docx"
    finish(path, plan)
    assert not finish(path, plan, "pdf")
    assert not Manifest(str(path), "docx").is_done(str(plan), (str(output),))
    output.write_bytes(b"")
    assert Manifest(str(path), "docx").is_done(str(plan), (str(output),))
    plan.write_text("标题: 乙\n", encoding="utf-8")
    assert not finish(path, plan)


def test_what_came_of_a_file_is_read_from_its_own_line(tmp_path: Path, plan: Path) -> None:
    path = tmp_path / "run.jsonl"
    other = tmp_path / "other.yaml"
    other.write_text("标题: 丙\n", encoding="utf-8")
    manifest = Manifest(str(path), "lint")
    for one in (plan, other):
        assert manifest.result(str(one), "strict") is None
        manifest.add(str(one), {"name": one.name})
    manifest.close()
    again = Manifest(str(path), "lint")
    assert again.result(str(other), "strict") == {"name": "other.yaml"}
    assert again.result(str(plan), "strict") == {"name": "plan.yaml"}
    assert again.result(str(plan), "draft") is None
    # Somebody turned the lines round meanwhile.
    path.write_text("".join(reversed(path.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    assert again.result(str(plan), "strict") is None


def test_an_output_that_is_a_link_to_nothing_is_gone(tmp_path: Path, plan: Path) -> None:
    path, output = tmp_path / "run.jsonl", tmp_path / "plan.docx"
    finish(path, plan)
    output.symlink_to(tmp_path / "gone.docx")
    assert not Manifest(str(path), "docx").is_done(str(plan), (str(output),))


def test_a_line_that_was_cut_off_is_no_line(tmp_path: Path, plan: Path) -> None:
    path = tmp_path / "run.jsonl"
    finish(path, plan)
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole + whole[:20], encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text("标题: 丙\n", encoding="utf-8")
    assert finish(path, plan)
    assert not finish(path, other)
    assert finish(path, other)


def test_a_file_of_another_kind_is_no_manifest(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("标题: 甲\n", encoding="utf-8")
    with pytest.raises(UserError, match="no manifest"):
        Manifest(str(path), "")
