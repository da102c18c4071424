"""`planforge lint --show-settings`: what is set for a file, written as configuration."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from planforge.errors import Severity
from planforge.language import _
from planforge.lint.manual import rule_name
from planforge.lint.preset import profile
from planforge.lint.rule import RULES
from planforge.lint.rules.file import READING

if TYPE_CHECKING:
    from planforge.lint.configuration import Configuration


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


def _toml(value: Any) -> str:
    """A text, number, list or table as TOML writes it; the same as JSON but for tables."""
    if isinstance(value, dict):
        inner = ", ".join(f"{_toml(key)} = {_toml(one)}" for key, one in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
