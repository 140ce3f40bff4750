"""Record what a file of the present format is made of, by which strangers' files are checked.

    make recorded

writes resources/formats/ out of the schema, and then the file of this format that the tests keep
and the sample, both of which have to have it. Once a format is released its record is never
written again: a change of the schema then needs a new number in storage/sqlite/file_header.py and a
step in storage/sqlite/migrations.py, and is recorded beside the old one.
"""

from __future__ import annotations

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from build_assets import ROOT, write_atomically
from vendorcompare.storage.schema import metadata
from vendorcompare.storage.sqlite import file_header, structure


def statements() -> str:
    """Return the statements that make the tables of the present schema."""
    dialect = sqlite.dialect()
    tables = (str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables)
    lines = (line.rstrip() for table in tables for line in f"{table.strip()};\n".splitlines())
    return "\n".join(lines) + "\n"


def main() -> None:
    """Replace the record of the present format."""
    target = structure.record_of(file_header.FORMAT)
    write_atomically(target, statements().encode())
    print("recorded", target.relative_to(ROOT))


if __name__ == "__main__":
    main()
