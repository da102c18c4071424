from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge.catalogue import load_catalogue
from planforge.errors import FileProblems
from planforge.model.validate import validate
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.errors import Problem
    from planforge.model.plan import Plan


@pytest.fixture
def plan_of() -> Callable[[str], Plan]:
    """The plan that a YAML text holds; a title is added where the text has none."""

    def read(text: str) -> Plan:
        whole = text if text.startswith(("标题", "標題", "title")) else f"标题: 计划\n{text}"
        return validate(load("plan.yaml", whole.encode()), load_catalogue())

    return read


@pytest.fixture
def problems_of() -> Callable[[str], tuple[Problem, ...]]:
    """The problems of a YAML text."""

    def read(text: str) -> tuple[Problem, ...]:
        with pytest.raises(FileProblems) as caught:
            validate(load("plan.yaml", text.encode()), load_catalogue())
        return caught.value.problems

    return read
