"""Draws with an operator of their own each, in NumPy: batched products over blocks of draws."""

import timing  # before NumPy: sets one thread

import numpy as np

import inputs
from inputs import ELIGIBLE, ORDER, RETENTION, STATUSES

DRAWS, REGIONS, SEGMENTS, MONTHS = inputs.ENSEMBLE.values()
YEARS = MONTHS // 12


def prepare():
    """Operators are given on both sides: making them is another measure."""
    segments = []
    scale = inputs.draw_scale(DRAWS)
    for s in range(SEGMENTS):
        operators = inputs.survival(s, 1)[0] * inputs.moves(s, scale)[:, ORDER][:, :, ORDER]
        segments.append((
            inputs.opening(s, REGIONS, 1)[ORDER, 0],
            np.ascontiguousarray(operators.transpose(0, 2, 1)),
            inputs.entrants(s, REGIONS, MONTHS),
            inputs.quota(s, REGIONS, MONTHS)))
    return segments


def project(opening, operators, entrants, quota):
    """Person-months of a block of draws by year, draw and status; shape (draws, 10, regions)."""
    draws = operators.shape[0]
    x = np.repeat(opening[None], draws, axis=0)
    other = np.empty_like(x)
    person_months = np.zeros((YEARS, draws, STATUSES, REGIONS))
    for month in range(MONTHS):
        x[:, 0] += entrants[month]
        funded = x[:, 3] + x[:, 4]
        funded += x[:, 5]
        pool = x[:, 0] + x[:, 1]
        pool += x[:, 2]
        gap = quota[month] - funded
        share = np.minimum(gap, ELIGIBLE * pool)
        np.maximum(share, 0, out=share)
        if share.any():
            x[:, 3] += share
            share /= pool
            np.subtract(1, share, out=share)
            x[:, 0:3] *= share[:, None]
        if (gap < 0).any():
            release(x, np.maximum(-gap, 0) / np.where(funded > 0, funded, 1))
        person_months[month // 12] += x
        np.matmul(operators, x, out=other)
        x, other = other, x
    return person_months.sum(axis=3)


def release(x, share):
    moving = x[:, 3:6] * share[:, None]
    x[:, 3:6] -= moving
    moving *= RETENTION
    x[:, 6:9] += moving
    moving *= (1 - RETENTION) / RETENTION
    x[:, 1] += moving[:, 0]
    x[:, 1] += moving[:, 1]
    x[:, 2] += moving[:, 2]


def run(segments, width=100):
    """The check: person-months by year, segment and status, mean over draws."""
    means = np.empty((YEARS, SEGMENTS, STATUSES))
    for s, (opening, operators, entrants, quota) in enumerate(segments):
        parts = [
            project(opening, operators[first : first + width], entrants, quota)
            for first in range(0, DRAWS, width)]
        means[:, s, ORDER] = np.concatenate(parts, axis=1).mean(axis=1)
    return lambda: means.ravel()


timing.main([timing.Measure("ensemble", prepare, run, repetitions=3)])
