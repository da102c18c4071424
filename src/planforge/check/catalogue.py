"""The list of checks: what each looks at, in which styles, how bad it is, and who demands it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, ValidationError

from planforge import files, resources
from planforge.errors import Severity, UserError
from planforge.language import _
from planforge.source.load import load
from planforge.styles.figure import Strength

FILE: Final = "checks.yaml"

Profile = Literal["gb", "tw", "hk", "plain"]


class Entry(BaseModel):
    """One check as the list has it.

    Attributes:
        about: What is looked at.
        styles: The profiles of page styles that have it.
        severity: How bad a finding is, unless less is demanded.
        figure: Where in a page style figure, clause and strength stand; empty for none.
        clause: Who demands it, per profile or for all.
        strength: How much that demands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    styles: tuple[Profile, ...]
    severity: Severity
    figure: str = ""
    clause: str | dict[Profile, str] = ""
    strength: Strength | None = None

    def clause_in(self, profile: str) -> str:
        """Who demands it in a profile; empty where a figure says so, or nobody."""
        if isinstance(self.clause, str):
            return self.clause
        return next((said for name, said in self.clause.items() if name == profile), "")

    def strength_in(self, profile: str) -> Strength | None:
        """How much is demanded in a profile; where nobody demands it, it is practice."""
        nobody = isinstance(self.clause, dict) and not self.clause_in(profile)
        return Strength.PRACTICE if nobody else self.strength


class Demands(Struct, frozen=True):
    """What the list says about a check in one profile."""

    clause: str
    strength: Strength | None
    severity: Severity


def entries() -> dict[str, Entry]:
    """Code → check, in the order of the list.

    Raises:
        UserError: The list cannot be used.
    """
    path = str(resources.path(FILE))
    return _read(path, files.read_file(path))


def demands(code: str, profile: str) -> Demands:
    """Clause, strength and severity of a check in a profile."""
    entry = entries()[code]
    return Demands(entry.clause_in(profile), entry.strength_in(profile), entry.severity)


@lru_cache(maxsize=4)
def _read(path: str, content: bytes) -> dict[str, Entry]:
    try:
        said = load(path, content).data()
        return {code: Entry.model_validate(one) for code, one in said.items()}
    except (ValidationError, AttributeError, TypeError) as error:
        raise UserError(_("the list of checks {path} cannot be used").format(path=path)) from error
