"""Where an assessment lives.

Here stand its rows, the way they are written and the way they become core objects; `file` holds
what becomes of the user's file, `sqlite` what only SQLite has, `library` what comes with the
application. Nothing outside this package speaks SQL.
"""
