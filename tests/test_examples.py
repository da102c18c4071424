from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest

from planforge.catalogue import load_catalogue
from planforge.model.entry import Entry
from planforge.model.plan import Plan
from planforge.model.validate import validate
from planforge.source.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parents[1] / "examples"
NAMES = sorted(path.name for path in FOLDER.glob("*.yaml"))


@cache
def plan(name: str) -> Plan:
    return validate(load(str(FOLDER / name)), load_catalogue())


def used(entry: Any) -> Iterator[tuple[type[Entry], str]]:
    """Every key that is filled in, with the class of the mapping that has it."""
    if isinstance(entry, Entry):
        for name in entry.model_fields_set:
            yield type(entry), name
            yield from used(getattr(entry, name))
    elif isinstance(entry, tuple):
        for one in entry:
            yield from used(one)


def known(entry: type[Entry], seen: set[type[Entry]]) -> Iterator[tuple[type[Entry], str]]:
    """Every key that the model has."""
    seen.add(entry)
    for name in dict(entry.keys()):
        yield entry, name
        for below in entries(entry.model_fields[name].annotation):
            if below not in seen:
                yield from known(below, seen)


def entries(annotation: Any) -> Iterator[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for part in get_args(annotation):
        yield from entries(part)


def test_there_are_enough_examples() -> None:
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_a_valid_plan(name: str) -> None:
    valid = plan(name)
    assert valid.period is not None
    assert valid.organization is not None
    assert valid.signature is not None


@pytest.mark.parametrize("name", NAMES)
def test_no_example_has_anything_left_to_fill_in(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    assert not re.findall("[xX×]{2,}|__|某|[ \t]$", text, re.MULTILINE)


def test_the_examples_use_every_key_of_the_model() -> None:
    keys = set(known(Plan, set()))
    assert len(keys) > 100
    shown = {key for name in NAMES for key in used(plan(name))}
    assert sorted(f"{e.__name__}.{n}" for e, n in keys - shown) == []


def test_the_examples_show_every_kind_and_region_and_sort_of_period() -> None:
    plans = [plan(name) for name in NAMES]
    assert {p.kind for p in plans} == set(load_catalogue().kinds)
    assert {p.region for p in plans} == set(load_catalogue().regions)
    kinds = {p.period.kind for p in plans if p.period}
    assert kinds == {"year", "school_year", "term", "half", "months"}


def test_the_readme_lists_every_example_once() -> None:
    listed = re.findall(r"\]\((.+?\.yaml)\)", (FOLDER / "README.md").read_text("utf-8"))
    assert sorted(listed) == NAMES
