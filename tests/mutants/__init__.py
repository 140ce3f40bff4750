"""Tests of the tests: small changes to the code that at least one of them has to notice.

    make mutants                                    all of them, for hours
    make mutants SAMPLE=300                         so many at random, in each package alike
    make mutants SAMPLE=50 FILES='core/ranking.py'  of these files alone

`making` says what is changed, `choosing` which tests could notice it, `running` runs them,
`checking` asks the type checker where none of them did,
`accepted` keeps the changes that nobody can notice, each with its reason, `telling` adds it up.
Everything happens in a copy of the project, and nothing else can be written; see `sealing`.
"""

from __future__ import annotations

from typing import Final

#: What is changed: all that computes, reads or keeps something, and has no window.
PACKAGES: Final = ("core", "document", "storage")
