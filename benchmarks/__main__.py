"""Run benchmarks by name, or all of them: each module has a `main()` that prints a table."""

import sys
from importlib import import_module

ALL = (
    "speed", "page", "rules", "steering", "lint", "inflection", "pipeline", "treebank", "serve", "languagetool",
)  # fmt: skip


def main() -> None:
    names = [name for name in sys.argv[1:] if name != "-v"] or ALL
    if unknown := set(names) - set(ALL):
        sys.exit(f"unknown benchmark {min(unknown)}; choose from {', '.join(ALL)}")
    for name in names:
        print(f"\n== {name}")
        import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
