"""The manual page of a rule as people read it: in a terminal, in docs, in a SARIF viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planforge.errors import Severity
from planforge.language import _, chosen, mark

from . import preset
from .page import page
from .rule import RULES
from .rules.file import READING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .page import Page
    from .rule import Rule

LEVELS: Final = {
    Severity.ERROR: mark("error"),
    Severity.WARNING: mark("warning"),
    Severity.INFO: mark("suggestion"),
    None: mark("off"),
}
_MARGIN: Final = "    "


def severities(code: str) -> dict[str, Severity | None]:
    """Preset → how bad a finding of the rule is there; ``None`` where it is not looked for."""
    if code in READING:
        return dict.fromkeys(_presets(), Severity.ERROR)
    return {name: preset.profile(name).severities.get(code) for name in _presets()}


def rule_name(rule: Rule) -> str:
    """The name of a rule in the language of the user."""
    return rule.name if chosen() == "en" else rule.zh


def as_text(code: str) -> str:
    """The page in the language of the user, without a line end behind the last line."""
    rule, read = RULES[code], page(code)
    levels = (f"{name} {_(LEVELS[level])}" for name, level in severities(code).items())
    other = rule.zh if chosen() == "en" else rule.name
    lines = [f"{code} {rule_name(rule)} ({other})", _("; ").join(levels), "", str(read.about)]
    for title, example in ((_("Wrong:"), read.bad), (_("Right:"), read.good)):
        if example:
            lines += ["", title, *(_MARGIN + line for line in example.splitlines())]
    if read.settings:
        lines += ["", _("Settings:")]
        lines += [f"{_MARGIN}{name}  {text}" for name, text in read.settings.items()]
    if read.sources:
        lines += ["", _("Sources:"), *(_MARGIN + source for source in read.sources)]
    if code not in READING:
        lines += ["", _("To turn it off for one line:")]
        lines += [f"{_MARGIN}# planforge: disable={code} -- " + _("why")]
    return "\n".join(lines)


def as_markdown(code: str) -> str:
    """The page in both languages."""
    rule, read = RULES[code], page(code)
    levels = severities(code)
    head = (
        f"# {code} {rule.zh} · {rule.name}",
        "",
        f"| {' | '.join(levels)} |",
        f"|{'---|' * len(levels)}",
        f"| {' | '.join(level.value if level else 'off' for level in levels.values())} |",
        "",
        read.about.zh,
        "",
        read.about.en,
    )
    return "\n".join((*head, *_examples(read), *_settings(read), *_sources(read))) + "\n"


def _examples(read: Page) -> Iterator[str]:
    for title, example in (("不好 · Wrong", read.bad), ("好 · Right", read.good)):
        if example:
            yield from ("", f"## {title}", "", "```yaml", example.rstrip("\n"), "```")


def _settings(read: Page) -> Iterator[str]:
    if read.settings:
        yield from ("", "## 设置 · Settings", "", "| | | |", "|---|---|---|")
        yield from (f"| `{key}` | {one.zh} | {one.en} |" for key, one in read.settings.items())


def _sources(read: Page) -> Iterator[str]:
    if read.sources:
        yield from ("", "## 来源 · Sources", "")
        yield from (f"- {source}" for source in read.sources)


def _presets() -> tuple[str, ...]:
    """From the mildest to the strictest, then those of the user."""
    known = ("draft", preset.DEFAULT, "strict")
    return (*known, *(name for name in preset.names() if name not in known))
