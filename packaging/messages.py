"""Collect the texts of code and forms for translation, and keep what is translated.

    python packaging/messages.py                 bring template and translations up to date
    python packaging/messages.py --merge MORE.po  take translations over from another file
    python packaging/messages.py --missing       list what has no translation
    python packaging/messages.py --prune         forget translations of texts that are gone

The files carry no dates and no line numbers, so that they change only when a text does.
Translations of texts that are gone stay at the end as `#~` and come back with the text.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import PoFileParser, write_po
from filelock import FileLock

from build_assets import ROOT, write_atomically

LANGUAGES: Final = ("zh_CN",)
KEYWORDS: Final = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "NP_": ((1, "c"), 2),
    "words": None,  # what code calls `translator(language)`
    "plural": (1, 2),  # what code calls `plural_translator(language)`
}
_HEADER: Final = """\
# Translations of VendorCompare.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""

Id = str | tuple[str, ...] | list[str]
Key = str | tuple[str, str]
Found = tuple[str | tuple[str, ...], str, list[str], str | None]


class Translations(Catalog):
    """Read a file in which people may have written a text twice, and lose neither."""

    def __setitem__(self, id: Id, message: Message) -> None:
        known = self.get(id, message.context) if id else None
        super().__setitem__(id, message)
        if known is not None and is_translated(message):
            known.string = message.string


def template(root: Path = ROOT) -> Catalog:
    """Collect every text that is to be translated."""
    found = Catalog()
    for path in sorted((root / "vendorcompare").rglob("*.py")):
        if not path.name.startswith("ui_"):
            _add(found, path.relative_to(root), texts_of_code(path))
    for path in sorted((root / "ui").glob("*.ui")):
        _add(found, path.relative_to(root), texts_of_form(path))
    return found


def template_file(root: Path = ROOT) -> Path:
    """Return the file that a new language starts from."""
    return root / "resources" / "locale" / "vendorcompare.pot"


def translation_file(root: Path, language: str) -> Path:
    """Return the file with the translations into a language."""
    return root / "resources" / "locale" / language / "LC_MESSAGES" / "vendorcompare.po"


def texts_of_code(path: Path) -> Iterator[Found]:
    """Give the marked texts of a Python file."""
    with path.open("rb") as file:
        found = extract("python", file, KEYWORDS, ["Translators:"], {"encoding": "utf-8"})
        for _line, texts, comments, context in found:
            yield texts, "", comments, context


def texts_of_form(path: Path) -> Iterator[Found]:
    """Give the texts of a form, except those that are marked as not to be translated."""
    tree = ElementTree.parse(path)
    parents = {child: parent for parent in tree.iter() for child in parent}
    for string in tree.iter("string"):
        own = (string, parents[string])  # a list says for all its strings what a string can say
        if string.text and not any(element.get("notr") == "true" for element in own):
            comments = [note for element in own if (note := element.get("extracomment"))]
            yield string.text, "", comments, string.get("comment")


def write_template(found: Catalog, root: Path = ROOT) -> None:
    """Write the template that a new language starts from."""
    _write(template_file(root), found)


def update(
    found: Catalog,
    language: str,
    root: Path = ROOT,
    *,
    more: Path | None = None,
    prune: bool = False,
) -> None:
    """Bring the translations of a language in line with the texts, keeping all there are.

    Where `more`, a file of further translations, has one for the same text, it counts.
    """
    path = translation_file(root, language)
    known = read(path, language)
    for message in read(more, language) if more else ():
        if message.id and is_translated(message):
            known[message.id] = message
    made = Catalog(locale=language)
    for message in found:
        if message.id:
            made[message.id] = _translated(message, _known(known, message))
    if not prune:
        made.obsolete = _laid_aside(known, made)
    _write(path, made)


def read(path: Path, language: str) -> Catalog:
    """Read the translations of a language; none, where there is no file yet."""
    catalogue = Translations(locale=language)
    if path.exists():
        with path.open("rb") as file:
            PoFileParser(catalogue, abort_invalid=True).parse(file)
    return catalogue


