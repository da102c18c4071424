"""Presets: which rules are looked for, how bad their findings are, and what is set for them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

from msgspec import Struct
from pydantic import BaseModel, ConfigDict

from planforge import files, resources
from planforge.errors import Severity, UserError
from planforge.language import _, listed
from planforge.source.load import load

from . import rules
from .rule import RULES

FOLDER: Final = "presets"
DEFAULT: Final = "standard"
FILES: Final = (".yaml", ".yml")
"""How the name of a preset ends that is a file of the user."""
MOST: Final = 8
"""So many presets may extend one another."""

Level = Literal["error", "warning", "info", "off"]


class Part(BaseModel):
    """What a preset says, for all plans or for those of one kind.

    Attributes:
        rules: Code → severity, or off.
        settings: Code → what is set for the rule.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    rules: dict[str, Level] = {}
    settings: dict[str, dict[str, Any]] = {}


class Preset(Part):
    """A file of the folder ``presets``.

    Attributes:
        extends: The preset that this one changes, by name or as a file beside this one; empty for
            the severities of the rules.
        kinds: Key of a kind of organisation → what is different for its plans.
    """

    extends: str = ""
    kinds: dict[str, Part] = {}


class Profile(Struct, frozen=True):
    """What is looked for in one plan.

    Attributes:
        severities: Code → how bad; only rules that are looked for.
        settings: Code → what is set for the rule.
    """

    severities: Mapping[str, Severity]
    settings: Mapping[str, Mapping[str, Any]] = {}


def profile(name: str = DEFAULT, kind: str = "", also: tuple[Part, ...] = ()) -> Profile:
    """What is looked for in plans of a kind.

    Args:
        name: The preset, or a file of the user.
        kind: Key of the kind of organisation; empty when the plan names none.
        also: What the user changes; later parts win.

    Raises:
        UserError: There is no such preset.
        FileProblems: The file of the user says something a preset cannot say.
    """
    rules.load()
    # A run asks for each of its files; presets do not change meanwhile.
    known = _known(name, kind, Path.cwd(), resources.folders())
    return _changed(known, also) if any(one.rules or one.settings for one in also) else known


def names() -> tuple[str, ...]:
    """The presets there are."""
    return resources.names(FOLDER, ".yaml")


@lru_cache(maxsize=16)
def _known(name: str, kind: str, _here: Path, _folders: tuple[Path, ...]) -> Profile:
    """What a preset looks for in plans of a kind; found in these folders."""
    chain = _chain(name)
    own = {code: one.severity for code, one in RULES.items() if one.severity}
    parts = (*chain, *(one.kinds[kind] for one in chain if kind in one.kinds))
    return _changed(Profile(own), parts)


def _changed(known: Profile, parts: Iterable[Part]) -> Profile:
    levels: dict[str, Severity | None] = dict(known.severities)
    settings = dict(known.settings)
    for part in parts:
        levels |= {code: None if s == "off" else Severity(s) for code, s in part.rules.items()}
        for code, values in part.settings.items():
            settings[code] = {**settings.get(code, {}), **values}
    return Profile({code: level for code in RULES if (level := levels.get(code))}, settings)


def _chain(name: str) -> tuple[Preset, ...]:
    """The preset and what it extends, the outermost first."""
    found: list[Preset] = []
    folder = Path()
    while name:
        own = name.endswith(FILES)
        if not own and name not in names():
            raise UserError(
                _("there is no preset {name}").format(name=name),
                _("presets: {names}").format(names=listed(names())),
            )
        if len(found) == MOST:
            raise UserError(_("the preset {name} extends itself").format(name=name))
        path = str(folder / name if own else resources.path(f"{FOLDER}/{name}.yaml"))
        folder = Path(path).parent
        found.append(_read(path, files.read_file(path), own=own))
        name = found[-1].extends
    return tuple(found[::-1])


@lru_cache(maxsize=16)
def _read(path: str, content: bytes, *, own: bool) -> Preset:
    source = load(path, content)
    if own:
        from . import preset_file  # those that come with planforge need no check

        return preset_file.read(source)
    return Preset.model_validate(source.data())
