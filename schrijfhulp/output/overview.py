"""Several texts at a glance: how much was found in each, and which needs its writer most."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from schrijfhulp.output.places import Checked
from schrijfhulp.types import SEVERITIES, Report, Severity


def counts(report: Report) -> Mapping[Severity, int]:
    """The number of findings of each severity, also of those that are absent."""
    found = Counter(finding.severity for finding in report.findings)
    return {severity: found[severity] for severity in SEVERITIES}


def worst_first(files: Iterable[Checked]) -> Sequence[Checked]:
    """The texts with most findings first: those of `hoog` count before those of `midden`, and these before `laag`."""
    return sorted(files, key=lambda item: [-counts(item.report)[severity] for severity in SEVERITIES])
