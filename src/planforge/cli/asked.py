"""What the words of a call ask for, before the library that reads them is loaded."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def value(arguments: Sequence[str], *names: str) -> str:
    """What the last of the options with one of ``names`` says; empty where there is none.

    Args:
        arguments: The words after the program name.
        names: One option, long and short: ``--jobs``, ``-j``.
    """
    found = ""
    for word, following in pairwise([*arguments, ""]):
        for name in names:
            joined = f"{name}=" if name.startswith("--") else name
            if word == name:
                found = following
            elif word.startswith(joined):
                found = word.removeprefix(joined)
    return found
