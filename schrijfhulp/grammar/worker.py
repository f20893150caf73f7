"""The process of the embedded source: a line with a text in, a line with LingoTweaker's matches out."""

import json
import sys
from queue import SimpleQueue
from threading import Thread


def main() -> None:
    try:
        from lt_py import Engine

        engine = Engine("nl")
    except (ImportError, OSError, RuntimeError, ValueError):
        _say({"error": "lingotweaker of lingotweaker-data-nl ontbreekt of past niet"})
        return
    _say({})
    questions: SimpleQueue[str] = SimpleQueue()
    Thread(target=_read, args=(questions,), daemon=True).start()
    while question := questions.get():
        _say(engine.check(json.loads(question)))


def _read(questions: "SimpleQueue[str]") -> None:
    """Take questions in while an answer goes out, so that neither side waits for the other for ever."""
    for line in sys.stdin:
        questions.put(line)
    questions.put("")


def _say(answer: object) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
