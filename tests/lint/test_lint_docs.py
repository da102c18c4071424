"""What the pages about lint show can be used as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planforge.cli import app
from planforge.lint import reporters
from planforge.lint.choice import meant
from planforge.lint.config_file import read
from planforge.lint.directives import VERBS, in_yaml
from planforge.lint.preset import profile
from planforge.source.load import load

DOCS = Path(__file__).parents[2] / "docs"
PAGES = pytest.mark.parametrize("name", ["lint.md", "lint.zh-CN.md"])


def blocks(name: str, language: str) -> list[str]:
    text = (DOCS / name).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@PAGES
def test_the_configuration_shown_is_one(name: str, tmp_path: Path) -> None:
    (toml,) = blocks(name, "toml")
    path = tmp_path / "planforge.toml"
    path.write_text(toml, encoding="utf-8")
    config = read(path)
    assert config.preset == "strict"
    assert config.output_format in reporters.FORMATS
    assert config.part().settings == {"PF902": {"least": 0.5}}


@PAGES
def test_the_preset_and_the_comments_shown_are_some(name: str, tmp_path: Path) -> None:
    preset, plan = blocks(name, "yaml")
    path = tmp_path / "own.yaml"
    path.write_text(preset, encoding="utf-8")
    assert "PF109" in profile(str(path), "").severities
    assert "PF109" not in profile(str(path), "school").severities
    found = in_yaml(load("plan.yaml", plan.encode()))
    assert found is not None
    assert [comment.verb for comment in found.found] == [VERBS[n] for n in (2, 0, 0, 1)]
    assert all(meant(code) for comment in found.found for code, _span in comment.codes)


@PAGES
def test_the_options_shown_are_some(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    known = {o for parameter in app._load("lint").params for o in parameter.opts}
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text.partition("## ")[0]))
    assert len(shown) > 5
    assert shown <= known
