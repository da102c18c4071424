"""PF9: what stands in another plan too; see `planforge.lint.copies` for other files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.language import _
from planforge.lint.finding import Finding
from planforge.lint.paragraphs import SHORTEST, paragraphs
from planforge.lint.rule import WARNING, Rule, declare, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.paragraphs import Long
    from planforge.lint.subject import Subject

declare(Rule("PF902", "near-copy", "与其他计划雷同", WARNING))


@rule("PF901", "repeated-paragraph", "整段重复", WARNING)
def repeated_paragraph(subject: Subject) -> Iterator[Finding]:
    """A long paragraph that stands in the plan twice, or in another file as well."""
    text = subject.source.text
    if not _has_twin(subject):
        return
    seen: dict[bytes, Long] = {}
    for one in subject.once(paragraphs):
        if (first := seen.setdefault(one.mark, one)) is not one:
            line, _column = text.position(first.start)
            message = _("the same paragraph stands in line {line}").format(line=line)
            yield Finding(message, one.start, one.end, _("leave one of them out"))


def _has_twin(subject: Subject) -> bool:
    """Whether two long lines have the same beginning; most plans need no closer look."""
    lines = [line for line in subject.prose.text.split("\n") if len(line) >= SHORTEST]
    return len({line.lstrip()[:4] for line in lines}) < len(lines)
