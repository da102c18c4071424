"""What pydantic found wrong, said in plain words: one table from its error types to problems."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, get_origin

from msgspec import Struct

from planforge.language import _
from planforge.patterns import pattern
from planforge.source.nodes import Mapping, Scalar, Sequence

from .months import Months
from .nearest import nearest
from .places import find, inner_entry
from .plan import Plan
from .refusal import RefusedError
from .schedule import Schedule, ScheduleEntry, month_keys
from .vocabulary import Dialect, below_and, flow, homes, name_of, names, translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

    from planforge.source.load import Source

    from .entry import Entry
    from .places import Place

_MONTHLY: Final = (Schedule, ScheduleEntry)
# People number their headings; planforge does it for them.
_NUMBER: Final = pattern(
    r"(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、])\s*"
)
_FEW: Final = 3
_MANY: Final = 14


class Draft(Struct, frozen=True, order=True):
    """A problem before it is tied to its file: offsets and words."""

    start: int
    end: int
    code: str
    message: str
    hint: str


class Fault(Struct, frozen=True):
    """One error of pydantic with the place it has in the file.

    Attributes:
        source: The file.
        model: What reads the file.
        error: What pydantic says.
        place: The value, or the mapping that lacks a key.
        dialect: The language of the keys of the file.
    """

    source: Source
    model: type[Entry]
    error: ErrorDetails
    place: Place
    dialect: Dialect

    @property
    def name(self) -> str:
        """The last part of the place, as the user wrote it where the user wrote it."""
        return str(self.error["loc"][-1])

    def draft(self, message: str, hint: str = "", code: str = "PF004") -> Draft:
        """A problem at the place."""
        return Draft(*self.place.span, code, message, hint)

    def example(self) -> str:
        """How the key that the place stands under is written; empty where nothing is known."""
        place = self.place
        if place.key is None or not place.field:
            return ""
        written = example(place.holder, place.field, self.dialect)
        return written and _("For example: {example}").format(
            example=f"{place.key.value}: {written}"
        )


def example(entry: type[Entry], field: str, dialect: Dialect) -> str:
    """The example of a key as one line of YAML, its inner keys in ``dialect``."""
    value = entry.keys()[field].example
    return "" if value is None else flow(translated(value, inner_entry(entry, field), dialect))


def draft(source: Source, model: type[Entry], error: ErrorDetails, dialect: Dialect) -> Draft:
    """The problem that ``error`` is for the user."""
    place = find(source.root, model, error["loc"])
    fault = Fault(source, model, error, place, dialect)
    return _MAKERS.get(error["type"], _wrong_value)(fault)


def _unknown_key(fault: Fault) -> Draft:
    parent = find(fault.source.root, fault.model, fault.error["loc"][:-1])
    key = fault.place.key or Scalar(fault.name, "", 0, 0)
    entry = parent.entry
    if field := entry.fields_by_key().get(fault.name):
        return _synonyms(fault, parent, field)
    message = _("“{key}” is not a key that is known here").format(key=fault.name)
    if issubclass(entry, _MONTHLY) and "月" in fault.name:
        try:
            Months.parse(fault.name)
        except ValueError as error:
            return Draft(key.start, key.end, "PF004", str(error), "")
    return Draft(key.start, key.end, "PF003", message, _advice(fault.name, entry, fault.dialect))


def _advice(name: str, entry: type[Entry], dialect: Dialect) -> str:
    """Where the key belongs, or what it is meant to be, or what may stand in its place."""
    bare = _NUMBER.sub("", name)
    belongs = _belongs(name, entry, dialect) or _belongs(bare, entry, dialect)
    if close := nearest(bare, entry.fields_by_key()):
        meant = _("Did you mean “{name}”?").format(name=close)
        if not belongs or close == bare:
            return meant
        return _("{first}; {second}").format(first=belongs, second=meant)
    if belongs:
        return belongs
    if close := nearest(bare, dict.fromkeys(n for e in below_and(Plan) for n in e.fields_by_key())):
        return _belongs(close, entry, dialect)
    choice = names(entry, dialect)
    listed = "、".join(choice[:_MANY]) + ("…" if len(choice) > _MANY else "")
    if issubclass(entry, _MONTHLY):
        listed += "、3月"
    advice = _("Keys that may stand here: {names}").format(names=listed)
    if entry is not Plan:
        return advice
    other = _("A heading of your own goes under {key}.").format(
        key=name_of("sections", Plan.keys()["sections"], dialect)
    )
    return _("{first} {second}").format(first=other, second=advice)


def _belongs(name: str, entry: type[Entry], dialect: Dialect) -> str:
    is_month = not issubclass(entry, _MONTHLY) and "月" in name and Months.looks_like(name)
    fields = ("schedule",) if is_month else homes(name, entry)
    if not fields:
        return ""
    if fields == ("",):
        return _("“{key}” belongs at the top of the file, without indentation").format(key=name)
    keys = Plan.keys()
    inside = "、".join(name_of(field, keys[field], dialect) for field in fields[:_FEW])
    return _("“{key}” belongs inside {names}").format(key=name, names=inside)


def _synonyms(fault: Fault, parent: Place, field: str) -> Draft:
    """Two names of one key: the second in the file is pointed at."""
    first, *others = _keys_of(field, parent) or [fault.place.key or Scalar(fault.name, "", 0, 0)]
    if not others:
        others = [first]
    again = next((key for key in others if key.value == fault.name), others[0])
    message = _("“{second}” and “{first}” are the same key").format(
        first=first.value, second=again.value
    )
    line, _column = fault.source.text.position(first.start)
    hint = _("“{first}” stands in line {line}; keep one of the two").format(
        first=first.value, line=line
    )
    return Draft(again.start, again.end, "PF002", message, hint)


def _keys_of(field: str, parent: Place) -> list[Scalar]:
    """The keys of a mapping that mean one field, in the order of the file."""
    fields = parent.entry.fields_by_key()
    pairs = parent.node.pairs if isinstance(parent.node, Mapping) else []
    months: list[str] = []
    if issubclass(parent.entry, ScheduleEntry):
        # What stands below a month is read as if it stood beside it.
        months = month_keys(parent.entry, [key.value for key, _value in pairs])
        inner = [v.pairs for k, v in pairs if k.value in months and isinstance(v, Mapping)]
        pairs = [*pairs, *chain.from_iterable(inner)]
    keys = [key for key, _value in pairs if fields.get(key.value) == field]
    if len(keys) == 1:
        keys += [key for key, _value in pairs if key.value in months]
    return sorted(keys, key=attrgetter("start"))


def _missing(fault: Fault) -> Draft:
    entry, node = fault.place.entry, fault.place.node
    fields = entry.fields_by_key()
    field = fields[fault.name]
    name = name_of(field, entry.keys()[field], fault.dialect)
    written = example(entry, field, fault.dialect)
    hint = _("For example: {example}").format(example=f"{name}: {written}") if written else ""
    for key, _value in node.pairs if isinstance(node, Mapping) else ():
        if fields.get(key.value) == field:
            message = _("nothing stands behind “{key}”").format(key=key.value)
            return Draft(key.start, key.end, "PF004", message, hint)
    return fault.draft(_("“{key}” is missing here").format(key=name), hint)


def _wrong_shape(wanted: Callable[[], str]) -> Callable[[Fault], Draft]:
    def make(fault: Fault) -> Draft:
        place = fault.place
        found = {
            Scalar: _("a text"),
            Sequence: _("a list"),
            Mapping: _("keys with values"),
        }[type(place.node)]
        if place.key is None:
            message = _("a plan file consists of {wanted}, not of {found}")
        elif place.listed:
            message = _("each entry of “{key}” is {wanted}, not {found}")
        else:
            message = _("“{key}” takes {wanted}, not {found}")
        key = place.key.value if place.key else ""
        return fault.draft(message.format(key=key, wanted=wanted(), found=found), fault.example())

    return make


def _refused(fault: Fault) -> Draft:
    reason: Any = fault.error.get("ctx", {}).get("error", "")
    if isinstance(reason, RefusedError):
        return fault.draft(str(reason), reason.hint)
    if not isinstance(fault.place.node, Scalar):
        return _wrong_shape(lambda: _text_or_list(fault))(fault)
    return fault.draft(str(reason), fault.example())


def _text_or_list(fault: Fault) -> str:
    place = fault.place
    info = place.holder.model_fields.get(place.field)
    many = info is not None and get_origin(info.annotation) is tuple
    return _("a text or a list of texts") if many and not place.listed else _("a text")


def _wrong_value(fault: Fault) -> Draft:
    key = fault.place.key
    message = _("this value cannot be used for “{key}”").format(key=key.value if key else "")
    return fault.draft(message, fault.example())


_MAKERS: Final[dict[str, Callable[[Fault], Draft]]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "value_error": _refused,
    "string_type": _wrong_shape(lambda: _("a text")),
    "tuple_type": _wrong_shape(lambda: _("a list (each entry begins with “- ”)")),
    "model_type": _wrong_shape(lambda: _("keys with values (“key: value”)")),
    "dict_type": _wrong_shape(lambda: _("keys with values (“key: value”)")),
}
