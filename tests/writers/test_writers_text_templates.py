from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planforge import resources
from planforge.document.tree import Document, Heading, Paragraph, Properties
from planforge.errors import UserError
from planforge.styles.loading import load
from planforge.writers import text as writers

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = Document(
    Properties("青禾县总工会\n2027年计划", "", "", "zh-CN", "cn", "gb"),
    "青禾县总工会\n2027年计划",
    (Heading(1, "重点任务", 1), Paragraph("建家 & 暖心")),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for text templates of the user."""
    monkeypatch.setattr(resources, "_chosen", [tmp_path])
    (tmp_path / "text").mkdir()
    return tmp_path / "text"


def refused(folder: Path, template: str | bytes) -> UserError:
    data = template if isinstance(template, bytes) else template.encode()
    (folder / "plan.md.j2").write_bytes(data)
    with pytest.raises(UserError) as caught:
        writers.markdown(DOCUMENT, load("gb"))
    assert "\n" not in caught.value.message
    return caught.value


def test_a_template_of_the_user_wins(folder: Path) -> None:
    (folder / "plan.txt.j2").write_text(
        "{% for block in document.blocks %}\n{% if block is heading %}\n"
        "【{{ label(block) }}{{ block.text }}】\n{% endif %}\n{% endfor %}\n",
        encoding="utf-8",
        newline="\r\n",
    )
    assert writers.plain(DOCUMENT, load("gb")).decode() == "【一、重点任务】\n"


def test_html_of_the_user_is_escaped_too(folder: Path) -> None:
    (folder / "plan.html.j2").write_text("<p>{{ document.blocks[1].text }}</p>", encoding="utf-8")
    assert writers.html(DOCUMENT, load("gb")) == "<p>建家 &amp; 暖心</p>\n".encode()


def test_a_mistake_in_a_template_of_the_user_is_named_with_its_line(folder: Path) -> None:
    message = refused(folder, "甲\n{% if %}\n").message
    assert f"the template {folder / 'plan.md.j2'} is wrong in line 2: " in message


@pytest.mark.parametrize(
    "code", ["document.titel", "nothing", "1 // 0", "document.title + 1", "''.__class__.mro()"]
)
def test_a_template_that_fails_is_named_with_its_line(folder: Path, code: str) -> None:
    message = refused(folder, "甲\n\n{{ " + code + " }}\n").message
    assert f"the template {folder / 'plan.md.j2'} is wrong in line 3: " in message


@pytest.mark.parametrize(
    "code",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(10**9) %}甲{% endfor %}",
        "{% for a in range(1000000000) %}甲{% endfor %}",
        "{{ '甲' * 1000000000 }}",
        "{{ '甲'.center(1000000000) }}",
        "{{ '甲' | center(1000000000) }}",
        "{{ '%1000000000d' | format(1) }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ '甲'.rjust(1000000000) }}",
        "{{ '甲'.zfill(1000000000) }}",
        "{{ lipsum(1000000) }}",
        "{{ ('甲' * 9999).replace('甲', '乙' * 9999) }}",
        "{{ ('甲' * 9999) | replace('甲', '乙' * 9999) }}",
        "{{ ('甲' * 9999).join(['乙'] * 9999) }}",
        "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(64) }}",
        *(
            "{% set n = namespace(a=99999) %}{% for x in range(64) %}{% set n.a = "
            f"{grown} %}}{{% endfor %}}"
            for grown in ("n.a * n.a", "n.a ~ n.a", "n.a ~ '' + n.a ~ ''", "[n.a, n.a] | join")
        ),
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{{ ''.__class__.__mro__ }}",
    ],
)
def test_a_template_comes_to_an_end(folder: Path, code: str) -> None:
    assert str(folder / "plan.md.j2") in refused(folder, f"甲\n{code}\n").message


def test_a_template_may_exchange_and_join_words(folder: Path) -> None:
    (folder / "plan.md.j2").write_text(
        "{{ '甲乙'.replace('甲', '丙') }}{{ '甲' | replace('甲', '丁') }}"
        "{{ '、'.join(['子', '丑']) }}",
        encoding="utf-8",
    )
    assert writers.markdown(DOCUMENT, load("gb")).decode().startswith("丙乙丁子、丑")


def test_a_template_that_is_not_utf8_is_named(folder: Path) -> None:
    message = refused(folder, "工会".encode("gb18030")).message
    assert f"the template {folder / 'plan.md.j2'} cannot be read: " in message


def test_a_template_that_includes_a_missing_one_is_named(folder: Path) -> None:
    assert "text/no.j2" in refused(folder, '{% include "text/no.j2" %}').message


@pytest.mark.parametrize("name", ["markdown", "html", "plain"])
def test_files_end_with_one_line_end_and_have_no_other_kind(name: str) -> None:
    data = getattr(writers, name)(DOCUMENT, load("gb"))
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert b"\r" not in data
    assert data == getattr(writers, name)(DOCUMENT, load("gb"))


def test_html_names_its_language_title_and_page() -> None:
    page = writers.html(DOCUMENT, load("gb")).decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n')
    assert "@page { size: 595.3pt 841.9pt; " in page
    assert "<h1>青禾县总工会<br>2027年计划</h1>" in page
    assert "http" not in page


def test_html_skips_no_level_of_headings() -> None:
    blocks = (Heading(1, "甲", 1), Heading(4, "乙", 1), Heading(5, "丙", 1), Heading(2, "丁", 1))
    page = writers.html(Document(DOCUMENT.properties, "题", blocks), load("gb")).decode()
    assert [
        line[:3] for line in page.splitlines() if line.startswith("<h") and line[2].isdigit()
    ] == [
        "<h1",
        "<h2",
        "<h3",
        "<h4",
        "<h3",
    ]
