"""PF9: years and organisations that were left over from the plan this one was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.dated import CLAUSE_ENDS, sentence, speaks_of_the_past
from planforge.lint.passages import Role
from planforge.lint.rule import INFO, WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.prose import Hit
    from planforge.lint.subject import Subject

_YEAR: Final = pattern(
    r"(?P<year>20(?<![0-9〔\[(（]20)[0-9]{2})(?:年度?|(?=工[会會]|[总總]工[会會]|学年|學年))"
)
# What a year in front of such words is the year of: this plan and what it sets out to do.
_OF_PLAN: Final = pattern(
    r"[^，。；、,;：:\n]{0,14}?(?:工作(?:计划|計劃|計畫|要点|要點|思路|目标|目標|安排|方案|任务|任務|重点|重點)"
    r"|(?:全年|年度|各项|各項|重点|重點)(?:工作|任务|任務|目标|目標))"
)
_RANGE: Final = pattern(
    r"[ ]*(?:[-—–―~～至到]|以来|以來|起|版|级|級|届|屆|度?总结|度?總結|度?决算|度?先进|修订)"
)
_ENDED: Final = pattern(
    r"总结|總結|完成|回顾|回顧|相比|增长|增長|同比|比上|较|印发|印發|表彰|评|評|获|獲|底|末"
    r"|决算|基数|基數|审计|考核|检查|验收|盘点|梳理|述职|复盘|起"
)
_FORWARD: Final = 5

_PLACE: Final = "(?:(?![在照据按向由经报的和与及对受实彻])[\u4e00-\u9fff]){2,3}?"
_BODY: Final = "(?:总工会|教育工会|工会|教育局|卫生健康局|人力资源和社会保障局|委|人民政府)"
# What each of them has, beginning with one character, so that a search is quick.
_AUTHORITY: Final = pattern(f"[县市区旗]{_BODY}")
_UNION: Final = pattern(
    rf"(?:(?<=[由在向经报按据照彻实受及、，。；：“（\n ])|^)"
    rf"(?P<place>{_PLACE}[县市区旗])(?P<body>{_BODY})(?![员长])"
)
_OWN: Final = pattern(r"([\u4e00-\u9fff]{2,3}?)([县市区旗])")
_BESIDE: Final = pattern(
    r"[赴到与和同向]|联合|结对|对口|学习|考察|交流|援|合作|共建|友好|兄弟|借鉴"
)


_ANY: Final = frozenset("全各本我该此所")


@rule("PF905", "copied-year", "年份是旧的", WARNING, needs_plan=True)
def year(subject: Subject) -> Iterator[Finding]:
    """A year that is not the plan's own, where the plan names itself or what it sets out to do."""
    period = subject.plan.period
    if period is None or not subject.prose.has("2"):
        return
    own = period.years
    for hit in subject.prose.find(_YEAR, telling="2"):
        written = int(hit.match["year"])
        value = hit.passage.text
        # The title is the business of PF114.
        if hit.passage.section == "title" or written in own:
            continue
        if written > period.end.year + _FORWARD:
            continue
        if written > period.end.year and hit.passage.field != "title":
            continue
        if _RANGE.match(value, hit.end) or _before(hit).endswith(tuple("至到-—–~～《")):
            continue
        if not _OF_PLAN.match(value, hit.end) or _in_title(hit):
            continue
        if speaks_of_the_past(hit) or _ENDED.search(sentence(hit, CLAUSE_ENDS)):
            continue
        yield subject.hit(
            hit,
            _("{year} is not in the period {period}").format(year=written, period=period.text),
            hint=_("write the plan's own year, or say that this is about the past"),
        )


@rule("PF906", "copied-body", "单位或地名是别处的", INFO, needs_plan=True)
def body(subject: Subject) -> Iterator[Finding]:
    """The union or authority of a place of the same rank as the plan's own, but another one."""
    own = _own_places(subject)
    if not own or not subject.prose.has("县市区旗") or not _AUTHORITY.search(subject.prose.text):
        return
    for hit in subject.prose.find(_UNION):
        place = hit.match["place"]
        name, rank = place[:-1], place[-1]
        same_rank = own.get(rank, set())
        if not same_rank or hit.passage.role is Role.NAME or not _ANY.isdisjoint(name):
            continue
        if any(known.endswith(name) or name.endswith(known) for known in same_rank):
            continue
        if speaks_of_the_past(hit) or _BESIDE.search(sentence(hit, CLAUSE_ENDS)):
            continue
        yield subject.hit(
            hit,
            _("{words} is of another place than {own}").format(
                words=hit.words, own="、".join(sorted(known + rank for known in same_rank))
            ),
            hint=_("write your own union and place"),
        )


def _own_places(subject: Subject) -> dict[str, set[str]]:
    """Rank → the places of that rank in the names of the union and of those above it."""
    plan = subject.plan
    names = [plan.title]
    if plan.organization:
        names += [plan.organization.name, plan.organization.superior]
    if plan.signature:
        names.append(plan.signature.body)
    found: dict[str, set[str]] = {}
    for name in (*names, *plan.addressees):
        for place, rank in _OWN.findall(name):
            found.setdefault(rank, set()).add(place)
    return found


def _before(hit: Hit) -> str:
    return hit.passage.text[: hit.start].rstrip()


def _in_title(hit: Hit) -> bool:
    text = hit.passage.text
    return text.rfind("《", 0, hit.start) > text.rfind("》", 0, hit.start)
