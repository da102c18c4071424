"""Several plans of one union: which of them count, and which an amended one has replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from planforge.model.plan import Plan


class Filed(Struct, frozen=True):
    """Who filed a plan, for when, and how new it is.

    Attributes:
        path: The file.
        union: Who filed it; its title where it names nobody.
        period: What time it covers, in its own words.
        title: Its title without blanks.
        signed: The day below its signature; ``None`` where there is none.
        changed: When the file was last changed, in UTC.
    """

    path: str
    union: str
    period: str
    title: str
    signed: dt.date | None
    changed: dt.datetime

    @property
    def age(self) -> tuple[str, dt.datetime, str]:
        """Higher for the newer of two: the day that is signed, else when the file was changed."""
        return (self.signed.isoformat() if self.signed else "", self.changed, self.path)


class Several(Struct, frozen=True):
    """The plans of a union that sent more than one.

    Attributes:
        union: The union.
        counted: Plans that count, by path.
        replaced: Plans of which there is a newer version, with that.
    """

    union: str
    counted: tuple[Filed, ...]
    replaced: tuple[tuple[Filed, Filed], ...]


def filed(path: str, plan: Plan, changed: dt.datetime) -> Filed:
    """What tells a plan from the others of its union.

    Args:
        path: The file as the user named it.
        plan: The plan.
        changed: When the file was last changed, in UTC.
    """
    title = "".join(plan.title.split())
    signed = plan.signature.date.date() if plan.signature and plan.signature.date else None
    return Filed(
        path,
        plan.organization.name if plan.organization else title,
        plan.period.text if plan.period else "",
        title,
        signed,
        changed,
    )


def several(plans: Iterable[Filed]) -> tuple[Several, ...]:
    """The unions that sent more than one plan, by name.

    Plans of one union count side by side (one for the year, one for a term, one of its women's
    committee), unless title and period are the same: then the newest of them does.
    """
    unions: dict[str, list[Filed]] = {}
    for one in plans:
        unions.setdefault(bare(one.union), []).append(one)
    found = (_several(sent) for sent in unions.values() if len(sent) > 1)
    return tuple(sorted(found, key=lambda one: one.union))


def replaced(found: Iterable[Several]) -> frozenset[str]:
    """Paths of the plans that do not count."""
    return frozenset(old.path for one in found for old, _new in one.replaced)


def bare(name: str) -> str:
    """The name without blanks, and without 委员会, which some write and some do not."""
    return "".join(name.split()).removesuffix("委员会").removesuffix("委員會")


def _several(sent: list[Filed]) -> Several:
    newest: dict[tuple[str, str], Filed] = {}
    for one in sorted(sent, key=lambda one: one.age):
        newest[one.title, one.period] = one
    counted = sorted(newest.values(), key=lambda one: one.path)
    return Several(counted[0].union, tuple(counted), tuple(_old(sent, newest)))


def _old(sent: list[Filed], newest: dict[tuple[str, str], Filed]) -> Iterator[tuple[Filed, Filed]]:
    for one in sorted(sent, key=lambda one: one.path):
        new = newest[one.title, one.period]
        if new is not one:
            yield one, new
