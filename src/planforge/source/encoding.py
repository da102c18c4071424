"""Bytes to text: which encoding a file has, and why a file cannot be text at all."""

from __future__ import annotations

import codecs
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

from planforge.errors import FileProblems, Problem, Severity
from planforge.language import _
from planforge.patterns import pattern

from .text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable

# What neither YAML nor Word can hold: controls but tab and line ends, surrogates, U+FFFE/FFFF.
# NEL (U+0085) is a character of YAML.
INVISIBLE: Final = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
# A file in UTF-8 has one of these bytes or characters where it has any of them at all. C2 begins
# signs too that texts may have; the last two would begin as full-width punctuation does.
_SUSPECT_BYTES: Final = bytes((0xC2, 0x7F, *range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)))
_SUSPECT_CHARACTERS: Final = "\ufffe\uffff"

# More of the same tell the user nothing new.
_MOST_REPORTED: Final = 20

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    # It begins like that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)


_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF: Final = b"{\\rtf"
_PDF: Final = b"%PDF-"
_IMAGES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_NO_TEXT: Final = (_ZIP, _OLE, _RTF, _PDF, *_IMAGES)
"""How files begin that are no text."""


def _kind(data: bytes) -> str:
    """What users call a file that begins with one of `_NO_TEXT`."""
    if data.startswith(_ZIP):
        if b"word/" in data:
            return _("a Word document")
        return _("an Excel workbook") if b"xl/" in data else _("a ZIP archive")
    if data.startswith(_OLE):
        is_word = b"W\0o\0r\0d\0D\0o\0c\0" in data
        return _("a Word document") if is_word else _("an old Office document")
    if data.startswith(_IMAGES):
        return _("an image")
    return _("an RTF document") if data.startswith(_RTF) else _("a PDF document")


def code_point(character: str) -> str:
    """The character as people look it up: ``U+000B``."""
    return f"U+{ord(character):04X}"


def decode(path: str, data: bytes) -> SourceText:
    """The text of a file in UTF-8, UTF-16 or GB18030.

    Raises:
        FileProblems: It is something else, or holds characters that cannot be printed (PF005).
    """
    if data.startswith(_NO_TEXT):
        raise FileProblems([_not_text(path, _kind(data))])
    source = _decode(path, data)
    if not _is_surely_visible(data, source) and (problems := _invisible(source)):
        raise FileProblems(problems)
    return source


def encode(source: SourceText, text: str, like: bytes) -> bytes:
    """``text`` in the encoding of the file, behind its byte order mark if it has one.

    Args:
        source: The file.
        text: What it is to say.
        like: Its bytes.
    """
    encoding = source.encoding
    mark = next((m for m, _codec, name in _MARKS if name == encoding and like.startswith(m)), b"")
    return mark + text.encode("utf-8" if encoding == "utf-8-sig" else encoding)


def notices(source: SourceText) -> list[Problem]:
    """What to tell the user about the encoding: nothing for UTF-8."""
    if source.encoding.startswith("utf-8"):
        return []
    message = _("the file is not UTF-8; it was read as {encoding}")
    return [
        source.problem(
            "PF005",
            message.format(encoding=source.encoding.upper()),
            hint=_("save it as UTF-8 so that every program reads it alike"),
            severity=Severity.INFO,
        )
    ]


