"""How a field reads what people write before the model checks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from pydantic import TypeAdapter
from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import (
        GetCoreSchemaHandler,
        GetJsonSchemaHandler,
        ValidatorFunctionWrapHandler,
    )
    from pydantic_core import CoreSchema


class Reader(Struct, frozen=True):
    """Turns what a file says into what the type of a field takes.

    Like a validator of the library that goes before, but what editors are told is made for them
    alone, and the function is taken at its word: it has one argument. In a plan with a hundred
    fields the library spends a sixth of its time on that.

    Attributes:
        read: Called with the value of the file.
        takes: Type of what may be written; that of the field when ``None``.
    """

    read: Callable[[Any], Any]
    takes: Any = None

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The type of the field behind the function."""
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """What editors are told."""
        return handler(schema) if self.takes is None else TypeAdapter(self.takes).json_schema()


class Around(Struct, frozen=True):
    """Does something before and after the model checks a field.

    Attributes:
        read: Called with the value of the file and what checks it.
    """

    read: Callable[[Any, ValidatorFunctionWrapHandler], Any]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The type of the field inside the function."""
        return core_schema.no_info_wrap_validator_function(self.read, handler(source))
