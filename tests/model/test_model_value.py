from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from planforge.model.plan import Plan


@pytest.mark.parametrize(("words", "once"), [("5月18日之前", True), ("另行通知" * 16, False)])
def test_dates_are_read_once_and_prose_is_not_remembered(
    plan_of: Callable[[str], Plan], words: str, *, once: bool
) -> None:
    plans = [plan_of(f"重点任务:\n  - {{内容: {text}, 期限: {words}}}\n") for text in "甲乙"]
    first, second = (plan.tasks.items[0].due for plan in plans if plan.tasks)
    assert first is not None
    assert first == second
    assert first.text == words
    assert (first is second) == once
