"""Text to nodes: one pass over the parser's events, with positions, limits and strictness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from planforge.language import _
from planforge.patterns import pattern

from .encoding import INVISIBLE, code_point, is_printable
from .engine import fast, fault, neutral, unused
from .finding import Finding, TooLarge
from .nodes import Mapping, Node, Scalar, Sequence
from .text import LINE_BREAK

if TYPE_CHECKING:
    from .engine import Engine
    from .limits import Limits

# Anchor and tag of a node, with what may stand behind them: blanks, line ends, comments.
_PROPERTIES: Final = pattern(r"(?:[&!][^\s,\[\]{}]*(?:\s|(?<=\s)#[^\r\n]*)*)+")
_MERGE: Final = "<<"
_NO_KEYS: Final = frozenset((_MERGE, ""))


class _Open:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("anchor", "children", "count", "height", "is_mapping", "start")

    def __init__(self, start: int, anchor: str | None, count: int, *, is_mapping: bool) -> None:
        self.start = start
        self.anchor = anchor
        self.count = count
        self.height = 0
        self.is_mapping = is_mapping
        self.children: list[Node] = []


class _Anchored(Struct, frozen=True):
    """What an alias stands for.

    Attributes:
        node: The very node.
        size: How many nodes it is, aliases expanded.
        height: How many levels of lists and mappings it is.
    """

    node: Node
    size: int
    height: int


class Parser:
    """Reads one text.

    Args:
        text: The file.
        limits: How large it may be.
        engine: The YAML parser.
        cover_colons: Hide colons inside texts from it, see `planforge.source.inner_colons`.

    Attributes:
        root: The node of the whole file; None when there is none.
        findings: Everything wrong that did not stop the reading.
        scalars: Every scalar read, in file order, also when the reading stopped.
    """

    def __init__(
        self, text: str, limits: Limits, engine: Engine = fast, *, cover_colons: bool = False
    ) -> None:
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.scalars: list[Scalar] = []
        self._text = text
        self._limits = limits
        self._engine = engine
        self._cover_colons = cover_colons
        self._back: dict[int, str] = {}
        self._anchors: dict[str, _Anchored] = {}
        self._stack: list[_Open] = []
        self._top = _Open(0, None, 0, is_mapping=False)
        self._count = 0
        self._last = 0

    def run(self) -> None:
        """Read the text.

        Raises:
            SyntaxFault: The text is not YAML.
            TooLarge: A limit is exceeded.
        """
        standing_in, self._back = neutral(self._text)
        if self._cover_colons:
            from .inner_colons import covered  # seldom needed

            colon = next(unused(standing_in))
            standing_in = covered(standing_in, colon)
            self._back[ord(colon)] = ":"
        handle = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceStartEvent: self._open,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        try:
            get_event = self._engine(standing_in).get_event
            while (event := get_event()) is not None:
                if (method := handle.get(type(event))) is not None:
                    method(event)
        except YAMLError as error:
            raise fault(error) from error
        self.root = self._top.children[0] if self._top.children else None

    def _scalar(self, event: Any) -> None:
        value, style = event.value, event.style or ""
        start, end = event.start_mark.index, event.end_mark.index
        if self._back:
            value = value.translate(self._back)
        if event.anchor or event.ctag:
            start = self._content(event, start, end)
        if not value and not style:
            start = end = self._empty(start)
        elif style == '"' and not is_printable(value) and (found := INVISIBLE.search(value)):
            self._invisible(found[0], start, end)
        node = Scalar(value, style, start, end)
        self._last = end
        self._top.children.append(node)
        self.scalars.append(node)
        self._count += 1
        if self._count > self._limits.nodes:
            raise self._too_many(start)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(node, 1, 0)

    def _open(self, event: Any) -> None:
        start = event.start_mark.index
        if event.anchor or event.ctag:
            start = self._content(event, start, event.end_mark.index)
            # An alias inside its own anchor must not find an older anchor of that name.
            self._anchors.pop(event.anchor, None)
        self._stack.append(self._top)
        if len(self._stack) > self._limits.depth:
            raise self._too_deep(start)
        self._count += 1
        is_mapping = type(event) is MappingStartEvent
        self._top = _Open(start, event.anchor, self._count, is_mapping=is_mapping)

    def _close(self, event: Any) -> None:
        top = self._top
        children = top.children
        # The parser ends a block where the next thing begins; its last content ends it here.
        end = event.end_mark.index if self._text[top.start] in "[{" else self._last
        self._last = end
        node: Node
        if top.is_mapping:
            node = Mapping(self._pairs(children), top.start, end)
        else:
            node = Sequence(children, top.start, end)
        self._top = parent = self._stack.pop()
        parent.children.append(node)
        height = top.height + 1
        parent.height = max(parent.height, height)
        if self._count > self._limits.nodes:
            raise self._too_many(top.start)
        if top.anchor:
            self._anchors[top.anchor] = _Anchored(node, self._count - top.count + 1, height)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        found = self._anchors.get(event.anchor)
        if found is None:
            found = _Anchored(Scalar("", "", start, end), 1, 0)
            self._find_no_anchor(event.anchor, start, end)
        self._count += found.size
        if self._count > self._limits.nodes:
            raise self._too_many(start)
        if len(self._stack) + found.height > self._limits.depth:
            raise self._too_deep(start)
        self._last = end
        self._top.children.append(found.node)
        self._top.height = max(self._top.height, found.height)

    def _document(self, event: Any) -> None:
        if self._top.children:
            self._find(
                event.start_mark.index,
                event.end_mark.index,
                _("a file holds one plan; a second one begins here"),
                _("delete the line --- or move what follows to a file of its own"),
            )

    def _content(self, event: Any, start: int, end: int) -> int:
        """Where the node itself begins behind its anchor; a tag is reported."""
        if event.ctag:
            self._find(
                start,
                end,
                _("a text that begins with {mark} must stand in quotation marks").format(mark="!"),
            )
        found = _PROPERTIES.match(self._text, start)
        return min(found.end(), end) if found else start

    def _empty(self, start: int) -> int:
        """Where an absent value would stand: right behind the colon, whatever the parser says."""
        if self._top.is_mapping and len(self._top.children) % 2:
            return self._text.find(":", self._last, start) + 1 or start
        return start

    def _pairs(self, children: list[Node]) -> list[tuple[Scalar, Node]]:
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        merges: list[tuple[int, Node]] = []
        flat = iter(children)
        for key, value in zip(flat, flat, strict=True):
            if type(key) is not Scalar:
                self._find(key.start, key.end, _("a key must be a text, not a list or a mapping"))
            elif not key.style and key.value in _NO_KEYS:
                if key.value:
                    merges.append((len(pairs), value))
                else:
                    self._find(key.start, key.start + 1, _("there is no key before this colon"))
            elif (first := seen.setdefault(key.value, key)) is not key:
                self._find_duplicate(key, first)
            else:
                pairs.append((key, value))
        return self._merged(pairs, seen, merges) if merges else pairs

    def _merged(
        self,
        pairs: list[tuple[Scalar, Node]],
        seen: dict[str, Scalar],
        merges: list[tuple[int, Node]],
    ) -> list[tuple[Scalar, Node]]:
        """The pairs with those of every ``<<`` in its place; keys written here win."""
        inserted = 0
        for place, value in merges:
            for source in value.items if type(value) is Sequence else [value]:
                if type(source) is not Mapping:
                    self._find(
                        source.start, source.end, _("<< must be followed by *name of a mapping")
                    )
                    continue
                new = [pair for pair in source.pairs if pair[0].value not in seen]
                seen.update((key.value, key) for key, _value in new)
                pairs[place + inserted : place + inserted] = new
                inserted += len(new)
        return pairs

    def _find(
        self, start: int, end: int, message: str, hint: str = "", code: str = "PF001"
    ) -> None:
        self.findings.append(Finding(code, message, start, end, hint))

    def _find_duplicate(self, key: Scalar, first: Scalar) -> None:
        line = 1 + sum(1 for _break in LINE_BREAK.finditer(self._text, 0, first.start))
        message = _("the key {key} already stands in line {line}").format(key=key.value, line=line)
        self._find(key.start, key.end, message, _("delete or rename one of the two"), "PF002")

    def _find_no_anchor(self, name: str, start: int, end: int) -> None:
        if any(name == one.anchor for one in (*self._stack, self._top)):
            message = _("*{name} stands inside &{name} and would never end")
        else:
            message = _("*{name} repeats something, but there is no &{name} above it")
        hint = _("a text that begins with {mark} must stand in quotation marks").format(mark="*")
        self._find(start, end, message.format(name=name), hint)

    def _invisible(self, character: str, start: int, end: int) -> None:
        message = _("an escape stands for a character that cannot be printed: {character}")
        self._find(start, end, message.format(character=code_point(character)), code="PF005")

    def _too_many(self, start: int) -> TooLarge:
        message = _("the file holds more than {most} values, repetitions counted")
        return self._too_large(message.format(most=self._limits.nodes), start)

    def _too_deep(self, start: int) -> TooLarge:
        message = _("the file is nested more than {most} levels deep")
        return self._too_large(message.format(most=self._limits.depth), start)

    def _too_large(self, message: str, start: int) -> TooLarge:
        return TooLarge(Finding("PF009", message, start, start + 1))
