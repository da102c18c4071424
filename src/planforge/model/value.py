"""Values that people write as words and programs need as numbers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Self

from msgspec import Struct
from pydantic_core import CoreSchema, core_schema

from planforge.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

# Dates and goals come again and again, within a plan and from plan to plan. The bounds keep what
# is remembered below a megabyte.
_SHORT: Final = 60
_REMEMBERED: Final = 1024


class Value(Struct, frozen=True):
    """A value with the words it was written in.

    Subclasses add what was understood and implement `parse`. As a field of a model it is read
    from a string or a number, and written back as ``text``.

    Attributes:
        text: The words of the user, without surrounding blanks.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value that ``text`` means.

        Raises:
            ValueError: The words cannot be used; the message is meant for the user.
        """
        return cls(text.strip())

    def in_words(self) -> str:
        """As it is printed."""
        return self.text

    def __str__(self) -> str:
        """The words of the user."""
        return self.text

    @classmethod
    def _read(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            text = str(value)
            known: Self = _parsed(cls.parse, text) if len(text) <= _SHORT else cls.parse(text)
            return known
        # pydantic turns this into a problem with a place, as it does with parse errors.
        raise ValueError(_("a text is expected here"))

    @classmethod
    def _input_schema(cls) -> CoreSchema:
        """What editors accept: YAML 1.2 reads 3 and 2027 as numbers."""
        return core_schema.union_schema([core_schema.str_schema(), core_schema.float_schema()])

    @classmethod
    def __get_pydantic_core_schema__(cls, *_arguments: Any) -> CoreSchema:
        """Read with `parse`, written as the text; a string or a number in JSON Schema."""
        return core_schema.no_info_plain_validator_function(
            cls._read,
            json_schema_input_schema=cls._input_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema()
            ),
        )


@lru_cache(maxsize=_REMEMBERED)
def _parsed(parse: Callable[[str], Any], text: str) -> Any:
    return parse(text)
