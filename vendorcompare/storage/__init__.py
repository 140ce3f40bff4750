"""Where an assessment lives: schema, working copy, recorder, snapshot.

Nothing outside this package speaks SQL.
"""
