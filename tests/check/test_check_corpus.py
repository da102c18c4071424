"""Real plans, imported and printed: the layout has no findings, only their words have."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planforge import pipeline
from planforge.catalogue import load_catalogue
from planforge.check import check
from planforge.model.validate import validate
from planforge.recognise import plan_from_text
from planforge.source.load import load

CORPUS = Path(os.environ.get("PLANFORGE_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
REAL_PLANS = 32
# Punctuation, script and quotation marks of the texts, and organisations that they do not name.
WORDS = {"PG013", "PG043", "PG045", "PG046", "PG052"}


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no real plans in {CORPUS}; set PLANFORGE_CORPUS")
def test_the_layout_of_real_plans_has_no_findings() -> None:
    paths = sorted((CORPUS / "plans").glob("*.txt"))
    assert len(paths) == REAL_PLANS
    codes = set()
    for path in paths:
        imported = plan_from_text(path.name, path.read_bytes())
        plan = validate(load(path.name, imported.yaml.encode()), load_catalogue())
        # Whatever region the words of a plan speak of.
        data = pipeline.render_plan(plan, "docx", style="gb", region="cn")
        codes |= {finding.code for finding in check(path.name, data, "gb").findings}
    assert codes == WORDS
