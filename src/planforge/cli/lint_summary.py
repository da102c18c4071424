"""What `planforge lint` says at the end: how many findings, what can be mended, what is stale."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, Final

from planforge.errors import Severity
from planforge.language import _, listed, mark
from planforge.lint.manual import rule_name
from planforge.lint.preset import profile
from planforge.lint.rule import RULES
from planforge.lint.rules.file import READING

from . import terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planforge.lint.configuration import Configuration

    from .lint_run import Run, State

COUNTS: Final = {
    Severity.ERROR: (mark("1 error"), mark("{count} errors")),
    Severity.WARNING: (mark("1 warning"), mark("{count} warnings")),
    Severity.INFO: (mark("1 suggestion"), mark("{count} suggestions")),
}
FILES: Final = mark("1 file"), mark("{count} files")


def say(run: Run, state: State) -> None:
    """Sum up on standard error."""
    for line in _lines(run, state):
        terminal.say(line)


def _lines(run: Run, state: State) -> Iterator[str]:
    tally = state.tally
    if not tally.files:
        if not state.unusable:
            yield _("No file to look at")
        return
    if state.mended:
        sentence = _("would be mended: {count}") if run.wishes.diff else _("mended: {count}")
        yield sentence.format(count=state.mended)
    if run.wishes.update_baseline:
        return
    found = [_counted(COUNTS[s], n) for s in Severity if (n := tally.of(s))]
    yield _("{files}: {findings}").format(
        files=_counted(FILES, tally.files), findings=listed(found) or _("nothing found")
    )
    if not run.wishes.fix and tally.safe:
        yield _("--fix mends {count} of them").format(count=tally.safe)
    if not run.wishes.unsafe and tally.unsafe:
        yield _("--unsafe-fixes mends {count} more; please read the result").format(
            count=tally.unsafe
        )
    if found and sys.stderr.isatty():
        yield _("“{call}” explains a rule").format(call=f"planforge rule {tally.first}")
    if state.baseline and (stale := state.baseline.stale()):
        yield _("no longer found, but still in {path} (--update-baseline takes them out):").format(
            path=state.baseline.path
        )
        yield from (f"  {one.path}: {one.code} × {number}" for one, number in stale)


def settings(configuration: Configuration, path: str) -> str:
    """What is set for a file, as a configuration file would say it."""
    config = configuration.config(path)
    request = configuration.request(path)
    file = configuration.file(path)
    lines = [f"# {file}" if file else "# " + _("no configuration file"), "[lint]"]
    said = config.model_dump(mode="json", by_alias=True)
    said["preset"] = request.preset
    said["min-severity"] = request.least.value
    said["fail-on"] = (config.fail_on or Severity.ERROR).value
    tables = {key: said.pop(key) for key in ("severity", "settings", "per-file-ignores")}
    lines += [f"{key} = {_toml(value)}" for key, value in said.items() if value not in ("", [])]
    chosen = profile(request.preset, "", request.also)
    lines += ["", "[lint.severity]"]
    levels = request.choice.severities(chosen.severities)
    lines += [
        f'{code} = "{level.value}"  # {rule_name(RULES[code])}'
        for code, level in sorted(levels.items())
        if code not in READING
    ]
    for code, values in chosen.settings.items():
        lines += ["", f"[lint.settings.{code}]"]
        lines += [f"{key} = {_toml(value)}" for key, value in values.items()]
    if globs := tables["per-file-ignores"]:
        lines += ["", "[lint.per-file-ignores]"]
        lines += [f"{_toml(glob)} = {_toml(names)}" for glob, names in globs.items()]
    return "\n".join(lines) + "\n"


def _counted(forms: tuple[str, str], number: int) -> str:
    one, many = forms
    return _(one) if number == 1 else _(many).format(count=number)


def _toml(value: Any) -> str:
    """A text, number, list or table as TOML writes it; the same as JSON but for tables."""
    if isinstance(value, dict):
        inner = ", ".join(f"{_toml(key)} = {_toml(one)}" for key, one in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
