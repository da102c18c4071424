"""What `planforge new` asks, and what it takes where nobody answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge import resources
from planforge.language import _
from planforge.model.period import Period

from .spans import default_period
from .templates import FOLDER, SUFFIX, samples

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable


class Answers(Struct, frozen=True):
    """What goes into a scaffold.

    Attributes:
        period: What time the plan covers, or the words for it.
        organization: Full name; an invented one with a remark to change it when empty.
        superior: The union above it; may be empty.
        author: Who drafts the plan; stands in a comment only.
    """

    period: Period | str
    organization: str = ""
    superior: str = ""
    author: str = ""


class Question(Struct, frozen=True):
    """One question on a terminal.

    Attributes:
        name: The attribute of `Answers` that the answer fills.
        prompt: What is asked, in the user's language.
        check: Raises ``ValueError`` with a message for the user when an answer will not do.
        example: A plausible answer, to be shown behind the prompt; may be empty.
        default: Taken when the user just presses Enter; may be empty.
        unanswered: What no answer means, in the user's language; empty when there must be one.
    """

    name: str
    prompt: str
    check: Callable[[str], object]
    example: str = ""
    default: str = ""
    unanswered: str = ""


def kinds() -> tuple[str, ...]:
    """English keys of the kinds that have a scaffold, those of the user included, sorted."""
    return resources.names(FOLDER, SUFFIX)


def questions(
    kind: str,
    today: dt.date,
    *,
    region: str = "cn",
    convert: Callable[[str], str] | None = None,
) -> tuple[Question, ...]:
    """What to ask for a plan of ``kind``, in order.

    Args:
        kind: English key of the kind.
        today: Decides which year is offered.
        region: Code of the region.
        convert: Turns simplified Chinese into the script of the region.

    Raises:
        UserError: There is no scaffold for the kind, or the user's own one is faulty.
    """
    year = default_period(today)
    organization, superior = samples(kind, Period.parse(year), region, convert)
    return (
        Question(
            "organization",
            _("Full name of the union"),
            check_text,
            organization,
            unanswered=_("fill it in later"),
        ),
        Question(
            "superior", _("Union above it"), check_text, superior, unanswered=_("leave it out")
        ),
        Question("period", _("Period of the plan"), Period.parse, _PERIODS, default=year),
    )


_PERIODS: Final = "2027、2027年上半年、2026-2027学年第一学期"


def check_text(text: str) -> None:
    """Nothing, when ``text`` can stand in a title.

    Raises:
        ValueError: It holds a line break or a character that cannot be printed.
    """
    if any(not c.isprintable() and c != "\u3000" for c in text):
        raise ValueError(_("this holds a character that cannot be printed"))
