"""Several names in one string or one list."""
