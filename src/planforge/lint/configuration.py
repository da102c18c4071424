"""What is asked for each file: the call, and the configuration file nearest to it."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from planforge.errors import Severity
from planforge.inputs import STDIN
from planforge.stores.urls import inner, is_url

from .choice import meant
from .config import Config
from .config_place import find
from .globs import matches
from .request import Request

if TYPE_CHECKING:
    from collections.abc import Sequence


class Configuration:
    """The configuration of one run; every file of it is found and read once.

    Args:
        call: What the call says; wins over every file.
        file: The configuration file that the call names; otherwise the nearest to each plan.
    """

    def __init__(self, call: Config, file: str = "") -> None:
        self._call = call
        self._file = Path(file) if file else None
        self._nearest: dict[Path, Path | None] = {}
        self._configs: dict[Path | None, Config] = {}
        self._requests: dict[tuple[Path | None, tuple[str, ...]], Request] = {}

    def config(self, path: str) -> Config:
        """What is set for a file.

        Raises:
            UserError: Its configuration file is wrong.
        """
        file = self._file_for(path)
        if file not in self._configs:
            self._configs[file] = (_read(file) if file else Config.empty()).overridden(self._call)
        return self._configs[file]

    def is_excluded(self, path: str) -> bool:
        """Whether a file is left out when a folder is searched."""
        config = self.config(path)
        return bool(config.exclude) and matches(self._from_base(path), config.exclude)

    def fails(self, path: str, severity: Severity) -> bool:
        """Whether a finding of that severity makes the exit code 1."""
        worst = list(Severity)
        least = self.config(path).fail_on or Severity.ERROR
        return worst.index(severity) <= worst.index(least)

    def request(self, path: str, *, named: bool = False) -> Request:
        """What is asked of the rules for a file.

        Args:
            path: The file.
            named: Whether its findings get a name that stays when lines move.

        Raises:
            UserError: Its configuration file is wrong, or names rules that do not exist.
        """
        config = self.config(path)
        ignored = tuple(
            name
            for glob, names in config.per_file_ignores.items()
            if matches(self._from_base(path), (glob,))
            for name in names
        )
        key = self._file_for(path), ignored
        if key not in self._requests:
            self._requests[key] = replace(self._request(config, ignored), named=named)
        return self._requests[key]

    def _request(self, config: Config, ignored: Sequence[str]) -> Request:
        choice = config.choice(ignored)
        for name in (*choice.select, *choice.extend, *choice.ignore):
            meant(name)
        return Request(
            config.preset_name,
            (config.part(),),
            choice,
            config.min_severity or Severity.INFO,
        )

    def file(self, path: str) -> Path | None:
        """The configuration file that counts for a plan; ``None`` when there is none."""
        return self._file_for(path)

    def _file_for(self, path: str) -> Path | None:
        if self._file is not None:
            return self._file
        # What lies elsewhere is looked at as the user's own configuration says.
        folder = self._here if path == STDIN or is_url(path) else _absolute(path).parent
        if folder not in self._nearest:
            self._nearest[folder] = find(folder)
        return self._nearest[folder]

    def _from_base(self, path: str) -> str:
        """The path from the folder of its configuration, with slashes."""
        if is_url(path):
            return inner(path).as_posix()
        file = self._file_for(path)
        base = _absolute(str(file)).parent if file else self._here
        absolute = _absolute(path)
        return (
            absolute.relative_to(base) if absolute.is_relative_to(base) else absolute
        ).as_posix()

    @cached_property
    def _here(self) -> Path:
        return Path.cwd()


def _read(file: Path) -> Config:
    from .config_file import read  # many plans have no configuration

    return read(file)


def _absolute(path: str) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  keeps links as the user sees them
