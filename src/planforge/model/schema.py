"""The JSON Schema of plan files, for editors: one for Chinese keys, one for English keys.

JSON Schema keywords look only at values of their own type, so a place that takes a mapping, a
list or a text is one schema with several types instead of an ``anyOf``: editors complete keys
and name the wrong one instead of saying that nothing matched.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, get_args, get_origin

from pydantic import TypeAdapter

from .catalogue import Catalogue
from .places import inner_entry
from .plan import Plan
from .reader import Reader
from .schedule import Schedule, ScheduleEntry
from .shapes import ONE_OR_MORE
from .vocabulary import below_and, translated

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from .entry import Entry, Key

KeyLanguage = Literal["zh", "en"]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER: Final = "urn:planforge:plan:1:"

# Keys of a schedule that are months, quarters, half years or weeks. Coarser than
# `Months.looks_like`, and no key of the schedule itself.
MONTH_KEY: Final = (
    r"[0-9０-９〇零一二三四五六七八九十两兩元]+ *(个|個)?(月|季|周|週)|^[上下]半年|[年] *[上下]半年"
    r"|^ *[0-9]{1,2}( *[-—–―~～至到、,，] *[0-9]{1,2})* *$|^[0-9]{4}-[0-9]{1,2}$"
)

_PLAIN: Final = ["string", "number"]


def to_json(language: KeyLanguage, catalogue: Catalogue | None = None) -> str:
    """The schema as JSON text that ends with a line break; the same for the same input.

    Args:
        language: ``zh`` takes every Chinese name of a key, ``en`` the English names.
        catalogue: Kinds and regions that editors should offer.
    """
    document = schema(language, catalogue or Catalogue())
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def schema(language: KeyLanguage, catalogue: Catalogue) -> dict[str, Any]:
    """The schema as a mapping."""
    walk = _Walk(language, catalogue)
    definitions: dict[str, Any] = {}
    for entry in below_and(Plan):
        definitions |= walk.definitions(entry)
    plan = definitions.pop(Plan.__name__)
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER + language,
        "title": {"zh": "工会工作计划", "en": "Trade-union work plan"}[language],
        **plan,
        "type": "object",
        "$defs": definitions,
    }


class _Walk:
    """Turns classes of the model into definitions of one language."""

    def __init__(self, language: KeyLanguage, catalogue: Catalogue) -> None:
        self.language: Final = language
        self.offered: Final = {
            "kind": [name for t in catalogue.kinds.values() for name in t.names],
            "region": [name for code, t in catalogue.regions.items() for name in (code, *t.names)],
        }

    def definitions(self, entry: type[Entry]) -> dict[str, Any]:
        """The definition of ``entry``, and one for each of its keys that has several names."""
        properties: dict[str, Any] = {}
        shared: dict[str, Any] = {}
        required = []
        for field, key in entry.keys().items():
            first, *others = self._names(field, key)
            described = self._described(entry, field, key)
            if others:
                reference = f"{entry.__name__}.{field}"
                shared[reference] = described
                described = {"$ref": f"#/$defs/{reference}"}
            properties[first] = described
            for other in others:
                hidden = {} if other == key.hant else {"doNotSuggest": True}
                properties[other] = described | hidden
            if entry.model_fields[field].is_required():
                required.append({"anyOf": [{"required": [n]} for n in (first, *others)]})
        definition: dict[str, Any] = {"type": self._types(entry), "properties": properties}
        if issubclass(entry, Schedule | ScheduleEntry):
            definition["patternProperties"] = {MONTH_KEY: _ref(ScheduleEntry)}
        definition["additionalProperties"] = False
        if required:
            # As a condition on mappings only: `required` ignores texts and lists, `anyOf` too.
            definition["allOf"] = required
        if entry.listed:
            definition["items"] = self._entries(entry, entry.listed)
        return {entry.__name__: definition, **shared}

    def _names(self, field: str, key: Key) -> tuple[str, ...]:
        return key.chinese if self.language == "zh" else (field,)

    def _described(self, entry: type[Entry], field: str, key: Key) -> dict[str, Any]:
        about = key.about if self.language == "zh" else f"{key.en}\n{key.about}"
        described: dict[str, Any] = {"title": key.zh, "description": about}
        if key.example is not None:
            inner = inner_entry(entry, field)
            described["examples"] = [translated(key.example, inner, self.language)]
        return described | self._value(entry, field)

    def _value(self, entry: type[Entry], field: str) -> dict[str, Any]:
        info = entry.model_fields[field]
        inner = inner_entry(entry, field)
        if inner and ONE_OR_MORE in info.metadata:
            # Not ``anyOf``: editors then tell what is wrong inside the form that was meant.
            several = {"type": "array", "items": _ref(inner)}
            return {"if": {"type": "array"}, "then": several, "else": _ref(inner)}
        if get_origin(info.annotation) is tuple and (inner or not _is_names(info)):
            entries = self._entries(entry, field)
            rows = "array" in entries.get("type", ())
            return {"type": ["array", *([] if rows else _PLAIN), "null"], "items": entries}
        if inner:
            return _ref(inner)
        leaf = _leaf(info)
        if offered := self.offered.get(field):
            leaf = {"anyOf": [{"enum": offered}, leaf]}
        return leaf if info.is_required() else _or_null(leaf)

    def _entries(self, entry: type[Entry], field: str) -> dict[str, Any]:
        """The schema of one entry of the list that ``field`` takes."""
        if inner := inner_entry(entry, field):
            return _ref(inner)
        (one, *_more) = get_args(entry.model_fields[field].annotation) or (str,)
        if get_origin(one) is Annotated:
            one = get_args(one)[0]
        plain = {"type": [*_PLAIN, "null"]}
        return {"type": ["array", "null"], "items": plain} if get_origin(one) is tuple else plain

    def _types(self, entry: type[Entry]) -> list[str]:
        types = ["object", "null"]
        if entry.shorthand or issubclass(entry, ScheduleEntry):
            types += _PLAIN
        return [*types, "array"] if entry.listed else types


def _ref(entry: type[Entry]) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{entry.__name__}"}


def _is_names(info: FieldInfo) -> bool:
    """Whether a tuple field has a reader of its own that takes more than a list."""
    return any(isinstance(m, Reader) for m in info.metadata)


def _leaf(info: FieldInfo) -> dict[str, Any]:
    """The schema of a plain value, as pydantic makes it, with like alternatives put together."""
    annotation: Any = info.annotation
    for one in info.metadata:
        annotation = Annotated[annotation, one]
    return _merged(TypeAdapter(annotation).json_schema(mode="validation"))


def _merged(made: dict[str, Any]) -> dict[str, Any]:
    """Like alternatives put together; where a text is taken, so is a number."""
    types: list[str] = []
    choices: list[Any] = []
    merged: dict[str, Any] = {}
    for one in made.get("anyOf", [made]):
        if "enum" in one or "const" in one:
            choices += one.get("enum", [one.get("const")])
        else:
            types += _PLAIN if one["type"] == "string" else [one["type"]]
        if "items" in one:
            merged["items"] = {"type": [*_PLAIN, "null"]}
    types = [*dict.fromkeys(types)]
    if not choices:
        return {"type": types, **merged}
    types = [name for name in types if name != "null"]
    alternatives = [{"enum": choices}, *([{"type": types}] if types else [])]
    return {"anyOf": alternatives} if types else {"enum": choices}


def _or_null(leaf: dict[str, Any]) -> dict[str, Any]:
    if "type" in leaf:
        return leaf | {"type": [*dict.fromkeys((*leaf["type"], "null"))]}
    if "enum" in leaf:
        return {"enum": [*leaf["enum"], None]}
    return {"anyOf": [*leaf["anyOf"], {"type": "null"}]}
