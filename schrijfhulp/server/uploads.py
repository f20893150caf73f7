"""Files that are sent along: read in memory, and never put on disk, not even for a moment."""

from io import BytesIO
from typing import IO

from flask import Flask, Request, request
from werkzeug.datastructures import FileStorage

from schrijfhulp.documents import MOST_BYTES, DocumentError, FormatError, TooLargeError
from schrijfhulp.server.service import service
from schrijfhulp.types import Document

MULTIPART = "multipart/form-data"
TAKES_FILES = ("pages.advise", "pages.report", "api.check_file")
STATUS = {TooLargeError: 413, FormatError: 415, DocumentError: 422}


class InMemory(Request):
    """A request whose files stay in memory; Werkzeug would put large ones in a temporary file."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


def take_in(app: Flask) -> None:
    """Let the addresses that take files have requests as large as a file may be, beside a text."""
    app.request_class = InMemory

    @app.before_request
    def allow() -> None:
        if request.endpoint in TAKES_FILES and request.mimetype == MULTIPART:
            request.max_content_length = MOST_BYTES + app.config["MAX_CONTENT_LENGTH"]


def read(file: FileStorage) -> Document:
    """The document in a file. Raises DocumentError and BusyError."""
    return service().read(file.read(), name=file.filename or "")


def refusal(error: DocumentError) -> tuple[int, str]:
    """The status and the sentence for a text that cannot be read."""
    return STATUS[type(error)], f"Dit kunnen wij niet lezen: {error}."
