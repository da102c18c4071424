"""The calls that pages and help pages show can be made."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from planforge.cli import app

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
CALL = re.compile(r"\bplanforge ([a-z]+[^`\n#]*)")


def calls(page: Path) -> list[str]:
    return CALL.findall("\n".join(CODE.findall(page.read_text(encoding="utf-8"))))


def options(name: str) -> set[str]:
    program = app._load(name)
    return {text for one in program.params for text in (*one.opts, *one.secondary_opts)} | {
        "--help"
    }


def wrong(call: str) -> str:
    name, *words = shlex.split(call.replace("…", ""))
    if name not in app.COMMANDS:
        return f"there is no {name}"
    given = {word.partition("=")[0] for word in words if re.match("--?[a-z]", word)}
    unknown = sorted(given - options(name))
    return f"{name} has no {' '.join(unknown)}" if unknown else ""


@pytest.mark.parametrize("name", app.COMMANDS)
def test_the_examples_of_a_help_page_are_calls_of_the_command(name: str) -> None:
    lines = app._load(name).epilog.splitlines()
    assert lines
    for line in lines:
        assert line.split()[:2] == ["planforge", name]
        assert wrong(line.removeprefix("planforge ")) == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_call_on_a_page_can_be_made(page: Path) -> None:
    assert [said for call in calls(page) if (said := wrong(call))] == []


def test_calls_were_found_on_the_pages() -> None:
    found = [call for page in PAGES for call in calls(page)]
    assert {call.split()[0] for call in found} >= {"new", "lint", "render", "convert", "import"}
    assert wrong("rendre a.yaml") == "there is no rendre"
    assert wrong("render a.yaml --formatt md") == "render has no --formatt"
