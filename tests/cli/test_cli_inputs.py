from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planforge.inputs import Input, find

if TYPE_CHECKING:
    from collections.abc import Iterator


def paths(*arguments: str) -> list[str]:
    return [Path(found.path).as_posix() for found in find(arguments)]


def errors(*arguments: str) -> list[str]:
    return [found.error.message for found in find(arguments) if found.error]


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.yaml", "a.yml", "note.txt", "区/c.YAML", "区/.git/d.yaml", "区/街/e.yaml"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "空").mkdir()


def test_a_folder_means_every_plan_file_below_it_in_the_order_of_names() -> None:
    assert paths(".") == ["a.yml", "b.yaml", "区/c.YAML", "区/街/e.yaml"]


def test_a_file_named_by_itself_may_have_any_name() -> None:
    assert paths("note.txt") == ["note.txt"]


def test_a_file_is_met_once_however_often_it_is_named() -> None:
    assert paths("b.yaml", ".", "./b.yaml", "*.yaml") == [
        "b.yaml",
        "a.yml",
        "区/c.YAML",
        "区/街/e.yaml",
    ]


def test_standard_input_is_met_once() -> None:
    assert paths("-", "-") == ["-"]


def test_patterns_are_expanded_where_the_shell_does_not() -> None:
    assert paths("?.y*ml") == ["a.yml", "b.yaml"]
    assert paths("**/e.yaml") == ["区/街/e.yaml"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "[2027]计划.yaml").touch()
    assert paths("[2027]计划.yaml") == ["[2027]计划.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_a_folder_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "区" / "a.yaml")
    assert paths("区") == ["区/a.yaml", "区/c.YAML", "区/街/e.yaml"]
    assert errors("区") == [f"{Path('区/a.yaml')} is a pipe or a device, no file"]
    assert errors("区/*.yaml") == [f"{Path('区/a.yaml')} is a pipe or a device, no file"]


def test_what_a_folder_matched_keeps_its_place_below_it() -> None:
    below = {f.path: f.folder_below_base.as_posix() for f in find(["区", "**/b.yaml"])}
    assert below[str(Path("区", "街", "e.yaml"))] == "街"
    assert below["b.yaml"] == "."


def test_a_pattern_keeps_the_folders_behind_its_fixed_part() -> None:
    (found,) = find(["区/**/e.yaml"])
    assert found.folder_below_base.as_posix() == "街"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("没有.yaml", "there is no file 没有.yaml"),
        ("没有*.yaml", "no file matches 没有*.yaml"),
        ("空", "there is no plan file in the folder 空"),
        ("", "there is no file ''"),
    ],
)
def test_a_path_to_nothing_is_explained(path: str, message: str) -> None:
    assert errors(path) == [message]


def test_a_path_to_nothing_does_not_stop_the_others() -> None:
    found = list(find(["没有.yaml", "b.yaml"]))
    assert [f.error is None for f in found] == [False, True]


def test_files_are_looked_for_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    real = os.walk

    def walk(folder: str) -> Iterator[tuple[str, list[str], list[str]]]:
        searched.append(folder)
        return real(folder)

    monkeypatch.setattr(os, "walk", walk)
    found = find(["b.yaml", "区"])
    assert next(found) == Input("b.yaml", Path())
    assert searched == []
