"""How readers say what they do not know."""

from __future__ import annotations

from vendorcompare.document.reader.results import Ambiguous, short


def test_all_choices_are_offered_once() -> None:
    hints = {
        ("a",): 'Type "a".',
        ("a", "a"): 'Type "a".',
        ("a", "b"): 'Type "a" or "b".',
        ("a", "b", "c", "d"): 'Type "a", "b", "c" or "d".',
    }
    for choices, hint in hints.items():
        assert Ambiguous("Unclear.", choices).hint == hint
    assert Ambiguous("Unclear.", iter("aba")).choices == ("a", "b")


def test_a_text_is_cut_to_what_fits_into_a_sentence() -> None:
    assert short("  in \n one   line ") == "in one line"
    assert short("x" * 40) == "x" * 40
    assert short("x" * 41) == "x" * 39 + "..."
