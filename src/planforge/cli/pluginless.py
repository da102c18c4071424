"""Importing this leaves out the plugins of pydantic, in a process that others are forked from."""

from . import plugins

plugins.leave_out()
