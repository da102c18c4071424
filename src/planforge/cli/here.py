"""Where the user is and what was chosen there, for workers in other processes and places."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from planforge import files, language, outputs, resources
from planforge.errors import UserError
from planforge.language import _
from planforge.stores.urls import is_url

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Here(Struct, frozen=True):
    """What this process was told and another has to know."""

    language: str
    folders: tuple[Path, ...]
    working_folder: str
    durable: bool = False

    @classmethod
    def now(cls) -> Here:
        """What this process was told."""
        folder = os.getcwd()  # noqa: PTH109  only a name
        return cls(language.chosen(), resources.chosen(), folder, files.DURABLE.get())

    def enter(self, paths: Iterable[str]) -> None:
        """Be where the user is.

        Args:
            paths: What is worked on. URLs mean the same everywhere.

        Raises:
            UserError: The folder is not there, and one of the paths needs it.
        """
        if os.getcwd() != self.working_folder:  # noqa: PTH109  only a name
            try:
                os.chdir(self.working_folder)
            except OSError as error:
                if not all(path == outputs.STDOUT or is_url(path) for path in paths):
                    raise UserError(
                        _("a worker does not see the folder {path}").format(
                            path=self.working_folder
                        ),
                        _("let the workers share it under the same name"),
                    ) from error
        if language.chosen() != self.language:
            language.choose(self.language)
        resources.choose(self.folders)
        files.DURABLE.set(self.durable)


def named(place: object) -> tuple[str, ...]:
    """The paths in what says where the output of a file goes."""
    if isinstance(place, str):
        return (place,)
    if isinstance(place, tuple):
        return tuple(one for one in place if isinstance(one, str))
    return ()
