"""Which questions a text answers, and where."""

from collections.abc import Iterable

from schrijfhulp.steering.acts import Answer
from schrijfhulp.steering.patterns import Checklist
from schrijfhulp.types import ChecklistItem


def answered(checklist: Checklist, answers: Iterable[Answer]) -> tuple[ChecklistItem, ...]:
    """Each question with the place that answers it best: the strongest pattern, and then the first place."""
    best: dict[str, Answer] = {}
    for answer in answers:
        if answer.question not in best or answer.rank < best[answer.question].rank:
            best[answer.question] = answer
    return tuple(
        ChecklistItem(id=item.id, question=item.question, evidence=best[item.id].place if item.id in best else None)
        for item in checklist.question
    )
