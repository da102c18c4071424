"""The manual page of a rule: what it looks for, a bad and a good example, and its sources."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from planforge import files, resources
from planforge.errors import UserError
from planforge.language import _, chosen
from planforge.source.load import load

FOLDER: Final = "rules"


class Said(BaseModel):
    """A text in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str

    def __str__(self) -> str:
        """The text in the language of the user."""
        return self.en if chosen() == "en" else self.zh


class Page(BaseModel):
    """One manual page, a file of the folder ``rules``.

    Attributes:
        about: What the rule looks for, why that is wrong, when it stays silent.
        bad: A plan file with exactly the fault.
        good: The same without it.
        settings: What can be set for the rule: name → what it means.
        sources: Standards, laws, measurements.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: Said
    bad: str
    good: str
    settings: dict[str, Said] = {}
    sources: tuple[str, ...] = ()


def page(code: str) -> Page:
    """The manual page of a rule.

    Raises:
        UserError: There is none, or it cannot be used.
    """
    path = str(resources.path(f"{FOLDER}/{code}.yaml"))
    return _read(path, files.read_file(path))


@lru_cache(maxsize=128)
def _read(path: str, content: bytes) -> Page:
    try:
        return Page.model_validate(load(path, content).data())
    except ValidationError as error:
        raise UserError(_("the page {path} cannot be used").format(path=path)) from error
