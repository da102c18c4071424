"""pydantic without plugins: nothing of planforge needs them, and to look for them takes long."""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType
from typing import Any, Final

OFF: Final = "PYDANTIC_DISABLE_PLUGINS"
"""Variable that says which plugins pydantic leaves out; 1 for all of them."""
_LOADER: Final = "pydantic.plugin._loader"


class _NoLoader(ModuleType):
    """Stands for the module of pydantic that looks for plugins, and finds none.

    With the variable set the real one finds none either, but loads what reads the metadata of
    packages first, the e-mail parser included: a twentieth of a short run. Whatever else is asked
    of it, the real one answers.
    """

    @staticmethod
    def get_plugins() -> tuple[()]:
        """No plugins."""
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked of every module while it is imported
            raise AttributeError(name)
        sys.modules.pop(_LOADER, None)
        return getattr(importlib.import_module(_LOADER), name)


def leave_out() -> None:
    """Let pydantic look for no plugins, unless the user has said which ones it is to leave out."""
    if OFF not in os.environ:
        os.environ[OFF] = "1"
        sys.modules.setdefault(_LOADER, _NoLoader(_LOADER))