def _decode(path: str, data: bytes) -> SourceText:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return SourceText(path, data[len(mark) :].decode(codec), name)
            except UnicodeDecodeError as error:
                raise FileProblems([_broken(path, data, codec, len(mark), error)]) from error
    if (unmarked := _utf_16(data)) is not None:
        return SourceText(path, *unmarked)
    try:
        return SourceText(path, data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = error
    if not _mostly_utf_8(data):
        text = _gb18030(data)
        if text is not None:
            return SourceText(path, text, "gb18030")
        if INVISIBLE.search(data.decode("latin-1"), 0, 8192) or b"\0" in data:
            raise FileProblems([_not_text(path, _("a binary file"))])
        raise FileProblems([_unknown(path)])
    raise FileProblems([_broken(path, data, "utf-8", 0, broken)])


def _utf_16(data: bytes) -> tuple[str, str] | None:
    """Text and encoding, when there is no byte order mark but one order alone makes sense.

    In a plan, line ends and colons are ASCII, so that their upper bytes are zero.
    """
    if len(data) % 2 or b"\0" not in data:
        return None
    zeros = {"utf-16-le": data[1::2].count(0), "utf-16-be": data[0::2].count(0)}
    codec = max(zeros, key=zeros.__getitem__)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return (text, codec) if plausible(text) else None


def _gb18030(data: bytes) -> str | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if plausible(text) else None


@cache
def _common() -> frozenset[str]:
    """Common Han characters, simplified and traditional, and the punctuation beside them.

    They are the first levels of GB/T 2312 (rows B0 to D7) and of Big5 (rows A4 to C6).
    """
    upper = range(0xA1, 0xFF)
    simplified = _rows(range(0xB0, 0xD8), upper).decode("gb2312", "ignore")
    traditional = _rows(range(0xA4, 0xC7), (*range(0x40, 0x7F), *upper)).decode("big5", "ignore")
    marks = (*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F), 0xB7, *range(0x2010, 0x2027))
    return frozenset(simplified).union(traditional, map(chr, marks))


def _rows(leads: Iterable[int], trails: Iterable[int]) -> bytes:
    return bytes(byte for pair in product(leads, trails) for byte in pair)


def plausible(text: str) -> bool:
    """Whether it reads like Chinese: nothing unprintable, other characters mostly common ones.

    In real text nearly all are common; what is read in a wrong encoding stays below a half.
    """
    if INVISIBLE.search(text):
        return False
    others = [character for character in text if character > "\x7f"]
    return sum(map(_common().__contains__, others)) * 10 >= len(others) * 7


def _mostly_utf_8(data: bytes) -> bool:
    """Whether nearly all bytes beyond ASCII belong to valid UTF-8 sequences."""
    beyond = sum(byte > 0x7F for byte in data)  # noqa: PLR2004  end of ASCII
    valid = sum(
        len(character.encode())
        for character in data.decode("utf-8", "ignore")
        if character > "\x7f"
    )
    return valid * 10 >= beyond * 8


def _broken(path: str, data: bytes, codec: str, skip: int, error: UnicodeDecodeError) -> Problem:
    good = data[skip : skip + error.start].decode(codec)
    line_end = data.find(b"\n", skip + error.start)
    rest = data[skip + error.start : line_end if line_end >= 0 else None]
    shown = SourceText(path, good + rest.decode(codec, "replace"))
    message = _("the bytes {bytes} are not {encoding}")
    broken = data[skip + error.start : skip + error.end].hex(" ").upper()
    return shown.problem(
        "PF005",
        message.format(bytes=broken, encoding=codec.upper()),
        len(good),
        hint=_("type the damaged character again and save the file as UTF-8"),
    )


def _not_text(path: str, kind: str) -> Problem:
    return Problem(
        "PF005",
        _("this is {kind}, not a plan").format(kind=kind),
        path,
        hint=_("a plan file ends in .yaml; an old document can be begun with planforge import"),
    )


def _unknown(path: str) -> Problem:
    return Problem(
        "PF005",
        _("the encoding of the file cannot be told"),
        path,
        hint=_("save the file as UTF-8"),
    )


def _is_surely_visible(data: bytes, source: SourceText) -> bool:
    """Whether it is in UTF-8 and has nothing invisible; false where that takes a search to tell.

    To look for one byte after the other takes a third of the time of a search.
    """
    return (
        source.encoding.startswith("utf-8")
        and not any(map(data.__contains__, _SUSPECT_BYTES))
        and not any(map(source.text.__contains__, _SUSPECT_CHARACTERS))
    )


def is_printable(text: str) -> bool:
    """Whether ``text`` is such that nothing of it can be `INVISIBLE`.

    Most texts are, and tell so in less time than that class takes to compile.
    """
    for blank in "\n\r\t\u3000":
        text = text.replace(blank, "")
    return text.isprintable()


def _invisible(source: SourceText) -> list[Problem]:
    message = _("a character that cannot be printed stands here: {character}")
    return [
        source.problem(
            "PF005",
            message.format(character=code_point(found[0])),
            found.start(),
            hint=_("delete it"),
        )
        for found, _count in zip(
            INVISIBLE.finditer(source.text), range(_MOST_REPORTED), strict=False
        )
    ]
