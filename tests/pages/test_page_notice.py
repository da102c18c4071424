"""Letterhead and imprint of a notice (GB/T 9704-2012 7.2, 7.4), measured on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from planforge.writers.pdf.letters import difference

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.xdist_group("office")


@pytest.fixture(scope="module")
def notice(press: Callable[[str], list[Any]]) -> Any:
    """The example that a notice issues."""
    (sheet,) = (sheet for sheet in press("gb") if sheet.name == "issued-by-notice")
    return sheet


def test_the_pdf_says_what_the_word_file_says(notice: Any) -> None:
    asked = [letter for letter, _paragraph in notice.asked]
    assert difference(asked, [one.letter for one in notice.printed]) is None


def test_the_mark_begins_35_mm_below_the_upper_edge_of_the_block(notice: Any) -> None:
    assert notice.ink[1].top == pytest.approx(37 + 35, abs=1)


def test_the_imprint_ends_with_the_block_on_an_even_page_without_a_number(notice: Any) -> None:
    last = len(notice.pages)
    assert last % 2 == 0
    assert notice.ink[last].bottom == pytest.approx(262, abs=1)
    assert notice.ink[last].left == pytest.approx(28, abs=0.5)
    assert notice.ink[last].right == pytest.approx(184, abs=0.5)
    assert notice.number_glyphs(last) == []


def test_every_page_with_text_but_the_imprint_has_a_number(notice: Any) -> None:
    filled = [number for number, page in enumerate(notice.pages, 1) if page.glyphs]
    assert [number for number in filled if notice.number_glyphs(number)] == filled[:-1]
