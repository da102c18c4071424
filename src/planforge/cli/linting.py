"""One file of `planforge lint`: looked at, and mended when that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planforge import outputs
from planforge.inputs import STDIN

if TYPE_CHECKING:
    from planforge.inputs import Input
    from planforge.lint.report import Report
    from planforge.lint.request import Request


class Linted(NamedTuple):
    """What came of a file.

    Attributes:
        report: What was found, and not mended.
        mended: How many findings were mended, or would be.
        patch: What mending would change; empty when it was not asked for.
        text: The mended bytes of standard input.
    """

    report: Report
    mended: int = 0
    patch: str = ""
    text: bytes | None = None


@dataclass(frozen=True)
class Lint:
    """Looks at a file, in whichever process; `None` for one that is left out.

    Attributes:
        fix: Mend what can be mended.
        unsafe: Mend also what somebody should look at afterwards.
        diff: Write nothing; tell what would change.
        facts: Folder of newer facts.
    """

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    facts: str = ""

    def __call__(self, found: Input, request: Request | None) -> Linted | None:
        """What came of the file.

        Raises:
            UserError: It cannot be read, or the mended file not be written.
        """
        if request is None:
            return None
        if self.facts:
            from planforge import facts  # few calls bring their own

            facts.choose((Path(self.facts),))
        data = request.read(found.path)
        if not (self.fix or self.diff) or request.is_foreign(found.path):
            return Linted(request.report(found.path, data))
        return self._mend(found.path, data, request)

    def _mend(self, path: str, data: bytes, request: Request) -> Linted:
        from planforge.lint.mending import difference, mend  # only where it is asked for

        look = partial(request.look, path)
        mended = mend(path, data, lambda new: look(new).found, unsafe=self.unsafe)
        linted = Linted(request.report(path, mended.data), mended=len(mended.applied))
        if self.diff:
            return linted._replace(patch=difference(path, data, mended.data))
        if path == STDIN:
            return linted._replace(text=mended.data)
        if mended.data != data:
            outputs.replace(path, mended.data, backup=False)
        return linted
