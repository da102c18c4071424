"""The page on the architecture names the parts that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([\w./]+)`", PAGE))
SOURCE = ROOT / "src" / "planforge"
PARTS = sorted(
    f"{path.name}/" if path.is_dir() else path.name
    for path in SOURCE.iterdir()
    if (path.is_dir() and (path / "__init__.py").is_file())
    or (path.suffix == ".py" and not path.name.startswith("__"))
)
DATA = sorted(
    f"{path.name}/" if path.is_dir() else path.name for path in (ROOT / "templates").iterdir()
)


def test_parts_and_data_were_found() -> None:
    assert {"cli/", "model/", "pipeline.py"} <= set(PARTS)
    assert {"kinds.yaml", "styles/"} <= set(DATA)


@pytest.mark.parametrize("name", [*PARTS, *DATA])
def test_the_page_names_every_part(name: str) -> None:
    assert name in NAMED


def test_every_module_that_the_page_names_is_there() -> None:
    modules = {name for name in NAMED if name.endswith(".py")}
    assert modules
    assert {name for name in modules if not list(SOURCE.rglob(name))} == set()
