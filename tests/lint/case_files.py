"""Plan files with what a rule is to find in them, read from the folder ``cases``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from planforge.lint import lint
from planforge.lint.preset import Part
from planforge.source.load import load

if TYPE_CHECKING:
    from planforge.lint import Found

FOLDER: Final = Path(__file__).parent / "cases"
_SET: Final = re.compile(r"^# set: (\{.+\})$", re.MULTILINE)
_EXPECTED: Final = re.compile(r"^\s*# finds: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One plan file.

    Attributes:
        code: The rule it is about, the name of its folder.
        path: The file; `bad-….yaml` has findings, `good-….yaml` has none.
        expected: ``line:column-line:column`` of every finding; ``whole file`` for one without.
    """

    code: str
    path: Path
    expected: tuple[str, ...]

    def __str__(self) -> str:
        """Rule and file."""
        return f"{self.code}/{self.path.stem}"


def cases() -> list[Case]:
    """Every case there is."""
    return [
        Case(
            path.parent.name,
            path,
            tuple(_EXPECTED.findall(path.read_text(encoding="utf-8"))),
        )
        for path in sorted(FOLDER.glob("PF*/*.yaml"))
        if not path.stem.endswith(".fixed")
    ]


def found(code: str, path: str, data: bytes | None = None) -> list[Found]:
    """What one rule finds in a file, whatever its usual severity.

    A comment ``# set: {…}`` in the file says what is set for the rule.
    """
    text = Path(path).read_bytes() if data is None else data
    given = _SET.search(text.decode("utf-8", "replace"))
    settings = {code: load("set", given[1].encode()).data()} if given else {}
    one = Part(rules={code: "error"}, settings=settings)
    return [one for one in lint(path, data, also=(one,)) if one.problem.code == code]


def place(one: Found) -> str:
    """The place of a finding as cases write it."""
    at = one.problem
    if not at.line:
        return "whole file"
    return f"{at.line}:{at.column}-{at.end_line}:{at.end_column}"
