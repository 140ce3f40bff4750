"""The catalogue of usual extras."""

from __future__ import annotations

import json

from vendorcompare import paths
from vendorcompare.storage.library.catalogues import usual_fees


def test_every_extra_is_named_and_asked_for_in_both_languages() -> None:
    fees = usual_fees()
    assert len({fee.key for fee in fees}) == len(fees) >= 14
    for fee in fees:
        assert all((fee.name.zh, fee.name.en, fee.question.zh, fee.question.en)), fee.key


def test_the_sample_uses_the_keys_of_the_catalogue() -> None:
    sample = json.loads(paths.resource("samples", "bookkeeping.json").read_text("utf-8"))
    used = {fee["catalogue"] for fee in sample["costs"]} - {None}
    assert used <= {fee.key for fee in usual_fees()}
