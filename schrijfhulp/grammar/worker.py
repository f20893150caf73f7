"""The process of the embedded source: a line with a text in, a line with LingoTweaker's matches out."""

import json
import sys


def main() -> None:
    try:
        from lt_py import Engine

        engine = Engine("nl")
    except (ImportError, OSError, RuntimeError, ValueError):
        _say({"error": "lingotweaker of lingotweaker-data-nl ontbreekt of past niet"})
        return
    _say({})
    for line in sys.stdin:
        _say(engine.check(json.loads(line)))


def _say(answer: object) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
