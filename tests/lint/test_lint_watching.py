from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING

from planforge.lint.watching import changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def test_what_changes_comes_and_goes_is_told_once(tmp_path: Path) -> None:
    a, b = tmp_path / "a.yaml", tmp_path / "b.yaml"
    a.write_text("1", encoding="utf-8")
    steps: Iterator[Callable[[], object]] = iter(
        (
            lambda: None,
            lambda: a.write_text("22", encoding="utf-8"),
            lambda: b.write_text("1", encoding="utf-8"),
            lambda: os.utime(b, ns=(1, 1)),
            lambda: None,
            b.unlink,
        )
    )

    def wait() -> None:
        next(steps)()

    def paths() -> list[str]:
        return [str(a), str(b)]

    found = list(islice(changes(paths, wait), 4))
    assert found == [(str(a),), (str(b),), (str(b),), (str(b),)]
    assert next(steps, None) is None
