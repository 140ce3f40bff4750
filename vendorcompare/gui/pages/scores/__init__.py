"""The room of the Scores page."""
