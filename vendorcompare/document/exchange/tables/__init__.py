"""Tables of any kind: recognised, read row by row, previewed, brought in."""
