"""How each record of the core is kept in rows: reading here, column values for writing.

Both directions stand beside each other, because they must agree.
"""

from vendorcompare.storage.records.base import Values, text_values
from vendorcompare.storage.records.costs import cost_line_values, costs, driver_values
from vendorcompare.storage.records.evidence import (
    attachment_content,
    attachment_values,
    attachments,
    sheet_settings,
)
from vendorcompare.storage.records.people import (
    evaluator_values,
    evaluators,
    rounds,
    vendor_values,
    vendors,
)
from vendorcompare.storage.records.project import project, project_values
from vendorcompare.storage.records.rubric import (
    criterion_values,
    dimension_values,
    rubric,
    weight_sets,
)
from vendorcompare.storage.records.service import commitment_values, contact_values, service

__all__ = [
    "Values",
    "attachment_content",
    "attachment_values",
    "attachments",
    "commitment_values",
    "contact_values",
    "cost_line_values",
    "costs",
    "criterion_values",
    "dimension_values",
    "driver_values",
    "evaluator_values",
    "evaluators",
    "project",
    "project_values",
    "rounds",
    "rubric",
    "service",
    "sheet_settings",
    "text_values",
    "vendor_values",
    "vendors",
    "weight_sets",
]
