"""The time that a build gives its files, so that they are the same whenever they are made."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Final

from planforge.errors import UserError
from planforge.language import _

EPOCH: Final = "SOURCE_DATE_EPOCH"


def source_date() -> datetime | None:
    """The time that ``SOURCE_DATE_EPOCH`` gives; ``None`` where it is not set.

    See https://reproducible-builds.org/specs/source-date-epoch/.

    Raises:
        UserError: It is not a number of seconds.
    """
    seconds = os.environ.get(EPOCH, "")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise UserError(
            _("{name} is not a number of seconds: {value}").format(name=EPOCH, value=seconds)
        ) from None
