"""A file, read and checked by every rule that its page style has."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from planforge import styles
from planforge.ooxml.package import Package

from . import rules
from .choosing import accepted, guess
from .context import Context
from .reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planforge.styles import Style

    from .finding import Finding

STACK: Final = ("message", "severity", "hint", "found", "wanted", "clause")


class Report(Struct, frozen=True):
    """What was found in one file.

    Attributes:
        path: The file as the user named it.
        style: The style it was checked against.
        guessed: Nobody asked for this style; the document itself suggests it.
        findings: By code; the same fault in many places is one finding.
    """

    path: str
    style: Style
    guessed: bool
    findings: tuple[Finding, ...]


def check(path: str, data: bytes, style: str = "") -> Report:
    """What is wrong with a Word file.

    Args:
        path: The file as the user named it, for messages.
        data: Its bytes.
        style: Name or file of the page style; guessed from the document when empty.

    Raises:
        FileProblems: It is no Word file, or damaged.
        UserError: There is no such style.
    """
    package = Package(path, data)
    base = styles.load(style or guess(package))
    document = read(package, base)
    page = accepted(base, document)
    context = Context(document, page)
    found = [one for rule in rules.of(page) for one in rule.check(context)]
    return Report(path, page, not style, tuple(_joined(found)))


def _joined(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Findings of the same words become one with all their places."""

    def key(one: Finding) -> tuple[str, ...]:
        return (one.code, *(str(getattr(one, name)) for name in STACK))

    grouped: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        grouped.setdefault(key(one), []).append(one)
    for same in grouped.values():
        places = [place for one in same for place in one.places]
        yield replace(same[0], places=tuple(place for place, _same in groupby(places)))
