"""What is known is not reported again, wherever it has moved to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from planforge.errors import Severity, UserError
from planforge.lint import baseline
from planforge.lint.choice import Choice
from planforge.lint.preset import Part
from planforge.lint.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    from planforge.lint.report import Report

PLAN = "标题: 一\n前言: 在20xx年，工会发展\n结语: 到20xx年\n"
ASKED = Request(choice=Choice(select=("PF401",)), named=True)


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def known(tmp_path: Path) -> Path:
    return write(tmp_path, PLAN)


def write(folder: Path, *texts: str) -> Path:
    path = folder / "已知.json"
    base = baseline.empty(str(path))
    for number, text in enumerate(texts, 1):
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
        base.unknown(report(f"{number}.yaml", text))
    path.write_bytes(base.updated())
    return path


def report(path: str, text: str) -> Report:
    return ASKED.report(path, text.encode())[0]


def left(path: Path, text: str, name: str = "1.yaml") -> tuple[int, list[tuple[str, int]]]:
    base = baseline.read(str(path))
    found = base.unknown(report(name, text))
    return len(found.items), [(one.path, number) for one, number in base.stale()]


def test_a_baseline_has_no_line_numbers_and_no_texts(known: Path) -> None:
    whole = json.loads(known.read_text(encoding="utf-8"))
    assert [set(one) for one in whole["findings"]] == [{"path", "code", "words", "count"}] * 2
    assert "工会" not in known.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        f"# 注\n\n{PLAN}",
        PLAN.replace("，", ", "),
        "标题: 一\n结语: 到20xx年\n前言: |\n  在20xx年，工会发展\n",
        PLAN.replace("工会发展", "工會發展"),
    ],
)
def test_what_is_known_is_not_reported_again(known: Path, text: str) -> None:
    assert left(known, text) == (0, [])


def test_what_is_new_is_reported(known: Path) -> None:
    assert left(known, PLAN + "指导思想: 在20xx年\n") == (1, [])
    assert left(known, PLAN.replace("结语: 到20xx年", "结语: 到20xx年，到20xx年")) == (
        2,
        [("1.yaml", 1)],
    )
    assert left(known, PLAN, "2.yaml") == (2, [])


def test_one_more_of_the_same_words_is_new(known: Path) -> None:
    assert left(known, f"{PLAN}指导思想: 到20xx年\n")[0] == 1


def test_what_was_mended_is_told_as_stale(known: Path) -> None:
    assert left(known, PLAN.replace("到20xx年", "到2027年")) == (0, [("1.yaml", 1)])


def test_what_is_known_of_a_file_that_is_gone_is_stale(known: Path) -> None:
    base = baseline.read(str(known))
    (known.parent / "1.yaml").unlink()
    assert len(base.stale()) == 2


def test_writing_anew_keeps_what_is_known_of_files_that_were_not_looked_at(tmp_path: Path) -> None:
    path = write(tmp_path, PLAN, PLAN)
    base = baseline.empty(str(path))
    base.unknown(report(str(tmp_path / "1.yaml"), "标题: 一\n"))
    again = json.loads(base.updated())["findings"]
    assert {one["path"] for one in again} == {"2.yaml"}
    (tmp_path / "2.yaml").unlink()
    assert json.loads(base.updated())["findings"] == []


@pytest.mark.parametrize(
    ("request_", "text"),
    [
        (replace(ASKED, choice=Choice(select=("PF6",))), PLAN),
        (replace(ASKED, choice=Choice(select=("PF4",), ignore=("PF401",))), PLAN),
        (replace(ASKED, also=(Part(rules={"PF401": "info"}),), least=Severity.ERROR), PLAN),
        (ASKED, "标题: [\n"),
        (ASKED, "标题: 一\n期间: 明年\n"),
        (ASKED, "标题: 一\n未知: 在20xx年，工会发展\n"),
    ],
    ids=["others chosen", "left out", "not bad enough", "syntax", "value", "unknown key"],
)
def test_what_was_not_looked_for_stays_in_the_baseline(
    known: Path, request_: Request, text: str
) -> None:
    whole = json.loads(known.read_text(encoding="utf-8"))
    for base in (baseline.read(str(known)), baseline.empty(str(known))):
        base.unknown(request_.report("1.yaml", text.encode())[0])
        assert base.stale() == []
        if not base.left:
            assert json.loads(base.updated()) == whole


def test_what_was_looked_for_beside_others_is_taken_out(known: Path) -> None:
    base = baseline.empty(str(known))
    every = replace(ASKED, choice=Choice(select=("PF4",)))
    base.unknown(every.report("1.yaml", "标题: 一\n前言: 慰问x人\n".encode())[0])
    assert [one["code"] for one in json.loads(base.updated())["findings"]] == ["PF402"]


def test_a_file_that_cannot_be_read_is_never_known(tmp_path: Path) -> None:
    path = write(tmp_path, "标题: [\n")
    assert json.loads(path.read_bytes())["findings"] == []


@pytest.mark.parametrize("text", ["", "{}", '{"version": 2, "findings": []}', "[1]"])
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="no baseline"):
        baseline.read(str(path))
