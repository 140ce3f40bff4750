"""The parts of the vendors page."""
