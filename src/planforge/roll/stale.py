"""What lint finds in the rolled plan and did not find before: dated facts, festivals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.lint.engine import look
from planforge.lint.preset import Part
from planforge.lint.rule import RULES

if TYPE_CHECKING:
    from planforge.errors import Problem

# Festivals and days that fit the month no more, and facts that were right in the old year.
CODES: Final = (
    *("PF301", "PF302", "PF303", "PF304", "PF306"),
    *("PF502", "PF503", "PF504", "PF505", "PF506", "PF507"),
)


def stale(path: str, old: bytes, new: bytes) -> list[Problem]:
    """The problems of the new text that the old one had not.

    Args:
        path: Name for messages.
        old: The plan as it was.
        new: The plan as it would be.
    """
    known = {(problem.code, problem.message) for problem in _problems(path, old)}
    return [one for one in _problems(path, new) if (one.code, one.message) not in known]


def _problems(path: str, data: bytes) -> list[Problem]:
    wanted = {code: "warning" for code in CODES if code in RULES}
    found = look(path, data, also=(Part.model_validate({"rules": wanted}),)).found
    return [one.problem for one in found if one.problem.code in CODES]
