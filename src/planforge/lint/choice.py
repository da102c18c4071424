"""Which rules are looked for: codes, beginnings of codes and names, as users write them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.errors import Severity, UserError
from planforge.language import _
from planforge.model.nearest import nearest
from planforge.patterns import pattern

from . import rules
from .rule import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ALL: Final = "ALL"
FAMILY: Final = "PF"
_BETWEEN: Final = pattern(r"[\s,，、;；]+")


class Choice(Struct, frozen=True):
    """What the user chose beside the preset; where two are about one rule, the closer one wins.

    Attributes:
        select: Only these rules; all of the preset when empty.
        extend: These too.
        ignore: Not these.
    """

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def severities(self, known: Mapping[str, Severity]) -> Mapping[str, Severity]:
        """The severities of the rules that are looked for.

        Args:
            known: What the preset says; a rule that it leaves out and that is chosen by code or
                name has its own severity, at least ``info``.

        Raises:
            UserError: There is no such rule.
        """
        if self == EVERYTHING:
            return known
        wanted = _closeness((*self.select, *self.extend))
        unwanted = _closeness(self.ignore)
        found: dict[str, Severity] = {}
        for code, rule in RULES.items():
            close = wanted.get(code, 0)
            if code in unwanted and unwanted[code] >= close:
                continue
            if close or (code in known and not self.select):
                found[code] = known.get(code) or rule.severity or Severity.INFO
        return found


EVERYTHING: Final = Choice()
"""Everything that the preset looks for."""


def listed_codes(text: str) -> tuple[str, ...]:
    """The codes and names of a list such as ``PF401,PF6``."""
    return tuple(filter(None, _BETWEEN.split(text)))


def one(name: str) -> str:
    """The code of the one rule that ``name`` means: its code, or its name in either language.

    Raises:
        UserError: There is none.
    """
    rules.load()
    wanted = _upper(name)
    if code := wanted if wanted in RULES else _names().get(wanted, ""):
        return code
    raise UserError(
        _("{name} is not a single rule").format(name=", ".join(sorted(meant(name)))),
        _("give the whole code, such as PF401"),
    )


def always_on(name: str) -> UserError:
    """What to tell somebody who wants to turn off what says that a file cannot be read."""
    return UserError(
        _("{names} cannot be turned off: it says that the file cannot be read").format(names=name),
        _("leave the file out instead, with exclude"),
    )


@lru_cache(maxsize=256)
def meant(name: str) -> frozenset[str]:
    """The codes of the rules that ``name`` means: a code, the beginning of some, or a name.

    Raises:
        UserError: There is none; the nearest one is suggested.
    """
    rules.load()
    wanted = _upper(name)
    if wanted == ALL:
        return frozenset(RULES)
    if wanted in _names():
        return frozenset((_names()[wanted],))
    found = frozenset(c for c in RULES if wanted.startswith(FAMILY) and c.startswith(wanted))
    if not found:
        near = nearest(wanted, RULES) or nearest(name, [n.lower() for n in _names()])
        raise UserError(
            _("there is no rule {name}").format(name=name or "''"),
            _("did you mean {names}?").format(names=near)
            if near
            else _("“{call}” lists all rules").format(call="planforge rule"),
        )
    return found


def _closeness(names: Iterable[str]) -> dict[str, int]:
    """Code → how closely one of the names means it: the length of the code that is given."""
    found: dict[str, int] = {}
    for name in names:
        codes = meant(name)
        close = len(name) if len(codes) > 1 else len("PF000")
        close = 1 if _upper(name) == ALL else close
        found |= {code: max(close, found.get(code, 0)) for code in codes}
    return found


def _upper(name: str) -> str:
    return name.strip().upper()


@cache
def _names() -> dict[str, str]:
    """Name of a rule in capitals → its code; only after `rules.load`."""
    return {_upper(word): r.code for r in RULES.values() for word in (r.name, r.zh)}
