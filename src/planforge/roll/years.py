"""Years, school years and terms: those of the old period become those of the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.passages import PRINTED
from planforge.model.years import year as year_of
from planforge.patterns import pattern

from .numerals import like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.prose import Hit

    from .rolling import Rolling
    from .turn import Turn

_TO: Final = "[-—–－―~～/至到]"
# 2027年, 2027-03, 2026—2027学年, 二〇二七年, 民国116年, 116年度, 116學年度.
_YEAR: Final = pattern(
    r"(?<![0-9.])(?P<full>(?:19|20|21)[0-9]{2})"
    rf"(?=[ ]?年|[-/.][0-9]|[ ]?{_TO}|\.\.|[ ]?[学學]年|$)"
    r"|(?P<spelled>[一二][〇○零一二三四五六七八九]{3})(?=年|[—至])"
    r"|(?P<republic>民[国國][ ]?[0-9]{2,3})(?=[ ]?年|[.-])"
    r"|(?<![0-9.第])(?P<bare>1[0-9]{2})(?=年度|[学學]年|年[0-9])",
)
YEARS: Final = pattern(
    r"(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])|[一二][〇○零一二三四五六七八九]{3}"
    r"|民[国國][0-9]{2,3}|(?<![0-9])1[0-9]{2}(?=年度|[学學]年)"
)
"""Years in words that are nothing but a period."""
_SHORT: Final = pattern(rf"(?<=[0-9]{{4}}{_TO})(?P<short>[0-9]{{2}})(?=[ ]?年?[ ]?[学學]年)")
# The first year of 2026—2027学年 goes with the second.
_PAIR: Final = pattern(rf"[ ]?年?[ ]?{_TO}[ ]?[0-9]{{2,4}}[ ]?年?[ ]?[学學]年")
_HOLIDAYS: Final = pattern("放假|调休|調休|小长假|补班|補班|连休|連假")
_TERM: Final = pattern(r"(?P<lead>第)?(?P<term>[一二12上下])(?P<tail>[学學]期)")
_TITLE: Final = pattern("《[^《》]*$")
_TERMS: Final = {"一": "二", "二": "一", "1": "2", "2": "1", "上": "下", "下": "上"}
# Who else carries such numbers than years.
_HISTORY: Final = ("以来", "以來", "成立", "始建", "创建", "創建", "建校", "建院", "建会", "建會")


def years(rolling: Rolling) -> Iterator[Turn]:
    """Years of the old period anywhere in print; the year before it is asked about."""
    for hit in rolling.subject.prose.find(_YEAR, roles=PRINTED):
        yield from _year(rolling, hit)
    for hit in rolling.subject.prose.find(_SHORT, roles=PRINTED):
        short = f"{(int(hit.words) + rolling.years) % 100:02}"
        if rolling.years and int(hit.words) == rolling.old.end.year % 100:
            yield rolling.turn(hit, short, _("year"))


def _year(rolling: Rolling, hit: Hit) -> Iterator[Turn]:
    if hit.match["bare"] and rolling.subject.region != "tw":
        return
    written = hit.words.replace("國", "国").replace(" ", "")
    year = year_of(written)
    before = hit.passage.node.value[: hit.start]
    after = hit.passage.node.value[hit.end : hit.end + 12]
    if hit.passage.entry.__name__ == "Signature" and hit.passage.field == "approval":
        yield rolling.question(
            hit, _("the approval of the new plan is not known yet"), "新计划的审议情况请重填"
        )
    elif _PAIR.match(after) and year + 1 in rolling.old.years:
        if rolling.years:
            yield rolling.turn(hit, like(hit.words, year + rolling.years), _("year"))
    elif year not in rolling.old.years:
        if year == rolling.old.start.year - 1 and rolling.years > 0:
            yield rolling.question(
                hit, _("a figure or fact of the year before"), "这是再上一年的情况，请更新"
            )
    elif any(word in after for word in _HISTORY):
        return
    elif _TITLE.search(before):
        yield rolling.question(
            hit, _("the title of a document names the year"), "书名号里的文件是否有新一年的，请核对"
        )
    elif rolling.years:
        yield rolling.turn(hit, like(hit.words, year + rolling.years), _("year"))


def holidays(rolling: Rolling) -> Iterator[Turn]:
    """Days off, which the State Council announces in the autumn before the year."""
    if not rolling.years or rolling.subject.region != "cn":
        return
    # In which of them the days off lie, nobody can tell from the words.
    year = "、".join(map(str, rolling.new.years))
    for hit in rolling.subject.prose.find(_HOLIDAYS, telling="假休班", roles=PRINTED):
        reason = _("the official holidays of {year} may not be announced yet").format(year=year)
        note = f"{year}年的放假安排以国务院办公厅通知为准，公布后请核对"
        yield rolling.question(hit, reason, note)


def terms(rolling: Rolling) -> Iterator[Turn]:
    """The other term of a school year, where the plan is rolled from one to the other."""
    if rolling.is_shifted or {rolling.old.kind, rolling.new.kind} != {"term"}:
        return
    for hit in rolling.subject.prose.find(_TERM, telling="学學", roles=PRINTED):
        start = hit.match.start("term") - hit.match.start()
        new = hit.words[:start] + _TERMS[hit.match["term"]] + hit.words[start + 1 :]
        yield rolling.turn(hit, new, _("term"))
