"""PF419: sentences that stop in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.passages import Role
from planforge.lint.rule import WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.passages import Passage
    from planforge.lint.subject import Subject

_MARK: Final = pattern(r"[，,、（(“《「『](?=\n|\Z)")
# A long line of sentences that ends without a mark, and another one below it.
_WORD: Final = pattern(r"\n(?=[\u3400-\u9fff])(?<=[\u3400-\u9fff]{4}\n)")
_ANNOUNCING: Final = ("：", ":")
_BEHIND: Final = frozenset({"title", "attachments", "signature", "layout", "imprint", "protect"})
_SENTENCE: Final = "。"
_LONG: Final = 30


@rule("PF419", "cut-off", "句子中断", WARNING)
def cut_off(subject: Subject) -> Iterator[Finding]:
    """A paragraph that ends in the middle of a sentence, or announces what does not follow."""
    for hit in subject.prose.find(_MARK, roles={Role.TEXT}):
        yield _found(subject, hit.passage, hit.start)
    for hit in subject.prose.find(_WORD, roles={Role.TEXT}):
        text = hit.passage.node.value
        line = text[text.rfind("\n", 0, hit.start) + 1 : hit.start]
        if len(line) >= _LONG and _SENTENCE in line:
            yield _found(subject, hit.passage, hit.start - 1)
    if last := next(_from_the_end(subject), None):
        said = last.node.value.rstrip()
        if last.role is Role.TEXT and said.endswith(_ANNOUNCING):
            yield _found(subject, last, len(said) - 1)


def _from_the_end(subject: Subject) -> Iterator[Passage]:
    """The texts of the body, the last one first."""
    return (one for one in reversed(subject.prose.passages) if one.section not in _BEHIND)


def _found(subject: Subject, passage: Passage, place: int) -> Finding:
    return subject.within(
        passage.node,
        place,
        place + 1,
        _("the sentence stops in the middle"),
        hint=_("write its end, or join the two lines: each line is printed as a paragraph"),
    )
