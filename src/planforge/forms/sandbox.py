"""Where the tags of a form run: they see the plan and nothing else, and come to an end."""

from __future__ import annotations

from typing import Any, Final

from jinja2 import StrictUndefined
from jinja2.runtime import LoopContext
from markupsafe import Markup, escape

from planforge.bounded import Bounded, TooMuchError, begin, spend

from .words import Words

MOST: Final = 1000
"""The longest range."""

ALLOWED: Final = frozenset(
    (
        "abs",
        "count",
        "d",
        "default",
        "e",
        "escape",
        "first",
        "float",
        "int",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "min",
        "max",
        "reject",
        "rejectattr",
        "reverse",
        "round",
        "select",
        "selectattr",
        "sort",
        "string",
        "sum",
        "trim",
        "unique",
        "upper",
    )
)
"""Filters that neither repeat text nor reach behind values."""
_BRACES: Final = str.maketrans({"{": "&#123;", "}": "&#125;"})


class Form(Bounded):
    """One filling of one form; it counts what it makes.

    Attributes:
        sources: What was compiled, the last one last.
    """

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=self._printed)
        self.sources: list[str] = []
        begin()
        own = {"join", "_rounds", "_joined"}
        self.filters = {name: one for name, one in self.filters.items() if name in ALLOWED | own}
        self.globals = {"range": _range}

    def from_string(self, source: Any, *rest: Any, **more: Any) -> Any:
        """The template, its source kept for messages."""
        self.sources.append(source)
        return super().from_string(source, *rest, **more)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A name behind a dot: of a group, or of ``loop``."""
        if isinstance(obj, Words):
            return self.getitem(obj, attribute)
        if isinstance(obj, LoopContext):
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A name or a place in brackets."""
        if isinstance(obj, Words):
            try:
                return obj.value(argument)
            except (KeyError, TypeError):
                return self.undefined(obj=obj, name=str(argument))
        if isinstance(obj, list | tuple) and isinstance(argument, int):
            return super().getitem(obj, argument)
        return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Only ``range`` and what ``loop`` has can be called."""
        return obj is _range or isinstance(getattr(obj, "__self__", None), LoopContext)

    def _printed(self, value: Any) -> Any:
        text = str(value)
        spend(len(text))
        # docxtpl looks for its own braces in what was filled in.
        return Markup(str(escape(text)).translate(_BRACES))  # noqa: S704  escaped right here


def _range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > MOST:
        raise TooMuchError
    return made
