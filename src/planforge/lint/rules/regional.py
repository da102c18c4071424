"""PF7: what one region writes and another does not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from planforge import resources
from planforge.language import _
from planforge.lint.finding import Change, Finding, Fix
from planforge.lint.passages import PRINTED
from planforge.lint.rule import ERROR, INFO, OFF, rule
from planforge.lint.script_used import script_used
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.passages import Passage
    from planforge.lint.subject import Subject

_MAINLAND: Final = "cn"
_WESTERN: Final = "“”‘’"
_CORNERS: Final = "「」『』"
_QUOTED: Final = pattern("《[^《》\n]*》|[“「][^“”「」\n]*[”」]")
# 着 is written 着 in Hong Kong and 著 in Taiwan where it goes with a verb; not in 着火, 着想.
_ALTERNATIVES: Final = "裏裡羣群綫線爲為衆眾麽麼説說啓啟牀床峯峰着臺"


@rule("PF704", "region-variant", "地区异体字", INFO, needs_plan=True)
def variant(subject: Subject) -> Iterator[Finding]:
    """A form of a character that the region of the plan does not use: 裏 in Taiwan."""
    if subject.region == _MAINLAND or not subject.prose.has(_ALTERNATIVES):
        return
    known = _variants(subject.region)
    if known is None:
        return
    wanted, written = known
    for hit in subject.prose.find(wanted):
        right = written[hit.words]
        yield subject.hit(
            hit,
            _("here {right} is written for {words}").format(right=right, words=hit.words),
            hint=_("convert the plan with “{call}”").format(
                call=f"planforge convert --to {subject.region}"
            ),
            new=right,
            safe=False,
        )


@rule("PF705", "region-word", "地区用词", OFF, needs_plan=True)
def word(subject: Subject) -> Iterator[Finding]:
    """A word for which the region of the plan has another one; not in titles and quotations."""
    if subject.region == _MAINLAND or not subject.once(script_used).is_traditional:
        return
    wanted, here = _words(subject.region)
    for hit in subject.prose.find(wanted):
        quoted = _QUOTED.finditer(hit.passage.text)
        if any(match.start() <= hit.start < match.end() for match in quoted):
            continue
        yield subject.hit(
            hit,
            _("here {right} is the word for {words}").format(
                right=here[hit.words], words=hit.words
            ),
            new=here[hit.words],
            safe=False,
        )


@rule("PF706", "region-quotes", "引号体例", INFO, needs_plan=True)
def quotes(subject: Subject) -> Iterator[Finding]:
    """Quotation marks of the other script: 「」 on the mainland, “” elsewhere."""
    wrong, right = (_CORNERS, _WESTERN) if subject.region == _MAINLAND else (_WESTERN, _CORNERS)
    if not subject.prose.has(wrong) or not _marks_fit(subject, right):
        return
    # Simplified texts keep their marks everywhere, and who writes traditional characters and names
    # no region may be anywhere.
    if (subject.region == _MAINLAND) is subject.once(script_used).is_traditional:
        return
    for passage in subject.prose.passages:
        if passage.role in PRINTED and not set(wrong).isdisjoint(passage.text):
            changes = tuple(_changes(passage, wrong, right))
            if not changes:
                continue
            first = changes[0]
            span = subject.span(first.node, first.start, first.end)
            yield Finding(
                _("the quotation marks of this region are {marks}").format(marks=right[:2]),
                *span,
                _("use {marks}, and {inner} inside").format(marks=right[:2], inner=right[2:]),
                Fix(changes, safe=_balanced(passage.text, wrong)),
            )


@rule("PF708", "protected-name", "保护的名称被转换", ERROR, needs_plan=True)
def protected(subject: Subject) -> Iterator[Finding]:
    """A word that conversion was to leave alone and that stands in the plan in the other script."""
    text = subject.prose.text
    missing = [one for one in subject.plan.protect if one and text.count(one) <= 1]
    if not missing:
        return
    from planforge.script.folded import same_script  # loads OpenCC

    plain = same_script(text)
    if len(plain) != len(text):
        return
    for name in missing:
        for match in re.finditer(re.escape(same_script(name)), plain):
            passage, offset = subject.prose.at(match.start())
            start, end = match.start() - offset, match.end() - offset
            if passage.field != "protect" and passage.text[start:end] != name:
                yield subject.within(
                    passage.node,
                    start,
                    end,
                    _("{words} is to be written {name}").format(
                        words=passage.text[start:end], name=name
                    ),
                    hint=_("{name} is listed among the words that are left alone").format(
                        name=name
                    ),
                    new=name,
                    safe=False,
                )


def _changes(passage: Passage, wrong: str, right: str) -> Iterator[Change]:
    text = passage.node.value
    for at, character in enumerate(text):
        if character in wrong and not _is_apostrophe(text, at):
            yield Change(passage.node, at, at + 1, right[wrong.index(character)])


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[at - 1 : at].isascii() and text[at - 1 : at].isalnum()


def _balanced(text: str, marks: str) -> bool:
    return all(text.count(marks[i]) == text.count(marks[i + 1]) for i in (0, 2))


def _marks_fit(subject: Subject, right: str) -> bool:
    """Whether the region really uses these marks; its file may say otherwise."""
    from planforge.regions import load_region

    return load_region(subject.region).quotes == right


@cache
def _variants(region: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    import csv

    lines = resources.read("vocabulary/variants.tsv").decode().splitlines()
    kept = [line for line in lines if not line.startswith("#")]
    rows = [row for row in csv.DictReader(kept, delimiter="\t") if row["region"] == region]
    if not rows:
        return None
    wanted = (
        (f"(?<!{row['before']})" if row["before"] else "")
        + row["character"]
        + (f"(?!{row['after']})" if row["after"] else "")
        for row in rows
    )
    return pattern("|".join(wanted)), {row["character"]: row["written"] for row in rows}


@cache
def _words(region: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Mainland words in the characters of a region → the words that are used there."""
    from planforge.script.converter import Options, prose_converter
    from planforge.script.vocabulary import vocabulary

    written = prose_converter(region, Options(vocabulary="none"))
    here = {written(old): new for old, new in vocabulary(region).wording.items()}
    here = {old: new for old, new in here.items() if old != new}
    longest_first = sorted(here, key=len, reverse=True)
    return pattern("|".join(map(re.escape, longest_first)) or "(?!)"), here
