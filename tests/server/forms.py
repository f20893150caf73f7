"""Forms with a file; the test client would put a large one in a temporary file."""

from typing import Any

BOUNDARY = "grens"
FORM = f"multipart/form-data; boundary={BOUNDARY}"


def with_file(field: str, data: bytes, name: str) -> dict[str, Any]:
    """The body and its type, for the client's `post`."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
    return {"data": head.encode() + data + f"\r\n--{BOUNDARY}--\r\n".encode(), "content_type": FORM}
