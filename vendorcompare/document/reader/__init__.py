"""What people write, understood in one place: the grid, pasted blocks, tables, forms and files.

Every function takes a text and returns what it stands for, or raises an InputError that says
what to type instead. What can mean several things raises Ambiguous with all of them. Nothing
is guessed, and no notation silently changes the magnitude of a figure.
"""
