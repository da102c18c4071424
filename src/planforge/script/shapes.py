"""What looks like a person, and what like a department or another word."""

from __future__ import annotations

from functools import cache

from .dictionary import is_ordinary, is_word
from .vocabulary import people_words, surnames


def is_person(name: str, *, in_prose: bool = False) -> bool:
    """Whether a surname of the table and what follows it make a person: 于丽, not 云平台 or 后厨.

    Args:
        name: Two or three characters, the first a surname.
        in_prose: Whether it stands in a sentence, where more other words are possible.
    """
    surname, given = surnames()[name[0]], name[1:]
    if name in _words("other") or name[-1] in _words("unit"):
        return False
    if in_prose and (is_word(name) or (not surname.anywhere and given[1:] and is_ordinary(given))):
        return False
    if _words("given").issuperset(given):
        return True
    # Any given name is possible, but 余下 and 范围 are no people.
    return not in_prose and surname.anywhere and not (is_ordinary(name) or is_ordinary(given))


def is_common(name: str) -> bool:
    """Whether a name may also be words of a sentence: 余波; the 于发展 of 有利于发展."""
    given = name[1:]
    loose = not surnames()[name[0]].anywhere and given[1:]
    return is_word(name) or bool(loose and is_ordinary(given))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(people_words(kind))
