"""A Word file in another script: words, language and fonts change, structure stays.

Text is converted paragraph by paragraph and laid back over the runs it came from, because a word
may be cut by formatting (头|发). Field codes, style ids, bookmarks, relationships and deleted
text are left alone.
"""

from __future__ import annotations

import io
import zipfile
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from lxml import etree

from planforge.writers.docx.own.opening import WordFile

from .targets import TARGETS
from .vocabulary import fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    from .conversion import Conversion

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Parts with prose, by the last step of their relationship type (ECMA-376 part 1, 11.3).
_PROSE: Final = frozenset(
    {"header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument"}
)
# Parts that name fonts and languages besides those.
_STYLE: Final = frozenset({"styles", "stylesWithEffects", "numbering", "settings"})
_CORE: Final = ("title", "subject", "keywords", "description")

# What stands between two pieces of text and ends a word.
_BREAKS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}
_FONT_ATTRIBUTES: Final = (f"{W}ascii", f"{W}hAnsi", f"{W}eastAsia", f"{W}cs")
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


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
    conversion = conversion.reading(_text(word))
    changed: dict[str, bytes] = {}
    for name, has_prose in _parts(word):
        root = word.xml(name)
        if has_prose:
            for paragraph in root.iter(f"{W}p"):
                _convert_texts(list(_pieces(paragraph)), conversion.text)
        _convert_look(root, conversion.target)
        changed[name] = _xml(root)
    for name in _core(word):
        root = word.xml(name)
        for element in root:
            if etree.QName(element).localname in _CORE and element.text:
                element.text = conversion.text(element.text)
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
    return _text(WordFile(path, data))


def _text(word: WordFile) -> str:
    return "\n".join(
        "".join(piece if isinstance(piece, str) else piece.text or "" for piece in _pieces(one))
        for name, has_prose in _parts(word)
        if has_prose
        for one in word.xml(name).iter(f"{W}p")
    )


def _parts(word: WordFile) -> Iterator[tuple[str, bool]]:
    """Every part to work on, each once, with whether it holds prose."""
    yield word.main, True
    seen = {word.main}
    for one in word.relationships(word.main):
        if one.part and one.part not in seen and one.kind in _PROSE | _STYLE:
            seen.add(one.part)
            yield one.part, one.kind in _PROSE


def _core(word: WordFile) -> list[str]:
    return [
        one.part for one in word.relationships("") if one.kind == "core-properties" and one.part
    ]


def _pieces(paragraph: Element) -> Iterator[Element | str]:
    """The texts of a paragraph in order, without those of paragraphs in boxes inside it."""
    for child in paragraph:
        if child.tag == f"{W}t":
            yield child
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag != f"{W}p":
            yield from _pieces(child)


def _convert_texts(pieces: list[Element | str], convert: Callable[[str], str]) -> None:
    texts = [piece if isinstance(piece, str) else piece.text or "" for piece in pieces]
    whole = "".join(texts)
    converted = convert(whole)
    if converted == whole:
        return
    place = _places(whole, converted)
    start = 0
    for piece, text in zip(pieces, texts, strict=True):
        end = start + len(text)
        if not isinstance(piece, str):
            piece.text = converted[place[start] : place[end]]
            piece.set(_XML_SPACE, "preserve")
        start = end


def _places(old: str, new: str) -> list[int]:
    """For every offset of ``old`` the offset of ``new`` that stands for it."""
    if len(old) == len(new):
        return list(range(len(old) + 1))
    place = [0] * (len(old) + 1)
    for _what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for offset in range(a, b):
            place[offset] = min(c + offset - a, d)
    place[len(old)] = len(new)
    return place


def _convert_look(root: Element, target: str) -> None:
    """Set language and fonts; the words alone would be spell-checked and drawn as the old ones."""
    language = TARGETS[target].language
    for element in root.iter(f"{W}lang", f"{W}themeFontLang"):
        if element.get(f"{W}eastAsia", "").startswith("zh"):
            element.set(f"{W}eastAsia", language)
        if element.get(f"{W}val", "").startswith("zh"):
            element.set(f"{W}val", language)
    names = fonts(to_traditional=TARGETS[target].from_simplified)
    for element in root.iter(f"{W}rFonts"):
        for attribute in _FONT_ATTRIBUTES:
            if (name := names.get(element.get(attribute, ""))) is not None:
                element.set(attribute, name)


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
