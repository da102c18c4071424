"""The catalogue of kinds and regions, read from the data files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from . import resources
from .errors import UserError
from .language import _, listed
from .model.catalogue import Catalogue, Term
from .model.refusal import RefusedError
from .source.load import load

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: Final = "kinds.yaml"
REGIONS: Final = "regions.yaml"


@cache
def load_catalogue() -> Catalogue:
    """The kinds and regions that plans may name, those of the user's template folders included.

    A region without names of its own (a file in ``regions/`` that ``regions.yaml`` does not
    list) goes by its code.

    Raises:
        FileProblems: A data file of the user cannot be read.
        UserError: One of its rows lacks a name, or has something else.
    """
    regions = dict(_terms(REGIONS))
    for code in resources.names("regions", ".yaml"):
        regions.setdefault(code, Term(code, code, code))
    return Catalogue(kinds=_terms(KINDS), regions=regions)


def region_code(name: str) -> str:
    """The code of the region that the call names ``name``, in any language.

    Raises:
        UserError: There is no such region; the hint names all others.
        FileProblems: A data file of the user cannot be read.
    """
    try:
        return load_catalogue().region(name)
    except RefusedError as error:
        raise UserError(str(error), error.hint) from error


def _terms(name: str) -> Mapping[str, Term]:
    path = str(resources.path(name))
    rows = load(path, resources.read(name)).data()
    if wrong := [key for key, row in rows.items() if not _is_term(row)]:
        raise UserError(
            _("the file {path} cannot be used").format(path=path),
            _("Look at {keys}").format(keys=listed(wrong)),
        )
    return {key: Term(**{**row, "also": tuple(row.get("also", ()))}) for key, row in rows.items()}


def _is_term(row: Any) -> bool:
    """Whether a row of a data file has every name that a term has, and nothing else."""
    if not isinstance(row, dict) or row.keys() | {"also"} != set(Term.__struct_fields__):
        return False
    also = row.get("also", [])
    names = [name for key, name in row.items() if key != "also"]
    return isinstance(also, list) and all(isinstance(name, str) for name in (*names, *also))
