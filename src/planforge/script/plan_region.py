"""The region that a plan says it is for: what planforge itself prints is in the words of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from planforge.source.nodes import Scalar

from .targets import TARGETS

if TYPE_CHECKING:
    from planforge.source.nodes import Mapping


def with_region(root: Mapping, target: str) -> dict[Scalar, str]:
    """Where a plan says its region, and the code of the one that ``target`` is read in.

    Args:
        root: The plan.
        target: A key of `planforge.script.targets.TARGETS`; ``hant`` is no region, so that of the
            plan stays.
    """
    from planforge.catalogue import load_catalogue
    from planforge.model.refusal import RefusedError

    region = TARGETS[target].region
    said = [value for key, value in root.pairs if key.value in _keys("region")]
    try:
        return {
            one: region or one.value
            for one in said
            if type(one) is Scalar and load_catalogue().region(one.value) != region
        }
    except RefusedError:
        return {}  # no plan, or a mistake that others tell


def needs_region(text: str, target: str) -> bool:
    """Whether a converted plan is printed with words of another script than its own.

    Args:
        text: The plan as YAML.
        target: What it was converted to.
    """
    if TARGETS[target].region == "cn" or not _any_key("title").search(text):
        return False
    said = _any_key("region").search(text)
    return said is None or said["value"] in {"", "cn"}


@cache
def _keys(field: str) -> frozenset[str]:
    """Every name of a key of a plan."""
    # Only plan files need the model.
    from planforge.model.plan import Plan

    return frozenset((field, *Plan.keys()[field].chinese))


@cache
def _any_key(field: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(_keys(field))})[ ]*:[ ]*(?P<value>[\w-]*)", re.MULTILINE)
