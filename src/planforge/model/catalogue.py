"""Kinds of organisation and regions: what they are called, and the field types that hold them.

Both are data, so that a new kind or region needs no code. The data are handed in as validation
context; without it any word passes, which is what programs that build plans by hand want.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Final

from msgspec import Struct, field
from pydantic import AfterValidator, ValidationInfo

from planforge.language import _

from .nearest import nearest
from .refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CONTEXT: Final = "catalogue"


class Term(Struct, frozen=True):
    """What one kind or region is called.

    Attributes:
        zh: Simplified Chinese name.
        hant: Traditional Chinese name.
        en: English name.
        also: Further names that are understood.
    """

    zh: str
    hant: str
    en: str
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the simplified Chinese one first."""
        return tuple(dict.fromkeys((self.zh, self.hant, self.en, *self.also)))


class Catalogue(Struct, frozen=True, dict=True):
    """The kinds and regions that a plan may name.

    Attributes:
        kinds: English key → names.
        regions: Code → names.
    """

    kinds: Mapping[str, Term] = field(default_factory=dict)
    regions: Mapping[str, Term] = field(default_factory=dict)

    @cached_property
    def _kind_names(self) -> dict[str, str]:
        return _index(self.kinds)

    @cached_property
    def _region_names(self) -> dict[str, str]:
        return _index(self.regions)

    def kind(self, name: str) -> str:
        """The English key of the kind called ``name`` in any language.

        Raises:
            RefusedError: There is no such kind; the hint names the nearest and all others.
        """
        known, asked = self._kind_names, _fold(name)
        # Asked for their kind, people write 学校工会.
        bare = asked.removesuffix("工会").removesuffix("工會")
        return (
            known.get(asked)
            or known.get(bare)
            or _refuse(
                _("“{name}” is not a kind of organization known here").format(name=name),
                name,
                self._kind_names,
                "、".join(term.zh for term in self.kinds.values()),
            )
        )

    def region(self, name: str) -> str:
        """The code of the region called ``name`` in any language.

        Raises:
            RefusedError: There is no such region; the hint names the nearest and all others.
        """
        return self._region_names.get(_fold(name)) or _refuse(
            _("“{name}” is not a region known here").format(name=name),
            name,
            self._region_names,
            "、".join(f"{code}（{term.zh}）" for code, term in self.regions.items()),
        )


def _fold(name: str) -> str:
    return name.strip().casefold()


def _index(terms: Mapping[str, Term]) -> dict[str, str]:
    return {_fold(name): key for key, term in terms.items() for name in (key, *term.names)}


def _refuse(message: str, name: str, known: Mapping[str, str], choice: str) -> str:
    hint = _("Known are {names}").format(names=choice)
    if close := nearest(name, known):
        meant = _("Did you mean “{name}”?").format(name=close)
        hint = _("{first} {second}").format(first=meant, second=hint)
    raise RefusedError(message, hint)


def _looked_up(method: Callable[[Catalogue, str], str]) -> AfterValidator:
    def look_up(name: str, info: ValidationInfo) -> str:
        catalogue = (info.context or {}).get(CONTEXT)
        return method(catalogue, name) if isinstance(catalogue, Catalogue) else name

    return AfterValidator(look_up)


Kind = Annotated[str, _looked_up(Catalogue.kind)]
Region = Annotated[str, _looked_up(Catalogue.region)]
