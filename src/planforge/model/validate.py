"""From the data of a file to a plan, or to every problem the file has."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from planforge.errors import FileProblems
from planforge.source.nodes import Mapping

from .catalogue import CONTEXT
from .entry import Entry
from .plan import Plan

if TYPE_CHECKING:
    from planforge.errors import Problem
    from planforge.source.load import Source

    from .catalogue import Catalogue

E = TypeVar("E", bound=Entry)


def validate(source: Source, catalogue: Catalogue) -> Plan:
    """The plan that a file holds.

    Raises:
        FileProblems: It holds none; with every problem, in the order of the file.
    """
    return read(Plan, source, {CONTEXT: catalogue})


def read(model: type[E], source: Source, context: dict[str, Any] | None = None) -> E:
    """What ``model`` makes of the file.

    Raises:
        FileProblems: The file does not fit; with every problem, in the order of the file.
    """
    problems = list(source.problems)
    try:
        plan = model.model_validate(source.data(), context=context)
    except ValidationError as error:
        # Raised outside the block, so that pydantic's own words are no context of it.
        # What is wrong with a line that was mended in order to read on may come from that.
        told = {problem.line for problem in problems}
        problems += [one for one in _problems(model, source, error) if one.line not in told]
    if problems:
        raise FileProblems(sorted(problems, key=attrgetter("line", "column")))
    return plan


def _problems(model: type[Entry], source: Source, error: ValidationError) -> list[Problem]:
    # Most plans need no words about mistakes.
    from .faults import draft
    from .vocabulary import dialect_of

    root = source.root
    keys = [key.value for key, _value in root.pairs] if isinstance(root, Mapping) else []
    dialect = dialect_of(keys)
    drafts = {draft(source, model, one, dialect) for one in error.errors(include_url=False)}
    return [
        source.text.problem(d.code, d.message, d.start, d.end, hint=d.hint) for d in sorted(drafts)
    ]
