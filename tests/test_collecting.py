from __future__ import annotations

import gc

from vendorcompare.collecting import undisturbed


def test_the_collector_stays_away_from_very_many_objects() -> None:
    seen: list[str] = []

    def note(phase: str, _about: object) -> None:
        seen.append(phase)

    gc.collect()
    frozen = gc.get_freeze_count()
    gc.callbacks.append(note)
    try:
        with undisturbed():
            few = [[i] for i in range(5_000)]
        assert gc.get_freeze_count() == frozen
        seen.clear()
        with undisturbed():
            many = [[i] for i in range(150_000)]
        assert gc.get_freeze_count() >= frozen + len(many) + len(few)
        assert seen == []
        assert gc.isenabled()
    finally:
        gc.callbacks.remove(note)
        gc.unfreeze()


def test_who_keeps_it_away_for_longer_is_not_overruled() -> None:
    with undisturbed():
        with undisturbed():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
