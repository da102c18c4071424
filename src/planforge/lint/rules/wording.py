"""PF5: words that nobody meant to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.damage import spun_words, typos
from planforge.language import _
from planforge.lint.damaged import places
from planforge.lint.passages import WORDS
from planforge.lint.rule import ERROR, OFF, WARNING, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.damaged import Place
    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_TWICE: Final = pattern(r"(.+)\1")
_LENGTHS: Final = range(2, 7)
_DOUBLED: Final = pattern(rf"([\u4e00-\u9fff]{{{_LENGTHS[0]},{_LENGTHS[-1]}}})\1")
# 一步一步, 一个一个, 三三两两, 越来越; verbs that are doubled to soften them: 研究研究, 交流交流;
# nouns that end one phrase and begin the next: 安全教育|教育引导, 市总工会|工会工作.
_MEANT: Final = pattern(
    r"[一二三四五六七八九十两百千每各逐越家人天年月日时次个]|"
    r"(?:研究|讨论|商量|交流|学习|了解|活跃|放松|锻炼|休息|考虑|打听|检查|比较|参谋|商议|评比|高兴|轻松|热闹"
    r"|工会|工會|教育|服务|服務|管理|工作|发展|宣传|培训|组织|檢查|學習|討論"
    r"|代表|计划|計劃|建议|規定|规定|提案|主席|安排|领导|指导|报告|通知|决定|要求|负责|参与|会员)$"
)
_FILLER: Final = (
    *("进一步", "切实", "大力", "积极", "认真", "不断", "深入", "全面", "扎实", "努力", "充分"),
    *("牢固", "着力", "紧紧围绕", "高度重视", "狠抓", "营造良好", "切实加强", "全力"),
)
_HAN: Final = pattern(r"[\u4e00-\u9fff]")
_MANY: Final = 3
_SHORTEST: Final = 200
_PER_HUNDRED: Final = 3.0


@rule("PF501", "spun-word", "洗稿词", ERROR)
def spun_word(subject: Subject) -> Iterator[Finding]:
    """A word that a rewriting machine put in the place of another: 坚定不够 for 坚定不移."""
    found = list(places(subject, spun_words.find, roles=WORDS))
    if not found:
        return
    certain = spun_words.certain()
    words = {place.words for place in found}
    # 用心组织 may well be meant where nothing else looks rewritten.
    rewritten = not words.isdisjoint(certain) or len(words) >= _MANY
    for place in found:
        if rewritten or place.words in certain:
            yield _meant(subject, place, _("{words} makes no sense here"))


def _slips(subject: Subject) -> tuple[Place, ...]:
    return tuple(places(subject, typos.find, roles=WORDS))


@rule("PF508", "typo", "错别字", WARNING)
def typo(subject: Subject) -> Iterator[Finding]:
    """A slip that is copied from plan to plan: 走仿, 竟赛, 作工献."""
    for place in subject.once(_slips):
        if not _TWICE.search(place.words):
            yield _meant(subject, place, _("{words} is a slip"))


@rule("PF513", "doubled-word", "词语重复", WARNING)
def doubled_word(subject: Subject) -> Iterator[Finding]:
    """A word written twice by mistake: 的的, 性性, 活动活动."""
    taken: set[tuple[int, int]] = set()
    for place in subject.once(_slips):
        if _TWICE.search(place.words):
            taken.add((id(place.passage.node), place.start))
            yield _meant(subject, place, _("{words} has a word twice"))
    for hit in subject.prose.find(_DOUBLED) if _may_double(subject.prose.text) else ():
        word = hit.match[1]
        if (id(hit.passage.node), hit.start) in taken or _MEANT.match(word):
            continue
        if hit.passage.text[hit.start - 2 : hit.start] == word or _TWICE.search(word):
            continue
        yield subject.hit(
            hit,
            _("{words} has a word twice").format(words=hit.words),
            hint=_("leave one of them out"),
            new=word,
            safe=False,
        )


def _may_double(text: str) -> bool:
    """Whether a word may stand there twice in a row; nearly always not.

    The text, as one number, is laid over itself a word further on: what is the same is zero. An
    expression that refers back takes six times as long to say so.
    """
    data = text.encode("utf-16-le", "surrogatepass")
    whole = int.from_bytes(data, "little")
    return any(
        bytes(2 * length) in (whole ^ whole >> 16 * length).to_bytes(len(data), "little")
        for length in _LENGTHS
    )


@rule("PF509", "filler", "套话过多", OFF)
def filler(subject: Subject) -> Iterator[Finding]:
    """More stock words than a plan can bear: 进一步, 切实, 大力 …; of the whole plan."""
    text = "\n".join(one.node.value for one in subject.prose.passages if one.role in WORDS)
    length = len(_HAN.findall(text))
    if length < _SHORTEST:
        return
    limit = float(subject.setting("PF509", "per_hundred") or _PER_HUNDRED)
    counts = {word: count for word in _FILLER if (count := text.count(word))}
    density = 100 * sum(counts.values()) / length
    if density > limit:
        most = sorted(counts, key=lambda word: -counts[word])[:3]
        yield subject.at(
            (),
            _("{count} stock words in {length} characters, most of all {words}").format(
                count=sum(counts.values()), length=length, words="、".join(most)
            ),
            hint=_("say what is done, by whom, until when"),
        )


def _meant(subject: Subject, place: Place, message: str) -> Finding:
    right = place.damage.replacement
    return place.found(
        subject,
        message.format(words=place.words),
        hint=_("write {right}").format(right=right) if right else _("write it anew"),
        new=right,
        safe=False,
    )
