"""Web pages, and what Word saves as one → lines."""

from .document import fragment, read

__all__ = ["fragment", "read"]
