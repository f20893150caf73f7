"""The command line: what it shows, and the exit code that scripts rely on."""

import functools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import schrijfhulp
from schrijfhulp import batch, cli
from schrijfhulp.engine import load

PLAIN = "Wij helpen u graag.\n"
STIFF = "Middels deze brief vragen wij geld.\n"
RULE = """
title = "Huisstijl"
message = "‘{{match}}’ past niet bij onze stijl."
why = "Zo schrijven wij niet."
source = "https://example.org"
severity = "hoog"
[replace]
gemeentehuis = ["stadhuis"]
[[example]]
bad = "{bad}"
good = "Kom naar het stadhuis."
[[example]]
ok = "Kom naar huis."
"""


@pytest.fixture(autouse=True, scope="module")
def _one_engine() -> Iterator[None]:
    """Every command loads its own engine; here they share those with the same settings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "load", functools.cache(load))
        patch.setenv("COLUMNS", "100")
        yield


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str, given: str | bytes | None = None) -> Any:
    return CliRunner().invoke(cli.app, args, input=given)


def in_json(*args: str, given: str | bytes | None = None) -> list[dict[str, Any]]:
    result = run("check", "--format", "json", *args, given=given)
    report = json.loads(result.stdout)
    assert list(report) == ["version", "schrijfhulp", "files"]
    files: list[dict[str, Any]] = report["files"]
    return files


def as_program(*args: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from schrijfhulp.cli import main; main()", *args]
    surroundings = {**os.environ, "PYTHONPATH": str(Path(schrijfhulp.__file__).parent.parent), **environment}
    return subprocess.run(command, input=given, capture_output=True, encoding="utf8", env=surroundings, check=False)


def of_rule(file: dict[str, Any], rule: str) -> list[dict[str, Any]]:
    return [finding for finding in file["findings"] if finding["rule"] == rule]


class TestExitCode:
    def test_clean(self, folder: Path) -> None:
        (folder / "a.txt").write_text(PLAIN)
        result = run("check", "a.txt", "--fail-on", "laag")
        assert result.exit_code == 0
        assert "Geen opmerkingen." in result.stdout

    @pytest.mark.parametrize(
        ("fail_on", "code"), [("laag", 1), ("midden", 1), ("hoog", 0), ("nooit", 0)], ids=lambda value: str(value)
    )
    def test_fail_on(self, folder: Path, fail_on: str, code: int) -> None:
        (folder / "a.txt").write_text(STIFF)
        assert run("check", "a.txt", "--enable", "ambtelijk-woord", "--fail-on", fail_on).exit_code == code

    def test_fail_on_is_hoog_by_default(self, folder: Path) -> None:
        (folder / "a.txt").write_text(STIFF)
        assert run("check", "a.txt", "--enable", "ambtelijk-woord").exit_code == 0

    def test_missing_file(self, folder: Path) -> None:
        result = run("check", "weg.txt")
        assert result.exit_code == 2
        assert result.stderr == "schrijfhulp: weg.txt: dit bestand bestaat niet.\n"

    def test_the_other_files_are_still_checked(self, folder: Path) -> None:
        (folder / "a.txt").write_text(STIFF)
        result = run("check", "weg.txt", "a.txt", "--format", "json")
        assert result.exit_code == 2
        assert [file["file"] for file in json.loads(result.stdout)["files"]] == ["a.txt"]

    def test_binary_file(self, folder: Path) -> None:
        (folder / "a.txt").write_bytes(b"\x7fELF\x00\x00")
        result = run("check", "a.txt")
        assert result.exit_code == 2
        assert result.stderr == "schrijfhulp: a.txt: dit is geen tekst maar een binair bestand.\n"

    def test_neither_utf8_nor_windows(self, folder: Path) -> None:
        (folder / "a.txt").write_bytes(b"caf\x81\xe9")
        result = run("check", "a.txt")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert "a.txt: de tekencodering" in result.stderr

    @pytest.mark.parametrize(
        ("option", "says"),
        [("--profile", "profiel ‘lied’"), ("--enable", "regel ‘lied’"), ("--disable", "regel ‘lied’")],
    )
    def test_unknown_names_are_said_once(self, folder: Path, option: str, says: str) -> None:
        (folder / "a.txt").write_text(PLAIN)
        (folder / "b.txt").write_text(PLAIN)
        result = run("check", "a.txt", "b.txt", option, "lied")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert says in result.stderr

    def test_unknown_languagetool(self, folder: Path) -> None:
        (folder / "a.txt").write_text(PLAIN)
        result = run("check", "a.txt", "--languagetool", "geen-map")
        assert result.exit_code == 2
        assert "‘geen-map’ is geen adres" in result.stderr

    def test_spelling_by_default_and_from_the_configuration(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("SCHRIJFHULP_LANGUAGETOOL")
        (folder / "a.txt").write_text("Wij maken een feout.\n")
        assert [one["category"] for one in in_json("a.txt")[0]["findings"]] == ["taal"]
        (folder / "schrijfhulp.toml").write_text('languagetool = "uit"')
        assert "taal" not in [one["category"] for one in in_json("a.txt")[0]["findings"]]

    def test_unknown_pipeline(self, folder: Path) -> None:
        (folder / "a.txt").write_text(PLAIN)
        result = run("check", "a.txt", "--pipeline", "nl_bestaat_niet")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert "‘nl_bestaat_niet’" in result.stderr

    def test_bad_configuration(self, folder: Path) -> None:
        (folder / "a.txt").write_text(PLAIN)
        (folder / "schrijfhulp.toml").write_text("profil = 1")
        result = run("check", "a.txt")
        assert result.exit_code == 2
        assert f"{folder / 'schrijfhulp.toml'}: profil: deze sleutel bestaat niet" in result.stderr

    def test_folder_without_texts(self, folder: Path) -> None:
        result = run("check", ".")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert "geen teksten" in result.stderr


class TestOwnRules:
    def write(self, folder: Path, content: str) -> Path:
        file = folder / "eigen" / "woordkeuze" / "huisstijl.toml"
        file.parent.mkdir(parents=True)
        file.write_text(content, encoding="utf8")
        (folder / "a.txt").write_text("Kom naar het gemeentehuis.\n")
        return file

    def test_from_the_configuration(self, folder: Path) -> None:
        self.write(folder, RULE.format(bad="Kom naar het {gemeentehuis}."))
        (folder / "schrijfhulp.toml").write_text('rules = ["eigen"]')
        result = run("check", "a.txt")
        assert (result.exit_code, result.stderr) == (1, "")
        assert "woordkeuze/huisstijl" in result.stdout
        assert "Huisstijl" in run("rules", "huisstijl").stdout

    def test_an_example_that_does_not_hold(self, folder: Path) -> None:
        file = self.write(folder, RULE.format(bad="Kom {naar} het gemeentehuis."))
        result = run("check", "a.txt", "--rules", str(folder / "eigen"))
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert f"{file}: voorbeeld ‘Kom {{naar}} het gemeentehuis.’" in result.stderr

    def test_a_broken_rule(self, folder: Path) -> None:
        file = self.write(folder, RULE.format(bad="Kom {naar}.") + "[verkeerd]\n")
        result = run("check", "a.txt", "--rules", str(folder / "eigen"))
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert f"{file}: verkeerd: " in result.stderr


class TestTexts:
    def test_the_shape_of_json(self) -> None:
        [file] = in_json("-", given=STIFF)
        assert list(file) == ["file", "profile", "findings", "measures", "signals", "steering", "notices"]
        [finding] = of_rule(file, "woordkeuze/ambtelijk-woord")
        assert list(finding) == [
            "rule", "category", "severity", "start", "end", "message", "suggestions", "line", "column",
        ]  # fmt: skip
        assert (finding["start"], finding["end"], finding["line"], finding["column"]) == (0, 7, 1, 1)
        assert finding["suggestions"][0] == {"text": "Met", "start": 0, "end": 7}
        assert file["measures"]["words"] == 6
        assert (file["file"], file["profile"]) == ("-", "brief")

    def test_offsets_in_markdown_are_those_of_the_source(self, folder: Path) -> None:
        line = "Wij helpen u **graag** dit jaar, *middels* dat &amp; alsmede zo."
        source = f"---\ntitel: Middels\n---\n# Über ons 🙂\n\n`middels`\n\n{line}\n"
        (folder / "a.md").write_text(source, encoding="utf8")
        [file] = in_json("a.md", "--enable", "ambtelijk-woord")
        found = [source[finding["start"] : finding["end"]] for finding in file["findings"]]
        assert found == ["middels", "alsmede"]
        assert [(item["line"], item["column"]) for item in file["findings"]] == [
            (8, line.index("middels") + 1),
            (8, line.index("alsmede") + 1),
        ]
        sentence = file["measures"]["per_sentence"][-1]
        assert source[sentence["start"] :].startswith("Wij helpen u **graag**")

    def test_a_switched_off_passage(self, folder: Path) -> None:
        text = "<!-- schrijfhulp-uit: ambtelijk-woord -->\n\nMiddels dit.\n\n<!-- schrijfhulp-aan -->\n\nMiddels dat.\n"
        (folder / "a.md").write_text(text)
        [file] = in_json("a.md", "--enable", "ambtelijk-woord")
        assert [finding["line"] for finding in file["findings"]] == [7]

    def test_windows_line_ends(self, folder: Path) -> None:
        source = "Geachte heer,\r\n\r\nWij bellen u.\r\nMiddels deze brief vragen wij geld.\r\n"
        (folder / "a.txt").write_bytes(source.encode())
        [file] = in_json("a.txt", "--enable", "ambtelijk-woord")
        [finding] = file["findings"]
        assert source[finding["start"] : finding["end"]] == "Middels"
        assert (finding["line"], finding["column"]) == (4, 1)

    def test_windows_encoding(self, folder: Path) -> None:
        source = "Het café is open. Wij vragen dit middels een ‘brief’ aan u.\n"
        (folder / "a.txt").write_bytes(source.encode("cp1252"))
        [file] = in_json("a.txt", "--enable", "ambtelijk-woord")
        assert [source[finding["start"] : finding["end"]] for finding in file["findings"]] == ["middels"]

    def test_folders_hold_texts_at_any_depth(self, folder: Path) -> None:
        for name in ("b.md", "a.txt", "c.docx", "diep/er/d.TXT", ".verborgen/e.txt"):
            (folder / "map" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "map" / name).write_text(PLAIN)
        names = [file["file"] for file in in_json("map", "map/a.txt")]
        assert names == [str(Path("map", name)) for name in ("a.txt", "b.md", "diep/er/d.TXT")]

    def test_each_text_has_the_configuration_above_it(self, folder: Path) -> None:
        for name, profile in (("web", "web"), ("besluiten", "besluit")):
            (folder / name / "dieper").mkdir(parents=True)
            (folder / name / "schrijfhulp.toml").write_text(f'profile = "{profile}"\nignore = ["Middels"]')
            (folder / name / "dieper" / "a.txt").write_text(STIFF)
        files = in_json("web", "besluiten")
        assert [file["profile"] for file in files] == ["web", "besluit"]
        assert not any(of_rule(file, "woordkeuze/ambtelijk-woord") for file in files)
        assert [file["profile"] for file in in_json("web", "--profile", "beleid")] == ["beleid"]

    def test_stdin_has_the_configuration_of_the_current_folder(self, folder: Path) -> None:
        (folder / "schrijfhulp.toml").write_text('disable = ["woordkeuze"]')
        assert in_json("-", given=STIFF)[0]["findings"] == []

    def test_enable_disable_and_ignore(self) -> None:
        text = "Middels deze brief vragen wij alsmede geld."
        words = [finding["start"] for finding in in_json("-", "--enable", "ambtelijk-woord", given=text)[0]["findings"]]
        assert words == [0, text.index("alsmede")]
        [file] = in_json("-", "--enable", "ambtelijk-woord", "--ignore", "ALSMEDE", given=text)
        assert [finding["start"] for finding in file["findings"]] == [0]
        assert not of_rule(in_json("-", "--disable", "ambtelijk-woord", given=text)[0], "woordkeuze/ambtelijk-woord")

    @pytest.mark.parametrize("text", ["", " \n\n", "\ufeff", "🙂", "\x1b[31m"])
    def test_almost_nothing(self, text: str) -> None:
        result = run("check", "-", given=text)
        assert (result.exit_code, result.stderr) == (0, "")
        assert "–" in result.stdout


class TestView:
    def test_a_finding_stands_under_its_line(self) -> None:
        rows = run("check", "-", "--enable", "ambtelijk-woord", given="Dag.\n\n" + STIFF).stdout.splitlines()
        at = rows.index("    3  Middels deze brief vragen wij geld.")
        assert rows[at + 1] == "       ^^^^^^^"
        assert rows[at + 2].startswith("       midden  ‘Middels’ is ambtelijk. → Met")

    def test_why_is_said_once(self, folder: Path) -> None:
        (folder / "a.txt").write_text(STIFF * 2)
        (folder / "b.txt").write_text(STIFF)
        shown = run("check", "a.txt", "b.txt", "--enable", "ambtelijk-woord").stdout
        assert shown.count("‘Middels’ is ambtelijk") == 3
        assert shown.count("In een gesprek gebruikt bijna niemand dit woord.") == 1
        assert shown.splitlines()[-3].split()[:3] == ["0", "3", "0"]

    def test_a_long_line_is_cut_around_the_finding(self) -> None:
        shown = run("check", "-", "--enable", "ambtelijk-woord", given=PLAIN.strip() + " " + ("Dag. " * 60) + STIFF)
        row, pointers = next(pair for pair in pairwise(shown.stdout.splitlines()) if "Middels" in pair[0])
        assert len(row) <= 100
        assert row[pointers.index("^") : pointers.rindex("^") + 1] == "Middels"
        assert "… " in row

    def test_the_worst_text_comes_first_and_a_table_last(self, folder: Path) -> None:
        (folder / "a.txt").write_text(PLAIN)
        (folder / "b.txt").write_text(STIFF)
        (folder / "c.txt").write_text(STIFF + STIFF)
        shown = run("check", ".").stdout.splitlines()
        assert [line.split()[0] for line in shown if "profiel brief" in line] == ["c.txt", "b.txt", "a.txt"]
        table = [line.split() for line in shown[-7:]]
        assert table[0] == ["hoog", "midden", "laag", "woorden", "LiNT", "sturing", "3", "teksten"]
        assert [(*row[:4], row[-1]) for row in table[1:5]] == [
            ("0", "2", "0", "12", "c.txt"),
            ("0", "1", "0", "6", "b.txt"),
            ("0", "0", "0", "4", "a.txt"),
            ("0", "3", "0", "22", "samen"),
        ]

    def test_one_text_has_no_table(self) -> None:
        assert "woorden  LiNT" not in run("check", "-", given=STIFF).stdout

    def test_nothing_that_the_terminal_obeys(self, folder: Path) -> None:
        shown = run("check", "-", "--enable", "ambtelijk-woord", given="Wij gaan \x1b[2J\x07 middels\t‮dit.\n").stdout
        assert "ambtelijk" in shown
        assert not any(sign in shown for sign in "\x1b\x07\t‮")

    def test_measures(self) -> None:
        shown = run("check", "-", given=STIFF).stdout
        for part in ("6 woorden in 1 zin", "gemiddeld 6,0 woorden, langste 6", "een indicatie", "Flesch-Douma", "LIX"):
            assert part in shown


class TestRules:
    def test_list(self) -> None:
        result = run("rules")
        assert result.exit_code == 0
        assert "zinsbouw/lange-zin" in result.stdout

    def test_a_category(self) -> None:
        shown = run("rules", "zinsbouw").stdout
        assert "zinsbouw/lange-zin" in shown
        assert "woordkeuze" not in shown

    def test_a_page(self) -> None:
        shown = run("rules", "ambtelijk-woord").stdout
        for part in ("Ambtelijk woord", "Bron: https://", "Zo liever niet", "Dit mag", "middels → met"):
            assert part in shown

    def test_unknown(self) -> None:
        result = run("rules", "lied")
        assert result.exit_code == 2
        assert "De regel ‘lied’ bestaat niet" in result.stderr


class TestProgram:
    """As a user starts it."""

    @pytest.mark.parametrize(
        ("args", "says"),
        [
            (["check"], "geef BESTAND op"),
            (["check", "-", "--fail-on", "erg"], "‘--fail-on’ kan alleen zijn: 'hoog', 'midden', 'laag', 'nooit'"),
            (["check", "--kleur"], "de optie ‘--kleur’ bestaat niet"),
            (["chek"], "de opdracht ‘chek’ bestaat niet"),
            (["check", "--profile"], "de optie ‘--profile’ vraagt een waarde"),
            (["rules", "a", "b"], "dit is te veel: ‘b’"),
        ],
    )
    def test_a_mistake_in_the_command_is_one_dutch_line(
        self, args: list[str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["schrijfhulp", *args])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        assert stop.value.code == 2
        assert capsys.readouterr().err == f"schrijfhulp: {says}. Zie schrijfhulp --help.\n"

    @pytest.mark.parametrize("args", [[], ["--help"], ["check", "--help"], ["rules", "--help"]], ids=" ".join)
    def test_help_is_dutch(self, args: list[str]) -> None:
        result = run(*args)
        assert result.exit_code == 0
        assert "Gebruik: " in result.stdout
        for english in ("Usage", "Options", "Arguments", "Commands", "default:", "required", "Show this", "str>"):
            assert english not in result.stdout

    def test_version_and_help_do_not_load_spacy(self) -> None:
        code = (
            "import sys; from schrijfhulp.cli import app; app(standalone_mode=False); sys.exit('spacy' in sys.modules)"
        )
        for args in (["--version"], ["check", "--help"]):
            done = subprocess.run(
                [sys.executable, "-c", code, *args], capture_output=True, encoding="utf8", check=False
            )
            assert (done.returncode, done.stderr) == (0, "")
        assert f"schrijfhulp {schrijfhulp.__version__}\n" == run("--version").stdout

    def test_no_colour_when_piped_and_utf8_json(self) -> None:
        done = as_program("check", "-", "--fail-on", "midden", given=STIFF)
        assert (done.returncode, done.stderr) == (1, "")
        assert "‘Middels’" in done.stdout
        assert "\x1b" not in done.stdout

    def test_an_output_that_lacks_our_signs(self) -> None:
        done = as_program("check", "weg…", PYTHONIOENCODING="cp437")
        assert done.returncode == 2
        assert "dit bestand bestaat niet" in done.stderr

    def test_a_bar_on_a_terminal_while_several_texts_are_read(self, folder: Path) -> None:
        (folder / "a.txt").write_text(PLAIN)
        (folder / "b.txt").write_text(PLAIN)
        terminal, other_end = os.openpty()
        program = subprocess.Popen(
            [sys.executable, "-c", "from schrijfhulp.cli import main; main()", "check", ".", "--format", "jsonl"],
            env={**os.environ, "PYTHONPATH": str(Path(schrijfhulp.__file__).parent.parent), "TERM": "xterm"},
            stdout=subprocess.PIPE,
            stderr=other_end,
        )
        os.close(other_end)
        shown = b""
        with suppress(OSError):  # the terminal is gone when the program is
            while piece := os.read(terminal, 4096):
                shown += piece
        os.close(terminal)
        out, _ = program.communicate()
        assert b"Lezen" in shown
        assert len(out.splitlines()) == 2

    def test_colour_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", "xterm-256color")
        shown = run("check", "-", "--enable", "ambtelijk-woord", given=STIFF).stdout
        assert "\x1b[1;4;33mMiddels\x1b[0m" in shown
        assert "\x1b[33mmidden" in shown
        assert "\x1b[33m1 midden\x1b[0m" in shown
        assert "^" not in shown
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[1;4mMiddels\x1b[0m" in run("check", "-", "--enable", "ambtelijk-woord", given=STIFF).stdout


def test_the_example_letter_shows_advice_worth_having() -> None:
    letter = Path(__file__).parent.parent / "voorbeelden" / "brief.txt"
    [file] = in_json(str(letter))
    assert len({finding["rule"] for finding in file["findings"]}) >= 6
