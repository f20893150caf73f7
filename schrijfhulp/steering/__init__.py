"""Steering: what each sentence does to its reader, and whether a text commands or invites.

Enforcement and cooperation both have their place; the balance shows which of the two a text does, and where it could let go.
"""

from schrijfhulp.steering.acts import ActFinder, Acts
from schrijfhulp.steering.balance import weigh
from schrijfhulp.steering.checklist import answered
from schrijfhulp.steering.patterns import load
from schrijfhulp.steering.weights import Fired, Weights

__all__ = ["ActFinder", "Acts", "Fired", "Weights", "answered", "load", "weigh"]
