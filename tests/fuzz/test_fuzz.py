"""Every target of fuzzing for a moment, and everything that it ever found."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from fuzz_inputs import HERE, files
from fuzz_targets import PAGES, PLANS, TARGETS, TEXTS, WORD
from hypothesis import HealthCheck, given, settings

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = int(os.environ.get("PLANFORGE_FUZZ", "25"))
FOUND = sorted((HERE / "found").iterdir())
SEEDS = {
    "plan": PLANS,
    "word": WORD,
    "page": PAGES,
    "text": TEXTS,
    "convert-text": TEXTS,
    "convert-plan": PLANS,
    "convert-word": WORD,
    "mending": PLANS,
    "rolling": PLANS,
    "workbook": ("tests/fuzz/seeds/workbook/*",),
}


def test_every_target_has_seeds() -> None:
    assert SEEDS.keys() == TARGETS.keys()
    assert FOUND


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_are_taken_or_refused_in_words(name: str) -> None:
    for path in files(*SEEDS[name]):
        TARGETS[name].run(path.read_bytes())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_once_did_harm_does_none(path: Path) -> None:
    TARGETS[path.name.rpartition("-")[0]].run(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_mutated_seeds_are_taken_or_refused_in_words(name: str) -> None:
    target = TARGETS[name]

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(target.inputs())
    def tried(data: bytes) -> None:
        target.run(data)

    tried()
