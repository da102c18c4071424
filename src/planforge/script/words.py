"""Simplified text cut into words, each with the vocabulary's answer where there is one."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, compress
from typing import TYPE_CHECKING, Final

from .dictionary import is_word, segmenter
from .shapes import is_person
from .together import BORDER
from .vocabulary import people_words, surnames, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# What makes the word before it a name.
_TITLES: Final = re.compile(
    "(?:副?(?:主席|主任|书记|组长|部长|会长|校长)|院长|园长|厂长|总?经理|处长|科长|局长|站长|班长|队长"
    "|委员(?!会)|老师|师傅|同志|教授|医生|大夫|护士长|工程师|先生|女士)"
)
_BEFORE_NAMES: Final = frozenset("由请和与及同是为")
_LONGEST_NAME: Final = 3
# No given name has these: 后工会主席 is no person called 后工会, and one text is not the next.
_NOT_IN_NAMES: Final = frozenset("会部委局处厂校司党团" + BORDER)
_WORDS_OF_A_NAME: Final = 4

_SHORTEST_ENTRY: Final = 2

_OPENING: Final = frozenset("《〈“‘「『")
_CLOSING: Final = frozenset("》〉”’」』")
_LINE_ENDS: Final = frozenset(("\r\n", "\n", "\r"))

_MOST_KEPT: Final = 1 << 16
# Longer ones are addresses and the like, and do not come again.
_LONGEST_KEPT: Final = 16

# Stands for what has its answer.
_ANSWERED: Final = "\0"


def by_words(text: str, convert: Callable[[Sequence[str]], list[str]], target: str = "") -> str:
    """``text`` converted word by word, or as the vocabulary answers a word.

    Between quotation marks and title marks only the spelling is mended: the wording of laws,
    documents and slogans is never changed.

    Args:
        text: Simplified text.
        convert: Converts words, each by itself.
        target: A key of `planforge.script.targets.TARGETS`; empty for no vocabulary.
    """
    # Guessing unknown words joins loose characters into false ones (并|名), and takes longer.
    words: list[str] = segmenter().cut(text, hmm=False)
    if not target:
        return "".join(convert(words))
    words, places = _split(words, _parts(target))
    converted = convert(words)
    known = vocabulary(target)
    depth = done = 0
    for index in places:
        word = words[index]
        # What is opened and not closed ends with its line.
        if depth and not _LINE_ENDS.isdisjoint(words[done:index]):
            depth = 0
        depth = max(0, depth + (word in _OPENING) - (word in _CLOSING))
        done = index
        if answer := (known.spelling if depth > 0 else known.words).get(word):
            converted[index] = answer
            words[index] = _ANSWERED
        elif (at := _begin_of_name(words, index)) >= 0:
            before, after = convert([word[:at], word[at + 1 :]])
            converted[index] = before + surnames()[word[at]].written + after
            words[index] = word[:at] + _ANSWERED + word[at + 1 :]
    return "".join(converted)


class _Parts(dict[str, tuple[str, ...]]):
    """Word → the parts to look at: itself, those of a compound, or none, as for most words.

    A dictionary answers many times faster than a function, and texts repeat their words.
    """

    def __init__(self, target: str) -> None:
        super().__init__()
        self._known = vocabulary(target).words

    def __missing__(self, word: str) -> tuple[str, ...]:
        parts = _parts_of(word, self._known)
        interesting = len(parts) > 1 or word in self._known or _needs_a_look(word)
        answer = parts if interesting else ()
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[word] = answer
        return answer


def _split(words: list[str], parts: _Parts) -> tuple[list[str], list[int]]:
    """``words`` with compounds in their parts, and where the few stand that are to be looked at."""
    odd = compress(range(len(words)), map(parts.__getitem__, words))
    made: list[str] = []
    places: list[int] = []
    done = 0
    for place in odd:
        inside = parts[words[place]]
        made += words[done:place]
        places += (len(made) + at for at, part in enumerate(inside) if parts[part])
        made += inside
        done = place + 1
    made += words[done:]
    return made, places


@cache
def _parts(target: str) -> _Parts:
    return _Parts(target)


def _needs_a_look(word: str) -> bool:
    if word in _OPENING or word in _CLOSING:
        return True
    at = _place_of_surname(word)
    # 后勤主任 is no person called 后勤.
    return at >= 0 and (not word[1:] or not is_word(word) or _is_titled(word, at))


def _place_of_surname(word: str) -> int:
    """Where in a word a surname may stand: 范丽, 由范; -1 where there is none."""
    at = 1 if word[0] in _BEFORE_NAMES and word[1:] else 0
    known = surnames().get(word[at])
    return at if known is not None and known.in_prose else -1


def _is_titled(word: str, at: int) -> bool:
    return _TITLES.fullmatch(word, at + 1) is not None


def _begin_of_name(words: Sequence[str], index: int) -> int:
    """Where in the word at ``index`` a surname with a title begins; -1 where none does."""
    at = _place_of_surname(words[index])
    return at if at >= 0 and _is_name(words, index, at) else -1


def _is_name(words: Sequence[str], index: int, at: int) -> bool:
    """Whether a name with a title begins at character ``at`` of a word: 范主席, 范丽同志."""
    word = words[index]
    if _is_titled(word, at):
        return True
    if word[1:] and is_word(word):
        return False
    if not at and _follows_title(words, index):
        return True
    before = word[:at] or (words[index - 1] if index else "")
    begins = not before or before in _BEFORE_NAMES or not before[-1].isalnum()
    if not begins and not surnames()[word[at]].anywhere:
        return False
    # The segmenter leaves rare given names in single characters, so a few words are joined.
    ahead = "".join(words[index : index + _WORDS_OF_A_NAME])[at:]
    return any(
        _TITLES.match(ahead, length) and _NOT_IN_NAMES.isdisjoint(ahead[1:length])
        for length in range(1, _LONGEST_NAME + 1)
    )


def _follows_title(words: Sequence[str], index: int) -> bool:
    """Whether the word at ``index`` begins a name behind a title: 副主席余发展."""
    if not index or not _before_a_name().search(words[index - 1]):
        return False
    for end in range(index + 1, min(index + _LONGEST_NAME, len(words)) + 1):
        name = "".join(words[index:end])
        after = words[end] if end < len(words) else ""
        if not after[:1].isalnum() or after in people_words("duty"):
            return 1 < len(name) <= _LONGEST_NAME and is_person(name, in_prose=True)
    return False


@cache
def _before_a_name() -> re.Pattern[str]:
    labels = "|".join(label for label in people_words("label") if label.endswith(("人", "成员")))
    return re.compile(f"(?:{_TITLES.pattern}|{labels})$")


def _parts_of(word: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """A compound that holds a word of the vocabulary in its parts: 信息 and 管理 for 信息管理.

    The segmenter has many compounds in its dictionary, and what is said about a word holds for
    them too. What stands before and after has to be a word, or the border would be a wrong one.
    """
    if len(word) <= _SHORTEST_ENTRY or word in known or word.isascii():
        return (word,)
    for start, end in combinations(range(len(word) + 1), 2):
        # What is said about a single character holds where it stands alone: 签, but not 标签页.
        if end - start >= _SHORTEST_ENTRY and word[start:end] in known:
            before, after = word[:start], word[end:]
            if all(not one or is_word(one) for one in (before, after)):
                return tuple(filter(None, (before, word[start:end], *_parts_of(after, known))))
    return (word,)
