"""The list of checks: what each looks at, in which styles, how bad it is, and who demands it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, NamedTuple

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
        clause: Who demands it, per profile or for all; empty where a figure of the style says so.
        strength: How much that demands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    styles: tuple[Profile, ...]
    severity: Severity
    clause: str | dict[Profile, str] = ""
    strength: Strength | None = None


class Demands(NamedTuple):
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
    clause = entry.clause
    said = clause if isinstance(clause, str) else _of(clause, profile)
    return Demands(said, entry.strength, entry.severity)


def _of(clauses: dict[Profile, str], profile: str) -> str:
    return next((clause for name, clause in clauses.items() if name == profile), "")


@lru_cache(maxsize=4)
def _read(path: str, content: bytes) -> dict[str, Entry]:
    try:
        said = load(path, content).data()
        return {code: Entry.model_validate(one) for code, one in said.items()}
    except (ValidationError, AttributeError, TypeError) as error:
        raise UserError(_("the list of checks {path} cannot be used").format(path=path)) from error
