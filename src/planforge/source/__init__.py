"""YAML text to data with positions, and back: every node knows where it stands in the file."""
