"""The tags of a form, and what is wrong with how they are written."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.language import _

from .places import SHOWN, text_of
from .values import TOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .places import Spot

CLOSERS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
PREFIXES: Final = ("tr", "tc", "p", "r")

# Filling in drops them wherever they stand in a tag.
BREAKS: Final = "\n\t"

_DROPPED: Final = str.maketrans("", "", BREAKS)
_AS_BLANKS: Final = str.maketrans(BREAKS, " " * len(BREAKS))
_MARK: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
# Two brackets of a tag, at least one of them from a Chinese keyboard.
_FULL_WIDTH: Final = re.compile(r"(?=.?[｛｝％＃])(?:[{｛][{｛%％#＃]|[}｝%％#＃][}｝])")
_SINGLE: Final = re.compile(r"(?<![{｛])[{｛]\s*([^\s{}｛｝%％#＃]+)\s*[}｝](?![}｝])")
_STRING: Final = re.compile(r"'[^']*'|\"[^\"]*\"|[“”\"][^“”\"]*[“”\"]|[‘’'][^‘’']*[‘’']")
_FULL_WIDTH_SIGN: Final = re.compile("[，。．：；（）［］｜＝＋－＊／＜＞！　]")
_WITH_PREFIX: Final = re.compile(r"(tr|tc|p|r)\s")
_SPACED_PREFIX: Final = re.compile(r"\s+(tr|tc|p|r)\s+(?:for|if|elif|else|endif|endfor|set)\b")


class Fault(Struct, frozen=True):
    """Something wrong in a form.

    Attributes:
        spot: The paragraph.
        tag: The tag as it is written; empty where the paragraph is meant.
        message: What is wrong.
        hint: What to do about it.
    """

    spot: Spot
    tag: str
    message: str
    hint: str = ""


class Tag(Struct, frozen=True):
    """One tag.

    Attributes:
        spot: Where it stands.
        written: The whole of it.
        opener: ``{{`` or ``{%``.
        prefix: ``tr``, ``tc``, ``p``, ``r``, or nothing.
        body: What stands between, without breaks.
    """

    spot: Spot
    written: str
    opener: str
    prefix: str
    body: str

    def fault(self, message: str, hint: str = "") -> Fault:
        """What is wrong with it."""
        return Fault(self.spot, self.written.translate(_AS_BLANKS), message, hint)


def find(places: Iterable[Spot]) -> Iterator[Tag | Fault]:
    """Every tag in the order of the file, and every mistake in how tags are written."""
    for spot in places:
        if any(sign in spot.text for sign in "{}｛｝"):
            yield from _in_paragraph(spot)


def _in_paragraph(spot: Spot) -> Iterator[Tag | Fault]:
    if found := _FULL_WIDTH.search(spot.text):
        yield Fault(
            spot,
            found[0],
            _("braces of a tag have to be half-width"),
            _("write {half}").format(half=unicodedata.normalize("NFKC", found[0])),
        )
        return
    yield from _single(spot)
    yield from _marks(spot)


def _single(spot: Spot) -> Iterator[Fault]:
    """A known name in single braces, which would be printed with them."""
    for found in _SINGLE.finditer(spot.text):
        name = found[1]
        if name.partition(".")[0] in TOP.names:
            yield Fault(
                spot,
                found[0],
                _("a name needs two braces on each side"),
                _("write {half}").format(half="{{ " + name + " }}"),
            )


def _marks(spot: Spot) -> Iterator[Tag | Fault]:
    opener, start, behind = "", 0, 0
    for found in _MARK.finditer(spot.text):
        sign, here = found[0], found.start()
        if here < behind:
            continue
        if opener and sign == CLOSERS[opener]:
            yield from _tag(spot, opener, spot.text[start : found.end()])
            opener = ""
        elif sign in CLOSERS:
            if opener:
                yield _unclosed(spot, opener, start)
            opener, start = sign, here
            if sign == "{#" and (end := spot.text.find("#}", here)) >= 0:
                # A remark: whatever stands in it is left alone.
                opener, behind = "", end
        elif not opener:
            yield Fault(
                spot,
                spot.text[max(here - SHOWN, 0) : found.end()],
                _("{sign} closes a tag that was never opened").format(sign=sign),
            )
    if opener:
        yield _unclosed(spot, opener, start)


def _unclosed(spot: Spot, opener: str, start: int) -> Fault:
    return Fault(
        spot,
        spot.text[start : start + SHOWN],
        _("this tag is not closed in its paragraph"),
        _("write {sign} at its end").format(sign=CLOSERS[opener]),
    )


def _tag(spot: Spot, opener: str, written: str) -> Iterator[Tag | Fault]:
    inside = written[2:-2].translate(_DROPPED)
    prefixed = _WITH_PREFIX.match(inside)
    prefix = prefixed[1] if prefixed else ""
    body = inside[len(prefix) :].strip().removeprefix("-").removesuffix("-").strip()
    tag = Tag(spot, written, opener, prefix, body)
    bare = _STRING.sub("", body)
    if sign := _FULL_WIDTH_SIGN.search(bare):
        yield tag.fault(
            _("{sign} is a full-width sign").format(sign=sign[0]),
            _("write {half}").format(half=_half(sign[0])),
        )
    elif opener == "{{" and prefix:
        yield tag.fault(
            _("values are plain text, which needs no {prefix} here").format(prefix=prefix),
            _("write {half}").format(half="{{ " + body + " }}"),
        )
    elif opener == "{%" and (spaced := _SPACED_PREFIX.match(inside)):
        yield tag.fault(
            _("{prefix} has to follow {{% without a blank").format(prefix=spaced[1]),
            _("write {half}").format(half="{%" + inside.lstrip() + "%}"),
        )
    elif not body:
        yield tag.fault(_("this tag is empty"))
    else:
        yield from _with_its_own(tag)


def _half(sign: str) -> str:
    return {"。": ".", "　": "␣"}.get(sign) or unicodedata.normalize("NFKC", sign)


def _with_its_own(tag: Tag) -> Iterator[Tag | Fault]:
    """A tag for a whole row, cell or paragraph stands alone in it: the rest is dropped."""
    if tag.prefix in {"tr", "tc", "p"}:
        holder = tag.spot.of(tag.prefix)
        if holder is None:
            yield tag.fault(_("this tag belongs into a table"))
            return
        rest = text_of(holder).replace(tag.written, "", 1).strip()
        if rest:
            yield tag.fault(
                _("this tag has to stand alone; “{words}” beside it would be lost").format(
                    words=rest[:SHOWN]
                ),
                _OWN_PLACE[tag.prefix](),
            )
            return
    yield tag


_OWN_PLACE: Final = {
    "tr": lambda: _("give the tag a row of its own"),
    "tc": lambda: _("give the tag a cell of its own"),
    "p": lambda: _("give the tag a paragraph of its own"),
}
