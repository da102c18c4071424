"""PF1: parts that a plan should have and has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from planforge.language import _, chosen
from planforge.lint.passages import WORDS
from planforge.lint.rule import INFO, OFF, WARNING, rule
from planforge.lint.work import sections, times
from planforge.model.goal import Goal
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

# Sections that say what is to be done.
_DOING: Final = frozenset({"tasks", "stages", "schedule", "sections", "focus", "safeguards"})
_GUIDED: Final = pattern(
    "指[导導]思想|[总總][体體](?:要求|思路)|以[^。；;！!]{2,120}?[为為](?:指[导導引]|[统統][领領]|引[领領])"
)
_TARGET: Final = pattern("目[标標]|指[标標]")
_MONTH: Final = pattern("(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月")
_SEASON: Final = pattern("[一二三四1-4]季度|[上下]半年|[每逐][个個]?(?:半年|[月季周週年]|[学學]期)")
# A plan for one campaign need not speak of everything.
_GENERAL: Final = pattern("工作(?:[计計][划劃畫]|要[点點]|安排|打算|[规規][划劃])|年度")
_FEWEST_DATES: Final = 3
_MANY: Final = 4
_FIGURES: Final = frozenset("0123456789一二两兩三四五六七八九十百零全")


@rule("PF101", "missing-guiding-ideology", "缺指导思想", OFF, needs_plan=True)
def guiding_ideology(subject: Subject) -> Iterator[Finding]:
    """No section says what guides the work, and no sentence does; only asked of the mainland."""
    plan = subject.plan
    if plan.region != "cn" or plan.guiding_ideology or plan.focus:
        return
    if not _GUIDED.search(subject.prose.text):
        yield subject.at(
            ("title",),
            _("the plan does not say what guides it"),
            hint=_("add 指导思想, or a sentence such as “以……为指导” to the preamble"),
        )


@rule("PF102", "missing-targets", "缺工作目标", OFF, needs_plan=True)
def targets(subject: Subject) -> Iterator[Finding]:
    """No section of targets, and no figure anywhere that is to be reached."""
    if subject.plan.targets or any(
        _TARGET.search(one.section.heading or "") for one in subject.once(sections)
    ):
        return
    texts = (p.text for p in subject.prose.passages if p.role in WORDS)
    if not any(Goal.find(text) for text in texts if not _FIGURES.isdisjoint(text)):
        yield subject.at(
            ("title",),
            _("the plan does not say what is to be reached"),
            hint=_("add 工作目标 with a figure, such as 职工入会率达到98%以上"),
        )


@rule("PF103", "missing-tasks", "缺主要任务", WARNING, needs_plan=True)
def tasks(subject: Subject) -> Iterator[Finding]:
    """Nothing but preamble, review, ideology and targets: nothing to do."""
    if not any(one.loc[0] in _DOING for one in subject.once(sections)):
        yield subject.at(
            ("title",),
            _("the plan lists no tasks"),
            hint=_("add 重点任务 with one entry for each task"),
            # Tasks may be told in paragraphs; they are hard to find there, but they are there.
            at_most=INFO if _paragraphs(subject) >= _MANY else None,
        )


def _paragraphs(subject: Subject) -> int:
    preamble = subject.plan.preamble
    return len(preamble.text.split("\n")) if preamble else 0


@rule("PF104", "missing-schedule", "缺时间安排", OFF, needs_plan=True)
def schedule(subject: Subject) -> Iterator[Finding]:
    """No schedule, no stages, and hardly a date anywhere."""
    plan = subject.plan
    if plan.schedule or plan.stages:
        return
    dated = sum(1 for one in subject.once(times) if one.field == "due")
    text = subject.prose.text
    named = {m[0] for m in _MONTH.finditer(text)} | {m[0] for m in _SEASON.finditer(text)}
    if dated + len(named) < _FEWEST_DATES:
        yield subject.at(
            ("title",),
            _("the plan does not say what is done when"),
            hint=_("add 月度安排 or 实施步骤, or give the tasks a 期限"),
        )


@rule("PF106", "missing-signoff", "缺落款", WARNING, needs_plan=True)
def signoff(subject: Subject) -> Iterator[Finding]:
    """Nobody signs the plan, or it has no date."""
    plan = subject.plan
    signature = plan.signature
    signed = plan.organization is not None or bool(signature and signature.body)
    dated = signature is not None and signature.date is not None
    if signed and dated:
        return
    if not (signed or dated):
        message = _("the plan has neither a signing body nor a date")
    else:
        message = _("the plan has no date") if signed else _("nobody signs the plan")
    yield subject.at(
        ("signature",) if signature else ("title",),
        message,
        hint=_("write 落款 with 日期, such as 2027-01-08; the body is taken from 单位"),
    )


@rule("PF113", "missing-topic", "缺本类单位该有的内容", WARNING, needs_plan=True)
def topics(subject: Subject) -> Iterator[Finding]:
    """A subject that plans of this kind should speak about and that no text names."""
    needs: list[dict[str, Any]] = subject.setting("PF113", "needs") or []
    general = bool(needs) and _GENERAL.search(subject.plan.title)
    for need in needs if general else ():
        regions = need.get("regions")
        if regions and subject.plan.region not in regions:
            continue
        text = subject.prose.text
        if not any(word in text for word in need["words"]):
            yield subject.at(
                ("title",),
                _("the plan says nothing about {topic}").format(
                    topic=need["en"] if chosen() == "en" else need["zh"]
                ),
                hint=_("any of these words would do: {words}").format(
                    words="、".join(need["words"])
                ),
            )


@rule("PF118", "leadership-without-head", "领导小组没有组长", WARNING, needs_plan=True)
def head(subject: Subject) -> Iterator[Finding]:
    """Deputies or members of a leading group, but nobody who leads it."""
    leadership = subject.plan.leadership
    if leadership and not leadership.head and (leadership.deputies or leadership.members):
        yield subject.at(
            ("leadership",),
            _("the leading group has nobody who leads it"),
            hint=_("add 组长"),
        )
