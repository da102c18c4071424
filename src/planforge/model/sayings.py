"""Goals in good Chinese: symbols as words, ranges with their dash, one clause with what counts."""

from __future__ import annotations

import re
from typing import Final

from planforge.patterns import pattern

from .figure_forms import AIM, ALL, EACH, FIGURE, ZERO
from .operators import OPERATOR, SAID, SUFFIX, SYMBOLS
from .wording import compact, fold, long_dashes

_TRADITIONAL: Final = str.maketrans("于过达为实现", "於過達為實現")

_SYMBOL: Final = pattern(
    rf"(?P<symbol>{'|'.join(SYMBOLS)})\s*(?=(?:约|近|大约)?\s*[0-9零一二两三四五六七八九十百千])"
)
# What most goals begin with. The form of all the others takes longer to compile than to say them.
_USUAL: Final = pattern(r"(?P<symbol>[≥≤])(?=[0-9])")
_OPERATORS: Final = tuple(OPERATOR)
_ONE_SIGN: Final = pattern(rf"({FIGURE})\s*(?P<to>-+|至|到)\s*(?P<high>{FIGURE})")
_LOOSE_SIGN: Final = pattern(r"(?<=[0-9０-９])\s+(?=[%％‰])")
_SIGNED: Final = pattern(r"[%‰]$")
_RATED: Final = ("%", "‰", "元", "分", "倍", "百分点", "个百分点")

_ABOUT: Final = "(?:约|近|大约)?"
# What links an indicator to a goal of this form; the first that fits. A goal that begins with a
# word of its own (每人补贴100元, 年内一次) needs no link; any other beginning gets a colon.
_VERBS: Final = tuple(
    (pattern(form), verb)
    for form, verb in (
        (r"[零0]$", "为"),
        (rf"{AIM}(?:{'|'.join(map(re.escape, OPERATOR))})", ""),
        (EACH.pattern, ""),
        (rf"{AIM[:-1]}+|实现|确保|[率数量]为|年内|全年|上半年|下半年", ""),
        (rf"(?:{ZERO.pattern}|{ALL.pattern})$", "实现"),
        (
            rf"{_ABOUT}{FIGURE}.*(?:{'|'.join(w for w, o in SUFFIX.items() if o == '<=')})$",
            "控制在",
        ),
        (rf"{_ABOUT}{FIGURE}元/", "为"),
        (rf"{FIGURE}(?:-|至|到|—){FIGURE}$", "保持在"),
        (rf"{_ABOUT}{FIGURE}", "达到"),
    )
)


def in_words(text: str, unit: str, *, traditional: bool) -> str:
    """``text`` with its symbol said in words and its range written with a dash."""
    text = _LOOSE_SIGN.sub("", text) if len(text.split()) > 1 else text
    folded = fold(text)
    if symbol := _USUAL.match(folded) or _SYMBOL.search(folded):
        operator = SYMBOLS[symbol["symbol"]]
        counted = bool(unit) and not unit.startswith(_RATED)
        said = _in_script(SAID[operator][counted], traditional=traditional)
        rest = text[symbol.end() :]
        if operator != "=":
            # ≥95%以上: the longest word that it ends with comes first.
            twice = next(filter(fold(rest).endswith, SUFFIX), "")
            rest = rest[: len(rest) - len(twice)]
        return text[: symbol.start()] + said + rest
    if between := _ONE_SIGN.search(folded):
        low, high = between[1], between["high"]
        sign = high[-1] if _SIGNED.search(high) and not _SIGNED.search(low) else ""
        mark = text[between.end() - 1] if sign else ""
        start, end = between.span("to")
        dash = long_dashes(text[start:end])
        return text[:start].rstrip() + mark + dash + text[end:].lstrip()
    return text


def clause(indicator: str, words: str, *, measured: bool, traditional: bool) -> str:
    """``words`` (of a goal) said of ``indicator``: 职工入会率不低于98%, 工会会员服务卡达到3万张."""
    folded = compact(words)
    if not indicator or indicator in words:
        return words
    if folded.startswith("率为") and indicator.endswith("率"):
        return indicator + words[1:]
    if measured and folded.startswith(_OPERATORS):
        return indicator + words
    verb = next((verb for form, verb in _VERBS if form.match(folded)), "：") if measured else "："
    return indicator + _in_script(verb, traditional=traditional) + words


def _in_script(word: str, *, traditional: bool) -> str:
    return word.translate(_TRADITIONAL) if traditional else word
