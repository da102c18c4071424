"""Organisation, kind and period, where the text says them plainly; nothing is guessed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from planforge.catalogue import load_catalogue
from planforge.model.period import Period
from planforge.regions import load_region

from .words import Words, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_UNION: Final = "总工会|總工會|工会委员会|工會委員會|工会|工會|女职工委员会|女職工委員會"
_NAME: Final = re.compile(
    rf"(?:关于|關於)?(?P<name>[\u3400-\u9fff]{{2,30}}?(?:{_UNION}))(?:委员会|委員會)?"
    r"(?=关于|關於|[0-9二〇○]|工作|年|全年|$)"
)
# What is left of a name without these words tells it from a whole class of unions.
_GENERIC: Final = re.compile(
    "总工会|總工會|工会|工會|女职工|女職工|委员会|委員會|幼儿园|幼兒園|街道|社区|社區|学校|學校|中学|中學|小学|小學|高校|"
    "大学|大學|学院|學院|医院|醫院|机关|機關|公司|企业|企業|集团|集團|基层|基層|教育|系统|系統|直属|直屬|单位|單位|年度|"
    "[省市县縣区區镇鎮乡鄉村校院园園局本某我各]"
)
_LEAST_OWN: Final = 2
# Words of the law and of names, which stand in the texts of one region only.
_REGIONS: Final = {
    "tw": re.compile("民國|勞動基準法|勞基法|勞動部|職業安全衛生法|臺灣|台灣"),
    "hk": re.compile("香港|強積金|僱傭條例|職工會登記|職安健|勞工處"),
    "mo": re.compile("澳門|澳门|勞工事務局"),
}
_OFTEN: Final = 2
_USUAL: Final = "cn"
_YEAR: Final = r"(?:19|20)\d{2}"
_TERM: Final = r"(?:\s?(?:第[一二12]|[上下])(?:学期|學期))?"
_PERIOD: Final = re.compile(
    rf"(?P<school>{_YEAR}\s?[-—–―~～至/]\s?(?:20)?\d{{2}}\s?(?:学年|學年)度?{_TERM})"
    rf"|(?P<half>{_YEAR}年[上下]半年)|(?P<year>{_YEAR})\s?年"
)
_PERIODS: Final = ("school", "half", "year")
# A sentence that calls the text the plan of a year: 特制定2027年工作计划.
_PLAN_OF: Final = re.compile(
    rf"(?:制定|制订|制訂|拟定|擬定|编制|編制)[^。，；,;]{{0,12}}?(?={_YEAR})"
    r"[^。，；,;]{0,24}?(?:计划|計劃|計畫|要点|要點|安排|方案)"
)


def organization(texts: Iterable[Words]) -> Words:
    """The union that one of ``texts`` begins with; empty where none names a particular one."""
    for text in texts:
        found = _NAME.match(text.replace("\n", ""))
        if found and len(_GENERIC.sub("", found["name"])) >= _LEAST_OWN:
            return _spread(text, found.start("name"), found.end("name"))
    return Words("")


def _spread(text: Words, start: int, end: int) -> Words:
    """What stands from ``start`` to ``end`` once the line ends of ``text`` are left out."""
    kept = [place for place, character in enumerate(text) if character != "\n"][start:end]
    return joined(part for part in _lines(text.part(kept[0], kept[-1] + 1)))


def _lines(text: Words) -> Iterator[Words]:
    start = 0
    for line in text.split("\n"):
        yield text.part(start, start + len(line))
        start += len(line) + 1


def kind(title: str, body: str) -> str:
    """The English key of the kind that the title says and the body bears out; else empty.

    The title must say one kind only. The body must use the words of that kind, and more often
    than those of any other.
    """
    words = {
        key: [name for name in term.names if len(name) > 1 and not name.isascii()]
        for key, term in load_catalogue().kinds.items()
    }
    named = [key for key in words if _count(words[key], title)]
    if len(named) != 1:
        return ""
    counts = {key: _count(words[key], body) for key in words}
    mine = counts.pop(named[0])
    return named[0] if mine > max(counts.values(), default=0) else ""


def _count(words: Sequence[str], text: str) -> int:
    return sum(text.count(word) for word in words)


def period(title: Words, paragraphs: Sequence[Words]) -> Words:
    """The period that the title says, or else a sentence that calls this the plan of a year."""
    plans = (text.part(*found.span()) for text in paragraphs if (found := _PLAN_OF.search(text)))
    for text in (title, *plans):
        if found := _PERIOD.search(text):
            group = next(name for name in _PERIODS if found[name])
            return text.part(*found.span(group)) if _is_period(found[group]) else Words("")
    return Words("")


def _is_period(words: str) -> bool:
    try:
        Period.parse(words)
    except ValueError:
        return False
    return True


def region(title: str, lines: Sequence[str]) -> str:
    """The code of the region whose law, names or labels the text uses most; else empty.

    Args:
        title: The title.
        lines: All lines of the text.
    """
    whole = "\n".join((title, *lines))
    counts = {code: len(words.findall(whole)) for code, words in _REGIONS.items()}
    named = {code for code in counts if counts[code] >= _OFTEN or _REGIONS[code].search(title)}
    points = {code: counts[code] + _labels(code, whole, lines) for code in counts}
    ranked = sorted(points, key=lambda one: (points[one], counts[one]))
    second, code = ranked[-2:]
    ahead = (points[code], counts[code]) > (points[second], counts[second])
    told = code in named or points[code] >= _OFTEN
    return code if ahead and told and points[code] > _labels(_USUAL, whole, lines) else ""


def _labels(code: str, whole: str, lines: Sequence[str]) -> int:
    """How often the text uses headings and labels as planforge prints them in a region."""
    headings, told = _own_words()[code]
    found = sum(line.strip().endswith(headings) for line in lines) if headings else 0
    return found + len(told.findall(whole))


@cache
def _own_words() -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
    """Code of a region → the headings that no other one of the first three has, and its labels."""
    words = {code: load_region(code) for code in (*_REGIONS, _USUAL)}
    known = {code: set(one.headings.values()) - {""} for code, one in words.items()}
    found = {}
    for code, one in words.items():
        others = [known[other] for other in _REGIONS if other != code]
        shared = {word for word in known[code] if sum(word in other for other in others) > 0}
        labels = one.labels
        told = f"{labels.owner}|{labels.frequency}|{labels.budget}|{labels.base}"
        found[code] = (tuple(known[code] - shared), re.compile(f"[（；](?:{told})："))
    return found