def missing(root: Path = ROOT) -> list[str]:
    """Return the texts without translation, and the translations without text."""
    found = template(root)
    wanted = {_key(message) for message in found if message.id}
    problems = []
    for language in LANGUAGES:
        known = read(translation_file(root, language), language)
        done = {_key(m) for m in known if m.id and is_translated(m) and not m.fuzzy}
        listed = {_key(m) for m in known if m.id}
        problems += [f"{language}: not translated: {key!r}" for key in _sorted(wanted - done)]
        problems += [f"{language}: gone from the code: {key!r}" for key in _sorted(listed - wanted)]
    return problems


def as_text(catalogue: Catalog) -> bytes:
    """Write a catalogue so that equal texts give equal files."""
    header = _HEADER.format(
        language=catalogue.locale_identifier or "", plural_forms=catalogue.plural_forms
    )
    body = io.BytesIO()
    options = {"sort_output": True, "include_lineno": False, "omit_header": True}
    write_po(body, catalogue, width=98, **options)
    return header.encode() + body.getvalue().rstrip(b"\n") + b"\n"


def is_translated(message: Message) -> bool:
    """Tell whether every form of a message has a translation."""
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return bool(forms) and all(forms)


def _add(found: Catalog, path: Path, texts: Iterable[Found]) -> None:
    for text, _string, comments, context in texts:
        if text:
            where = [(path.as_posix(), 0)]
            found.add(text, locations=where, auto_comments=comments, context=context)


def _known(known: Catalog, message: Message) -> Message | None:
    """Find the translation of a message, be it in use or laid aside."""
    current = known.get(message.id, message.context)
    if current is not None and is_translated(current):
        return current
    aside: dict[Key, Message] = known.obsolete
    return aside.get(_key(message), current)


def _translated(message: Message, known: Message | None) -> Message:
    """Give a message of the template its translation."""
    made = Message(
        message.id,
        locations=message.locations,
        flags=message.flags,
        auto_comments=message.auto_comments,
        user_comments=known.user_comments if known else (),
        context=message.context,
    )
    if known is None or not known.string:
        return made
    forms = known.string if isinstance(known.string, list | tuple) else (known.string,)
    made.string = tuple(forms) if message.pluralizable else forms[0]
    return made


def _laid_aside(known: Catalog, made: Catalog) -> dict[Key, Message]:
    """Return the translations whose text is gone; it may come back."""
    wanted = {_key(message) for message in made}
    every = (*known, *known.obsolete.values())
    unused = (message for message in every if _key(message) not in wanted)
    return {_key(message): message for message in unused if is_translated(message)}


def _key(message: Message) -> Key:
    singular = message.id if isinstance(message.id, str) else message.id[0]
    return (singular, message.context) if message.context else singular


def _sorted(keys: set[Key]) -> list[Key]:
    return sorted(keys, key=str)


def _write(path: Path, catalogue: Catalog) -> None:
    content = as_text(catalogue)
    if not path.exists() or path.read_bytes() != content:
        write_atomically(path, content)


def main() -> None:
    """Do what the command line asks for, one process at a time."""
    parser = argparse.ArgumentParser(description="Collect the texts to translate.")
    parser.add_argument("--merge", type=Path, metavar="PO", help="take translations from a file")
    parser.add_argument("--missing", action="store_true", help="only list what is missing")
    parser.add_argument("--prune", action="store_true", help="forget translations not in use")
    arguments = parser.parse_args()
    if not arguments.missing:
        (ROOT / "build").mkdir(exist_ok=True)
        with FileLock(ROOT / "build" / "messages.lock"):
            found = template()
            write_template(found)
            for language in LANGUAGES:
                update(found, language, more=arguments.merge, prune=arguments.prune)
    if lacking := missing():
        print("\n".join(lacking))
    else:  # a script that asks what is missing reads nothing
        print("every text is translated", file=sys.stderr)


if __name__ == "__main__":
    main()
