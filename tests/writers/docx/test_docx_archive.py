from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from planforge.writers.docx.archive import LARGEST_KEPT, archive

NAMES = st.text(st.characters(categories=("L", "Nd"), include_characters="/._-"), min_size=1)
TIMES = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  the strategy adds the zone


@given(st.dictionaries(NAMES, st.binary(max_size=2000)), st.none() | TIMES)
@settings(deadline=None)
def test_any_parts_and_any_time_are_read_back_as_they_were(
    parts: dict[str, bytes], when: datetime | None
) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(parts, when))) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == parts
        assert opened.namelist() == list(parts)
        for entry in opened.infolist():
            assert entry.compress_type == zipfile.ZIP_DEFLATED
            assert entry.create_system == 3
            assert entry.external_attr == 0o644 << 16
            if when is not None and 1980 <= when.year <= 2107:
                minute = (when.year, when.month, when.day, when.hour, when.minute)
                assert entry.date_time == (*minute, when.second // 2 * 2)
            elif when is not None and when.year > 2107:
                assert entry.date_time == (2107, 12, 31, 23, 59, 58)
            else:
                assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_parts_that_are_remembered_and_parts_that_are_too_large_are_packed_alike() -> None:
    parts = {
        f"{size}-{turn}": bytes([turn]) * size
        for size in (0, 1, LARGEST_KEPT, LARGEST_KEPT + 1)
        for turn in range(2)
    }
    assert archive(parts, None) == archive(parts, None)
    with zipfile.ZipFile(io.BytesIO(archive(parts, None))) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == parts


def test_what_the_zipfile_module_makes_of_the_same_parts_is_the_same() -> None:
    parts = {"[Content_Types].xml": b"<Types/>" * 50, "word/附件.xml": b"", "word/a.xml": b"x" * 99}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (2027, 1, 1, 12, 30, 10))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            made.writestr(entry, data)
    assert archive(parts, datetime(2027, 1, 1, 12, 30, 11, tzinfo=UTC)) == target.getvalue()
