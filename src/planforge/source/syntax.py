"""Everything wrong with the syntax of a file, in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.patterns import pattern

from .doubts import doubts
from .finding import Finding
from .nodes import Mapping, Sequence, every_node
from .parse import Parser
from .reading import Read, run
from .traps import ODD_SPACE, indented_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .engine import Engine, SyntaxFault
    from .limits import Limits

# Some more blanks than are odd: a class of just those takes ten times as long to compile.
_MAYBE_ODD: Final = pattern(r"[^\S \t\r\n]|\u200b")
_AT_EDGE: Final = pattern(f"^[{ODD_SPACE}]+|[{ODD_SPACE}]+$")
_DIRECTIVE: Final = pattern(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*(?P<at>%[^\r\n]*)")


def read(text: str, limits: Limits, engine: Engine) -> Read:
    """The nodes of a text, or everything wrong with its syntax."""
    if match := _DIRECTIVE.match(text):
        message = _("a line that begins with % is not used in a plan")
        finding = Finding("PF001", message, match.start("at"), match.end(), _("delete it"))
        return Read(None, [finding], [])
    parser = Parser(text, limits, engine)
    fault = run(parser)
    if fault is not None and text[fault.index : fault.index + 1] == ":":
        parser, fault = _with_inner_colons(text, limits, engine) or (parser, fault)
    if fault is not None:
        from .mending import Mending

        return Mending(text).read(parser, fault, limits, engine)
    findings = [*parser.findings, *_shape(text, parser)]
    return Read(parser.root, findings, list(doubts(text, parser.scalars)))


def _with_inner_colons(
    text: str, limits: Limits, engine: Engine
) -> tuple[Parser, SyntaxFault | None] | None:
    """The text read once more as YAML 1.2 has it; ``None`` where that is not what was meant."""
    from .inner_colons import is_meant

    parser = Parser(text, limits, engine, cover_colons=True)
    if run(parser) is not None or parser.root is None or not is_meant(text, parser.root):
        return None
    return parser, None


def _shape(text: str, parser: Parser) -> Iterator[Finding]:
    """What is wrong although it is YAML."""
    root = parser.root
    if type(root) is Sequence:
        message = _("the file is a list; a plan begins with a key, a colon and a space")
        yield Finding("PF001", message, root.start, root.start + 1)
    elif type(root) is not Mapping:
        if not parser.findings:
            message = _("the file holds only comments") if "#" in text else _("the file is empty")
            yield Finding("PF001", message, hint=_("planforge new writes a plan to start from"))
    elif _MAYBE_ODD.search(text):
        yield from _odd_keys(root)


def _odd_keys(root: Mapping) -> Iterator[Finding]:
    """Keys that took a full-width space for a part of themselves."""
    for node in every_node(root):
        if type(node) is not Mapping:
            continue
        for key, _value in node.pairs:
            if not key.style and (found := _AT_EDGE.search(key.value)):
                message, hint = (
                    (_("a full-width space stands behind the key"), _("delete it"))
                    if found.start()
                    else (indented_with(found[0]), _("delete it and indent with ordinary spaces"))
                )
                start, end = key.start + found.start(), key.start + found.end()
                yield Finding("PF001", message, start, end, hint)
                # Whoever reads on should not stumble over the same thing again.
                key.value = _AT_EDGE.sub("", key.value)
