"""One thing in which two plans differ."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What sort of difference it is; in the order in which they are told."""

    HEAD = "head"
    SECTION_NEW = "section_new"
    SECTION_DROPPED = "section_dropped"
    TEXT = "text"
    NEW = "new"
    DROPPED = "dropped"
    MOVED = "moved"
    REWORDED = "reworded"
    OWNER = "owner"
    RAISED = "raised"
    LOWERED = "lowered"
    GOAL = "goal"
    BUDGET = "budget"
    PLACE = "place"
    STATUS = "status"


class Difference(Struct, frozen=True):
    """One difference.

    Attributes:
        kind: What sort it is.
        section: Heading of the section it is in; empty for the head of the plan.
        name: What it is about.
        old: What the old plan says; empty where it says nothing.
        new: What the new plan says; empty where it says nothing.
    """

    kind: Kind
    section: str
    name: str
    old: str = ""
    new: str = ""
