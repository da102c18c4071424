"""A scaffold from answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from planforge.errors import UserError
from planforge.model.period import Period

from .answers import check_text
from .keys import in_english
from .templates import FOLDER, SUFFIX, fill_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from .answers import Answers


def scaffold(  # noqa: PLR0913  one keyword per option of the command
    kind: str,
    answers: Answers,
    *,
    keys: Literal["zh", "en"] = "zh",
    region: str = "cn",
    convert: Callable[[str], str] | None = None,
    schema: str = "",
) -> str:
    """A plan file that renders at once, with guidance as comments; ends with a line end.

    Args:
        kind: English key of the kind.
        answers: What goes in.
        keys: Language of the keys; comments and values stay Chinese.
        region: Code of the region.
        convert: Turns simplified Chinese into the script of the region, keys and comments
            included; what the user typed stays as typed.
        schema: Address of the JSON Schema that editors use; empty for none.

    Raises:
        UserError: There is no scaffold for the kind, the user's own one is faulty, or an
            answer cannot be used.
        FileProblems: The user's own scaffold does not make a YAML file.
    """
    try:
        period = _period(answers.period)
        for text in (answers.organization, answers.superior, schema):
            check_text(text)
    except ValueError as error:
        raise UserError(str(error), getattr(error, "hint", "")) from error
    text = fill_in(
        kind,
        period,
        region,
        convert,
        organization=answers.organization,
        superior=answers.superior,
        author=answers.author,
        schema=schema,
    )
    return in_english(text, f"{FOLDER}/{kind}{SUFFIX}") if keys == "en" else text


def _period(period: Period | str) -> Period:
    return period if isinstance(period, Period) else Period.parse(period)
