"""The deciding case in NumPy: month by month, blocked for the cache, and as a text book has it."""

import timing  # before NumPy: sets one thread

import time

import numpy as np

import inputs
from inputs import E, ELIGIBLE, F, F1, L, LV, ORDER, RETENTION, S, S1, STATUSES, U

REGIONS, COHORTS, SEGMENTS, MONTHS = inputs.DECIDING.values()
YEARS = MONTHS // 12


def segment(s):
    """The inputs of a segment, statuses in ORDER; cohorts first, regions contiguous.

    Survival is the same in every status, so it is folded into an operator for each cohort: one
    pass less over the population.
    """
    operator = inputs.moves(s)[np.ix_(ORDER, ORDER)]
    folded = inputs.survival(s, COHORTS)[:, None, None] * operator
    return {
        "opening": inputs.opening(s, REGIONS, COHORTS)[ORDER].transpose(1, 0, 2).copy(),
        "operators": np.ascontiguousarray(folded.transpose(0, 2, 1)),
        "entrants": inputs.entrants(s, REGIONS, MONTHS),
        "quota": inputs.quota(s, REGIONS, MONTHS),
    }


class Block:
    """Some regions of a segment on their way through the months, shape (cohorts, 10, regions)."""

    def __init__(self, data, regions):
        self.population = data["opening"][:, :, regions].copy()
        self.next = np.empty_like(self.population)
        self.operators = data["operators"]
        self.entrants = np.ascontiguousarray(data["entrants"][:, regions])
        self.quota = np.ascontiguousarray(data["quota"][:, regions])
        self.entrant_shares = inputs.entrant_shares(COHORTS)[:, None]
        width = self.population.shape[2]
        self.person_months = np.zeros((YEARS, STATUSES, width))
        self.totals = np.empty((STATUSES, width))
        self.moving = np.empty((COHORTS, width))
        self.released = np.empty((COHORTS, 3, width))
        self.ones = np.ones((1, COHORTS))

    def advance(self, month):
        x, totals, moving = self.population, self.totals, self.moving
        np.multiply(self.entrant_shares, self.entrants[month], out=moving)
        x[:, 0] += moving
        # A product with ones is a quicker sum over cohorts than add.reduce.
        np.matmul(self.ones, x.reshape(COHORTS, -1), out=totals.reshape(1, -1))
        funded = totals[3:6].sum(axis=0)
        pool = totals[0:3].sum(axis=0)
        gap = self.quota[month] - funded
        share = np.minimum(gap, ELIGIBLE * pool)
        np.maximum(share, 0, out=share)
        share /= pool
        if share.any():
            self.enrol(share, pool)
        if (gap < 0).any():
            self.release(np.maximum(-gap, 0) / np.where(funded > 0, funded, 1))
        self.person_months[month // 12] += totals
        np.matmul(self.operators, x, out=self.next)
        self.population, self.next = self.next, x

    def enrol(self, share, pool):
        """Moves a share of U, L, LV to F1; totals follow without another pass."""
        x, moving = self.population, self.moving
        np.add(x[:, 0], x[:, 1], out=moving)
        moving += x[:, 2]
        moving *= share
        x[:, 3] += moving
        self.totals[3] += share * pool
        keep = 1 - share
        x[:, 0:3] *= keep
        self.totals[0:3] *= keep

    def release(self, share):
        """Moves a share of F1, F2, F to S1, S2, S and to L, L, LV."""
        x, moving = self.population, self.released
        np.multiply(x[:, 3:6], share, out=moving)
        x[:, 3:6] -= moving
        moving *= RETENTION
        x[:, 6:9] += moving
        moving *= (1 - RETENTION) / RETENTION
        x[:, 1] += moving[:, 0]
        x[:, 1] += moving[:, 1]
        x[:, 2] += moving[:, 2]
        totals = self.totals
        total = totals[3:6] * share
        totals[3:6] -= total
        totals[6:9] += RETENTION * total
        total *= 1 - RETENTION
        totals[1] += total[0] + total[1]
        totals[2] += total[2]


def yearly(person_months):
    """The check: person-months by year, segment and status, in the program's order."""
    table = np.empty((YEARS, SEGMENTS, STATUSES))
    table[:, :, ORDER] = np.stack(person_months, axis=1).sum(axis=-1)
    return lambda: table.ravel()


def monthly(segments):
    """Every month of all segments before the next month."""
    blocks = [Block(data, slice(0, REGIONS)) for data in segments]
    for month in range(MONTHS):
        for block in blocks:
            block.advance(month)
    return yearly([block.person_months for block in blocks])


def blocked(prepared):
    """Every block of regions through all months before the next block."""
    segments, width = prepared
    result = []
    for data in segments:
        parts = []
        for first in range(0, REGIONS, width):
            block = Block(data, slice(first, min(first + width, REGIONS)))
            for month in range(MONTHS):
                block.advance(month)
            parts.append(block.person_months)
        result.append(np.concatenate(parts, axis=2))
    return yearly(result)


def textbook(prepared):
    """Lanes x statuses, whole arrays, written as one reads it; for information."""
    x, operators, survival, entrants, quota = prepared
    x = x.copy()
    entrant_shares = inputs.entrant_shares(COHORTS)
    person_months = np.zeros((YEARS, SEGMENTS, REGIONS, STATUSES))
    for month in range(MONTHS):
        x[..., U] += entrants[:, month, :, None] * entrant_shares
        totals = x.sum(axis=2)
        funded = totals[..., F1 : F + 1].sum(axis=-1)
        pool = totals[..., [U, L, LV]].sum(axis=-1)
        gap = quota[:, month] - funded
        share = (np.maximum(np.minimum(gap, ELIGIBLE * pool), 0) / pool)[..., None]
        x[..., F1] += (x[..., U] + x[..., L] + x[..., LV]) * share
        for status in (U, L, LV):
            x[..., status] *= 1 - share
        share = (np.maximum(-gap, 0) / np.where(funded > 0, funded, 1))[..., None, None]
        moving = x[..., F1 : F + 1] * np.where(gap[..., None, None] < 0, share, 0)
        x[..., F1 : F + 1] -= moving
        x[..., S1 : S + 1] += RETENTION * moving
        moving *= 1 - RETENTION
        x[..., L] += moving[..., 0] + moving[..., 1]
        x[..., LV] += moving[..., 2]
        person_months[month // 12] += x.sum(axis=2)
        lanes = x.reshape(SEGMENTS, -1, STATUSES)
        x = (lanes @ operators).reshape(x.shape) * survival[:, None, :, None]
    return lambda: person_months.sum(axis=2).ravel()


def prepare_monthly():
    return [segment(s) for s in range(SEGMENTS)]


def prepare_blocked():
    """Picks the width that is quickest on the first three segments, best of three."""
    segments = prepare_monthly()
    spent = {}
    for width in (64, 129, 172, 257, 514):
        trials = []
        for _ in range(3):
            start = time.process_time()
            for data in segments[:3]:
                for first in range(0, REGIONS, width):
                    block = Block(data, slice(first, min(first + width, REGIONS)))
                    for month in range(MONTHS):
                        block.advance(month)
            trials.append(time.process_time() - start)
        spent[width] = min(trials)
    return segments, min(spent, key=spent.get)


def prepare_textbook():
    every = range(SEGMENTS)
    opening = np.stack([inputs.opening(s, REGIONS, COHORTS) for s in every])
    return (
        np.ascontiguousarray(opening.transpose(0, 3, 2, 1)),
        np.stack([inputs.moves(s) for s in every]),
        np.stack([inputs.survival(s, COHORTS) for s in every]),
        np.stack([inputs.entrants(s, REGIONS, MONTHS) for s in every]),
        np.stack([inputs.quota(s, REGIONS, MONTHS) for s in every]),
    )


timing.main([
    timing.Measure("projection-monthly", prepare_monthly, monthly),
    timing.Measure(
        "projection-blocked", prepare_blocked, blocked,
        note=lambda prepared: f"blocks of {prepared[1]} regions"),
    timing.Measure("projection-textbook", prepare_textbook, textbook, repetitions=3),
])
