"""The parts of the rubric page."""
