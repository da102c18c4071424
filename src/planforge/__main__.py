"""Start of the program: `planforge` and `python -m planforge`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """The exit code of the command that was asked for on the command line.

    The version is answered before anything else is imported.
    """
    # By default the interpreter looks for garbage after every 700 new objects. Imports alone make
    # 70,000, hardly any of them garbage, and all that looking takes a twentieth of a short run.
    gc.set_threshold(100_000)
    arguments = sys.argv[1:]
    if arguments[:1] == ["--version"]:
        from . import __version__  # nothing else is needed

        sys.stdout.write(f"planforge {__version__}\n")
        return 0
    try:
        if any(word.startswith(("-j", "--jobs")) for word in arguments):
            from .cli import ahead  # few calls ask for several processes

            ahead.start(arguments)
        from .cli.run import run  # takes longer than the version

        return run(arguments)
    except KeyboardInterrupt:
        return 130
    finally:
        # Before it ends, the interpreter looks for garbage among all objects once more. That is
        # a tenth of a short run, and the system takes the memory back anyway.
        gc.freeze()


if __name__ == "__main__":
    code = main()
    # An interrupt of code that was made of text, as libraries make some while they load, would
    # count as not caught: Python would end by the signal, and not with this code.
    exec("")  # noqa: S102  whatever comes last counts
    sys.exit(code)
