"""The room of the Overview page."""
