from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planforge.catalogue import load_catalogue
from planforge.model.plan import Plan
from planforge.model.reference import START, TITLES, renewed, tables
from planforge.model.validate import validate
from planforge.model.vocabulary import below_and
from planforge.source.load import load

if TYPE_CHECKING:
    from planforge.model.reference import Language

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[str, Language] = {"plan-format.md": "en", "plan-format.zh-CN.md": "zh-CN"}


def test_every_mapping_of_a_plan_has_a_title_in_the_reference() -> None:
    assert set(below_and(Plan)) == set(TITLES)


@pytest.mark.parametrize("language", PAGES.values())
def test_every_key_stands_in_the_reference(language: Language) -> None:
    text = tables(language)
    for entry in below_and(Plan):
        for field, key in entry.keys().items():
            assert all(f"`{name}`" in text for name in (field, *key.chinese))


@pytest.mark.parametrize("language", PAGES.values())
def test_every_row_of_a_table_has_four_cells(language: Language) -> None:
    rows = [line for line in tables(language).splitlines() if line.startswith("|")]
    assert len(rows) > 100
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}


def test_new_tables_leave_the_words_above_them_as_they_are() -> None:
    page = f"# Title\n\nWords.\n\n{START}\n\nold\n"
    assert renewed(page, "en").startswith(f"# Title\n\nWords.\n\n{START}\n\n## Top of the file\n")
    assert "old\n" not in renewed(page, "en")
    assert renewed(renewed(page, "en"), "en") == renewed(page, "en")


def test_a_page_without_the_marker_is_refused() -> None:
    with pytest.raises(ValueError, match="no marker here"):
        renewed("no marker here", "en")


@pytest.mark.parametrize("page", PAGES)
def test_the_example_of_the_page_is_a_plan(page: str) -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)
    plan = validate(load(page, text.encode()), load_catalogue())
    assert plan.order == ("guiding_ideology", "targets", "tasks", "schedule")


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_link_to_files_and_headings_that_exist(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", text)
    assert links
    assert all((DOCS / link).exists() for link in links)
    anchors = set(re.findall(r"\]\(#([^)]+)\)", text))
    titles = {t.lower().replace(" ", "-") for t in re.findall(r"^## (.+)$", text, re.MULTILINE)}
    assert anchors <= titles
