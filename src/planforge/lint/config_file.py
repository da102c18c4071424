"""Configuration files: read, and refused with the line that is wrong."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from planforge import files
from planforge.errors import UserError
from planforge.language import _
from planforge.model.nearest import nearest_or_all

from . import rule_settings
from .choice import always_on, meant, one
from .config import Config
from .config_place import NAMES
from .preset import FILES, names
from .rules.file import READING
from .toml_places import line_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pydantic_core import ErrorDetails


def read(path: Path) -> Config:
    """What a configuration file says.

    Raises:
        UserError: It cannot be read, or something in it is wrong; names the line.
    """
    data = files.read_file(path)
    try:
        text = data.decode("utf-8-sig")
        whole = tomllib.loads(text)
    except ValueError as error:
        # The library writes its sentences in English, with line and column.
        raise UserError(
            _("{path} is no TOML file: {reason}").format(path=path, reason=error)
        ) from error
    table = NAMES.get(path.name, NAMES["planforge.toml"])
    said: Any = whole
    for key in table:
        said = said.get(key, {}) if isinstance(said, dict) else {}
    if path.name not in NAMES or table == NAMES["planforge.toml"]:
        _refuse_other_tables(path, text, whole)
    try:
        config = Config.model_validate(said)
    except ValidationError as error:
        raise _refused(path, text, table, error.errors()[0]) from error
    _check_preset(path, text, table, config.preset)
    _check(path, text, table, config)
    return _from(path.parent, config)


def _refuse_other_tables(path: Path, text: str, whole: dict[str, Any]) -> None:
    known = NAMES["planforge.toml"]
    for key in whole:
        if key not in known:
            raise _at(
                path,
                text,
                (key,),
                _("there is no setting {name}").format(name=key),
                _("settings stand below [{table}]").format(table=known[0]),
            )


def _refused(path: Path, text: str, table: tuple[str, ...], fault: ErrorDetails) -> UserError:
    loc = tuple(str(part) for part in fault["loc"] if not isinstance(part, int))
    name = ".".join(loc) or ".".join(table)
    if fault["type"] == "extra_forbidden":
        known = [field.alias or key for key, field in Config.model_fields.items()]
        hint = nearest_or_all(loc[-1], known)
        return _at(
            path, text, (*table, *loc), _("there is no setting {name}").format(name=name), hint
        )
    value = fault["input"]
    message = _("{option} cannot be {value}").format(option=name, value=value)
    expected = fault.get("ctx", {}).get("expected", "")
    kinds = {
        "list_type": _("write a list, such as {example}").format(example='["PF401"]'),
        "string_type": _("write a text in quotation marks"),
        "dict_type": _("write a table, such as {example}").format(example=f"[lint.{name}]"),
    }
    hint = kinds.get(fault["type"]) or (
        _("choose one of: {names}").format(names=str(expected).replace(" or ", ", "))
        if expected
        else ""
    )
    return _at(path, text, (*table, *loc), message, hint)


def _check_preset(path: Path, text: str, table: tuple[str, ...], preset: str) -> None:
    if preset and not preset.endswith(FILES) and preset not in names():
        message = _("there is no preset {name}").format(name=preset)
        raise _at(path, text, (*table, "preset"), message, nearest_or_all(preset, names()))


def _check(path: Path, text: str, table: tuple[str, ...], config: Config) -> None:
    """Refuse rules and settings of rules that do not exist, and values that do not fit."""

    def named(loc: tuple[str, ...], written: Iterable[str], *, single: bool = False) -> None:
        for name in written:
            try:
                codes = {one(name)} if single else meant(name)
            except UserError as error:
                raise _at(path, text, (*table, *loc), error.message, error.hint) from error
            if loc[0] in {"ignore", "per-file-ignores", "severity"} and codes <= READING:
                refused = always_on(name)
                raise _at(path, text, (*table, *loc), refused.message, refused.hint)

    named(("select",), config.select)
    named(("extend-select",), config.extend_select)
    named(("ignore",), config.ignore)
    for glob, ignored in config.per_file_ignores.items():
        named(("per-file-ignores", glob), ignored)
    for name in config.severity:
        named(("severity", name), (name,), single=True)
    for name, values in config.settings.items():
        named(("settings", name), (name,), single=True)
        for key, value in values.items():
            if fault := rule_settings.fault(one(name), key, value):
                raise _at(path, text, (*table, "settings", name, key), fault.message, fault.hint)


def _at(path: Path, text: str, loc: tuple[str, ...], message: str, hint: str = "") -> UserError:
    line = line_of(text, loc)
    place = f"{path}:{line}" if line else str(path)
    return UserError(_("{path}: {message}").format(path=place, message=message), hint)


def _from(folder: Path, config: Config) -> Config:
    """The paths that a file names are meant from where it lies."""
    changed: dict[str, Any] = {
        name: str(folder / getattr(config, name))
        for name in ("baseline", "facts")
        if getattr(config, name)
    }
    if config.index:
        changed["index"] = [str(folder / one) for one in config.index]
    if config.preset.endswith(FILES):
        changed["preset"] = str(folder / config.preset)
    return config.model_copy(update=changed)
