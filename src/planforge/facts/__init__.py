"""Dated facts: what was when, with its source and how sure it is; data that anybody can replace."""

from .tables import Confidence, Fact, Table, choose, chosen, table, use

__all__ = ["Confidence", "Fact", "Table", "choose", "chosen", "table", "use"]
