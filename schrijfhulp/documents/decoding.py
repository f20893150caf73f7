"""From bytes to text."""

from schrijfhulp.documents.limits import DocumentError, FormatError


def decode(data: bytes) -> tuple[str, str]:
    """The text and its encoding: UTF-8, UTF-16 with its mark, or Windows-1252 as older Windows programs write it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            raise FormatError("dit is geen tekst maar een binair bestand") from None
    if b"\x00" in data:
        raise FormatError("dit is geen tekst maar een binair bestand")
    for encoding in ("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise DocumentError("de tekencodering is niet UTF-8 en niet Windows-1252")
