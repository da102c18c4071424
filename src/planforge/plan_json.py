"""A plan as JSON: the same keys and words as in the plan file, in the same order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .model.plan import BODY, Plan
from .model.vocabulary import translated

if TYPE_CHECKING:
    from .model.vocabulary import Dialect


def as_json(plan: Plan, dialect: Dialect) -> bytes:
    """The plan as a JSON object in UTF-8; planforge reads it like a plan file.

    Shorthand is written out, values stand as the user wrote them, and keys without a value are
    left out.

    Args:
        plan: The plan.
        dialect: Language of the keys.
    """
    data = translated(_in_order(plan), Plan, dialect)
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _in_order(plan: Plan) -> dict[str, Any]:
    data = plan.model_dump(mode="json", exclude_unset=True)
    head = [name for name in data if name not in BODY and name not in _TAIL]
    tail = [name for name in _TAIL if name in data]
    body = [name for name in plan.order if name in data]
    return {name: data[name] for name in (*head, *body, *tail)}


_TAIL = ("attachments", "signature", "layout")
