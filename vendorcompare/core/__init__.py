"""What an assessment means: rubric, values, ranking, costs, chart geometry.

Pure: no Qt, no SQL, no files. Frozen objects come in and frozen objects go out.
"""
