"""Charts that more than one room shows."""
