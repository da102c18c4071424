"""Formats that findings are written in, one module each."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.lint.report import Report


class Reporter(Protocol):
    """What a module of this package is called for."""

    def __call__(self, reports: Iterable[Report], pages: str) -> Iterator[str]:
        """The text of the report, piece by piece.

        Args:
            reports: Every file that was looked at, also those without findings.
            pages: Address of the page of a rule, ``{code}`` for its code; may be empty.
        """


FORMATS: Final = {
    "text": "text",
    "json": "as_json",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
}
"""Name of the format → its module."""


def load(name: str) -> Reporter:
    """The function `write` of the module of a format."""
    reporter: Reporter = import_module(f".{FORMATS[name]}", __name__).write
    return reporter
