"""Where settings come from, and what wins."""

from pathlib import Path

import pytest

from schrijfhulp.configuration import Configuration, ConfigurationError, Options, nearest, settings, verify
from schrijfhulp.rulebook import load


def write(file: Path, content: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf8")
    return file


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert nearest(tmp_path) == (None, Configuration())
    found = settings(tmp_path, Options())
    assert (found.profile, found.ignore, found.rules, found.pipeline) == ("brief", (), (), None)


def test_the_nearest_file_above_holds(tmp_path: Path) -> None:
    write(tmp_path / "schrijfhulp.toml", 'profile = "web"')
    near = write(tmp_path / "a" / "schrijfhulp.toml", 'profile = "besluit"')
    (tmp_path / "a" / "b" / "c").mkdir(parents=True)
    assert nearest(tmp_path / "a" / "b" / "c") == (near, Configuration(profile="besluit"))


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    above = write(tmp_path / "pyproject.toml", '[tool.schrijfhulp]\nignore = ["Wob"]')
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "x"')
    assert nearest(tmp_path / "a") == (above, Configuration(ignore=("Wob",)))


def test_our_own_file_goes_before_pyproject(tmp_path: Path) -> None:
    own = write(tmp_path / "schrijfhulp.toml", 'profile = "web"')
    write(tmp_path / "pyproject.toml", '[tool.schrijfhulp]\nprofile = "beleid"')
    assert nearest(tmp_path)[0] == own


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    write(tmp_path / "schrijfhulp.toml", 'rules = ["huisstijl"]\npipeline = "model"')
    (tmp_path / "model").mkdir()
    (tmp_path / "teksten").mkdir()
    found = settings(tmp_path / "teksten", Options(rules=("eigen",)))
    assert found.rules == (tmp_path / "huisstijl", Path("eigen"))
    assert found.pipeline == tmp_path / "model"


def test_a_pipeline_that_is_no_folder_is_a_name(tmp_path: Path) -> None:
    write(tmp_path / "schrijfhulp.toml", 'pipeline = "nl_core_news_lg"')
    assert settings(tmp_path, Options()).pipeline == "nl_core_news_lg"


def test_languagetool_is_a_folder_beside_the_file_or_else_a_name(tmp_path: Path) -> None:
    assert settings(tmp_path, Options()).languagetool == "embedded"
    write(tmp_path / "schrijfhulp.toml", 'languagetool = "lt"')
    assert settings(tmp_path, Options()).languagetool == "lt"
    (tmp_path / "lt").mkdir()
    assert settings(tmp_path, Options()).languagetool == str(tmp_path / "lt")
    assert settings(tmp_path, Options(languagetool="uit")).languagetool == "uit"


def test_the_command_line_wins(tmp_path: Path) -> None:
    write(tmp_path / "schrijfhulp.toml", 'profile = "web"\nignore = ["een"]\ndisable = ["zinsbouw"]\npipeline = "x"')
    found = settings(tmp_path, Options(profile="besluit", ignore=("twee",), disable=("opbouw",), pipeline="y"))
    assert (found.profile, found.pipeline) == ("besluit", "y")
    assert found.ignore == ("een", "twee")
    assert found.disable == ("zinsbouw", "opbouw")


def test_enable_replaces_the_choice_of_rules(tmp_path: Path) -> None:
    write(tmp_path / "schrijfhulp.toml", 'enable = ["opbouw"]\ndisable = ["lange-zin"]')
    found = settings(tmp_path, Options(enable=("lange-zin",)))
    assert (found.enable, found.disable) == (("lange-zin",), ())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('profiel = "web"', "profiel: deze sleutel bestaat niet; kies uit profile, ignore"),
        ("profile = 3", "profile: moet tekst zijn"),
        ('ignore = "woord"', "ignore: moet een lijst zijn"),
        ("ignore = [1]", "ignore: moet een lijst met teksten zijn"),
        ("profile = ", "geen geldig TOML"),
    ],
)
def test_an_error_names_the_file_and_the_key(tmp_path: Path, content: str, says: str) -> None:
    file = write(tmp_path / "schrijfhulp.toml", content)
    with pytest.raises(ConfigurationError) as error:
        nearest(tmp_path)
    assert str(error.value).startswith(f"{file}: ")
    assert says in str(error.value)


def test_tool_table_has_to_be_a_table(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool]\nschrijfhulp = "web"')
    with pytest.raises(ConfigurationError, match=r"tool\.schrijfhulp: moet een tabel zijn"):
        nearest(tmp_path)


@pytest.mark.parametrize(("key", "value"), [("profile", '"lied"'), ("enable", '["lied"]'), ("disable", '["lied"]')])
def test_a_name_that_does_not_exist_is_an_error_of_the_file(tmp_path: Path, key: str, value: str) -> None:
    file = write(tmp_path / "schrijfhulp.toml", f"{key} = {value}")
    with pytest.raises(ConfigurationError) as error:
        verify(settings(tmp_path, Options()), load())
    assert str(error.value).startswith(f"{file}: {key}: ")
    assert "‘lied’ bestaat niet" in str(error.value)
