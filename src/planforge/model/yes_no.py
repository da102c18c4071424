"""是 and 否 for switches."""
