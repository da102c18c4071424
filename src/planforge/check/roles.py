"""What a paragraph can be in a plan."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The part a paragraph plays."""

    TITLE = "title"
    NOTE = "note"
    ADDRESSEES = "addressees"
    HEADING = "heading"
    ITEM = "item"
    BODY = "body"
    CAPTION = "caption"
    TABLE_HEAD = "table_head"
    TABLE_TEXT = "table_text"
    ATTACHMENT_NOTE = "attachment_note"
    SIGNATURE = "signature"
    DATE = "date"
    ATTACHMENT_LABEL = "attachment_label"
    ATTACHMENT_TITLE = "attachment_title"
    CONTENTS = "contents"
    OTHER = "other"
