"""What is kept of a file in order to compare it with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.lint.paragraphs import CODE as PARAGRAPH
from planforge.lint.paragraphs import lines, mark, paragraphs
from planforge.patterns import pattern
from planforge.script.folded import all_folded, folded

from .grams import Grams, grams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.errors import Severity
    from planforge.lint.engine import Look
    from planforge.lint.subject import Subject

PLAN: Final = "PF902"
LEAST: Final = 0.3
"""So much of the shorter plan has to stand in the other one."""
# Plan files have no ordinals.
_ORDINAL: Final = pattern(r"^\s*(?:第?[（(]?[一二三四五六七八九十\d]+[)）]?[、.．。,，)）是]\s*)+")


class Paragraph(Struct, frozen=True):
    """A long paragraph and where it stands.

    Attributes:
        print: What the same paragraph has in any file and script.
        line: 1-based line of its beginning.
        column: 1-based column.
        end_line: Line behind its end.
        end_column: Column behind its end.
        exempt: Whether a comment says that it may be copied; it is still compared with.
    """

    print: bytes
    line: int
    column: int
    end_line: int
    end_column: int
    exempt: bool = False


class Sketch(Struct, frozen=True):
    """What is kept of one file.

    Attributes:
        path: The file as the user named it.
        owner: Whose plan it is, folded; empty where it does not say.
        grams: A sample of its words.
        paragraphs: Its long paragraphs.
        paragraph: How bad a copied paragraph is; ``None``: not looked for.
        plan: How bad a copied plan is; ``None``: not looked for.
        least: How much of it has to stand in the other plan, 0 to 1.
    """

    path: str
    owner: str
    grams: Grams
    paragraphs: tuple[Paragraph, ...] = ()
    paragraph: Severity | None = None
    plan: Severity | None = None
    least: float = LEAST


def sketch(path: str, look: Look) -> Sketch | None:
    """The sketch of a file that was looked at; ``None`` where no rule compares it."""
    subject, profile = look.subject, look.profile
    if subject is None or profile is None:
        return None
    paragraph, plan = (profile.severities.get(code) for code in (PARAGRAPH, PLAN))
    if not (paragraph or plan):
        return None
    # What a comment exempts is not reported, but others may have copied it.
    if plan and look.is_off(subject.source.text.problem(PLAN, "")):
        plan = None
    return Sketch(
        path,
        _owner(subject),
        grams(*(line.words for line in subject.once(lines))),
        tuple(_paragraphs(subject, look)) if paragraph else (),
        paragraph,
        plan,
        float(subject.setting(PLAN, "least") or LEAST),
    )


def of_text(path: str, text: str) -> Sketch:
    """The sketch of a text that is no plan file; it is compared with, and never reported."""
    words = all_folded([_ORDINAL.sub("", line) for line in text.splitlines()])
    found = [Paragraph(one, 0, 0, 0, 0) for line in words if (one := mark(line))]
    return Sketch(path, "", grams(*words), tuple(found))


def _paragraphs(subject: Subject, look: Look) -> Iterator[Paragraph]:
    text = subject.source.text
    for one in subject.once(paragraphs):
        exempt = look.suppression is not None and look.is_off(
            text.problem(PARAGRAPH, "", one.start, one.end)
        )
        yield Paragraph(one.mark, *text.position(one.start), *text.position(one.end), exempt)


def _owner(subject: Subject) -> str:
    plan = subject.valid
    return folded(plan.organization.name) if plan and plan.organization else ""
