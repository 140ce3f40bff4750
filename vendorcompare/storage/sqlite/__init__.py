"""What only SQLite has: the connection and its promises, the look at a stranger's file.

An assessment in another database would need none of this; everything beside this folder that
speaks SQL does so through SQLAlchemy.
"""
