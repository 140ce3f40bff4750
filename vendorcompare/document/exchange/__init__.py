"""What goes out to other programs and comes in from them."""

from vendorcompare.document.exchange.answers import Answers, Outcome, Question
from vendorcompare.document.exchange.csv_scores import export_scores_csv
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
from vendorcompare.document.exchange.interchange import FORMAT, VERSION, json_schema
from vendorcompare.document.exchange.near_names import near_names
from vendorcompare.document.exchange.parsing import WrongEntries
from vendorcompare.document.exchange.preview import (
    ImportPreview,
    import_scores_csv,
    preview_scores,
)
from vendorcompare.document.exchange.reading import UnnamedScores, import_json
from vendorcompare.document.exchange.record_tables import (
    kind_of,
    kinds_of_tables,
    preview_records,
)
from vendorcompare.document.exchange.records.listed import Source
from vendorcompare.document.exchange.report import ImportReport, ImportRow, kinds
from vendorcompare.document.exchange.writing import export_json

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
