"""The command line: takes the common options off, runs a command, explains what fails."""

from __future__ import annotations

import gettext
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final, TextIO, cast

import typer

import vendorcompare
from vendorcompare import i18n, paths
from vendorcompare.cli import COMMANDS
from vendorcompare.cli.help import reason_of, speak
from vendorcompare.cli.invocation import Common, WrongUsage, split
from vendorcompare.cli.output import fail
from vendorcompare.core.errors import UserError
from vendorcompare.failures import said
from vendorcompare.i18n import Language, _
from vendorcompare.paths import logs_folder

DONE: Final = 0
PROBLEM: Final = 1
WRONG_USAGE: Final = 2
_INTERRUPTED: Final = 130

#: What a terminal, which knows no thin space, sets between Han and Latin.
_GAP: Final = " "

#: What Typer raises for wrong usage; it is the parent of the exception that is public.
_UsageError: Final = cast("type[Exception]", typer.BadParameter.__mro__[2])

_log = logging.getLogger(__name__)


def run(words: list[str], open_window: Callable[[list[Path]], int]) -> int:
    """Run a command and return the exit status; the window is opened by who can."""
    _be_heard()
    _speak_utf8()
    i18n.set_language(i18n.language_of_environment(), gap=_GAP)
    try:
        given = split(words)
        i18n.set_language(given.language or i18n.language(), gap=_GAP)
        if given.version:
            typer.echo(f"vendorcompare {vendorcompare.__version__}")
            return _flushed(DONE)
        common = Common(given.quiet, open_window)
        with _own_messages(i18n.language()):
            return _flushed(_invoke(given.words, common))
    except WrongUsage as error:
        fail(str(error), _('"vendorcompare --help" lists the commands.'))
        return WRONG_USAGE
    except UserError as error:
        fail(error.message, error.hint)
        return PROBLEM
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: nobody reads a traceback here
        return _unheard(error) if isinstance(error, OSError) else _crashed(error)


def _flushed(status: int) -> int:
    """See that all was written before a command counts as done."""
    sys.stdout.flush()
    return status


def _invoke(words: list[str], common: Common) -> int:
    command = typer.main.get_command(_app(words))
    speak(command)
    try:
        status = command.main(
            words or ["--help"], prog_name="vendorcompare", standalone_mode=False, obj=common
        )
    except _UsageError as error:
        raise WrongUsage(_reason(error)) from None
    except typer.Abort:
        return _INTERRUPTED
    return status if isinstance(status, int) else DONE


def _app(words: list[str]) -> typer.Typer:
    """Build the commands that are needed; their help is in the language chosen by now."""
    app = typer.Typer(
        callback=_nothing,  # keeps a single command a command
        help=_("Compare service vendors, and defend the choice on paper."),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        epilog=_(
            "Common options: --language zh|en, --quiet, --version. Without a command, or with "
            "a .vcmp file, the window opens."
        ),
    )
    for name in [words[0]] if words and words[0] in COMMANDS else COMMANDS:
        import_module(f"vendorcompare.cli.{COMMANDS[name]}").add(app)
    return app


def _nothing() -> None:
    """Do nothing before a command."""


def _reason(error: Exception) -> str:
    """Say what was wrong with the words on the command line."""
    sentences = {
        "MissingParameter": _('"{name}" is missing.'),
        "NoSuchOption": _('There is no option "{name}".'),
        "BadParameter": _('"{name}" is not right: {reason}'),
    }
    sentence = sentences.get(type(error).__name__)
    message: str = getattr(error, "message", "") or str(error)
    if sentence is None:
        return reason_of(message)
    parameter = getattr(error, "param", None)
    name = getattr(error, "option_name", "") or _name_of(parameter)
    return sentence.format(name=name, reason=reason_of(message))


def _name_of(parameter: object) -> str:
    options = getattr(parameter, "opts", [])
    if getattr(parameter, "param_type_name", "") == "option" and options:
        return str(options[-1])
    return str(getattr(parameter, "metavar", "") or getattr(parameter, "name", "") or "")


@contextmanager
def _own_messages(language: Language) -> Iterator[None]:
    """Let Typer read the words of its help from our catalogue."""
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("vendorcompare", str(paths.resource("locale")))
    gettext.textdomain("vendorcompare")
    os.environ["LANGUAGE"] = "zh_CN" if language == "zh" else "en"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def _be_heard() -> None:
    """Write to nowhere where a stream was closed before we came."""
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")  # until the end of the process


def _unheard(error: OSError) -> int:
    """Say that what was printed got lost, but nothing where the reader of a pipe had enough."""
    if error.filename is not None:  # our own streams have no name, and all other files have
        return _crashed(error)
    sys.stdout = _nowhere()  # what is left in the other would fail once more at the end
    if not isinstance(error, BrokenPipeError):
        reason = said(error)
        fail(
            _("What was to be printed could not be written: {reason}.").format(reason=reason),
            _("Send it to another place, or make room there."),
        )
    return PROBLEM


def _speak_utf8() -> None:
    """Write the same bytes into a pipe whatever the system's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            if stream.isatty():
                stream.reconfigure(errors="replace")  # type: ignore[union-attr]
            else:
                stream.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]


def _crashed(error: Exception) -> int:
    hint = _("Please report it.")
    with suppress(OSError):
        file = logs_folder() / "command-line.log"
        handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(handler)
        _log.error("a command failed", exc_info=error)
        _log.removeHandler(handler)
        handler.close()
        hint = _("What happened is written in {file}; please report it.").format(file=file)
    fail(_("Something went wrong that should not: {kind}.").format(kind=type(error).__name__), hint)
    return PROBLEM


#: What Typer's help says; listed here so that it is translated.
_HELP_WORDS: Final = i18n.N_("Arguments"), i18n.N_("Options"), i18n.N_("Commands")
_HELP_NOTES: Final = i18n.N_("required"), i18n.N_("default: {default}")
_HELP_ERRORS: Final = i18n.N_("Missing command."), i18n.N_("No such command {name!r}.")
