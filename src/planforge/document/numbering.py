"""What the number of a heading or an item looks like in text formats.

The schemes themselves are data in the style files; Word gets the same scheme as a multilevel
list and counts by itself.
"""
