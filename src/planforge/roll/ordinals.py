"""第N届, 第N次, 第N个 and N周年: what counts once a year, and what nobody can count from here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from planforge import files, resources
from planforge.errors import UserError
from planforge.language import _
from planforge.lint.passages import PRINTED
from planforge.model.numerals import number
from planforge.patterns import pattern
from planforge.source.load import load

from .numerals import ordinal_like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.prose import Hit

    from .rolling import Rolling
    from .turn import Turn

_SMALL: Final = r"(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,4})"
_ORDINAL: Final = pattern(rf"第{_SMALL}(?P<unit>[届屆次个個])")
# 第二次会议 counts within a term of office; 第一次协商 and 第二个星期三 count within the year.
_MEETING: Final = pattern(r"(?:全体|全體)?(?:会议|會議|代表|会员|會員|委员|委員|全委)")
_ANNIVERSARY: Final = pattern(rf"{_SMALL}周年")
FILE: Final = "roll.yaml"
_NEAR: Final = 16


class Words(BaseModel):
    """What counts on every year and what does not.

    Attributes:
        bodies: Congresses and committees, which sit for years.
        yearly: What is held every year.
        first: Festival → year of the first one.
        founded: What was founded → year.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    bodies: tuple[str, ...]
    yearly: tuple[str, ...]
    first: dict[str, int]
    founded: dict[str, int]


def ordinals(rolling: Rolling) -> Iterator[Turn]:
    """What is held every year gets the next number; bodies and meetings are asked about."""
    if not rolling.years:
        return
    for hit in rolling.subject.prose.find(_ORDINAL, telling="第", roles=PRINTED):
        after = hit.passage.node.value[hit.end : hit.end + _NEAR].lstrip('“”"「」《')
        if after.startswith(tuple(_words().first)) or _is_yearly(hit, after):
            yield from _next(rolling, hit)
        elif hit.match["unit"] in "届屆" or (hit.match["unit"] == "次" and _MEETING.match(after)):
            yield _ask(rolling, hit)


def anniversaries(rolling: Rolling) -> Iterator[Turn]:
    """Anniversaries of what was founded in a known year."""
    if not rolling.years:
        return
    for hit in rolling.subject.prose.find(_ANNIVERSARY, telling="周", roles=PRINTED):
        before = hit.passage.node.value[max(0, hit.start - _NEAR) : hit.start]
        founded = next(
            (year for words, year in _words().founded.items() if before.endswith(words)), 0
        )
        counted = _number(hit)
        if founded and counted is not None and counted + founded in rolling.old.years:
            yield from _next(rolling, hit)
        else:
            yield _ask(rolling, hit)


def _ask(rolling: Rolling, hit: Hit) -> Turn:
    reason = _("whether {words} is still right").format(words=hit.words)
    return rolling.question(hit, reason, f"“{hit.words}”是否还对，请核对")


def _is_yearly(hit: Hit, after: str) -> bool:
    if hit.match["unit"] not in "届屆":
        return False
    clause = after
    for mark in "，。；、：（":
        clause = clause.partition(mark)[0]
    is_body = any(word in clause for word in _words().bodies)
    return not is_body and any(word in clause for word in _words().yearly)


def _next(rolling: Rolling, hit: Hit) -> Iterator[Turn]:
    counted = _number(hit)
    if counted is None or counted + rolling.years < 1:
        return
    start = hit.match.start("number") - hit.match.start()
    stop = hit.match.end("number") - hit.match.start()
    new = ordinal_like(hit.match["number"], counted + rolling.years)
    yield rolling.turn(hit, hit.words[:start] + new + hit.words[stop:], _("counts on every year"))


def _number(hit: Hit) -> int | None:
    try:
        return int(number(hit.match["number"]))
    except ValueError:
        return None


def _words() -> Words:
    path = str(resources.path(FILE))
    return _read(path, files.read_file(path))


@lru_cache(maxsize=2)
def _read(path: str, content: bytes) -> Words:
    try:
        return Words.model_validate(load(path, content).data())
    except ValidationError as error:
        raise UserError(_("the file {path} cannot be used").format(path=path)) from error
