"""Findings as rows for a spreadsheet: CSV with a line for each finding."""

import csv
import io
from collections.abc import Iterable, Iterator

from schrijfhulp.output.places import Checked, Lines

COLUMNS = ("bestand", "regel", "kolom", "ernst", "soort", "tekst", "melding", "voorstel")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would carry out


def lines(files: Iterable[Checked]) -> Iterator[str]:
    """The lines of the table, with its head."""
    yield _row(COLUMNS)
    for checked in files:
        places = Lines(checked.source)
        for finding in checked.report.findings:
            line, column = places.place(finding.start)
            found = checked.source[finding.start : finding.end]
            suggestion = finding.suggestions[0].text if finding.suggestions else ""
            texts = (finding.severity, finding.rule, found, finding.message, suggestion)
            yield _row((_safe(checked.name), line, column, *(_safe(" ".join(text.split())) for text in texts)))


def _row(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
