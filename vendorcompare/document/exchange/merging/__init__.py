"""What becomes of records that come in: checked, matched with what is there, and written."""
