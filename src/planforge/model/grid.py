"""Tables typed by the user."""

from typing import Any, Self

from pydantic import ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from planforge.language import _

from .entry import Entry, key
from .refusal import RefusedError
from .shapes import Cell, Many


class Grid(Entry):
    """A table typed by the user."""

    caption: str = key(
        "表名",
        default="",
        about="表格名称",
        en="Caption",
        example="工会活动一览",
    )
    columns: Many[str] = key(
        "列",
        "欄",
        "列名",
        about="各列的列名",
        en="Column headings",
        example=["项目", "要求"],
    )
    rows: tuple[tuple[Cell, ...], ...] = key(
        "行",
        "行",
        "各行",
        about="每行一个列表",
        en="One list per row",
        example=[["签到", "全员"]],
    )

    @model_validator(mode="wrap")
    @classmethod
    def _level_rows(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Short rows are filled up with empty cells; a row with too many cells is refused."""
        grid = handler(value)
        width = len(grid.columns)
        long = [number for number, row in enumerate(grid.rows) if len(row) > width]
        if long:
            raise ValidationError.from_exception_data(
                cls.__name__, [_too_long(number, grid.rows[number], width) for number in long]
            )
        rows = tuple(row + ("",) * (width - len(row)) for row in grid.rows)
        return grid if rows == grid.rows else grid.model_copy(update={"rows": rows})


def _too_long(number: int, row: tuple[str, ...], width: int) -> InitErrorDetails:
    message = _("this row has more cells ({cells}) than the table has columns ({columns})").format(
        cells=len(row), columns=width
    )
    refused = PydanticCustomError("value_error", "{error}", {"error": RefusedError(message)})
    return InitErrorDetails(type=refused, loc=("rows", number), input=row)
