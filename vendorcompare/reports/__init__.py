"""What comes out of an assessment: the printed sheets.

Core objects go in and paper comes out; nothing here knows rows, windows or the user's files.
"""
