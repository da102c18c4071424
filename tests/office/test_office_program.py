from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from planforge.office import program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _nothing_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(program.VARIABLE, raising=False)
    monkeypatch.setattr(program, "_usual", lambda: (tmp_path / "usual" / "soffice",))


def test_nothing_is_found_where_nothing_is() -> None:
    assert program.find() == ""


def test_the_usual_place_counts_when_the_search_path_has_none(tmp_path: Path) -> None:
    place = tmp_path / "usual" / "soffice"
    place.parent.mkdir()
    place.touch()
    assert program.find() == str(place)


@pytest.mark.skipif(sys.platform == "win32", reason="programs have other names there")
@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_the_search_path_is_looked_at(name: str, tmp_path: Path) -> None:
    place = tmp_path / name
    place.touch(mode=0o755)
    assert program.find() == str(place)


def test_the_variable_wins_and_a_wrong_one_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "soffice").touch(mode=0o755)
    mine = tmp_path / "mine"
    monkeypatch.setenv(program.VARIABLE, str(mine))
    assert program.find() == ""
    mine.touch()
    assert program.find() == str(mine)


def test_windows_has_two_usual_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("PROGRAMFILES", "P")
    monkeypatch.setenv("PROGRAMFILES(X86)", "Q")
    places = [path.parts[0] for path in program._usual()]
    assert places[:2] == ["P", "Q"]
    assert {path.name for path in program._usual()} == {"soffice.com", "soffice"}


def test_a_program_that_does_not_answer_has_no_version(tmp_path: Path) -> None:
    assert program.version(str(tmp_path / "none")) == ""
