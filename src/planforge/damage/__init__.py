"""What copying, filters and rewriting machines do to a text: found, and mended where that is sure.

One module per kind of damage; each has ``find(text)``. They know text, not plans or files, so that
import and lint see the same.
"""

from .finding import Damage

__all__ = ["Damage"]
