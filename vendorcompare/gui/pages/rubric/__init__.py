"""The room of the Rubric page."""
