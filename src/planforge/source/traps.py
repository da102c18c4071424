"""What people type that YAML does not understand, one pattern each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from planforge.language import _
from planforge.patterns import pattern

if TYPE_CHECKING:
    import re

# Blanks that look like a space and are none: from web pages, from the Chinese keyboard.
ODD_SPACE: Final = "\u3000\xa0\u2000-\u200b\u202f\u205f"
WIDE_COLONS: Final = "：﹕∶︰"

_LEAD: Final = rf"[ \t{ODD_SPACE}]*(?:-[ \t{ODD_SPACE}]+)*"
# A key as people write it: short, without the punctuation of a sentence.
_KEY: Final = (
    rf"(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s:{WIDE_COLONS}\"'#,，。；！？、\[\]{{}}&*!|>@`%?-]"
    rf"[^:{WIDE_COLONS}\"'#，。；！？]{{0,19}}?)"
)
_NUMBER: Final = (
    r"(?:\d{1,2}[.．、)）]|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳])"
)
_VALUE: Final = rf"{_LEAD}(?:{_KEY}[ \t]*:[ \t]+)?"

#: A line that YAML itself takes for a key or for a point of a list.
STRUCTURED: Final = pattern(rf"[ \t]*(?:-(?:\s|$)|{_KEY}[ \t]*:(?:\s|$))")
#: The same, but a point of a list alone does not suffice.
HAS_KEY: Final = pattern(rf"{_LEAD}{_KEY}[ \t]*:(?:\s|$)")
#: A line that YAML takes to the edge of the file, whatever it looks like.
ODD_START: Final = pattern(f"[{ODD_SPACE}]")
#: A text that would be a key if its colon were not full-width.
ALMOST_KEY: Final = pattern(rf"{_KEY}[ \t]*(?P<at>[{WIDE_COLONS}])")
#: The lines of a text that would be keys if their colons were ordinary ones with a space.
ALMOST_KEYS: Final = pattern(rf"(?:^|[\r\n][ ]*){_KEY}[ \t]*(?P<at>[{WIDE_COLONS}]|:(?=[^\s\d/]))")
#: A line of blanks, or of a comment.
EMPTY: Final = pattern(r"\s*(?:#|$)")


class Trap(Struct, frozen=True):
    """One kind of mistake in one line.

    Attributes:
        pattern: Matches the line from its start; its group ``at`` is what is wrong.
        message: What is wrong, for the user.
        hint: What to type instead.
        repair: What stands for ``at`` while the rest of the file is read; None to give the
            line the indentation of its neighbours.
    """

    pattern: re.Pattern[str]
    message: str
    hint: str
    repair: str | None


def indented_with(blank: str) -> str:
    """What is wrong with a line that begins with the odd spaces ``blank``."""
    if blank.strip("\u3000"):
        return _("the line begins with a blank that is no ordinary space")
    return _("the line is indented with a full-width space")


def traps() -> tuple[Trap, ...]:
    """Every trap, in the order in which a line is tried."""
    quote = _("a text that begins with {mark} must stand in quotation marks")
    between_quotes = _("put ordinary quotation marks around the text: '…'")
    name = _("the name behind {mark} may hold only a to z, 0 to 9, - and _")
    rows = (
        *(
            (
                rf"[ \t]*(?P<at>{blanks})",
                indented_with(example),
                _("delete it and indent with ordinary spaces"),
                None,
            )
            for blanks, example in (
                (rf"\u3000+(?![{ODD_SPACE}])", "\u3000"),
                (f"[{ODD_SPACE}]+", "\xa0"),
            )
        ),
        (
            r" *(?:-[ ]+)*-?(?P<at>\t[ \t]*)",
            _("the line is indented with a tab"),
            _("indent with spaces"),
            None,
        ),
        (
            rf"{_LEAD}{_KEY}[ \t]*(?P<at>[{WIDE_COLONS}])",
            _("the colon behind the key is full-width"),
            _("type an ordinary colon and a space"),
            ": ",
        ),
        (
            rf"{_LEAD}{_KEY}[ \t]*(?P<at>:[{ODD_SPACE}]+)",
            _("a full-width space stands behind the colon"),
            _("type an ordinary space"),
            ": ",
        ),
        (
            rf"{_LEAD}{_KEY}(?P<at>(?<!\d):|:(?!\d))(?=[^\s/])",
            _("a space is missing behind the colon"),
            _("type a space behind the colon"),
            ": ",
        ),
        (
            rf" *(?P<at>-[{ODD_SPACE}]+|-)(?=[^\s-])",
            _("a space is missing behind the -"),
            _("type an ordinary space behind the -"),
            "- ",
        ),
        (
            rf"[ ]*(?P<at>\*[ {ODD_SPACE}]+|[•·●○◆■－–—](?![—])[ {ODD_SPACE}]*)(?=\S)",
            _("a point of a list begins with - and a space"),
            _("type - and a space"),
            "- ",
        ),
        (
            rf"[ ]*(?P<at>{_NUMBER}[ {ODD_SPACE}]*)(?=\S)",
            _("a point of a list begins with - and a space"),
            _("type - and a space; planforge adds the number"),
            "- ",
        ),
        (rf"{_LEAD}(?P<at>:)(?:[ \t]|$)", _("there is no key before this colon"), "", "x:"),
        (r"[ ]*(?P<at>＃)", _("a comment begins with an ordinary #"), "", "#"),
        (
            rf"{_LEAD}{_KEY}[ \t]*:[ \t]+(?![\"'\[{{|>&*!#%@`])[^#\r\n]*?(?P<at>:)(?:[ \t]|$)",
            _("a text that contains a colon and a space must stand in quotation marks"),
            _("put the text in quotation marks or use a full-width colon"),
            "-",
        ),
        (
            rf"{_LEAD}{_KEY}[ \t]*:[ \t]+(?P<at>-)(?:[ \t]|$)",
            _("a list begins on a line of its own"),
            _("move the - to the next line"),
            "x",
        ),
        *(
            (
                rf"{_VALUE}(?P<at>{mark}(?=[\w-]*[^\x00-\x7f])[\w-]+){rest}",
                name.format(mark=shown),
                _("write such a name, or put quotation marks around it if it is a text"),
                repair,
            )
            for shown, mark, rest, repair in (
                ("&", "&", r"(?=\s|$)", ""),
                ("*", r"\*", r"(?=\s*(?:#|$))", "x"),
            )
        ),
        *(
            (rf"{_VALUE}(?P<at>{mark}){rest}", quote.format(mark=shown), between_quotes, "x")
            for shown, mark, rest in (
                ("@", "@", ""),
                ("`", "`", ""),
                ("%", "%", ""),
                (",", ",", ""),
                ("]", r"\]", ""),
                ("}", r"\}", ""),
                ("?", r"\?", r"[ \t]"),
                ("*", r"\*", r"(?![A-Za-z0-9_-]+\s*(?:#|$))"),
                ("&", "&", r"(?![A-Za-z0-9_-]+(?:\s|$))"),
                ("!", "!", r"(?![A-Za-z0-9_!:/.-]*(?:\s|$))"),
                ("|", r"\|", r"(?![-+0-9]{0,2}\s*(?:#|$))"),
                (">", ">", r"(?![-+0-9]{0,2}\s*(?:#|$))"),
                ("[", r"\[", r"[^\[\]]*\][ \t]*[^\s#,\]}:]"),
                ("{", r"\{", r"[^{}]*\}[ \t]*[^\s#,\]}:]"),
            )
        ),
    )
    return tuple(Trap(pattern(row[0]), *row[1:]) for row in rows)
