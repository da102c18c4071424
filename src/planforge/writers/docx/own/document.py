"""A whole Word file from the tree, in a file of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from planforge.document.chart import in_tables
from planforge.document.numbering import label
from planforge.styles.figure import Size
from planforge.word_archive import Relationship
from planforge.writers.docx import package
from planforge.writers.docx.body import Body
from planforge.writers.docx.fingerprint import PART, fingerprint_part
from planforge.writers.docx.numbering_part import numbering_part
from planforge.writers.docx.oxml import qualified, root, xml
from planforge.writers.docx.properties import app_part, core_part
from planforge.writers.docx.styles_part import styles_part

from . import contents, imprint, lists, page, parts, report
from .adding import add_missing, base
from .body import resection, resettle, used_styles
from .cascade import Styles, value
from .lists import Deepest
from .matching import heading_depth, is_set_by_hand, match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

    from planforge.document.tree import Document
    from planforge.styles import Style
    from planforge.writers.docx.numbering_counters import Start

    from .lists import OwnList
    from .matching import Match
    from .opening import WordFile

_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument"
_W_TYPES: Final = f"{_DOCUMENT}.wordprocessingml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_OUTER: Final = (
    ("docProps/core.xml", f"{_PACKAGE}/relationships/metadata/core-properties"),
    ("docProps/app.xml", f"{_OFFICE}/extended-properties"),
    (PART, f"{_OFFICE}/custom-properties"),
)
_PROPERTIES: Final = {
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_DOCUMENT}.extended-properties+xml",
    PART: f"{_DOCUMENT}.custom-properties+xml",
}


class Written(Struct, frozen=True):
    """A finished file.

    Attributes:
        data: Its bytes.
        rows: What was used of the user's file.
    """

    data: bytes
    rows: tuple[report.Row, ...]


def write(document: Document, style: Style, file: WordFile) -> Written:
    """The document on the page, in the styles, under the headers of ``file``.

    Everything that `planforge.writers.docx.write` prints is printed, in the same order. The same
    document, style and file give the same bytes.

    Args:
        document: What is printed.
        style: Where missing styles and numbers come from.
        file: The file of the user.

    Raises:
        UserError: The file is damaged or its margins leave no room for text.
    """
    # A picture would need a part and a place that the user's file may have given away.
    return _Writing(in_tables(document), style, file).done()


class _Writing:
    """The steps of `write`."""

    def __init__(self, document: Document, style: Style, file: WordFile) -> None:
        self._document = document
        self._file = file
        text = file.xml(file.main)
        self._section = page.text_section(text)
        if self._section is not None:
            style = page.fitted(style, self._section, file.path)
            if page.is_lying(style):
                # No table needs a page to be turned that lies already.
                self._document = replace(document, landscape="no")
        name = file.related("styles")
        self._styles = Styles(file.xml(name) if name else root("styles"))
        self._old_text = text
        self._style = style
        self._bare: tuple[imprint.Bare, ...] = ()

    def done(self) -> Written:
        # What is needed is known from the text itself; a typed number hides its level.
        tree, starts = _body(self._document, _untyped(self._style))
        matches = match(_wanted(tree), self._styles, self._old_text)
        name = self._file.related("numbering")
        numbering = self._file.xml(name) if name else None
        deepest = _deepest(tree)
        own = lists.own_list(matches, self._styles, numbering, deepest)
        self._style = _fitted(self._style, matches, self._styles, own)
        tree, starts = _body(self._document, self._style)
        ours = Styles(etree.fromstring(self._ours()))
        matches = add_missing(matches, self._styles, ours)
        numbering, instances, levels = self._lists(own, numbering, matches, starts, deepest)
        lists.link_added(matches, self._styles, instances.get(lists.FIRST, 0), levels)
        resettle(tree, matches, self._styles, instances, levels)
        if own is not None and numbering is not None and self._document.contents:
            contents.relabel(tree, self._styles, numbering)
        if self._section is not None:
            resection(tree, self._section)
            self._bare = imprint.without_numbers(tree, self._file)
        return Written(
            self._packed(tree, numbering if deepest.level else None),
            self._rows(matches, numbering, own, levels, deepest),
        )

    def _ours(self) -> bytes:
        return styles_part(self._style, self._document.properties.language)

    def _lists(
        self,
        own: OwnList | None,
        numbering: Element | None,
        matches: Mapping[str, Match],
        starts: tuple[Start, ...],
        deepest: Deepest,
    ) -> tuple[Element | None, dict[int, int], dict[int, int]]:
        """The numbering part, our instance → the one there, our level → ``w:ilvl``."""
        if not deepest.level:
            return numbering, {}, {}
        if own is not None and numbering is not None:
            instances = lists.with_instances(numbering, own, starts)
            return numbering, instances, dict(enumerate(own.levels, 1))
        ours = etree.fromstring(numbering_part(self._style, starts))
        target, instances = lists.with_ours(numbering, ours, matches, self._styles)
        depths = range(1, len(self._style.numbering) + 1)
        return target, instances, {depth: depth - 1 for depth in depths}

    def _packed(self, tree: Element, numbering: Element | None) -> bytes:
        file = self._file
        named = () if self._section is None else page.identities(self._section)
        fields = next(tree.iter(qualified("instrText")), None) is not None
        found, lead = parts.kept(file, named, fields=fields)
        imprint.parts(self._bare, found)
        lead += [one.relationship for one in self._bare]
        made = {file.main: f"{_W_TYPES}.document.main+xml"}
        made |= {
            one.part: f"{_W_TYPES}.{one.kind}+xml"
            for one in (bare.relationship for bare in self._bare)
        }
        written = {"styles": self._styles.root, "numbering": numbering}
        for kind, tree_of in written.items():
            if tree_of is None:
                continue
            name = file.related(kind)
            if not name:
                name = _free_name(f"word/{kind}.xml", file.names)
                made[name] = f"{_W_TYPES}.{kind}+xml"
                lead.append(_relationship(kind, name, lead))
            found[name] = xml(tree_of)
        whole = {
            "_rels/.rels": parts.relationships_part(_outer(file.main)),
            "docProps/core.xml": core_part(self._document.properties),
            "docProps/app.xml": app_part(),
            PART: b"",
            file.main: xml(tree),
            parts.rels_name(file.main): parts.relationships_part(lead),
            **{name: found[name] for name in sorted(found)},
        }
        made |= _PROPERTIES
        types = parts.content_types_part(file, whole, made)
        whole = {package.CONTENT_TYPES: types, **whole}
        whole[PART] = fingerprint_part(whole)
        return package.packed(whole)

    def _rows(
        self,
        matches: Mapping[str, Match],
        numbering: Element | None,
        own: OwnList | None,
        levels: Mapping[int, int],
        deepest: Deepest,
    ) -> tuple[report.Row, ...]:
        texts = {
            one.id: "".join(t.text or "" for t in self._file.xml(one.part).iter(qualified("t")))
            for one in self._file.relationships(self._file.main)
            if one.kind in {"header", "footer"} and one.part
        }
        rows = report.page_rows(self._section, texts)
        rows += report.style_rows(matches.values(), self._styles)
        if is_set_by_hand(matches, self._old_text):
            rows = (*rows, report.by_hand_row())
        if not deepest.level:
            return rows
        if own is not None and numbering is not None:
            shown = [lists.pattern(numbering, own, levels[d]) for d in range(1, deepest.level + 1)]
        else:
            shown = [label(self._style.numbering, d, 1) for d in range(1, deepest.level + 1)]
        return (*rows, report.numbers_row(" ".join(shown), own=own is not None))


def _body(document: Document, style: Style) -> tuple[Element, tuple[Start, ...]]:
    body = Body(document, style)
    return etree.fromstring(body.part()), body.starts


def _fitted(
    style: Style, matches: Mapping[str, Match], styles: Styles, own: OwnList | None
) -> Style:
    """The page style as far as the text depends on it: where titles break, what is typed."""
    texts = style.text
    size = _size(matches, styles)
    if size is not None:
        title = texts.title.model_copy(update={"size": size})
        texts = texts.model_copy(update={"title": title})
    if (body := matches.get("BodyText")) is not None and body.found:
        # The text of the file is not indented as far as our headings are.
        plain = texts.body.model_copy(update={"follow": False})
        texts = texts.model_copy(update={"body": plain})
    style = style.model_copy(update={"text": texts})
    # A list of the file counts as it likes.
    return style if own is None else _untyped(style)


def _size(matches: Mapping[str, Match], styles: Styles) -> Size | None:
    """The size of the file's title; ``None`` where it has none or does not say."""
    title = matches.get("Title")
    size = styles.last(title.theirs, "rPr", "sz") if title and title.found else None
    points = "" if size is None else size.get(qualified("val"), "")
    # Unchecked: what stands in a file is taken as it is.
    return Size(f"{int(points) / 2:g} pt") if points.isdigit() else None


