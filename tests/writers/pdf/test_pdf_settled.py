from __future__ import annotations

import pytest

from planforge.errors import UserError
from planforge.writers.pdf.settled import is_untouched, settled


def exported(date: bytes = b"20270108091500Z", identity: bytes = b"A") -> bytes:
    """The end of a PDF as LibreOffice writes it."""
    digits = identity * 32
    return (
        b"%PDF-1.6\n1 0 obj\n<</Producer<FEFF>\n/CreationDate(D:" + date + b")>>\nendobj\n"
        b"trailer\n<</Size 2/Root 1 0 R\n/Info 1 0 R\n"
        b"/ID [ <" + digits + b">\n<" + digits + b"> ]\n/DocChecksum /" + digits + b"\n>>\n"
        b"startxref\n9\n%%EOF\n"
    )


@pytest.fixture(autouse=True)
def _no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_exports_of_different_times_become_the_same() -> None:
    one = settled(exported(b"20270108091500Z", b"A"))
    assert one == settled(exported(b"20280229235959Z", b"B"))
    assert b"CreationDate" not in one


def test_nothing_changes_its_place() -> None:
    before, after = exported(), settled(exported())
    assert len(before) == len(after)
    assert before.index(b"trailer") == after.index(b"trailer")


def test_the_declared_date_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1799366400")
    made = settled(exported(b"20270108091500+08'00'"))
    assert b"/CreationDate(D:20270108000000Z)      >>" in made


def test_a_date_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(UserError, match="SOURCE_DATE_EPOCH is not a number of seconds"):
        settled(exported())


def test_a_changed_file_is_recognised() -> None:
    made = settled(exported())
    assert is_untouched(made)
    assert not is_untouched(made.replace(b"FEFF", b"FEFE"))
    assert not is_untouched(made + b"\n")
    assert not is_untouched(exported())
    assert not is_untouched(b"")


def test_a_pdf_without_an_identity_stays_as_it_is() -> None:
    assert settled(b"%PDF-1.4\n%%EOF\n") == b"%PDF-1.4\n%%EOF\n"
    assert not is_untouched(b"%PDF-1.4\n%%EOF\n")
