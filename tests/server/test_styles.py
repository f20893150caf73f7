"""The style sheets and the design tokens that they rely on."""

import re

import pytest

from schrijfhulp import resources

STATIC = resources.path("web") / "static"
SHEETS = sorted(path.name for path in STATIC.glob("*.css") if path.name != "components.css")
DEFINED = set(
    re.findall(r"^\s*(--schrijfhulp-[\w-]+):", (STATIC / "theme.css").read_text(encoding="utf8"), re.MULTILINE)
)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_token_that_is_used_has_a_value(sheet: str) -> None:
    used = set(re.findall(r"var\((--schrijfhulp-[\w-]+)", (STATIC / sheet).read_text(encoding="utf8")))
    assert used <= DEFINED


@pytest.mark.parametrize("sheet", [*SHEETS, "components.css"])
def test_style_sheets_load_nothing(sheet: str) -> None:
    assert not re.search(r"url\(|@import|@font-face|https?://", (STATIC / sheet).read_text(encoding="utf8"))


def test_every_category_has_a_colour_and_a_pattern() -> None:
    categories = {"woordkeuze", "zinsbouw", "aanspreken", "opbouw", "sturing", "taal"}
    assert {f"--schrijfhulp-{kind}-{name}" for kind in ("kleur", "patroon") for name in categories} <= DEFINED
