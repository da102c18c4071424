"""Copies among files: each file leaves a small sketch, and sketches are compared.

A sketch can be made in any process and pickled. Comparing takes time and memory in proportion to
the number of files, however many of them are copies of one another.
"""

from .compare import across
from .sketch import Sketch, sketch

__all__ = ["Sketch", "across", "sketch"]
