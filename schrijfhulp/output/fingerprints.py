"""What makes a finding the same finding after the text around it has moved."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from schrijfhulp.types import Finding


def fingerprints(name: str, text: str, findings: Iterable[Finding]) -> Iterator[str]:
    """One for each finding, in order: from the file, the rule, the words, and how often that came before; not the line.

    It is a hash: a list of them tells nothing about the text.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        words = " ".join(text[finding.start : finding.end].split()).casefold()
        key = (finding.rule, words)
        seen[key] += 1
        parts = (PurePath(name).as_posix(), *key, str(seen[key]))
        yield hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
