"""What it takes to read an old document of 15,000 characters, and the memory of 1,000 of them.

python benchmarks/read.py

python-docx joins `paragraph.text` beside it: no numbers, no tables, no inserted text. The
document is made with python-docx, so that it brings the 164 styles of its template.
"""

from __future__ import annotations

import io
from typing import Any, Final

import timing
from docx import Document
from memory import resident

from planforge.readers import read

CHARACTERS: Final = 15_000
ROUNDS: Final = 30
FILES: Final = 1_000
SENTENCE: Final = "加强职工思想政治引领，组织开展形式多样的学习活动，每月一次。"


def document() -> bytes:
    """A plan with headings, numbered points with a bold beginning, and a table."""
    made: Any = Document()
    made.add_heading("云岭区第一小学工会2026年工作计划", 0)
    written = 0
    while written < CHARACTERS:
        made.add_heading("一、主要任务", 1)
        for _point in range(3):
            point = made.add_paragraph(style="List Number")
            point.add_run("抓好学习。").bold = True
            point.add_run(SENTENCE * 2)
            written += len(point.text)
    for row in made.add_table(12, 3).rows:
        for cell in row.cells:
            cell.text = "活动"
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


if __name__ == "__main__":
    word = document()
    lines = [line.text for line in read("旧.docx", word) if line.text]
    text = "\n".join(lines).encode()
    page = ("<p>" + "<p>".join(lines)).encode()
    programs = {
        "python-docx, `paragraph.text`": lambda _turn: [
            one.text for one in Document(io.BytesIO(word)).paragraphs
        ],
        "`.docx`": lambda _turn: read("旧.docx", word),
        "`.md`": lambda _turn: read("旧.md", text),
        "`.html`": lambda _turn: read("旧.html", page),
        "`.txt`": lambda _turn: read("旧.txt", text),
    }
    print("| what is read | median, ms |\n|---|---:|")
    for name, taken in timing.steps(programs, ROUNDS).items():
        print(f"| {name} | {taken:.1f} |")
    before = resident()
    for _file in range(FILES):
        read("旧.docx", word)
    print(f"\n{FILES} files: {before:.1f} MB before, {resident():.1f} MB after")
