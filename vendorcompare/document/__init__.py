"""What users do to an assessment: open, change, undo, save, exchange."""
