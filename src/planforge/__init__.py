"""planforge: trade-union work plans from YAML to Word, Markdown, HTML and text."""

__version__ = "0.1.0"
