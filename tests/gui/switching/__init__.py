"""Two clients' documents, one after the other: nothing of the one reaches the other."""
