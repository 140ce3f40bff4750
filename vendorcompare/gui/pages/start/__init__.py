"""The room of the start page."""
