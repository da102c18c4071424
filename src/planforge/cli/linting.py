"""One file of `planforge lint`: looked at, and mended when that was asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from planforge import outputs
from planforge.inputs import STDIN

if TYPE_CHECKING:
    from planforge.inputs import Input
    from planforge.lint.copies import Sketch
    from planforge.lint.report import Report
    from planforge.lint.request import Request


class Linted(Struct, frozen=True):
    """What came of a file.

    Attributes:
        report: What was found, and not mended.
        mended: How many findings were mended, or would be.
        patch: What mending would change; empty when it was not asked for.
        text: The mended bytes of standard input.
        sketch: What is compared with other files; ``None`` where no rule does.
        unmendable: Whether mending was asked for, and the file is no plan file.
    """

    report: Report
    mended: int = 0
    patch: str = ""
    text: bytes | None = None
    sketch: Sketch | None = None
    unmendable: bool = False


class Lint(Struct, frozen=True):
    """Looks at a file, in whichever process; `None` for one that is left out.

    Attributes:
        fix: Mend what can be mended.
        unsafe: Mend also what somebody should look at afterwards.
        diff: Write nothing; tell what would change.
        facts: Folder of newer facts.
        compare: Keep what is needed to compare files with one another.
    """

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    facts: str = ""
    compare: bool = False

    def __call__(self, found: Input, request: Request | Linted | None) -> Linted | None:
        """What came of the file; what came of it before, where that is given.

        Raises:
            UserError: It cannot be read, or the mended file not be written.
        """
        if request is None or isinstance(request, Linted):
            return request
        # Another run may have chosen some in the same worker.
        if self.facts or "planforge.facts" in sys.modules:
            from planforge import facts  # few calls bring their own

            facts.choose((Path(self.facts),) if self.facts else ())
        data = request.read(found.path)
        if not (self.fix or self.diff):
            return self._look(found.path, data, request)
        if request.is_foreign(found.path):
            return replace(self._look(found.path, data, request), unmendable=True)
        return self._mend(found.path, data, request)

    def _look(self, path: str, data: bytes, request: Request) -> Linted:
        report, seen = request.report(path, data)
        if not self.compare or seen is None:
            from planforge.lint.rule import ACROSS  # loaded with the rules

            return Linted(replace(report, judged=report.judged - ACROSS))
        from planforge.lint.copies import sketch  # only where there are several files

        made = sketch(path, seen)
        if made and request.is_foreign(path):
            # Its paragraphs stand elsewhere in the document; others may have copied them.
            made = replace(made, paragraph=None)
        return Linted(report, sketch=made)

    def _mend(self, path: str, data: bytes, request: Request) -> Linted:
        from planforge.lint.mending import difference, mend  # only where it is asked for

        mended = mend(path, data, lambda new: request.look(path, new).found, unsafe=self.unsafe)
        linted = replace(self._look(path, mended.data, request), mended=len(mended.applied))
        if self.diff:
            return replace(linted, patch=difference(path, data, mended.data))
        if path == STDIN:
            return replace(linted, text=mended.data)
        if mended.data != data:
            outputs.replace(path, mended.data, backup=False)
        return linted
