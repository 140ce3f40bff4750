"""The room of the Vendors page."""
