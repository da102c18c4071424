"""The exit codes every command returns."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its caller.

    FINDINGS also means that some of the inputs failed; USER means that the call or the file
    has to change; BUG is a fault of planforge, with a log file written.
    """

    OK = 0
    FINDINGS = 1
    USER = 2
    BUG = 3
    INTERRUPTED = 130
