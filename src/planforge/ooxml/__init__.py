"""Word files of any origin: their parts, styles and lists, and what these come to together."""
