"""Blanks that are nothing but space: 月  日, 会员    人, 第（ ）次, 由    同志, 党的 大精神."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.patterns import pattern

from .measure_words import unit_end

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


class Missing(Enum):
    """What a blank waits for."""

    YEAR = auto()
    ORDINAL = auto()
    NUMBER = auto()
    SHARE = auto()
    NAME = auto()


class Blank(Struct, frozen=True):
    """Space where something was to be written.

    Attributes:
        start: Offset of the space, or of the brackets around it.
        end: Offset behind it.
        missing: What it waits for.
    """

    start: int
    end: int
    missing: Missing


class _Form(Struct, frozen=True):
    """What stands on both sides of a blank.

    Attributes:
        missing: What that tells.
        before: Ends where the blank begins.
        behind: Begins where the blank ends.
        wide: Whether one space is not enough, as it may be a slip of the keyboard.
    """

    missing: Missing
    before: re.Pattern[str]
    behind: re.Pattern[str]
    wide: bool


def _form(missing: Missing, before: str, behind: str, *, wide: bool = False) -> _Form:
    return _Form(missing, pattern(f"(?:{before})$"), pattern(behind), wide)


TELLING: Final = " \t\u00a0\u2002\u2003\u3000（("
"""Characters of which every blank has one."""

_SPACE: Final = r"[ \t\u00a0\u2002\u2003\u3000]"
_GAP: Final = pattern(rf"{_SPACE}+|[（(]{_SPACE}*[）)]")
_EMPTY: Final = pattern(rf"[（(]{_SPACE}+[）)]")
_BRACKETS: Final = "（("
_FULL_WIDTH: Final = "\u3000"
_PAIRS: Final = frozenset(("“”", "‘’", "《》", "「」", "『』", "〈〉", "（）", "()", "【】", "[]"))
_LOOK_BACK: Final = 6
_HAN: Final = r"[\u3400-\u9fff]"
_MARK: Final = "[：:，,、；;（(]"
_COUNTED: Final = (
    "零〇一二三四五六七八九十百千万萬亿億两兩几幾数數多余餘半每各本此该該这這那首末历歷逐整某"
)
_PLAIN: Final = rf"(?![{_COUNTED}]){_HAN}"
_FORMS: Final = (
    _form(Missing.ORDINAL, "第", "[届屆次期个個号號条條批名项項轮輪季]"),
    _form(
        Missing.ORDINAL,
        "[党黨]的|全[总總]|工[会會]|十",
        "大(?=精神|以[来來]|[报報]告|代表|[、，。》”」）])|[届屆](?=[一二三四五六七八九十]?[中全次])",
    ),
    _form(Missing.YEAR, f"{_HAN}|{_MARK}", rf"年(?={_SPACE}+月)"),
    _form(
        Missing.YEAR,
        rf"{_PLAIN}(?![全今明去前后後近同当當新上下]){_PLAIN}|[在于於至到从從自为為]|{_MARK}"
        r"|(?<![0-9])20",
        "年(?:度(?=工作|工[会會]|[计計]))?"
        "(?![度轮輪龄齡级級轻輕货貨报報薪代检檢审審青味均终終底初末前])",
        wide=True,
    ),
    _form(
        Missing.NUMBER,
        rf"年{_SPACE}*|[于於在至到从從定]",
        rf"月(?={_SPACE}*(?:[日号號份底初上中下，,。；;、）)]|\Z))",
    ),
    _form(Missing.NUMBER, "月", "[日号號](?![常程期报報益本语語照用子均新])"),
    _form(Missing.SHARE, "[达達为為占佔至到在于於過过]|百分之", "[%％]"),
    _form(Missing.SHARE, _HAN, "[%％]", wide=True),
    _form(Missing.NAME, "由", "同志(?![们們])"),
    _form(
        Missing.NAME,
        "[由请請是为為：:、，,（(和與与及派让讓经經向]",
        "(?:同志|先生|女士|老[师師])(?![们們])|主席|[书書][记記]|部[门門]|科室",
        wide=True,
    ),
    _form(
        Missing.NAME,
        "由",
        "[负負][责責]|[牵牽][头頭]|主持|承[担擔办辦]|主[办辦]|[组組][织織]",
        wide=True,
    ),
    _form(Missing.NAME, "[于於在]", "前(?![往后後期])|[举舉][行办辦]|召[开開]", wide=True),
)
_AMOUNTING: Final = pattern(
    "(?:共[计計]?|合[计計]|[总總][计計]|[约約]|[达達]到?|至少|不[少低多高][于於]|超[过過]|控制在|[为為])$"
)
_LIMITS: Final = pattern("以上|以下|以[内內]|左右")
_CLOSED: Final = pattern(r"[，,。；;、！？：）)\n]|\Z|以上|以下|以[内內]|左右|不等")
_WORD: Final = pattern(f"{_HAN}{_PLAIN}$")
_MARKED: Final = pattern(f"{_MARK}$")
_STOP: Final = pattern("[，,。；;、）)]")
_COLONS: Final = frozenset("：:")
_OPEN: Final = frozenset("第共约約达達到由")
_BEHIND: Final = ("%", "％", "年")
_FIGURES: Final = frozenset(_COUNTED + "0123456789")


def find(text: str) -> Iterator[Blank]:
    """Every space, and every pair of empty brackets, in which something is missing."""
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        if lacking := missing(text, start, end) or _in_brackets(text, start, end):
            yield Blank(start, end, lacking)


def missing(text: str, start: int, end: int) -> Missing | None:
    """What is missing in a space, or in empty brackets; ``None`` where nothing is."""
    before = text[max(start - _LOOK_BACK, 0) : start]
    wide = _is_wide(text[start:end])
    for form in _FORMS:
        if (wide or not form.wide) and form.behind.match(text, end) and form.before.search(before):
            return form.missing
    return Missing.NUMBER if _lacks_number(text, end, before, wide=wide) else None


def _in_brackets(text: str, start: int, end: int) -> Missing | None:
    """What is missing in brackets with room for words; several of them are boxes to tick."""
    if text[start] not in _BRACKETS or not _is_wide(text[start + 1 : end - 1]):
        return None
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    return Missing.NAME if len(_EMPTY.findall(line)) == 1 else None


def is_between_brackets(text: str, start: int, end: int) -> bool:
    """Whether a space is all that stands between two brackets, quotation or title marks."""
    return text[max(start - 1, 0) : start] + text[end : end + 1] in _PAIRS


def may_be_one(text: str, start: int, end: int) -> bool:
    """Whether a space may be a blank though nobody can tell what is missing.

    It stands before what is counted, or behind a colon or such words as 共 and 由.
    """
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    if before in _COLONS and _is_wide(text[start:end]):
        return True
    if before in _FIGURES or behind in _FIGURES:
        return False
    return before in _OPEN or text.startswith(_BEHIND, end) or unit_end(text, end, before) > end


def _is_wide(gap: str) -> bool:
    return len(gap) > 1 or gap == _FULL_WIDTH


def _lacks_number(text: str, end: int, before: str, *, wide: bool) -> bool:
    amounting = _AMOUNTING.search(before)
    if amounting and (_LIMITS.match(text, end) or (wide and _STOP.match(text, end))):
        return True
    last = unit_end(text, end, before[-1:] or "\n")
    if last == end:
        return False
    if wide:
        return bool(amounting or _WORD.search(before) or _MARKED.search(before))
    return bool((amounting or _WORD.search(before)) and _CLOSED.match(text, last))
