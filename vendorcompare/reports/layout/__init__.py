"""How paper is filled: pages, lines, tables and charts. Nothing here knows what a sheet says."""
