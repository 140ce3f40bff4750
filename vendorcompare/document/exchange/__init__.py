"""What goes out to other programs and comes in from them."""

from vendorcompare.document.exchange.files import (
    TABLES,
    export_file,
    import_beside,
    import_data,
    import_file,
    is_table,
    preview_table,
    read_bytes,
    rehearsed,
)
from vendorcompare.document.exchange.json.exporting import export_json
from vendorcompare.document.exchange.json.importing import import_json
from vendorcompare.document.exchange.merging.near_names import near_names
from vendorcompare.document.exchange.merging.refusals import UnnamedScores, WrongEntries
from vendorcompare.document.exchange.merging.report import ImportReport, ImportRow, Outcome, kinds
from vendorcompare.document.exchange.records.interchange import FORMAT, VERSION, json_schema
from vendorcompare.document.exchange.records.listed import Source
from vendorcompare.document.exchange.tables.answers import Answers, Question
from vendorcompare.document.exchange.tables.preview import (
    ImportPreview,
    import_scores_csv,
    preview_scores,
)
from vendorcompare.document.exchange.tables.record_rows import (
    kind_of,
    kinds_of_tables,
    preview_records,
)
from vendorcompare.document.exchange.tables.score_list import export_scores_csv

__all__ = [
    "FORMAT",
    "TABLES",
    "VERSION",
    "Answers",
    "ImportPreview",
    "ImportReport",
    "ImportRow",
    "Outcome",
    "Question",
    "Source",
    "UnnamedScores",
    "WrongEntries",
    "export_file",
    "export_json",
    "export_scores_csv",
    "import_beside",
    "import_data",
    "import_file",
    "import_json",
    "import_scores_csv",
    "is_table",
    "json_schema",
    "kind_of",
    "kinds",
    "kinds_of_tables",
    "near_names",
    "preview_records",
    "preview_scores",
    "preview_table",
    "read_bytes",
    "rehearsed",
]
