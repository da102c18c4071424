"""Lines that tell how fast many files go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planforge.cli.pace import lines

if TYPE_CHECKING:
    import pytest


def test_a_line_every_five_seconds_tells_how_many_files_and_how_fast(
    capsys: pytest.CaptureFixture[str],
) -> None:
    times = iter([0.0, *(float(second) for second in range(1, 12))])
    with lines(lambda: next(times)) as advance:
        for _file in range(11):
            advance()
    assert capsys.readouterr().err.splitlines() == [
        "5 files so far, 1 a second",
        "10 files so far, 1 a second",
    ]
