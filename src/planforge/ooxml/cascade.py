"""What a paragraph and a run really look like, after everything that has a say.

For paragraphs: document defaults, table style, paragraph styles from the lowest up, the list level
at the place where the list is named, and last what the paragraph says itself (ISO/IEC 29500-1,
17.7.2). For runs: document defaults, the styles of table, paragraph and characters with
yes-or-no properties switching each other, and what the run says itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .properties import Properties, flat, number, over
from .style_sheet import toggled

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from .lists import Lists
    from .style_sheet import StyleSheet

NOT_NUMBERED: Final = "0"


class Numbered(Struct, frozen=True):
    """In which list a paragraph stands.

    Attributes:
        instance: Id of the list instance.
        depth: Level, 0-based.
    """

    instance: str
    depth: int


class TableLook(Struct, frozen=True):
    """What a table does to the paragraphs in one of its rows.

    Attributes:
        style: Id of the table style; empty for none.
        first: The row has the look of the first row.
    """

    style: str = ""
    first: bool = False


class Cascade:
    """Resolves properties; the same question is answered once.

    Args:
        styles: The styles of the document.
        lists: Its lists.
        theme: The font that a reference to the theme means.
    """

    def __init__(self, styles: StyleSheet, lists: Lists, theme: Callable[[str], str]) -> None:
        self.styles = styles
        self.lists = lists
        self._theme = theme
        self._paragraphs: dict[tuple[str, TableLook], Properties] = {}
        self._runs: dict[tuple[str, str, TableLook], Properties] = {}
        for instance in lists.instances():
            self._follow(instance)

    def direct(self, element: Element | None) -> Properties:
        """What a ``w:pPr`` or ``w:rPr`` says itself."""
        return flat(element, self._theme)

    def style_of(self, direct: Properties) -> str:
        """Id of the style of a paragraph; the default one where its own does not exist."""
        named = direct.get("pStyle", "")
        if self.styles.find(named, "paragraph") is not None:
            return named
        return self.styles.default_paragraph

    def paragraph(self, direct: Properties, look: TableLook) -> tuple[Properties, Numbered | None]:
        """The effective properties of a paragraph, and its list."""
        style = self.style_of(direct)
        below = self._styled(style, look)
        numbered = self._numbered({**below, **direct}, style, own="numPr.numId" in direct)
        if "numPr.numId" in direct:
            if numbered is None:
                below = self._styled(style, look, without_list=True)
            else:
                below = over(below, self._level_properties(numbered))
        return over(below, direct), numbered

    def run(self, direct: Properties, style: str, look: TableLook) -> Properties:
        """The effective properties of a run in a paragraph of ``style``."""
        character = direct.get("rStyle", "")
        key = (character, style, look)
        if key not in self._runs:
            self._runs[key] = toggled(
                (
                    self._table_run(look),
                    self.styles.run(style, "paragraph"),
                    self.styles.run(character, "character"),
                ),
                self.styles.run_defaults,
            )
        return over(self._runs[key], direct)

    def _styled(self, style: str, look: TableLook, *, without_list: bool = False) -> Properties:
        key = (f"{without_list:d}{style}", look)
        if key in self._paragraphs:
            return self._paragraphs[key]
        joined = over(self.styles.paragraph_defaults, self._table_paragraph(look))
        chain = self.styles.chain(style, "paragraph")
        said = next((one for one in reversed(chain) if "numPr.numId" in one.paragraph), None)
        for one in chain:
            if one is said and not without_list:
                # The style that names the list stands over the indents of the list.
                numbered = self._numbered(one.paragraph, style, own=False)
                if numbered is not None:
                    joined = over(joined, self._level_properties(numbered))
            joined = over(joined, one.paragraph)
        self._paragraphs[key] = joined
        return joined

    def _numbered(self, properties: Properties, style: str, *, own: bool) -> Numbered | None:
        instance = properties.get("numPr.numId", NOT_NUMBERED)
        if instance == NOT_NUMBERED:
            return None
        depth = number(properties.get("numPr.ilvl"))
        if not own:
            linked = self.lists.depth_of(instance, style)
            depth = depth if linked is None else linked
        if self.lists.level(instance, depth) is None:
            return None
        return Numbered(instance, depth)

    def _level_properties(self, numbered: Numbered) -> Properties:
        level = self.lists.level(numbered.instance, numbered.depth)
        return {} if level is None else level.paragraph

    def _table_paragraph(self, look: TableLook) -> Properties:
        joined: Properties = {}
        for one in self.styles.chain(look.style, "table") if look.style else ():
            joined = over(joined, one.paragraph)
            if look.first:
                joined = over(joined, one.first_row[0])
        return joined

    def _table_run(self, look: TableLook) -> Properties:
        joined: Properties = {}
        for one in self.styles.chain(look.style, "table") if look.style else ():
            joined = over(joined, one.run)
            if look.first:
                joined = over(joined, one.first_row[1])
        return joined

    def _follow(self, instance: str) -> None:
        style = self.styles.find(self.lists.numbering_style(instance), "numbering")
        if style is not None:
            self.lists.use(instance, style.paragraph.get("numPr.numId", ""))
