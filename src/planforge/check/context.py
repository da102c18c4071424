"""What every rule gets: the document, the style, and a way to say what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.errors import Severity
from planforge.styles.figure import Strength

from .catalogue import demands
from .finding import Finding, Place

if TYPE_CHECKING:
    from planforge.styles import Style
    from planforge.styles.figure import Sourced

    from .document import Document, Paragraph

PLAIN: Final = "plain"
"""The profile of styles for texts of any region."""

_BY_LANGUAGE: Final = {"zh-TW": "tw", "zh-HK": "hk", "zh-MO": "hk"}
_WHOLE: Final[tuple[Place, ...]] = ()


class Demand(Struct, frozen=True):
    """What demands a figure.

    Attributes:
        clause: Where it is written; empty where only practice demands it.
        strength: How much it demands.
    """

    clause: str
    strength: Strength | None


class Context(Struct, frozen=True):
    """One document that is checked against one style.

    Attributes:
        document: The document.
        style: The style.
    """

    document: Document
    style: Style

    @property
    def wording(self) -> str:
        """Whose rules about words and marks hold: ``gb``, ``tw`` or ``hk``."""
        if self.style.profile != PLAIN:
            return self.style.profile
        return _BY_LANGUAGE.get(self.document.language, "gb")

    def finding(  # noqa: PLR0913  one argument per property of a finding
        self,
        code: str,
        message: str,
        *places: Paragraph | Place,
        by: tuple[Sourced, ...] = (),
        severity: Severity | None = None,
        found: str = "",
        wanted: str = "",
        hint: str = "",
    ) -> Finding:
        """A finding with clause and strength of what demands it.

        Args:
            code: Code of the rule.
            message: One sentence.
            places: Where.
            by: Parts of the style that hold the figure, the outermost first; what
                ``checks.yaml`` says when nothing in the style says it.
            severity: Instead of the usual one of the rule.
            found: The figure in the document.
            wanted: The figure of the style.
            hint: What to do about it.
        """
        said = demands(code, self.wording)
        demand = _demand(by) if by else Demand(said.clause, said.strength)
        usual = severity or said.severity
        binding = demand.strength is Strength.REQUIRED
        if usual is Severity.ERROR and not binding:
            usual = Severity.WARNING
        return Finding(
            code,
            message,
            usual,
            demand.clause,
            demand.strength,
            found,
            wanted,
            hint,
            tuple(one if isinstance(one, Place) else one.place for one in places) or _WHOLE,
        )


def _demand(parts: tuple[Sourced, ...]) -> Demand:
    """The clause and strength of the innermost part that has any; a clause of its own part only."""
    for part in reversed(parts):
        if part.strength is not None:
            return Demand(part.clause, part.strength)
    return Demand("", None)
