"""What is damaged in the lines of a source, kind by kind."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.language import mark

from .sayings import Saying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planforge.damage import Damage

KINDS: Final = {
    "pinyin": Saying("有拼音残留", mark("pinyin was left behind characters")),
    "spaces": Saying("有多余的空格", mark("there are blanks too many")),
    "stray_marks": Saying("有多出来或写错的符号", mark("there are stray marks")),
    "shifted_gbk": Saying("有乱码（GBK 错位）", mark("text was read one byte off (GBK)")),
    "lost_characters": Saying("有认不出的字符", mark("characters are lost")),
    "deleted_marks": Saying(
        "标点和前面的字变成了一个错字", mark("a mark was swallowed by a character")
    ),
    "lost_numbers": Saying("可能丢了数字或百分号", mark("a figure or a percent sign may be lost")),
    "cut_phrases": Saying("有被删掉的词句", mark("words were cut out")),
    "spun_words": Saying("有洗稿换错的词", mark("words were replaced by a rewriting machine")),
    "typos": Saying("有错字", mark("there are slips")),
    "residue": Saying("夹着网页的文字", mark("words of the page are left inside")),
    "placeholders": Saying(
        "有空着没填的年份、数字或名称（如 20xx、__）",
        mark("a year, a figure or a name was never filled in (20xx, __)"),
    ),
}
"""Kind → what is said of a line that has it."""

# Kinds that are told of every line but need no proposal: only the author can fill in a blank.
UNPROPOSED: Final = frozenset({"placeholders"})


class Found(Struct, frozen=True):
    """One damage in one line."""

    kind: str
    damage: Damage


def damages(text: str) -> Iterator[Found]:
    """Everything that is damaged in a line, kind by kind."""
    for kind, find in _finders():
        for damage in find(text):
            yield Found(kind, damage)


@cache
def _finders() -> tuple[tuple[str, Callable[[str], Iterator[Damage]]], ...]:
    return tuple((kind, import_module(f"planforge.damage.{kind}").find) for kind in KINDS)
