"""Options and fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from planforge import language

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the writers make today into tests/golden instead of comparing with it",
    )


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their argument: an archive made for a test holds the time it was made at.

    Every process of a run has to give a test the same name.
    """
    return argname if isinstance(val, bytes) else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Shows the tables that tests measured, also those of tests in other processes."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, lines in report.user_properties:
                if name == "shown at the end" and isinstance(lines, list):
                    terminalreporter.section(report.nodeid.rpartition("::")[2])
                    for line in lines:
                        terminalreporter.write_line(str(line))


@pytest.fixture(autouse=True)
def english() -> None:
    """Messages are English unless a test chooses otherwise, whatever the test before chose."""
    language.choose("en")


@pytest.fixture(scope="session")
def lacking() -> Callable[[str], NoReturn]:
    """Skips a test for what this machine has not; fails it where everything has to be there."""

    def give_up(what: str) -> NoReturn:
        if os.environ.get("PLANFORGE_REQUIRE_OFFICE"):
            pytest.fail(f"{what}, but PLANFORGE_REQUIRE_OFFICE is set")
        pytest.skip(what)

    return give_up


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compares bytes with a file of tests/golden, or writes it with ``--update-golden``."""

    def compare(name: str, data: bytes) -> None:
        path = TESTS / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            return
        assert path.is_file(), f"no {name}: run pytest --update-golden and look at the file"
        assert data.decode() == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the test starts is not measured: coverage that is interrupted may wait for itself."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
