"""The plan as data: what a work plan may hold, its keys and its values. No input or output."""
