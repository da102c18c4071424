"""Files people already have → lines of text. No idea of plans."""
