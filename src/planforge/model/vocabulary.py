"""Which keys stand where, and in which language a file writes them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from planforge.patterns import pattern

from .places import inner_entry
from .plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .entry import Entry, Key

Dialect = Literal["zh", "hant", "en"]
DIALECTS: Final[tuple[Dialect, ...]] = get_args(Dialect)

# Where a key that strayed is looked for first: the sections that people know it from.
_HOMES: Final = ("tasks", "targets", "schedule", "stages", "leadership", "budget")


def name_of(field: str, key: Key, dialect: Dialect) -> str:
    """The name that ``dialect`` has for a key."""
    return {"zh": key.zh, "hant": key.hant, "en": field}[dialect]


def names(entry: type[Entry], dialect: Dialect) -> tuple[str, ...]:
    """The keys of ``entry`` in ``dialect``, in the order of declaration."""
    return tuple(name_of(field, key, dialect) for field, key in entry.keys().items())


def dialect_of(keys: Iterable[str]) -> Dialect:
    """The language most of the keys are written in; simplified Chinese when they do not say."""
    votes: Counter[Dialect] = Counter()
    for name in keys:
        if name.isascii():
            votes["en"] += 1
        elif name in _only("hant"):
            votes["hant"] += 2
        elif name in _only("zh"):
            votes["zh"] += 2
        else:
            votes["zh"] += 1
    return max(DIALECTS, key=lambda dialect: votes[dialect])


def homes(name: str, entry: type[Entry]) -> tuple[str, ...]:
    """Fields of the plan below which the key ``name`` may stand, when it may not in ``entry``.

    An empty name stands for the top of the file.
    """
    if entry is not Plan and name in Plan.fields_by_key():
        return ("",)
    order = dict.fromkeys((*_HOMES, *Plan.model_fields))
    return tuple(
        field
        for field in order
        if (inner := inner_entry(Plan, field))
        and any(name in below.fields_by_key() for below in below_and(inner))
    )


@cache
def below_and(entry: type[Entry]) -> tuple[type[Entry], ...]:
    """The class and every class that may stand below it, each once, outermost first."""
    found = [entry]
    for one in found:
        inner = (inner_entry(one, field) for field in one.model_fields)
        found += dict.fromkeys(e for e in inner if e is not None and e not in found)
    return tuple(found)


def translated(example: Any, entry: type[Entry] | None, dialect: Dialect) -> Any:
    """``example`` with its keys, those of ``entry``, in ``dialect``."""
    if isinstance(example, list):
        return [translated(part, entry, dialect) for part in example]
    if not isinstance(example, dict) or entry is None:
        return example
    return dict(_translated_pairs(example, entry, dialect))


def _translated_pairs(
    example: dict[str, Any], entry: type[Entry], dialect: Dialect
) -> Iterator[tuple[str, Any]]:
    fields, keys = entry.fields_by_key(), entry.keys()
    for name, value in example.items():
        field = fields.get(name)
        if field is None:
            yield name, value
        else:
            inner = translated(value, inner_entry(entry, field), dialect)
            yield name_of(field, keys[field], dialect), inner


_PLAIN: Final = pattern(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^:#,\[\]{}]*")


def flow(value: Any) -> str:
    """``value`` as one line of YAML."""
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{k}: {flow(v)}' for k, v in value.items())}}}"
    return str(value) if _PLAIN.fullmatch(str(value)) else f"'{value}'"


@cache
def _only(dialect: Dialect) -> frozenset[str]:
    """Names of keys that show which Chinese script a file is written in."""
    other: Dialect = "zh" if dialect == "hant" else "hant"
    mine = {name for entry in below_and(Plan) for name in names(entry, dialect)}
    return frozenset(mine - {name for entry in below_and(Plan) for name in names(entry, other)})
