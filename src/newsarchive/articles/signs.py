"""Signs and their weights: how what speaks for a thing and what speaks against it adds up."""

from __future__ import annotations

from collections.abc import Mapping


def weigh(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of signs, each from 0 to 1 or so, times their weights."""
    return sum([weights.get(name, 0.0) * value for name, value in found.items() if value])
