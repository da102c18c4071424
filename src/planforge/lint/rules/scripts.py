"""PF7: characters of the wrong script or of no script at all."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from planforge.damage import shifted_gbk, table
from planforge.language import _
from planforge.lint.damaged import places
from planforge.lint.passages import PRINTED, WORDS
from planforge.lint.rule import ERROR, WARNING, rule
from planforge.lint.script_used import script_used
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.prose import Hit
    from planforge.lint.subject import Subject

_VARIANT: Final = pattern(
    "[\uf900-\ufaff\U0002f800-\U0002fa1f]"
    "|(?<=[\u3400-\u9fff\U00020000-\U0003ffff])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_SHOWN: Final = 8
_SUSPECTS: Final = ((0xF900, 0xFAFF), (0x2F800, 0x2FA1F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
_TITLE: Final = pattern("《[^《》\n]*》|“[^“”\n]*”|「[^「」\n]*」")
_WITH_DOTS: Final = frozenset(("hk", "mo"))


@rule("PF701", "mixed-script", "简繁混排", ERROR)
def mixed(subject: Subject) -> Iterator[Finding]:
    """A text with characters of the script that the rest of the plan is not written in."""
    used = subject.once(script_used)
    if not (used.simplified and used.traditional):
        return
    strange = used.simplified if used.is_traditional else used.traditional
    message = (
        _("simplified characters in a traditional plan: {words}")
        if used.is_traditional
        else _("traditional characters in a simplified plan: {words}")
    )
    kept = subject.valid.protect if subject.valid else ()
    runs = pattern(f"[{''.join(sorted(strange))}]+")
    garbled = {id(place.passage.node) for place in places(subject, shifted_gbk.find)}
    found: dict[int, list[Hit]] = {}
    for hit in subject.prose.find(runs):
        # What is garbled is no other script, and is found as such.
        if id(hit.passage.node) in garbled:
            continue
        if not _is_kept(hit.passage.text, hit.start, kept):
            found.setdefault(id(hit.passage.node), []).append(hit)
    for hits in found.values():
        words = list(dict.fromkeys(hit.words for hit in hits))
        yield subject.hit(
            hits[0],
            message.format(words=" ".join(words[:_SHOWN])),
            hint=_("convert the plan with “{call}”").format(call="planforge convert"),
        )


@rule("PF702", "half-converted", "繁体中残留简化字", ERROR)
def half_converted(subject: Subject) -> Iterator[Finding]:
    """A word of a traditional plan in which one character stayed simplified: 干部, 關于."""
    if subject.prose.has("干范于后并系里制复准表松采征斗余游愿划种机党术据极适胜") and (
        subject.once(script_used).is_traditional
    ):
        yield from _wrong_words(subject, "half_converted", _("{words} is only half traditional"))


@rule("PF703", "bad-conversion", "转换错误", ERROR)
def bad_conversion(subject: Subject) -> Iterator[Finding]:
    """What a converter makes of two words when it takes them for another: 睏難, 慰問金髮放."""
    if subject.once(script_used).traditional:
        yield from _wrong_words(subject, "bad_conversions", _("{words} was converted wrongly"))


@rule("PF707", "compatibility-character", "兼容汉字", WARNING)
def compatibility(subject: Subject) -> Iterator[Finding]:
    """A character that Unicode has twice, or a mark that picks one of its forms."""
    if _suspects().isdisjoint(subject.prose.characters):
        return
    for hit in subject.prose.find(_VARIANT, roles=PRINTED):
        new = unicodedata.normalize("NFC", hit.words)
        if new == hit.words and hit.words >= "\uf900" and not _is_selector(hit.words):
            continue
        selector = _is_selector(hit.words)
        yield subject.hit(
            hit,
            _("{code} only picks a form of the character before it; few fonts know it").format(
                code=f"U+{ord(hit.words):04X}"
            )
            if selector
            else _("{code} looks like {character} and is found by no search").format(
                code=f"U+{ord(hit.words):04X}", character=new
            ),
            hint=_("leave it out") if selector else _("write {right}").format(right=new),
            new="" if selector else new,
        )


def _wrong_words(subject: Subject, name: str, message: str) -> Iterator[Finding]:
    for place in places(subject, lambda text: table.find(name, text), roles=WORDS):
        right = place.damage.replacement or ""
        if subject.region in _WITH_DOTS:
            right = right.replace("裡", "裏")
        yield place.found(
            subject,
            message.format(words=place.words),
            hint=_("write {right}").format(right=right),
            new=right,
            safe=False,
        )


def _is_kept(text: str, at: int, kept: tuple[str, ...]) -> bool:
    """Whether the character stands in a title, a quotation or a word that is left alone."""
    if any(match.start() < at < match.end() for match in _TITLE.finditer(text)):
        return True
    return any(
        found <= at < found + len(word)
        for word in kept
        if word and (found := text.find(word, max(at - len(word) + 1, 0))) >= 0
    )


@cache
def _suspects() -> frozenset[str]:
    return frozenset(chr(one) for first, last in _SUSPECTS for one in range(first, last + 1))


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or character >= "\U000e0100"
