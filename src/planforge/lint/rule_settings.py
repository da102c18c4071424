"""What can be set for rules, and which values fit."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Final

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from planforge.language import _
from planforge.model.nearest import nearest_or_all

from .page import page

Words = Annotated[list[Annotated[str, Field(min_length=1)]], Field(min_length=1)]
Months = list[Annotated[int, Field(ge=1, le=12)]]


class Need(BaseModel):
    """Something that plans of a kind have to speak of.

    Attributes:
        zh: What it is called.
        en: The same in English.
        words: One of them will do.
        regions: Where it is asked for; everywhere when empty.
    """

    model_config = ConfigDict(extra="forbid")

    zh: str
    en: str
    words: Words
    regions: list[str] = []


class Limit(BaseModel):
    """The most that may be spent for each person.

    Attributes:
        words: One of them stands in the name of the line of the budget.
        most: Yuan.
    """

    model_config = ConfigDict(extra="forbid")

    words: Words
    most: Annotated[float, Field(gt=0)]


VALUES: Final[Mapping[str, Mapping[str, Any]]] = {
    "PF109": {"may_be_empty": Months},
    "PF113": {"needs": list[Need]},
    "PF307": {"words": Words},
    "PF309": {"months": Months, "words": Words},
    "PF505": {"years": Annotated[int, Field(ge=0)]},
    "PF509": {"per_hundred": Annotated[float, Field(gt=0)]},
    "PF805": {"limits": list[Limit]},
    "PF902": {"least": Annotated[float, Field(gt=0, le=1)]},
}
"""Rule → what can be set for it → the type of its value."""


class Fault(Struct, frozen=True):
    """Why something cannot be set.

    Attributes:
        message: What is wrong.
        hint: What is meant, or can be.
        unknown: There is nothing of that name, whatever the value.
    """

    message: str
    hint: str
    unknown: bool = False


def fault(code: str, name: str, value: object) -> Fault | None:
    """What keeps a rule from working with a value; ``None`` when nothing does.

    Args:
        code: A rule.
        name: What is set for it.
        value: What somebody set; whole numbers may be texts, as in YAML.
    """
    known = page(code).settings
    if name not in known:
        message = _("{code} has no setting {name}").format(code=code, name=name)
        return Fault(message, nearest_or_all(name, known), unknown=True)
    try:
        _adapter(code, name).validate_python(value)
    except ValidationError:
        message = _("this value of {key} cannot be used").format(key=name)
        return Fault(message, str(known[name]))
    return None


@cache
def _adapter(code: str, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(VALUES[code][name])
