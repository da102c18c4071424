"""The styles part: what each style says, with everything it is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from .properties import TOGGLES, Properties, child, flat, layered, local, on, over, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

DEEPEST: Final = 64
_FIRST_ROW: Final = "firstRow"


class NamedStyle(Struct):
    """One style as it stands in the file.

    Attributes:
        id: How paragraphs refer to it.
        name: How Word names it, in small letters; built-in names are English in every language.
        kind: ``paragraph``, ``character``, ``table`` or ``numbering``.
        based_on: Id of the style below; empty for none.
        paragraph: Its own paragraph properties.
        run: Its own run properties.
        first_row: What a table style adds in the first row: paragraph and run properties.
    """

    id: str
    name: str
    kind: str
    based_on: str
    paragraph: Properties
    run: Properties
    first_row: tuple[Properties, Properties] = field(default_factory=lambda: ({}, {}))


class StyleSheet:
    """All styles of a document.

    Args:
        root: The styles part; ``None`` where there is none.
        theme: The font that a reference to the theme means.

    Attributes:
        paragraph_defaults: What paragraphs begin with.
        run_defaults: What runs begin with.
        default_paragraph: Id of the style of paragraphs that name none.
    """

    def __init__(self, root: Element | None, theme: Callable[[str], str]) -> None:
        defaults = child(root, "docDefaults")
        self.paragraph_defaults = flat(child(defaults, "pPrDefault", "pPr"), theme)
        self.run_defaults = flat(child(defaults, "rPrDefault", "rPr"), theme)
        self.default_paragraph = ""
        self._theme = theme
        self._elements: dict[str, Element] = {}
        self._styles: dict[str, NamedStyle] = {}
        self._chains: dict[tuple[str, str], tuple[NamedStyle, ...]] = {}
        self._runs: dict[str, Properties] = {}
        for one in root if root is not None else ():
            if (identity := value(one, "styleId")) and identity not in self._elements:
                self._elements[identity] = one
                if value(one, "type") == "paragraph" and _is_default(one):
                    self.default_paragraph = identity

    def find(self, identity: str, kind: str) -> NamedStyle | None:
        """The style of that id and kind; ``None`` when there is none."""
        found = self._style(identity)
        return found if found is not None and found.kind == kind else None

    def chain(self, identity: str, kind: str) -> tuple[NamedStyle, ...]:
        """The style and all it is based on, the lowest first; empty for an unknown style."""
        if (kind, identity) not in self._chains:
            found: list[NamedStyle] = []
            style = self.find(identity, kind)
            while style is not None and style not in found and len(found) < DEEPEST:
                found.append(style)
                style = self.find(style.based_on, kind)
            self._chains[kind, identity] = tuple(reversed(found))
        return self._chains[kind, identity]

    def run(self, identity: str, kind: str) -> Properties:
        """The run properties of a style with everything it is based on."""
        key = f"{kind} {identity}"
        if key not in self._runs:
            self._runs[key] = layered(style.run for style in self.chain(identity, kind))
        return self._runs[key]

    def all(self) -> tuple[NamedStyle, ...]:
        """Every style, in file order."""
        return tuple(filter(None, map(self._style, self._elements)))

    def _style(self, identity: str) -> NamedStyle | None:
        """The style of that id; read when it is first asked for, as few of a template are used."""
        if identity not in self._styles and (element := self._elements.get(identity)) is not None:
            self._styles[identity] = _read(element, identity, self._theme)
        return self._styles.get(identity)


def toggled(levels: tuple[Properties, ...], defaults: Properties) -> Properties:
    """Run properties of table, paragraph and character style laid over each other.

    A yes-or-no property is on when an odd number of these styles switch it on; a default that
    is on stays on (ISO/IEC 29500-1, 17.7.3).
    """
    joined = defaults
    for level in levels:
        joined = over(joined, level)
    named = {name for level in levels for name in level if name in TOGGLES}
    if not named:
        return joined
    joined = dict(joined)
    for name in named:
        odd = sum(on(level, name) for level in levels) % 2
        joined[name] = "1" if odd or on(defaults, name) else "0"
    return joined


def _is_default(element: Element) -> bool:
    return value(element, "default").lower() in {"1", "true", "on"}


def _read(element: Element, identity: str, theme: Callable[[str], str]) -> NamedStyle:
    first: tuple[Properties, Properties] = ({}, {})
    for part in element:
        if local(part) == "tblStylePr" and value(part, "type") == _FIRST_ROW:
            first = flat(child(part, "pPr"), theme), flat(child(part, "rPr"), theme)
    return NamedStyle(
        identity,
        value(child(element, "name")).lower(),
        value(element, "type", default="paragraph"),
        value(child(element, "basedOn")),
        flat(child(element, "pPr"), theme),
        flat(child(element, "rPr"), theme),
        first,
    )
