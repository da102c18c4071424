"""Text of the user cut into lines and paragraphs."""

from __future__ import annotations

from typing import Final

from .width import is_wide

CLOSING_MARKS: Final = "”’」』）》"
END_MARKS: Final = frozenset("。！？；：…，、.!?;:,")


def paragraphs(text: str) -> tuple[str, ...]:
    """One paragraph per non-blank line of ``text``, without blanks at either end.

    Indents and trailing blanks are layout made by hand; the page style sets the indent.
    """
    if not text:
        return ()  # most texts that a plan could have
    return tuple([stripped for line in text.splitlines() if (stripped := line.strip())])


def one_line(text: str) -> str:
    """``text`` without line breaks; words of Latin letters stay apart."""
    if not text:
        return ""
    joined, *others = paragraphs(text) or ("",)
    for line in others:
        apart = not (is_wide(joined[-1]) or is_wide(line[0]))
        joined += f" {line}" if apart else line
    return joined


def ends_in_a_mark(text: str) -> bool:
    """Whether a sentence or clause visibly ends with ``text``."""
    return text.rstrip(CLOSING_MARKS)[-1:] in END_MARKS


def split_first_sentence(text: str) -> tuple[str, str]:
    """The first sentence up to its 。 (and closing quotes), and the rest; nothing is lost.

    The first part is empty when there is no second sentence.
    """
    end = text.find("。") + 1
    while end and text[end : end + 1] and text[end] in CLOSING_MARKS:
        end += 1
    return (text[:end], text[end:]) if text[end:].strip() and end else ("", text)
