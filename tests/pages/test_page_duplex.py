"""Sheets that are printed on both sides: margins change sides, landscape pages too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("office")

MM = 25.4 / 72


@pytest.fixture(scope="module")
def duplex(
    press: Callable[[str], list[Any]],
    printed: Callable[..., Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Any]:
    """The sheets of `gb` with landscape pages or an imprint, printed for both sides."""
    folder: Path = tmp_path_factory.mktemp("duplex")
    found = {}
    for sheet in press("gb"):
        if len(sheet.upright) < len(sheet.pages) or sheet.document.notice is not None:
            page = sheet.style.page.model_copy(update={"duplex": True})
            style = sheet.style.model_copy(update={"page": page})
            found[sheet.name] = replace(sheet, style=style)
    return {one.name: one for one in printed(list(found.values()), folder)}


def test_the_block_stands_at_the_binding_on_either_side(duplex: dict[str, Any]) -> None:
    sides = [
        (page % 2, ink.left)
        for sheet in duplex.values()
        for page, ink in sheet.ink.items()
        if sum(row.left < sheet.style.page.left.mm + 0.5 for row in sheet.text_rows[page]) > 2
    ]
    assert {odd for odd, _left in sides} == {0, 1}
    for odd, left in sides:
        assert left == pytest.approx(28.4 if odd else 26.4, abs=0.5)


def test_page_numbers_stand_one_character_inside_the_block_on_either_side(
    duplex: dict[str, Any],
) -> None:
    count = 0
    for sheet in duplex.values():
        for page in sheet.upright:
            if glyphs := sheet.number_glyphs(page):
                count += 1
                if page % 2:
                    assert 210 - max(g.right for g in glyphs) * MM == pytest.approx(31, abs=1)
                else:
                    assert min(g.left for g in glyphs) * MM == pytest.approx(31, abs=1)
    assert count > 10


def test_the_block_of_a_landscape_page_is_within_a_millimetre_on_either_side(
    duplex: dict[str, Any],
) -> None:
    seen = set()
    for sheet in duplex.values():
        for page in set(range(1, len(sheet.pages) + 1)) - sheet.upright:
            seen.add(page % 2)
            left, _top, right, _bottom = sheet.table_edges(page)
            assert left == pytest.approx(35, abs=1.2)
            assert right == pytest.approx(297 - 37, abs=1.2)
            # As on an upright page: the binding is above on odd pages, below on even ones.
            top = sheet.rules(page)[0].top
            assert top >= (28 if page % 2 else 26) - 1
    assert seen == {0, 1}


def test_the_number_of_a_landscape_page_is_where_it_is_on_upright_ones(
    duplex: dict[str, Any],
) -> None:
    seen = set()
    for sheet in duplex.values():
        for page in set(range(1, len(sheet.pages) + 1)) - sheet.upright:
            seen.add(page % 2)
            glyphs = sheet.number_glyphs(page)
            if page % 2:
                inset = 210 - (glyphs[-1].baseline + glyphs[-1].size) * MM
            else:
                inset = glyphs[0].baseline * MM
            assert inset == pytest.approx(31, abs=1)
            assert sheet.turned_dash(page) == pytest.approx(28, abs=1)
    assert seen == {0, 1}


def test_the_imprint_is_as_wide_as_the_block_of_an_even_page(duplex: dict[str, Any]) -> None:
    sheet = duplex["issued-by-notice"]
    lines = sheet.rules(len(sheet.pages))
    assert len(lines) == 3
    for line in lines:
        assert line.left == pytest.approx(26, abs=0.3)
        assert line.right == pytest.approx(182, abs=0.3)
