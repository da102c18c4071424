"""JUnit's XML, which every CI server shows as test results: a suite for each file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planforge.errors import Severity
from planforge.source.excerpt import safe

from .paths import posix
from .text import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planforge.lint.report import Item, Report

# A suggestion is no failed test.
FAILURES: Final = (Severity.ERROR, Severity.WARNING)


def write(reports: Iterable[Report], pages: str) -> Iterator[str]:  # noqa: ARG001  needs no pages
    """One document; control characters, which XML does not allow, are made visible."""
    root = Element("testsuites", name="planforge lint")
    for report in reports:
        path = safe(posix(report.path))
        failed = sum(item.problem.severity in FAILURES for item in report.items)
        suite = SubElement(
            root,
            "testsuite",
            name=path,
            tests=str(max(1, len(report.items))),
            failures=str(failed),
            errors="0",
        )
        for item in report.items:
            _case(suite, path, item)
        if not report.items:
            SubElement(suite, "testcase", name="planforge lint", classname=path)
    indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, path: str, item: Item) -> None:
    problem = item.problem
    where = item.where or (f"{problem.line}:{problem.column}" if problem.line else "")
    name = safe(" ".join(filter(None, (problem.code, where))))
    case = SubElement(suite, "testcase", name=name, classname=path)
    text = "\n".join(map(safe, shown(item).split("\n")))
    if problem.severity in FAILURES:
        message = safe(problem.message)
        SubElement(case, "failure", message=message, type=problem.severity.value).text = text
    else:
        SubElement(case, "system-out").text = text
