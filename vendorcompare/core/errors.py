"""Problems that a user can understand and act on.

    UserError
    ├── InputError            something typed, pasted or imported does not fit
    │   └── UnscorableError   a criterion cannot be turned into a value
    └── DocumentError         a file cannot be opened or saved
        ├── NotADocument, DocumentDamaged, DocumentTooNew, DocumentHostile, DocumentInUse
        └── SaveFailed, TargetChanged

Anything else that is raised is a bug and belongs in the crash report.
"""

from __future__ import annotations

from vendorcompare.typography import joined


class UserError(Exception):
    """Report a problem in the user's language: what happened and why, then what to do next."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    @property
    def sentences(self) -> str:
        """What happened and what to do, one after the other."""
        return joined(self.message, self.hint)


class InputError(UserError):
    """Report something typed, pasted or imported that does not fit."""


class UnscorableError(InputError):
    """Report a criterion that cannot be turned into a value between 0 and 100."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message, hint=hint)


class DocumentError(UserError):
    """Report a file that cannot be opened or saved."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message, hint=hint)


class NotADocument(DocumentError):
    """Report a file that is not an assessment."""


class DocumentDamaged(DocumentError):
    """Report an assessment whose content does not match its seal or its structure."""


class DocumentTooNew(DocumentError):
    """Report an assessment that needs a later version of the application."""


class DocumentHostile(DocumentError):
    """Report an assessment that carries code which no assessment has."""


class DocumentInUse(DocumentError):
    """Report a file that another window or command of this machine is editing.

    Attributes:
        session: the session that edits it, by which its window can be called.
    """

    def __init__(self, message: str, *, hint: str, session: str = "") -> None:
        super().__init__(message, hint=hint)
        self.session = session


class SaveFailed(DocumentError):
    """Report that a file could not be written, while the working copy keeps the changes."""


class TargetChanged(DocumentError):
    """Report that the file was changed by somebody else since it was opened."""
