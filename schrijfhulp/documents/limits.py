"""What an untrusted file may ask of us, in one place; beyond it there is one clear line."""

MOST_BYTES = 10_000_000  # of a file as given
MOST_UNPACKED = 50_000_000  # bytes of all parts of a zip file together
MOST_PARTS = 5_000  # files in a zip file
MOST_ELEMENTS = 1_000_000  # of XML in one part
MOST_DEPTH = 250  # elements inside each other
MOST_CHARACTERS = 5_000_000  # of text: three thousand pages
MOST_BLOCKS = 100_000  # paragraphs, headings, items and cells
MOST_PIECES = 1_000_000  # of text between markup
MOST_PAGES = 500  # of a PDF


class DocumentError(ValueError):
    """A file that cannot be read as text; the message says why, in Dutch."""


class TooLargeError(DocumentError):
    """A file with more in it than we take in."""


class FormatError(DocumentError):
    """A file of a kind that we do not read."""


def check_size(size: int) -> None:
    """Raise TooLargeError for a file that is too large to take in."""
    if size > MOST_BYTES:
        raise TooLargeError(f"dit bestand is te groot: het mag {MOST_BYTES // 1_000_000} MB zijn")


def check_count(count: int, most: int) -> None:
    """Raise TooLargeError for more blocks or pieces than anyone writes."""
    if count > most:
        raise TooLargeError("dit bestand is te ingewikkeld")


def check_length(length: int) -> None:
    """Raise TooLargeError for more text than anyone writes."""
    if length > MOST_CHARACTERS:
        raise TooLargeError(f"hierin staat te veel tekst: meer dan {MOST_CHARACTERS // 1_000_000} miljoen tekens")
