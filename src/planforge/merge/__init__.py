"""Many unions' plans in one calendar, one workbook, one document."""

from __future__ import annotations

from .collection import Collection, collection, missing
from .gathering import Sent, sent
from .versions import Filed, Several, filed, replaced, several

__all__ = [
    "Collection",
    "Filed",
    "Sent",
    "Several",
    "collection",
    "filed",
    "missing",
    "replaced",
    "sent",
    "several",
]
