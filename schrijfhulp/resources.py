"""Where the data lives that is not code: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def path(name: str) -> Path:
    """The folder `name`: `rules`, `web`, `voorbeelden` or `model`."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
