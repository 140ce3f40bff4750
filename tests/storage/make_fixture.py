"""Write files/v1_0.vcmp, once: released formats are kept as they were.

    make recorded

A later format gets a file and a contents module of its own beside these.
"""

from __future__ import annotations

import os
import tempfile

from tests.storage.documents import FIXTURE, write_sample

if __name__ == "__main__":
    FIXTURE.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["VENDORCOMPARE_HOME"] = home
        write_sample(FIXTURE)
