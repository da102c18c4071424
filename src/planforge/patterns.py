"""Regular expressions that are compiled when they are first used.

planforge knows a hundred forms of dates, figures and slips of the keyboard, and a file shows a
few of them. To compile them all would take longer than to read and check the file.
"""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` returns, in every way that counts, before it has been compiled."""
    return cast("re.Pattern[str]", _Pattern(expression, flags))


class _Pattern:
    """Stands for a regular expression.

    Every method becomes an attribute when it is first asked for, so that later calls go straight
    to the compiled expression.
    """

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
