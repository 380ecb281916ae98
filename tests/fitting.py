"""Weights of sums of signs: samples, a fit, its accuracy on pages that it has not seen, and the table to print.

A logistic regression with a quadratic penalty; unseen pages are a tenth each, whole. Needs numpy.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

PENALTY = 0.3
PARTS = 10


class Sample(msgspec.Struct, frozen=True):
    """A heading: its signs, whether it begins a story, and what one certain sign said, if one did."""

    page: str
    text: str
    signs: Mapping[str, float]
    begins: bool
    certain: bool | None

    @property
    def name(self) -> str:
        return f"{self.page}: {'begins' if self.begins else 'crosshead'}: {self.text}"


def squeeze(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def fit(rows: np.ndarray, labels: np.ndarray, weight: float) -> np.ndarray:
    """Newton's method for a logistic regression with a penalty on all but the constant."""
    beta = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0.01
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ beta))
        gradient = weight * rows.T @ (labels - chance) - penalty * beta
        curve = weight * (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def unseen(found: Sequence[Sample], rows: np.ndarray, labels: np.ndarray, weight: float) -> np.ndarray:
    """Which samples a fit gets right that has not seen their pages."""
    names = sorted({sample.page for sample in found})
    right = np.zeros(len(rows), bool)
    for part in range(PARTS):
        held = set(names[part::PARTS])
        out = np.array([sample.page in held for sample in found])
        right[out] = (rows[out] @ fit(rows[~out], labels[~out], weight) > 0) == (labels[out] > 0.5)
    return right


def say(what: str, right: np.ndarray, begins: np.ndarray) -> None:
    print(f"{what}: {right.mean():.3f}; headlines {right[begins].mean():.3f}, crossheads {right[~begins].mean():.3f}")


def say_weights(found: Sequence[Sample], rows: np.ndarray, labels: np.ndarray, weight: float) -> None:
    """Print the table of weights that a module holds."""
    print("WEIGHTS: Mapping[str, float] = {")
    for name, value in zip(found[0].signs, fit(rows, labels, weight), strict=True):
        print(f'    "{name}": {value:.2f},')
    print("}")
