"""What a pasted block would become, before anything is written."""
