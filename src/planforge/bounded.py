"""Jinja2 for templates of other people: they run in its sandbox and come to an end.

Everything that a template makes is counted: rounds of loops, calls, and the characters of values.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import make_attrgetter
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from planforge.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST: Final = 1_000_000
"""Characters of one value, and of a list that a template counts itself."""
LARGEST: Final = 32_000_000
"""Characters that all loops and values of one template may make."""
ROUND: Final = 200
"""What a round of a loop and a call cost besides their characters."""
GROWING: Final = frozenset(
    ("batch", "center", "format", "indent", "slice", "urlize", "wordwrap", "xmlattr")
)
"""Filters that may make much of little."""
_GROWING_METHODS: Final = frozenset(
    (
        *("center", "expandtabs", "format", "format_map", "ljust", "rjust"),
        *("translate", "zfill", "__mul__", "__add__", "__format__", "__mod__", "to_bytes"),
    )
)
_BITS: Final = 1000
"""Of a whole number; in a loop that squares it, it would soon fill the memory."""
_left: ContextVar[int] = ContextVar("left", default=LARGEST)


class TooMuchError(Exception):
    """A template makes more than can be meant seriously."""


def begin() -> None:
    """Count anew, for another template."""
    _left.set(LARGEST)


def spend(amount: int) -> None:
    """Count ``amount`` characters.

    Raises:
        TooMuchError: There are too many since `begin`.
    """
    left = _left.get() - amount
    _left.set(left)
    if left < 0:
        raise TooMuchError(_("it makes more text than can be meant"))


def joined(parts: Iterable[Any]) -> str:
    """The parts as one text, escaped where one of them is HTML; raises what `spend` raises."""
    whole: list[Any] = []
    length = 0
    for part in parts:
        whole.append(part if isinstance(part, Markup) else str(part))
        length += len(whole[-1])
        spend(len(whole[-1]))
        if length > LONGEST:
            raise TooMuchError(_("it makes more text than can be meant"))
    return (Markup() if any(isinstance(one, Markup) for one in whole) else "").join(whole)


class Bounded(ImmutableSandboxedEnvironment):
    """A sandbox whose templates come to an end.

    Args:
        named: What Jinja2 takes.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.globals.pop("lipsum", None)
        self.filters = {k: v for k, v in self.filters.items() if k not in GROWING}
        self.filters |= {"_rounds": _rounds, "_joined": joined, "join": self._join}
        self.filters["replace"] = _replaced

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Sums and repetitions of texts are bounded, powers are refused."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return joined((left, right))
        if operator == "*" and isinstance(left, str) and isinstance(right, int):
            if len(left) * right > LONGEST:
                raise TooMuchError(_("it makes more text than can be meant"))
            return joined((left * right,))
        if operator == "+" and isinstance(left, list | tuple):
            spend(ROUND * len(left))
            return super().call_binop(context, operator, left, right)
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "+" and not numbers:
            return super().call_binop(context, operator, left, right)  # tells what is wrong
        if operator == "**" or not numbers or max(map(_bits, (left, right))) > _BITS:
            raise SecurityError(_("{sign} is not possible here").format(sign=operator))
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, called: Any, *arguments: Any, **named: Any) -> Any:
        """What a call returns; macros may call each other often, and texts grow."""
        spend(ROUND)
        owner = getattr(called, "__self__", None)
        if isinstance(owner, str):
            match getattr(called, "__name__", ""):
                case "replace":
                    return _replaced(owner, *arguments, **named)
                case "join":
                    return self._join(next(iter(arguments), ()), owner)
        return super().call(context, called, *arguments, **named)

    def is_safe_callable(self, obj: Any) -> bool:
        """No method that makes much of little."""
        if getattr(obj, "__name__", "") in _GROWING_METHODS:
            return False
        return super().is_safe_callable(obj)

    def _generate(self, source: nodes.Template, *rest: Any, **more: Any) -> str:
        for loop in source.find_all(nodes.For):
            weight = ROUND + sum(len(d.data) for d in loop.find_all(nodes.TemplateData))
            loop.iter = _filtered(loop.iter, "_rounds", nodes.Const(weight))
        for parent in [source, *source.find_all(nodes.Node)]:
            _replace_sums(parent)
        return super()._generate(source, *rest, **more)

    def _join(self, rows: Iterable[Any], between: str = "", attribute: str = "") -> str:
        chosen = make_attrgetter(self, attribute) if attribute else lambda row: row
        texts = (one for one in map(chosen, rows) if str(one))
        first = next(texts, "")
        return joined((first, *(part for one in texts for part in (between, one))))


def _replaced(text: str, old: str, new: str, count: int | None = None) -> str:
    """The text with ``new`` for ``old``; counted before it is made."""
    times = text.count(old) if count is None or count < 0 else min(count, text.count(old))
    length = len(text) + times * (len(new) - len(old))
    if length > LONGEST:
        raise TooMuchError(_("it makes more text than can be meant"))
    spend(max(length, 0))
    return text.replace(old, new, times)


def _bits(number: float) -> int:
    return number.bit_length() if isinstance(number, int) else 0


def _rounds(rows: Iterable[Any], weight: int) -> Iterator[Any]:
    for row in rows:
        spend(weight)
        yield row


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
