"""A Word file in another script: words, language and fonts change, structure stays.

Text is converted paragraph by paragraph and laid back over the runs it came from, because a word
may be cut by formatting (头|发). Field codes, style ids, bookmarks, relationships and deleted
text are left alone.
"""

from __future__ import annotations

import io
import zipfile
from itertools import chain
from typing import TYPE_CHECKING, Final

from lxml import etree

from planforge.writers.docx.own.opening import WordFile

from .labelled import in_grid, in_text
from .targets import TARGETS
from .word_look import convert_look
from .word_text import convert_attributes, convert_texts, joined, tables, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from .conversion import Conversion

# Parts with prose, by the last step of their relationship type (ECMA-376 part 1, 11.3 and 14.2;
# the drawing of a diagram: MS-ODRAWXML 2.2).
_PROSE: Final = frozenset(
    {"header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument"}
)
_DRAWN: Final = frozenset({"chart", "chartEx", "diagramData", "diagramDrawing"})
# Parts that name fonts and languages besides those.
_STYLE: Final = frozenset({"styles", "stylesWithEffects", "numbering", "settings"})
_CORE: Final = ("title", "subject", "keywords", "description")


def convert_word(path: str, data: bytes, conversion: Conversion) -> bytes:
    """The Word file with its text, languages and fonts converted.

    Args:
        path: Name for error messages.
        data: Its bytes.
        conversion: Where to and how.

    Raises:
        UserError: It is no Word file, is damaged, or larger than can be meant seriously.
    """
    word = WordFile(path, data)
    parts = [(name, has_prose, word.xml(name)) for name, has_prose in _parts(word)]
    prose = [root for _name, has_prose, root in parts if has_prose]
    text = _text(prose)
    conversion = conversion.reading(text).naming(chain(in_text(text), _cells(prose)))
    changed: dict[str, bytes] = {}
    for name, has_prose, root in parts:
        before = _xml(root)
        if has_prose:
            convert_texts(root, conversion.texts)
            convert_attributes(root, conversion.texts)
        convert_look(root, conversion.target)
        if (after := _xml(root)) != before:
            changed[name] = after
    for name in _core(word):
        root = word.xml(name)
        for element in root:
            kind = etree.QName(element).localname
            if kind in _CORE and element.text:
                element.text = conversion.text(element.text)
            elif kind == "language" and (element.text or "").startswith("zh"):
                element.text = TARGETS[conversion.target].language
        changed[name] = _xml(root)
    return _repacked(word, data, changed)


def text_of(path: str, data: bytes) -> str:
    """The text of a Word file, one line for each paragraph.

    Args:
        path: Name for error messages.
        data: Its bytes.

    Raises:
        UserError: It is no Word file, is damaged, or larger than can be meant seriously.
    """
    word = WordFile(path, data)
    return _text(word.xml(name) for name, has_prose in _parts(word) if has_prose)


def _text(roots: Iterable[Element]) -> str:
    return "\n".join(joined(pieces) for root in roots for pieces in texts(root))


def _cells(roots: Iterable[Element]) -> Iterator[str]:
    """The cells of tables that name people."""
    for root in roots:
        for rows in tables(root):
            yield from in_grid(rows)


def _parts(word: WordFile) -> Iterator[tuple[str, bool]]:
    """Every part to work on, each once, with whether it holds prose."""
    seen = {word.main}
    waiting = [word.main]
    yield word.main, True
    while waiting:
        for one in word.relationships(waiting.pop(0)):
            if one.part and one.part not in seen and one.kind in _PROSE | _DRAWN | _STYLE:
                seen.add(one.part)
                waiting.append(one.part)
                yield one.part, one.kind not in _STYLE


def _core(word: WordFile) -> list[str]:
    return [
        one.part for one in word.relationships("") if one.kind == "core-properties" and one.part
    ]


def _xml(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _repacked(word: WordFile, data: bytes, changed: dict[str, bytes]) -> bytes:
    """The package with some parts replaced; the others keep their bytes, order and times."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for entry in old.infolist():
            if entry.is_dir():
                continue
            content = changed.get(entry.filename) or word.part(entry.filename)
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return result.getvalue()
