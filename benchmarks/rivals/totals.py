"""Totals of many cost vectors without decisions: people forward, in NumPy.

It times what the program's forward pass does, and its check is what the program's value vectors,
run backwards, must agree with: one price for each cost vector, year and status.
"""

import timing  # before NumPy: sets one thread

import numpy as np

import inputs
from inputs import STATUSES

REGIONS, COHORTS, SEGMENTS, MONTHS = inputs.DECIDING.values()
YEARS = MONTHS // 12
COST_VECTORS = 16


def prepare():
    segments = []
    for s in range(SEGMENTS):
        folded = inputs.survival(s, COHORTS)[:, None, None] * inputs.moves(s)
        segments.append((
            inputs.opening(s, REGIONS, COHORTS).transpose(1, 0, 2).copy(),
            np.ascontiguousarray(folded.transpose(0, 2, 1)),
            inputs.entrants(s, REGIONS, MONTHS)))
    return segments


def forward(segments):
    """Rupiah over all regions, segments and months, for each cost vector."""
    shares = inputs.entrant_shares(COHORTS)[:, None]
    person_months = np.zeros((YEARS, STATUSES))
    for opening, operators, entrants in segments:
        x, other = opening.copy(), np.empty_like(opening)
        joining = np.empty((COHORTS, REGIONS))
        for month in range(MONTHS):
            np.multiply(shares, entrants[month], out=joining)
            x[:, 0] += joining
            person_months[month // 12] += x.sum(axis=2).sum(axis=0)
            np.matmul(operators, x, out=other)
            x, other = other, x
    costs = inputs.prices(COST_VECTORS, YEARS)
    return lambda: (costs * person_months).sum(axis=(1, 2))


timing.main([timing.Measure("totals-forward", prepare, forward)])
