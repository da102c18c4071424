"""A plan with every kind of section, as each text format prints it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planforge.document.compose import compose
from planforge.model.plan import Plan
from planforge.regions import load_region
from planforge.source.load import load
from planforge.styles.loading import load as load_style
from planforge.writers import writer

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(__file__).parents[1] / "data" / "every_section.yaml"
TABLES = dict.fromkeys(("月度安排", "工作目标", "重点任务"), "table")


def written(name: str, region: str = "cn", **changes: Any) -> bytes:
    plan = Plan.model_validate({**load(str(SAMPLE)).data(), **changes})
    document = compose(plan, load_region(region))
    return writer(name)(document, load_style(document.properties.style))


@pytest.mark.parametrize("name", ["md", "html", "txt"])
def test_a_plan_with_every_section(name: str, golden: Callable[[str, bytes], None]) -> None:
    golden(f"every_section.{name}", written(name))


@pytest.mark.parametrize("name", ["md", "txt"])
def test_a_plan_with_tables_for_lists(name: str, golden: Callable[[str, bytes], None]) -> None:
    golden(f"every_section_tables.{name}", written(name, 版式=TABLES))


def test_a_plan_in_the_form_of_taiwan(golden: Callable[[str, bytes], None]) -> None:
    golden("every_section_tw.txt", written("txt", "tw"))
