"""Plan files looked at by rules: what is wrong with what they say."""

from __future__ import annotations

from .engine import lint
from .finding import Finding, Fix, Found

__all__ = ["Finding", "Fix", "Found", "lint"]
