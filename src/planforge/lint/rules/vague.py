"""PF3: times that tell nobody when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.passages import WORDS, Role
from planforge.lint.rule import INFO, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_WORDS: Final = (
    *("适时", "適時", "择机", "擇機", "择期", "擇期", "择日", "擇日", "近期", "不定期", "不日"),
    *(
        "适当时候",
        "適當時候",
        "适当时间",
        "適當時間",
        "适当时机",
        "適當時機",
        "条件成熟时",
        "條件成熟時",
    ),
    *("有空时", "有空時", "待时机成熟", "待時機成熟"),
)
# 近期目标 is the name of a thing, not a time.
_DEFAULT: Final = pattern(f"(?:{'|'.join(_WORDS)})(?!目标|目標|规划|規劃)")
_TELLING: Final = "".join({word[0] for word in _WORDS})
_ROLES: Final = WORDS | {Role.TIME}


@rule("PF307", "vague-time", "时间含糊", INFO)
def vague(subject: Subject) -> Iterator[Finding]:
    """Words such as 适时 and 近期 that name no time."""
    chosen: Sequence[str] | None = subject.setting("PF307", "words")
    wanted = re.compile("|".join(map(re.escape, chosen))) if chosen else _DEFAULT
    telling = "".join(word[0] for word in chosen) if chosen else _TELLING
    for hit in subject.prose.find(wanted, telling=telling, roles=_ROLES):
        if hit.passage.section != "review":
            yield subject.hit(
                hit,
                _("{words} does not say when").format(words=hit.words),
                hint=_("name a month, a quarter or how often"),
            )
