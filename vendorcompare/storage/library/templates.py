"""The rubric templates that come with the application."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from vendorcompare import paths
from vendorcompare.core.assessment import Driver
from vendorcompare.core.errors import InputError, UserError
from vendorcompare.core.rubric import Template
from vendorcompare.failures import said
from vendorcompare.i18n import _
from vendorcompare.storage.library.catalogues import evidence_kinds
from vendorcompare.storage.library.template_models import TemplateFile, check
from vendorcompare.storage.validation import at, listed, problems_of


class TemplateError(UserError):
    """Report a template file that cannot be used, with every mistake and its place."""


@cache
def templates() -> tuple[Template, ...]:
    """Return the built-in templates in the order of their sources."""
    found = [file.template() for file in _built_in().values()]
    return tuple(sorted(found, key=lambda template: (template.source, template.id)))


def template(template_id: str) -> Template:
    """Return a built-in template; InputError names those there are."""
    for each in templates():
        if each.id == template_id:
            return each
    raise InputError(
        _('There is no template "{id}".').format(id=template_id),
        hint=_("Choose one of: {names}.").format(names=_(", ").join(t.id for t in templates())),
    )


def starting_volumes(template_id: str) -> tuple[Driver, ...]:
    """Return the monthly volumes that a built-in template suggests to a small buyer."""
    return _built_in()[template_id].volumes() if template_id in _built_in() else ()


@cache
def _built_in() -> Mapping[str, TemplateFile]:
    files = (read_template(path) for path in sorted(paths.resource("templates").glob("*.toml")))
    return {file.id: file for file in files}


def read_template(path: Path) -> TemplateFile:
    """Read a template file; TemplateError lists its mistakes."""
    try:
        file = TemplateFile.model_validate(_content(path))
    except ValidationError as error:
        raise _wrong(path, problems_of(error)) from None
    problems: list[str] = []
    check(file, set(evidence_kinds()), lambda where, problem: problems.append(at(where, problem)))
    if problems:
        raise _wrong(path, problems)
    return file


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise TemplateError(
            _('"{name}" cannot be read: {reason}.').format(name=path.name, reason=said(error)),
            hint=_("Check that the file exists and that you may read it."),
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _wrong(path, [_("this is not TOML: {reason}").format(reason=error)]) from None


def _wrong(path: Path, problems: list[str]) -> TemplateError:
    return TemplateError(
        _('The template "{name}" cannot be used: {problems}').format(
            name=path.name, problems=listed(problems)
        ),
        hint=_("Mend the entries named and load the file again."),
    )
