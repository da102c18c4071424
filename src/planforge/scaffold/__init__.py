"""What `planforge new` writes: a plan that renders at once, from a template and a few answers."""

from .answers import Answers, Question, kinds, questions
from .merging import merged
from .spans import default_period, period_text
from .writing import scaffold

__all__ = [
    "Answers",
    "Question",
    "default_period",
    "kinds",
    "merged",
    "period_text",
    "questions",
    "scaffold",
]
