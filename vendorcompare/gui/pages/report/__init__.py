"""The room of the Report page."""
