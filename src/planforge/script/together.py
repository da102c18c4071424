"""Several texts converted at once, each as if it stood alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BORDER: Final = "\x1e"
"""Marks where a text ends: the record separator of ASCII, which files of text may not hold."""
# A line end, because no name, quotation or dictionary entry goes on behind one in most places.
_BETWEEN: Final = f"{BORDER}\n"


def together(texts: Sequence[str], convert: Callable[[str], str]) -> list[str]:
    """Each of ``texts`` converted, by one call for all: a plan has a hundred short ones.

    Args:
        texts: What is converted, in order.
        convert: Leaves `BORDER` and line ends alone, and looks at nothing behind a border.
    """
    joined = _BETWEEN.join(texts)
    # A text that is alone, as a whole file may be, has nothing to be taken apart.
    if len(texts) == 1 or joined.count(BORDER) != len(texts) - 1:
        return [convert(text) for text in texts]
    return apart(convert(joined))


def apart(joined: str) -> list[str]:
    """The texts that `together` hands on as one."""
    return joined.split(_BETWEEN)
