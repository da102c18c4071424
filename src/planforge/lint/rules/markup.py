"""PF0 and PF4: signs of another language: templates, HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.language import _
from planforge.lint.passages import PRINTED
from planforge.lint.rule import ERROR, rule
from planforge.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.finding import Finding
    from planforge.lint.subject import Subject

_TEMPLATE: Final = pattern(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}|\{#[^#\n]{0,80}#\}|\$\{[^{}\n]{1,40}\}"
)
_ENTITY: Final = pattern(
    r"&(?:nbsp|amp|lt|gt|quot|apos|[lr][ds]?quo|hellip|[mn]dash|middot|bull|times|divide|emsp|ensp"
    r"|thinsp|copy|reg|yen|deg|permil|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"
)
_TAG: Final = pattern(
    # One capital letter is the name of a group: <A>.
    r"</?(?P<name>p|P|br|BR|div|DIV|span|SPAN|strong|em|font|FONT|a|b|i|u|img|table|TABLE|tbody"
    r"|tr|TR|td|TD|th|ul|ol|li|h[1-6]|center|sup|sub|hr|o:p|script|style)"
    r"(?:\s[^<>\n]{0,200})?/?>"
)
_INLINE: Final = frozenset({"span", "strong", "em", "font", "a", "b", "i", "u", "o:p", "center"})


@rule("PF007", "template-mark", "模板标记未替换", ERROR)
def template(subject: Subject) -> Iterator[Finding]:
    """A mark of a template that nobody filled in: {{ 单位 }}."""
    for hit in subject.prose.find(_TEMPLATE, telling="{", roles=PRINTED):
        yield subject.hit(
            hit,
            _("a mark of a template stands here: {words}").format(words=hit.words),
            hint=_("write what belongs there"),
        )


@rule("PF416", "html-residue", "HTML 残留", ERROR)
def html(subject: Subject) -> Iterator[Finding]:
    """An entity or a tag of HTML: &nbsp;, <br>."""
    for hit in subject.prose.find(_ENTITY, telling="&", roles=PRINTED):
        from html import unescape  # its table of names takes a while to load

        said = unescape(hit.words).replace("\xa0", " ")
        yield subject.hit(
            hit,
            _("{words} is HTML").format(words=hit.words),
            hint=_("write {character}").format(character=said),
            new=said,
            safe=said.isprintable(),
        )
    for hit in subject.prose.find(_TAG, telling="<", roles=PRINTED):
        text = hit.passage.node.value
        edge = hit.start == 0 or hit.end == len(text)
        yield subject.hit(
            hit,
            _("{words} is HTML").format(words=hit.words),
            hint=_("delete it"),
            new="",
            safe=edge or hit.match["name"].lower() in _INLINE,
        )
