"""Figures of a page layout: an amount with its unit, and what demands it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, ClassVar, Final, Self, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict
from pydantic import BaseModel, ConfigDict
from pydantic_core import CoreSchema, core_schema

from planforge.language import _

TWIPS_PER_POINT: Final = 20
POINTS_PER_INCH: Final = 72
MM_PER_INCH: Final = 25.4

_POINTS: Final = {"pt": 1.0, "mm": POINTS_PER_INCH / MM_PER_INCH, "cm": 720 / MM_PER_INCH}
_WRITTEN: Final = re.compile(r"([-−]?\d+(?:\.\d+)?)\s*([a-z]+|[字行])")


class Strength(StrEnum):
    """How much a clause demands."""

    REQUIRED = "规定"
    RECOMMENDED = "推荐"
    PRACTICE = "实务"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """The same word in traditional characters."""
        traditional = {"規定": cls.REQUIRED, "推薦": cls.RECOMMENDED, "實務": cls.PRACTICE}
        return traditional.get(str(value))


class Misplaced(ValueError):
    """Values that are right one by one and do not fit each other, each with its place.

    Args:
        faults: Keys and numbers on the way to the value → what is wrong with it.
    """

    def __init__(self, faults: Mapping[tuple[str | int, ...], str]) -> None:
        super().__init__(", ".join(faults.values()))
        self.faults = faults


class Part(BaseModel):
    """A mapping of a style file: frozen, unknown keys are errors.

    Attributes:
        clause: Where its figures come from; a figure may name its own.
        strength: How much that clause demands.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    clause: str = ""
    strength: Strength | None = None


class _Said(Part):
    """What the mapping of a figure says."""

    value: str
    least: str = ""
    most: str = ""


class Figure(Struct, frozen=True, dict=True):
    """An amount with its unit: ``37 mm``, or a mapping with ``value``, ``clause``, ``strength``.

    A style has a hundred of them in five kinds: as models these would take longer to make than
    the style to read.

    Attributes:
        units: What the amount may be written in.
        smallest: The smallest amount that a page can have, with its unit.
        largest: The largest one.
        value: The amount as written.
        least: The smallest amount the clause allows; ``value`` itself when empty.
        most: The largest amount the clause allows; ``value`` itself when empty.
        clause: Where it comes from; that of the part when empty.
        strength: How much that clause demands; that of the part when absent.
    """

    units: ClassVar[tuple[str, ...]] = ()
    smallest: ClassVar[str]
    largest: ClassVar[str]

    value: str
    least: str = ""
    most: str = ""
    clause: str = ""
    strength: Strength | None = None

    @classmethod
    def _read(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        figure = cls(value) if isinstance(value, str) else cls(**dict(_Said.model_validate(value)))
        for written in dict.fromkeys((figure.value, *filter(None, (figure.least, figure.most)))):
            found = _WRITTEN.fullmatch(written)
            if found is None or found[2] not in cls.units:
                raise ValueError(
                    _("write a number and its unit ({units})").format(units=", ".join(cls.units))
                )
            if not _points(cls.smallest) <= _points(written) <= _points(cls.largest):
                raise ValueError(
                    _("write an amount from {smallest} to {largest}").format(
                        smallest=cls.smallest, largest=cls.largest
                    )
                )
        return figure

    @classmethod
    def __get_pydantic_core_schema__(cls, *_arguments: Any) -> CoreSchema:
        """A text, or a mapping of the attributes; checked for its unit and its amount."""
        return core_schema.no_info_plain_validator_function(
            cls._read, serialization=core_schema.plain_serializer_function_ser_schema(asdict)
        )

    @property
    def amount(self) -> float:
        """The number in front of the unit."""
        return _amount(self.value)

    @property
    def limits(self) -> tuple[float, float]:
        """The smallest and the largest amount that the clause allows."""
        return _amount(self.least or self.value), _amount(self.most or self.value)

    @property
    def unit(self) -> str:
        """The unit behind the number."""
        found = _WRITTEN.fullmatch(self.value)
        assert found is not None
        return found[2]


@lru_cache(maxsize=1024)
def _amount(written: str) -> float:
    found = _WRITTEN.fullmatch(written)
    assert found is not None
    return float(found[1].replace("−", "-"))


@lru_cache(maxsize=1024)
def _points(written: str) -> float:
    """In points where the unit is one of length, else the amount itself."""
    found = _WRITTEN.fullmatch(written)
    assert found is not None
    return _amount(written) * _POINTS.get(found[2], 1.0)


Sourced: TypeAlias = Part | Figure
"""What may name the clause that it follows."""


class Length(Figure, frozen=True):
    """A length in ``mm``, ``cm`` or ``pt``, up to the largest sheet of Word (22 inches)."""

    units = ("mm", "cm", "pt")
    smallest = "0 mm"
    largest = "558.8 mm"

    @cached_property
    def points(self) -> float:
        """In points."""
        return _points(self.value)

    @property
    def mm(self) -> float:
        """In millimetres."""
        return self.points * MM_PER_INCH / POINTS_PER_INCH

    @cached_property
    def twips(self) -> int:
        """In twentieths of a point, rounded."""
        return round(self.points * TWIPS_PER_POINT)

    @property
    def half_points(self) -> int:
        """In half points, rounded: how Word keeps font sizes."""
        return round(self.points * 2)

    def accepts(self, twips: float, slack: float) -> bool:
        """Whether a length lies between ``least`` and ``most``, give or take ``slack`` twips."""
        least, most = (
            round(_points(edge or self.value) * TWIPS_PER_POINT) for edge in (self.least, self.most)
        )
        return least - slack <= twips <= most + slack

    @property
    def eighths(self) -> int:
        """In eighths of a point, rounded: how Word keeps the thickness of lines."""
        return round(self.points * 8)


class Size(Length, frozen=True):
    """The size of letters or the height of rows, as Word takes them (row heights up to 1584 pt)."""

    smallest = "1 pt"
    largest = "1584 pt"


class Squeeze(Length, frozen=True):
    """What is added between characters; negative moves them together."""

    smallest = "-1584 pt"
    largest = "1584 pt"


class Characters(Figure, frozen=True):
    """A width in characters (一字: the width of one hanzi of the paragraph)."""

    units = ("字", "chars")
    smallest = "0 字"
    largest = "99 字"


class Rows(Figure, frozen=True):
    """A height in rows (一行: the line pitch of the page)."""

    units = ("行", "rows")
    smallest = "0 行"
    largest = "99 行"
