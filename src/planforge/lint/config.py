"""What can be set for lint, in a configuration file or in the call; both say the same things."""

from collections.abc import Sequence
from typing import Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field

from planforge.errors import Severity

from .choice import Choice, one
from .preset import DEFAULT, Level, Part


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Config(BaseModel):
    """Everything that can be set; empty where nothing is said.

    Attributes:
        preset: Name of a preset, or a preset file of one's own.
        select: Only these rules.
        extend_select: These rules too.
        ignore: Not these rules.
        severity: Rule → how bad, or off.
        min_severity: Nothing less bad is reported.
        fail_on: From this severity on the exit code is 1.
        settings: Rule → what is set for it.
        per_file_ignores: Pattern → rules that are not looked for in such files.
        exclude: Patterns of files and folders that are left out.
        baseline: File of the findings that are known.
        facts: Folder of facts, used before the built-in ones.
        index: Folders of documents that plans are compared with.
        output_format: Format of the report.
        pages: Address of the page of a rule, ``{code}`` for its code.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=_kebab,
        populate_by_name=True,
        strict=True,
        defer_build=True,
    )

    preset: str = ""
    select: list[str] = []
    extend_select: list[str] = []
    ignore: list[str] = []
    severity: dict[str, Level] = {}
    min_severity: Severity | None = Field(None, strict=False)
    fail_on: Severity | None = Field(None, strict=False)
    settings: dict[str, dict[str, Any]] = {}
    per_file_ignores: dict[str, list[str]] = {}
    exclude: list[str] = []
    baseline: str = ""
    facts: str = ""
    index: list[str] = []
    output_format: str = ""
    pages: str = ""

    @classmethod
    def empty(cls) -> "Config":
        """Nothing is set; made without what checks it, which most runs have no use for."""
        return cls.model_construct()

    def overridden(self, call: Self) -> Self:
        """This with what the call says: it wins, but does not take back what is ignored."""
        said = {name: getattr(call, name) for name in call.model_fields_set}
        for name in _ADDED & said.keys():
            mine = getattr(self, name)
            said[name] = mine | said[name] if isinstance(mine, dict) else [*mine, *said[name]]
        return self.model_copy(update=said)

    def part(self) -> Part:
        """What is changed of the preset.

        Raises:
            UserError: There is no such rule.
        """
        return Part(
            rules={one(name): level for name, level in self.severity.items()},
            settings={one(name): values for name, values in self.settings.items()},
        )

    def choice(self, also_ignored: Sequence[str] = ()) -> Choice:
        """Which rules are looked for; one that is off is not, whatever else is chosen."""
        off = (name for name, level in self.severity.items() if level == "off")
        ignored = (*self.ignore, *also_ignored, *off)
        return Choice(tuple(self.select), tuple(self.extend_select), ignored)

    @property
    def preset_name(self) -> str:
        """The preset; the usual one when nothing is said."""
        return self.preset or DEFAULT


_ADDED: Final = {
    "extend_select",
    "ignore",
    "severity",
    "settings",
    "per_file_ignores",
    "exclude",
    "index",
}
