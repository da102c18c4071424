"""Where the tags of a form run: they see the plan and nothing else, and come to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from planforge.language import _

from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST: Final = 1_000_000
"""Characters of one value, and of a list that a form counts itself."""
LARGEST: Final = 32_000_000
"""Characters that all loops and values of one form may make."""
ROUND: Final = 200
"""What a round of a loop costs besides its characters."""
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


class TooMuchError(Exception):
    """A form makes more than can be meant seriously."""


class Form(ImmutableSandboxedEnvironment):
    """One filling of one form; it counts what it makes.

    Attributes:
        sources: What was compiled, the last one last.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=self._printed)
        self.sources: list[str] = []
        self._left = LARGEST
        filters: dict[str, Any] = {name: FILTERS[name] for name in ALLOWED}
        filters |= {"join": self._join, "_rounds": self._rounds, "_joined": self._joined}
        self.filters = filters
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

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Sums of texts are bounded, repetitions and powers are refused."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self._joined((left, right))
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "**" or not numbers:
            raise SecurityError(_("{sign} is not possible here").format(sign=operator))
        return super().call_binop(context, operator, left, right)

    def _generate(self, source: nodes.Template, *rest: Any, **more: Any) -> str:
        for loop in source.find_all(nodes.For):
            weight = ROUND + sum(len(d.data) for d in loop.find_all(nodes.TemplateData))
            loop.iter = _filtered(loop.iter, "_rounds", nodes.Const(weight))
        for parent in [source, *source.find_all(nodes.Node)]:
            _replace_sums(parent)
        return super()._generate(source, *rest, **more)

    def _spend(self, amount: int) -> None:
        self._left -= amount
        if self._left < 0:
            raise TooMuchError

    def _rounds(self, rows: Iterable[Any], weight: int) -> Iterator[Any]:
        for row in rows:
            self._spend(weight)
            yield row

    def _joined(self, parts: Iterable[Any]) -> str:
        whole: list[str] = []
        length = 0
        for part in parts:
            whole.append(str(part))
            length += len(whole[-1])
            self._spend(len(whole[-1]))
            if length > LONGEST:
                raise TooMuchError
        return "".join(whole)

    def _join(self, rows: Iterable[Any], between: str = "", attribute: str = "") -> str:
        chosen = (self.getattr(row, attribute) if attribute else row for row in rows)
        texts = (text for one in chosen if (text := str(one)))
        first = next(texts, "")
        return self._joined((first, *(between + text for text in texts)))

    def _printed(self, value: Any) -> Any:
        text = str(value)
        self._spend(len(text))
        # docxtpl looks for its own braces in what was filled in.
        return Markup(str(escape(text)).translate(_BRACES))  # noqa: S704  escaped right here


def _range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > MOST:
        raise TooMuchError
    return made


def _filtered(value: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(value, name, list(arguments), [], None, None)


def _replace_sums(parent: nodes.Node) -> None:
    """``a ~ b`` becomes a filter that counts."""
    for name in parent.fields:
        held = getattr(parent, name, None)
        if isinstance(held, nodes.Concat):
            setattr(parent, name, _filtered(nodes.List(held.nodes), "_joined"))
        elif isinstance(held, list):
            held[:] = [
                _filtered(nodes.List(one.nodes), "_joined")
                if isinstance(one, nodes.Concat)
                else one
                for one in held
            ]
