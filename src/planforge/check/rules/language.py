"""The language of the text, as told to Word and as written (checks 43 and 51)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from planforge.check.looks import has_hanzi
from planforge.language import _
from planforge.ooxml.properties import child, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.check.context import Context
    from planforge.check.document import Paragraph
    from planforge.check.finding import Finding

MOST: Final = 20
"""So many characters are shown."""

# Profile → languages of the text, the usual one first.
TAGS: Final = {"gb": ("zh-CN", "zh-SG"), "tw": ("zh-TW",), "hk": ("zh-HK", "zh-MO", "zh-TW")}
# Profile → characters that do not belong there: the set that has those of the script, and the
# conversion that changes the others.
_SETS: Final = {"gb": ("gb2312", "t2s"), "tw": ("big5", "s2tw"), "hk": ("big5hkscs", "s2hk")}
_PLAN: Final = {"tw": ("計劃", "計畫"), "hk": ("計畫", "計劃")}
_DC_LANGUAGE: Final = "{http://purl.org/dc/elements/1.1/}language"


def script(context: Context) -> Iterator[Finding]:
    """Check 43: no character of the other script; the word for plan."""
    profile = context.wording
    charset, conversion = _SETS[profile]
    strange: dict[str, None] = {}
    places = []
    for one in context.document.paragraphs:
        found = [c for c in one.words if _is_foreign(c, charset, conversion)]
        if found:
            strange.update(dict.fromkeys(found))
            places.append(one)
    if strange:
        message = (
            _("traditional characters: {characters}")
            if profile == "gb"
            else _("simplified characters: {characters}")
        )
        shown = "".join(list(strange)[:MOST])
        yield context.finding(
            "PG043",
            message.format(characters=shown + "…" * (len(strange) > MOST)),
            *places,
            found="".join(strange),
            hint=_("planforge convert changes the script of a whole file"),
        )
    yield from _plan(context)


def _plan(context: Context) -> Iterator[Finding]:
    """The word for plan."""
    wrong, right = _PLAN.get(context.wording, ("", ""))
    for one in context.document.paragraphs:
        if wrong and wrong in one.words:
            yield context.finding(
                "PG043",
                _("the word is {wanted} here, not {found}").format(wanted=right, found=wrong),
                one,
                found=wrong,
                wanted=right,
            )


def tags(context: Context) -> Iterator[Finding]:
    """Check 51: one Chinese language in defaults, text, theme and properties."""
    allowed = TAGS[context.wording]
    document = context.document
    default = document.cascade.styles.run_defaults.get("lang.eastAsia", "")
    used: dict[str, Paragraph] = {}
    for one in document.paragraphs:
        for run in one.runs:
            if has_hanzi(run.text):
                used.setdefault(run.properties.get("lang.eastAsia", ""), one)
    settings = child(document.settings, "themeFontLang")
    theme = value(settings, "eastAsia")
    for tag, one in used.items():
        if tag not in allowed:
            message = _("the text is marked as {found}, not {wanted}").format(
                found=tag or _("no language"), wanted=allowed[0]
            )
            place = () if tag == default else (one,)
            yield context.finding(
                "PG051",
                message,
                *place,
                found=tag,
                wanted=allowed[0],
                hint=_("Review, Language: set the proofing language of the whole text"),
            )
    if theme and theme not in allowed:
        yield context.finding(
            "PG051",
            _("the fonts of the theme are chosen for {found}, not {wanted}").format(
                found=theme, wanted=allowed[0]
            ),
            found=theme,
            wanted=allowed[0],
        )
    yield from _property(context, allowed)


def _property(context: Context, allowed: tuple[str, ...]) -> Iterator[Finding]:
    core = context.document.package.part("docProps/core.xml")
    said = core.find(_DC_LANGUAGE) if core is not None else None
    tag = (said.text or "").strip() if said is not None else ""
    if tag and tag not in allowed and not tag.startswith("zh-Han"):
        yield context.finding(
            "PG051",
            _("the document properties say {found}, not {wanted}").format(
                found=tag, wanted=allowed[0]
            ),
            found=tag,
            wanted=allowed[0],
        )


@cache
def _is_foreign(character: str, charset: str, conversion: str) -> bool:
    """Whether a character is missing from a script's own set and has another form there."""
    if not has_hanzi(character):
        return False
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        converted: str = _engine(conversion).convert(character)
        return converted != character
    return False


@cache
def _engine(conversion: str) -> Any:
    from opencc import OpenCC  # most documents need no conversion

    return OpenCC(conversion)
