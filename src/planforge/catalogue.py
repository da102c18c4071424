"""The catalogue of kinds and regions, read from the data files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter

from . import resources
from .errors import UserError
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
    source = load(str(resources.path(name)), resources.read(name))
    return _reader().validate_python(source.data())


@cache
def _reader() -> TypeAdapter[dict[str, Term]]:
    return TypeAdapter(dict[str, Term])
