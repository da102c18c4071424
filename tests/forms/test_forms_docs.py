"""What the pages about forms show is right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from planforge.forms.values import COMPUTED, TOP

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("own-word-file.md", "own-word-file.zh-CN.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_tag_of_the_page_can_be_filled_in(fill: Any, form: Any, page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    blocks = re.findall(r"```\n(.*?)\n```", text, re.DOTALL)
    tags = [block for block in blocks if block.startswith("{")]
    assert len(tags) == 3
    for block in tags:
        assert fill(form(*block.splitlines())).paragraphs


@pytest.mark.parametrize("page", PAGES)
def test_the_row_that_is_repeated_works(fill: Any, form: Any, page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    start = text.index("| `{%tr for")
    rows = [
        tuple(cell.strip(" `") for cell in line.strip("|").split("|"))
        for line in text[start:].splitlines()[:3]
    ]
    table = fill(form(rows=tuple(rows))).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["3月", "慰问女职工", ""],
        ["5月", "职工运动会", "文体委员"],
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_computed_name_is_described(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    names = set(COMPUTED) | {names[0] for names, *_rest in COMPUTED.values()}
    assert len(names) > 20
    assert {name for name in names if f"`{name}`" not in text} == set()
    assert names <= set(TOP.names)
