"""The user's verbs: one function for each thing a user can do, one module for each page."""
