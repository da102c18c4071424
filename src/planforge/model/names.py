"""Several names in one string or one list."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from planforge.language import _
from planforge.patterns import pattern

from .reader import Reader

# A name holds no separator, save inside a closed pair of brackets or quotation marks.
_PAIRS: Final = ("（）", "()", "《》", "“”", "「」", "『』", "【】", "〔〕", "[]", '""')
_CLOSED: Final = "|".join(
    rf"{re.escape(a)}[^{re.escape(a)}{re.escape(b)}]*{re.escape(b)}" for a, b in _PAIRS
)
_NAME: Final = pattern(rf"(?:{_CLOSED}|[^、，,；;\r\n])+")


def split(text: str) -> tuple[str, ...]:
    """The names in ``text``, which 、 ， ； or line breaks separate; blank ones left out."""
    return tuple(name for part in _NAME.findall(text) if (name := part.strip()))


def _read(value: Any) -> Any:
    if isinstance(value, str):
        return split(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (str(value),)
    if isinstance(value, list | tuple) and all(isinstance(v, str | int | float) for v in value):
        return tuple(name for v in value if (name := str(v).strip()))
    raise ValueError(_("a name or a list of names is expected here"))


Names = Annotated[tuple[str, ...], Reader(_read, str | tuple[str, ...])]
