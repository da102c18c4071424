"""Many unions' plans in one calendar, one workbook, one document."""

from __future__ import annotations

from .collection import Collection, collection
from .gathering import Sent, sent

__all__ = ["Collection", "Sent", "collection", "sent"]
