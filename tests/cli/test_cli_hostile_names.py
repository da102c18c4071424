"""Names of files that would steer a terminal or break a line: each is told in one line."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., tuple[int, str, str]]

STRANGE = "甲\n乙\x1b[31m\x07'\"&<>\u202e.yaml"
"""A name with everything that Linux allows and nobody means."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")


@pytest.fixture
def strange(plan: Path, work: Path) -> Path:
    """A file with that name that holds no plan, beside one that does."""
    path = work / STRANGE
    path.write_text("标题: [甲\n", encoding="utf-8")
    assert plan.is_file()
    return path


def harmless(said: str) -> bool:
    return all(c.isprintable() or c in "\n\u3000" for c in said)


COMMANDS = {
    "render": ("render", "{}", "-f", "md", "-o", "出"),
    "convert": ("convert", "{}", "--to", "tw", "-o", "出"),
    "lint": ("lint", "{}"),
    "export": ("export", "{}", "--to", "json", "-o", "出"),
    "status": ("status", "{}"),
    "roll": ("roll", "{}", "--to", "2028"),
    "done": ("done", "{}", "甲"),
    "diff": ("diff", "{}", "plan.yaml"),
    "summary": ("summary", "{}"),
    "check": ("check", "{}"),
    "import": ("import", "{}", "-o", "出"),
}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("there", [True, False], ids=["broken", "missing"])
def test_no_name_steers_the_terminal(strange: Path, call: Call, name: str, *, there: bool) -> None:
    if not there:
        strange.unlink()
    arguments = [one.format(STRANGE) for one in COMMANDS[name]]
    code, out, err = call(*arguments, "--lang", "en")
    assert code in {0, 1, 2}
    assert out + err
    assert harmless(out + err)
    assert "Traceback" not in err


@pytest.mark.parametrize("kind", ["json", "sarif", "gitlab", "github", "junit", "rdjson"])
def test_no_name_breaks_a_report(strange: Path, call: Call, kind: str) -> None:
    code, out, err = call("lint", strange.name, "--output-format", kind, "--lang", "en")
    assert code == 1, err
    assert "PF001" in out
    assert "\x1b" not in out
    if kind == "junit":
        assert ET.fromstring(out).findall(".//testcase")  # noqa: S314  our own words
    elif kind == "github":
        assert out.startswith("::error file=甲%0A乙")
        assert out.count("\n") == 1
    else:
        assert json.loads(out)


def test_the_other_files_go_on(strange: Path, work: Path, call: Call) -> None:
    assert strange.is_file()
    code, _out, err = call("render", ".", "-f", "md", "-o", "出", "--lang", "en")
    assert code == 1
    assert harmless(err)
    assert (work / "出" / "plan.md").is_file()
    assert err.splitlines()[-1].startswith("  ./甲␊乙␛[31m␇'\"&<><U+202E>.yaml")


def test_words_of_a_plan_do_not_steer_the_terminal(work: Path, call: Call) -> None:
    """YAML writes any character as an escape."""
    (work / "plan.yaml").write_text(
        'title: "甲\\e[31m\\a"\nperiod: 2027\ntasks:\n  - title: "乙\\e]0;丙\\a"\n'
        "    due: 2027-03-01\n"
        '    owner: "丁\\u202e\\e[2J"\n',
        encoding="utf-8",
    )
    (work / "old.yaml").write_text("title: 甲\nperiod: 2027\ntasks: [戊]\n", encoding="utf-8")
    for arguments in (
        ("lint", "plan.yaml"),
        ("status", "plan.yaml", "--all"),
        ("diff", "old.yaml", "plan.yaml"),
        ("roll", "plan.yaml", "--to", "2028", "--force"),
        ("done", "plan.yaml", "乙"),
        ("summary", "plan.yaml"),
        ("render", "plan.yaml", "-f", "docx", "--force"),
    ):
        code, out, err = call(*arguments, "--lang", "en")
        assert code in {0, 1, 2}
        assert harmless(out.replace("\t", " ") + err), arguments
