"""Which sections a plan file has, and what they go by, before its values are read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from .entry import Entry, blank
from .section import Section

if TYPE_CHECKING:
    from collections.abc import Iterable


def present(plan: type[Entry], values: dict[str, Any]) -> dict[str, Any]:
    """Field name → value of everything filled in, in the order of the file."""
    fields = plan.fields_by_key()
    return {fields[name]: v for name, v in values.items() if name in fields and not blank(v)}


def section_names(
    plan: type[Entry], filled_in: dict[str, Any], body: Iterable[str]
) -> dict[str, str]:
    """Every name of a section present → its field name; a heading of its own → field or heading."""
    found: dict[str, str] = {}
    custom = filled_in.get("sections")
    for section in custom if isinstance(custom, list) else [custom]:
        if heading := _heading(section):
            found.setdefault(heading, heading)
    for field in body:
        if field not in filled_in or field == "sections":
            continue
        if heading := _heading(filled_in[field]):
            found.setdefault(heading, field)
        names = plan.keys()[field]
        found |= dict.fromkeys((*names.chinese, field), field)
    return found


def _heading(section: Any) -> str:
    if not isinstance(section, dict):
        return ""
    names = _names_of_headings()
    return next((v.strip() for k, v in section.items() if k in names and isinstance(v, str)), "")


@cache
def _names_of_headings() -> frozenset[str]:
    fields = Section.fields_by_key()
    return frozenset(name for name, field in fields.items() if field == "heading")
