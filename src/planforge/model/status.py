"""How far a task is."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final, Self

from pydantic_core import CoreSchema, core_schema

from planforge.language import _


class Status(StrEnum):
    """How far a task is; read from Chinese or English words, written in English."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The status that a word names.

        Raises:
            ValueError: No status has this name; the message lists the words.
        """
        status = _BY_WORD.get(text.strip().casefold().replace(" ", "_"))
        if status is None:
            words = "、".join(names[0] for names in _WORDS.values())
            raise ValueError(
                _("{text} is not a status; write one of {words}").format(text=text, words=words)
            )
        return cls(status)

    def in_words(self, *, traditional: bool = False) -> str:
        """The Chinese word for it: 进行中, or 進行中 in traditional characters."""
        return _WORDS[self.value][traditional]

    @classmethod
    def _missing_(cls, value: object) -> Self:
        return cls.parse(str(value))

    @classmethod
    def __get_pydantic_core_schema__(cls, *_arguments: Any) -> CoreSchema:
        """Read with `parse`; in JSON Schema the list of all words."""
        return core_schema.no_info_plain_validator_function(
            cls,
            json_schema_input_schema=core_schema.literal_schema([*_BY_WORD]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema()
            ),
        )


# Canonical value → the word in both scripts, then further words that are read.
_WORDS: Final = {
    "not_started": ("未开始", "未開始", "未启动", "未啟動", "待办", "待辦"),
    "in_progress": ("进行中", "進行中", "在办", "在辦", "推进中", "推進中"),
    "done": ("已完成", "已完成", "完成", "办结", "辦結", "已办结", "已辦結"),
    "postponed": ("延期", "延期", "已延期", "推迟", "推遲", "暂缓", "暫緩"),
    "cancelled": ("取消", "取消", "已取消", "canceled"),
}
_BY_WORD: Final = {word: value for value, words in _WORDS.items() for word in (*words, value)}
