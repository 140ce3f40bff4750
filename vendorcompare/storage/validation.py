"""Say in the user's language where an imported file is wrong, and in what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vendorcompare.core.rubric import MustHave
from vendorcompare.i18n import N_, _, ngettext

#: What pydantic puts behind a name that is wrong itself.
_KEY_ITSELF: Final = "[key]"
#: What would be taken for a part of a path.
_NO_WORD: Final = re.compile(r"[.\[\]\n]")
#: What may be chosen, as pydantic lists it.
_CHOICE: Final = re.compile(r"'([^']*)'")
#: More than a reader would mend in one go.
_SHOWN: Final = 5

_MESSAGES: Final[Mapping[str, str]] = {
    "missing": N_("is missing"),
    "extra_forbidden": N_("is not a known entry"),
    "string_type": N_("must be text"),
    "string_too_short": N_("must not be empty"),
    "string_too_long": N_("is longer than {max_length} characters"),
    "string_pattern_mismatch": N_("does not have the right form"),
    "int_type": N_("must be a whole number"),
    "int_from_float": N_("must be a whole number"),
    "float_type": N_("must be a number"),
    "finite_number": N_("must be a finite number"),
    "bool_type": N_("must be true or false"),
    "list_type": N_("must be a list"),
    "tuple_type": N_("must be a list"),
    "dict_type": N_("must be a group of named entries"),
    "model_type": N_("must be a group of named entries"),
    "model_attributes_type": N_("must be a group of named entries"),
    "enum": N_("must be one of {expected}"),
    "literal_error": N_("must be one of {expected}"),
    "greater_than": N_("must be more than {gt}"),
    "greater_than_equal": N_("must be at least {ge}"),
    "less_than": N_("must be less than {lt}"),
    "less_than_equal": N_("must be at most {le}"),
    "too_short": N_("must have at least {min_length} entries"),
    "too_long": N_("must have at most {max_length} entries"),
}


class Strict(BaseModel):
    """Accept what is written down exactly, and nothing else."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        hide_input_in_errors=True,
    )


#: A list as the file has it, kept as a tuple; what is in it stays strict.
A_LIST: Final = Field(strict=False)
Pair = Annotated[tuple[float, float], A_LIST]


class Limits(Strict):
    """State between which figures a must-have is met."""

    at_least: float | None = None
    at_most: float | None = None

    def must_have(self) -> MustHave:
        """Return the must-have for the core."""
        return MustHave(self.at_least, self.at_most)


def limits_of(written: Any) -> Any:
    """Read `true` as a must-have without limits of its own, `false` as none."""
    return Limits() if written is True else None if written is False else written


def place(path: Iterable[str | int]) -> str:
    """Write a path through a file as `dimensions[0].criteria[2].measure`.

    A name that is empty, or that is no word, stands in quotation marks.
    """
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part}]"
        elif part == _KEY_ITSELF:
            continue
        elif not part.strip() or _NO_WORD.search(part):
            written += f'["{part}"]'
        else:
            written += f".{part}" if written else part
    return written


def problems_of(error: ValidationError, heads: Mapping[str, str] | None = None) -> list[str]:
    """Return every mistake with its place, in the user's language.

    `heads` are what columns are called where the entries come out of a table.
    """
    known, problems = heads or {}, []
    for found in error.errors(include_url=False, include_input=False):
        where = place(tuple(known.get(str(part), part) for part in found["loc"]))
        problems.append(at(where, _explained(found["type"], found["msg"], found.get("ctx", {}))))
    return problems


def at(where: str, problem: str) -> str:
    """Put a mistake behind its place."""
    return f"{where}: {problem}" if where else problem


def listed(problems: list[str]) -> str:
    """Write the first few mistakes in one line, and how many more there are."""
    shown = _("; ").join(problems[:_SHOWN])
    more = len(problems) - _SHOWN
    if more <= 0:
        return shown
    rest = ngettext("and {count} more", "and {count} more", more).format(count=more)
    return _("; ").join((shown, rest))


def unique(
    keys: Iterable[tuple[str, Any]], report: Callable[[str, str], None], problem: str
) -> None:
    """Report every key, given with its place, that was there before."""
    seen = set()
    for where, key in keys:
        if key in seen:
            report(where, problem.format(key=key))
        seen.add(key)


def _explained(kind: str, message: str, context: Mapping[str, Any]) -> str:
    if kind == "value_error":
        return str(context["error"])  # raised by a check of our own, in the user's language
    known = _MESSAGES.get(kind)
    if known is None:
        return message
    return _(known).format(**{name: _plain(value) for name, value in context.items()})


def _plain(value: Any) -> Any:
    """Write a limit, or what may be chosen, as it is said in the user's language."""
    if isinstance(value, float):
        return f"{value:g}"
    return _(", ").join(_CHOICE.findall(value)) or value if isinstance(value, str) else value
