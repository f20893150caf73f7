"""Suggestions that need grammar. `REWRITERS` are those that a rule with `dependencies` can name."""

from schrijfhulp.rewriting.nominal import REWRITERS

__all__ = ["REWRITERS"]
