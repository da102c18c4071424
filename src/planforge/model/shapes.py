"""Text and lists as people write them: a list where one text is kept, one entry for a list."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeVar

from planforge.language import _

from .reader import Around, Reader
from .refusal import RefusedError

if TYPE_CHECKING:
    from pydantic import ValidatorFunctionWrapHandler

DEEPEST: Final = 4
FORMAT: Final = "1"

T = TypeVar("T")

Plain = str | float
"""What YAML 1.2 readers other than ours may make of a plain text."""


def _joined(separator: str) -> Reader:
    def join(value: Any) -> Any:
        whole = isinstance(value, list) and all(isinstance(part, str) for part in value)
        return separator.join(value) if whole else value

    return Reader(join, Plain | list[Plain | None])


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | int | float) else value


Text = Annotated[str, _joined("\n")]
"""Paragraphs, one per line; a list has one paragraph per entry."""

Words = Annotated[str, _joined("、")]
"""A few words; a list is joined with 、."""

Cell = Annotated[
    str,
    Reader(lambda value: "" if value is None else value, Plain | None),
]
"""One cell of a table; nothing is an empty cell."""

Many = Annotated[tuple[T, ...], Reader(_listed)]
"""A list; a single text is a list of one."""

ONE_OR_MORE: Final = Reader(lambda value: [value] if isinstance(value, dict) else value)

OneOrMore = Annotated[tuple[T, ...], ONE_OR_MORE]
"""A list of mappings; a single mapping is a list of one."""

_level: ContextVar[int] = ContextVar("level", default=0)


def nested(levels: int = 1) -> Around:
    """Lets a list of points lie ``levels`` below what holds it, four levels deep at most.

    A fifth level is refused where it begins.
    """

    def descend(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        level = _level.get() + levels
        if level > DEEPEST and value:
            raise RefusedError(
                _("this would be level {level}, but points go down to level {deepest}").format(
                    level=level, deepest=DEEPEST
                ),
                _("Put these points one level up, or make them one text"),
            )
        token = _level.set(level)
        try:
            return handler(_listed(value))
        finally:
            _level.reset(token)

    return Around(descend)


_ARRANGEMENTS: Final = {
    **dict.fromkeys(("list", "分条", "分條", "列表", "清单", "清單"), "list"),
    **dict.fromkeys(("table", "表格", "表"), "table"),
}


def _arrangement(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if found := _ARRANGEMENTS.get(value.strip().casefold()):
        return found
    raise RefusedError(
        _("“{value}” is not a way to print this").format(value=value),
        _("Write {names}").format(names="list（分条）、table（表格）"),
    )


Arrangement = Annotated[
    Literal["list", "table"],
    Reader(_arrangement, Literal[*_ARRANGEMENTS]),
]
"""Points or a table, in either language."""


def _version(value: Any) -> Any:
    if isinstance(value, list | dict) or str(value).strip() in {FORMAT, f"{FORMAT}.0"}:
        return value if isinstance(value, list | dict) else FORMAT
    raise RefusedError(
        _("format {version} is not known here, only format {known}").format(
            version=value, known=FORMAT
        ),
        _("Write {names}").format(names=FORMAT),
    )


Version = Annotated[Literal["1"], Reader(_version, Literal["1", 1])]
"""The version of the file format."""
