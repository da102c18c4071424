"""Ten plans as different as real unions are, without a fault: no rule may find any."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from planforge.lint import lint

FOLDER: Final = Path(__file__).parent / "clean"
PLANS: Final = sorted(FOLDER.glob("*.yaml"))


def test_there_are_ten_plans() -> None:
    assert len(PLANS) == 10


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_clean_plan_has_no_findings(path: Path) -> None:
    assert [
        (one.problem.place, one.problem.code, one.problem.message) for one in lint(str(path))
    ] == []
