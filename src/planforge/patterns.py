"""Regular expressions that are compiled when they are first used.

planforge knows a hundred forms of dates, figures and slips of the keyboard, and a file shows a
few of them. To compile them all would take longer than to read and check the file.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

# A class of all hanzi takes a millisecond to compile, one of letters that are neither ASCII nor
# figures a fiftieth. In Chinese text they differ in kana and accented letters only.
_HANZI: Final = re.compile(r"\[(?:\\u3400|\\u4e00)-\\u9fff([^\]]*)\]")
_LETTER: Final = r"[^\W\d\x00-\x7f]"


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
        # In ASCII alone a letter is no hanzi.
        form = self.pattern if self._flags & re.ASCII else _quick(self.pattern)
        found = getattr(re.compile(form, self._flags), name)
        setattr(self, name, found)
        return found


def _quick(expression: str) -> str:
    """The expression with classes of hanzi that compile quickly."""
    if "\\u9fff" not in expression:
        return expression
    return _HANZI.sub(
        lambda match: f"(?:{_LETTER}|[{match[1]}])" if match[1] else _LETTER, expression
    )