def _untyped(style: Style) -> Style:
    levels = tuple(one.model_copy(update={"typed_from": 0}) for one in style.numbering)
    return style.model_copy(update={"numbering": levels})


def _wanted(tree: Element) -> tuple[str, ...]:
    """The styles in the text, and those they are meant to look like."""
    used = used_styles(tree)
    leads = (one.replace("Lead", "Heading") for one in used if one.startswith("Lead"))
    return tuple(dict.fromkeys((*used, *filter(None, map(base, used)), *leads)))


def _deepest(tree: Element) -> Deepest:
    level = heading = 0
    for properties in tree.iter(qualified("pPr")):
        numbered = properties.find(qualified("numPr"))
        depth = heading_depth(value(properties, "pStyle"))
        if numbered is None or value(numbered, "numId") != "0":
            heading = max(heading, depth)
            if numbered is not None:
                level = max(level, int(value(numbered, "ilvl") or "0") + 1)
    return Deepest(max(level, heading), heading)


def _free_name(name: str, taken: Iterable[str]) -> str:
    lower = {one.lower() for one in taken}
    stem, suffix = name.rsplit(".", 1)
    names = (f"{stem}{n or ''}.{suffix}" for n in range(len(lower) + 1))
    return next(one for one in names if one not in lower)


def _relationship(kind: str, name: str, others: Iterable[Relationship]) -> Relationship:
    taken = {one.id for one in others}
    identity = next(one for n in range(len(taken) + 1) if (one := f"planforge{n}") not in taken)
    return Relationship(identity, f"{_OFFICE}/{kind}", f"/{name}", name, external=False)


def _outer(main: str) -> Iterator[Relationship]:
    for number, (name, kind) in enumerate(((main, f"{_OFFICE}/officeDocument"), *_OUTER), 1):
        yield Relationship(f"rId{number}", kind, name, name, external=False)
