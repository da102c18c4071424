"""PF1: attachments that the text speaks of and the plan does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.rule import WARNING, rule
from planforge.model.numerals import number
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

# 附件2, 见附件, 填写附件; not the attachments of a mail, nor of another document (其附件).
_NAMED: Final = pattern(
    r"(?<![其及和该該])附件[ ]?"
    r"(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?![0-9个個份类類页頁])"
    r"|(?:[见見]|[详詳][见見]|附於|附于|列[为為])[ ]?[（(]?附件(?![0-9一二三四五六七八九十])"
)
_ELSEWHERE: Final = frozenset({"attachments", "layout"})


@rule("PF116", "missing-attachment", "提到的附件没有", WARNING, needs_plan=True)
def named(subject: Subject) -> Iterator[Finding]:
    """The text names an attachment, and the plan has none, or not so many."""
    there = len(subject.plan.attachments)
    for hit in subject.prose.find(_NAMED, telling="附"):
        # To the notice that issues a plan the plan itself is the attachment.
        if hit.passage.section in _ELSEWHERE:
            continue
        written = hit.match["n"]
        wanted = int(number(written)) if written else 1
        if wanted > there:
            yield subject.hit(
                hit,
                _("the text names {words}, but the plan has no attachment").format(words=hit.words)
                if not there
                else _("the text names {words}, but the number of attachments is {number}").format(
                    words=hit.words, number=there
                ),
                hint=_("list it under 附件, or take the words out"),
            )
