"""How everything looks: palette, icons, painting, plain text, and the small parts of every page."""
