"""The room of the Costs page."""
