"""Importing this loads all that the conversion of a file needs: dictionaries, tables, the model.

For a process that others are forked from, which then have it too, in memory that they share.
"""

from contextlib import suppress

from planforge.errors import UserError
from planforge.model import plan  # what YAML files are read with

from .dictionary import segmenter
from .written import script_of

__all__ = ["plan"]

segmenter()
# What is wrong with the installation is told where a file is converted.
with suppress(UserError):
    script_of("")
