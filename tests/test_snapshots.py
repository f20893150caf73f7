"""What the engine says about ten letters and pages, so that a change of behaviour is seen.

`pytest tests/test_snapshots.py --update-snapshots` writes the answers anew; read the difference before you commit it.
"""

from pathlib import Path

import pytest

from schrijfhulp import Engine

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))


def rendered(engine: Engine, text: str) -> str:
    """A line for each finding, and the measures."""
    report = engine.check(text)
    lines = [
        f"{finding.severity} {finding.rule} «{' '.join(text[finding.start : finding.end].split())}»"
        + "".join(f" → {suggestion.text}" for suggestion in finding.suggestions)
        for finding in report.findings
    ]
    measures = report.measures
    return "\n".join([*lines, f"{measures.words} words in {measures.sentences} sentences", ""])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_findings_are_as_before(engine: Engine, path: Path, request: pytest.FixtureRequest) -> None:
    snapshot = path.with_suffix(".findings")
    found = rendered(engine, path.read_bytes().decode())
    if request.config.getoption("--update-snapshots"):
        snapshot.write_text(found, encoding="utf8")
    assert found == snapshot.read_text(encoding="utf8")


def test_there_are_ten_texts() -> None:
    assert len(TEXTS) >= 10
