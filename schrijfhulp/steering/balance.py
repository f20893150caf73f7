"""From speech acts to the balance of a text between command and cooperation, and what to do about it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from schrijfhulp.rulebook import Expectation, Profile
from schrijfhulp.types import ACTS, COMMANDING, ChecklistItem, Range, Signal, SignalKind, Steering

PLACES = 3
FEW = 3  # with fewer acts a balance is no ground for a verdict
# Where letting go helps most: first people as the object of a plan, last what was decided and must be said.
ORDER: tuple[SignalKind, ...] = ("uitrol", "dreiging", "controle", "plicht", "verbod", "besluit")


def weigh(
    signals: Sequence[Signal], *, sentences: int, profile: Profile, checklist: Iterable[ChecklistItem] = ()
) -> Steering:
    """How the acts of a text weigh against each other, and against what its profile expects.

    The balance is (cooperative - commanding) / all acts: -1 only commands, +1 only cooperates, None without any.
    """
    counts = Counter(signal.kind for signal in signals)
    commanding = [signal for signal in signals if signal.kind in COMMANDING]
    balance = (len(signals) - 2 * len(commanding)) / len(signals) if signals else None
    legal = sum(signal.legal for signal in commanding)
    expected = profile.steering
    return Steering(
        counts={kind: counts[kind] for kind in ACTS},
        shares={kind: counts[kind] / sentences if sentences else 0.0 for kind in ACTS},
        balance=balance,
        legal=legal,
        expected_low=expected.low,
        expected_high=expected.high,
        advice=_advice(balance, len(signals), len(commanding), legal, profile),
        places=_places(commanding),
        checklist=tuple(checklist),
    )


def _places(commanding: Iterable[Signal]) -> tuple[Range, ...]:
    """The sentences, at most three and in their order, whose command needs no law and could be let go of first."""
    free = sorted((signal for signal in commanding if not signal.legal), key=lambda signal: ORDER.index(signal.kind))
    places = list(dict.fromkeys(Range(start=signal.start, end=signal.end) for signal in free))
    return tuple(sorted(places[:PLACES], key=lambda place: place.start))


def _advice(balance: float | None, acts: int, commanding: int, legal: int, profile: Profile) -> str:
    if balance is None:
        return "In deze tekst staat niets dat stuurt en niets dat uitnodigt."
    counted = f"{_times(commanding)} sturend, {_times(acts - commanding)} samenwerkend"
    if acts < FEW:
        return f"Deze tekst is te kort voor een oordeel: {counted}."
    bound = f" {_supported(legal)} op een wet: dat mag zo blijven." if legal else ""
    return f"{_verdict(balance, profile.steering, profile.title)}: {counted}.{bound}"


def _verdict(balance: float, expected: Expectation, title: str) -> str:
    kind = title.lower()
    if balance < expected.low:
        return f"Dit stuurt meer dan past bij de soort ‘{kind}’. Kijk waar u kunt loslaten"
    if balance > expected.high:
        return f"Dit nodigt meer uit dan gewoon is bij de soort ‘{kind}’. Kijk of duidelijk is wat vaststaat"
    return f"De balans past bij de soort ‘{kind}’"


def _times(count: int) -> str:
    return f"{count} keer"


def _supported(legal: int) -> str:
    return "Eén van de sturende zinnen steunt" if legal == 1 else f"{legal} van de sturende zinnen steunen"
