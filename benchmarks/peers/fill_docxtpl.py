"""`fill_docxtpl.py template.docx plan.json out.docx`: docxtpl as it is used in one process."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate

template = DocxTemplate(sys.argv[1])
template.render(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
template.save(sys.argv[3])
