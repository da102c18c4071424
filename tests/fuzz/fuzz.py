"""Fuzzing for a given time: `make fuzz SECONDS=600`.

Every target gets the time; what it saw is printed. An input that does harm is made as small as
Hypothesis can make it and kept in ``tests/fuzz/found``, where the tests try it from then on.
"""

from __future__ import annotations

import argparse
import hashlib
import signal
import sys
import time
import traceback
from typing import TYPE_CHECKING, Any, Final

from fuzz_inputs import HERE
from fuzz_targets import TARGETS, Target
from hypothesis import HealthCheck, Phase, given, seed, settings

if TYPE_CHECKING:
    from types import FrameType

FOUND: Final = HERE / "found"
ROUND: Final = 200
"""Inputs until the clock is looked at."""
LONGEST: Final = 20
"""Seconds that one input may take."""


class TooLongError(Exception):
    """One input takes longer than any may."""


def main() -> int:
    """1 when something was found, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=0, help="another one tries other inputs")
    parser.add_argument("targets", nargs="*", help=", ".join(TARGETS))
    call = parser.parse_args()
    if unknown := set(call.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    results = [_fuzz(name, call.seconds, call.seed) for name in call.targets or TARGETS]
    return int(any(results))


def _fuzz(name: str, seconds: float, first: int) -> bool:
    """Whether something was found in the target of that name."""
    target, began, inputs, number = TARGETS[name], time.monotonic(), 0, first
    found: list[str] = []
    while time.monotonic() - began < seconds and not found:
        seen, harm = _round(target, number)
        inputs, number = inputs + seen, number + 1
        if harm is not None:
            found.append(_kept(name, harm))
    spent = time.monotonic() - began
    said = f"found {found[0]}" if found else "nothing found"
    sys.stdout.write(f"{name}: {inputs} inputs in {spent:.0f} s, {said}\n")
    sys.stdout.flush()
    return bool(found)


def _round(target: Target, number: int) -> tuple[int, bytes | None]:
    """How many inputs were tried, and the smallest that does harm."""
    seen, last = 0, b""

    @seed(number)
    @settings(
        max_examples=ROUND,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(target.inputs())
    def tried(data: bytes) -> None:
        nonlocal seen, last
        seen, last = seen + 1, data
        _alarm(LONGEST)
        try:
            target.run(data)
        finally:
            _alarm(0)

    try:
        tried()
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001  a panic of a library is no Exception
        traceback.print_exc()
        return seen, last
    return seen, None


def _kept(name: str, data: bytes) -> str:
    FOUND.mkdir(exist_ok=True)
    path = FOUND / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return str(path.relative_to(HERE.parents[1]))


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _too_long(_number: int, _frame: FrameType | None) -> Any:
    raise TooLongError


if __name__ == "__main__":
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _too_long)
    sys.exit(main())
