"""The neutral document: what stands on the pages, before any output format."""
