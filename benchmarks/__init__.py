"""Figures that the README quotes: `python -m benchmarks [NAME…]`; no name runs them all."""
