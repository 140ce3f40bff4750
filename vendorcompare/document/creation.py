"""New assessments, from a template of the library."""

from __future__ import annotations

from dataclasses import replace

from vendorcompare import i18n
from vendorcompare.core import sense
from vendorcompare.core.money import check_currency
from vendorcompare.core.names import tidied
from vendorcompare.core.rubric import Tier
from vendorcompare.document.document import Document
from vendorcompare.document.edits.project import choose_sheet
from vendorcompare.document.edits.rubric import put_rubric
from vendorcompare.i18n import N_, Language
from vendorcompare.storage import records
from vendorcompare.storage.library.templates import starting_volumes, template


def create_from_template(
    template_id: str,
    tier: Tier = Tier.QUICK,
    *,
    title: str = "",
    buyer: str = "",
    currency: str = "CNY",
    horizon_months: int = 36,
    language: Language | None = None,
) -> Document:
    """Begin an assessment with the criteria and the volumes of a template.

    `language` is what the sheet is printed in, unless the user chooses otherwise; a title that
    is not given is the template's in this language.

    Raises:
        InputError: there is no such template or currency, or the horizon makes no sense.
    """
    currency = check_currency(currency)
    chosen = template(template_id)
    language = language or i18n.language()
    document = Document.create()
    start = replace(
        document.assessment,
        title=tidied(title) or chosen.title.get(language),
        buyer=tidied(buyer),
        currency=currency,
        horizon_months=horizon_months,
        template=chosen.id,
    )
    sense.require(sense.in_assessment(start))
    with document.change(N_("New assessment")) as recorder:
        records.PROJECT.put(recorder, start)
        put_rubric(recorder, start.round.key, chosen.at(tier))
        for position, driver in enumerate(starting_volumes(chosen.id)):
            records.DRIVER.put(recorder, driver, position=position)
        choose_sheet(document, language=language)
    document.history.forget()
    return document
