"""What goes out to other programs and comes in from them."""

from vendorcompare.document.exchange.files import (
    DOCUMENTS,
    TABLES,
    export_file,
    import_beside,
    import_data,
    import_file,
    is_table,
    read_bytes,
    rehearsed,
)
from vendorcompare.document.exchange.json.exporting import export_json
from vendorcompare.document.exchange.json.importing import import_json
from vendorcompare.document.exchange.merging.near_names import near_names
from vendorcompare.document.exchange.merging.refusals import UnnamedScores, WrongEntries
from vendorcompare.document.exchange.merging.report import ImportReport, ImportRow, Outcome, kinds
from vendorcompare.document.exchange.records.headings import called
from vendorcompare.document.exchange.records.interchange import FORMAT, VERSION, json_schema
from vendorcompare.document.exchange.records.listed import Source
from vendorcompare.document.exchange.tables.answers import Answers, Question
from vendorcompare.document.exchange.tables.importing import (
    import_previewed,
    import_table,
    preview_table,
)
from vendorcompare.document.exchange.tables.preview import ImportPreview, Problem
from vendorcompare.document.exchange.tables.recognising import kinds_of_tables
from vendorcompare.document.exchange.tables.score_exports import export_crosstab, export_scores_csv

__all__ = [
    "DOCUMENTS",
    "FORMAT",
    "TABLES",
    "VERSION",
    "Answers",
    "ImportPreview",
    "ImportReport",
    "ImportRow",
    "Outcome",
    "Problem",
    "Question",
    "Source",
    "UnnamedScores",
    "WrongEntries",
    "called",
    "export_crosstab",
    "export_file",
    "export_json",
    "export_scores_csv",
    "import_beside",
    "import_data",
    "import_file",
    "import_json",
    "import_previewed",
    "import_table",
    "is_table",
    "json_schema",
    "kinds",
    "kinds_of_tables",
    "near_names",
    "preview_table",
    "read_bytes",
    "rehearsed",
]
