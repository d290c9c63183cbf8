"""The inputs of all measures, from closed formulas of indices (../README.md, "Inputs").

Nothing is drawn: the same numbers can be written down in any language. Integers are exact, so
that every division below gives the same bits everywhere.
"""

import numpy as np
from scipy.linalg import expm

# Statuses in the order of the program.
U, F1, F2, F, S1, S2, S, E, L, LV = range(10)
STATUSES = 10
S0 = 10  # where people arrive inside a month

# Statuses in the order in which array code likes them: those that move together are neighbours.
ORDER = [U, L, LV, F1, F2, F, S1, S2, S, E]

ELIGIBLE = 0.9
RETENTION = 0.2

DECIDING = {"regions": 514, "cohorts": 20, "segments": 12, "months": 120}
ENSEMBLE = {"draws": 1000, "regions": 38, "segments": 12, "months": 60}


def generator(s, scale=1.0):
    """Moves per year of segment s over ten statuses and S0; nobody leaves.

    With `scale` shape (draws, 1, 1) the result has a matrix for each draw.
    """
    scale = np.asarray(scale)
    q = np.zeros(np.broadcast_shapes(scale.shape, (11, 11)))
    scale = scale[..., 0, 0] if scale.ndim == 3 else scale
    lapse = (100 + 20 * (s % 6)) / 1000 * scale
    q[..., U, S0] = (20 + 5 * (s % 4)) / 1000 * scale
    for status in (U, S1, S2, S, L, LV):
        q[..., status, E] = (10 + 2 * (s % 3)) / 1000
    q[..., E, U] = (50 + 10 * (s % 5)) / 1000
    q[..., S1, L] = q[..., S2, L] = q[..., S, LV] = lapse
    q[..., L, S0] = q[..., LV, S0] = (30 + 10 * (s % 2)) / 1000
    q[..., F1, S1] = q[..., F2, S2] = q[..., F, S] = (10 + s) / 1000
    q[..., S0, :] = q[..., S1, :]
    diagonal = np.arange(11)
    q[..., diagonal, diagonal] = -q.sum(axis=-1)
    return q


def moves(s, scale=1.0):
    """The month's operator of segment s without leavers: expm(Q/12) A, ten by ten."""
    within = expm(generator(s, scale) / 12)[..., :STATUSES, :]
    advance = np.zeros((11, STATUSES))
    advance[np.arange(11), [U, F2, F, F, S2, S, S, E, L, LV, S1]] = 1
    return within @ advance


def draw_scale(draws):
    """What multiplies self-enrolment and lapse in each draw, shape (draws, 1, 1)."""
    return (500 + (619 * np.arange(draws)) % 1000)[:, None, None] / 1000


def survival(s, cohorts):
    """The share of each cohort that does not leave within a month."""
    death = (2 + np.arange(cohorts)) / 2000
    out_of_labour_force = (5 + s % 3) / 1000
    moved_away = 4 / 1000
    return np.exp(-(death + out_of_labour_force + moved_away) / 12)


def workers(s, regions):
    return 2000.0 + 1000.0 * ((7 * s + 13 * np.arange(regions)) % 101)


def stock_shares(cohorts):
    """How workers spread over cohorts: proportional to 2C - a."""
    weights = 2.0 * cohorts - np.arange(cohorts)
    return weights / weights.sum()


def entrant_shares(cohorts):
    """Where entrants join: proportional to C - a."""
    weights = float(cohorts) - np.arange(cohorts)
    return weights / weights.sum()


def opening(s, regions, cohorts):
    """Persons by status, cohort and region, shape (10, cohorts, regions)."""
    shares = np.zeros(STATUSES)
    shares[[U, F, S, E, L, LV]] = 0.60, 0.15, 0.05, 0.06, 0.04, 0.10
    persons = stock_shares(cohorts)[:, None] * workers(s, regions)
    return shares[:, None, None] * persons


def entrants(s, regions, months):
    """Persons who join, by month and region."""
    t = np.arange(months)[:, None]
    r = np.arange(regions)
    return 2.0 * (10 + (3 * s + 5 * r + 11 * t) % 17)


def quota(s, regions, months):
    """Persons that a public purse pays, by month and region: none after the funded months."""
    t = np.arange(months)[:, None]
    r = np.arange(regions)
    share = (15 + t // 12 + (s + r) % 5) / 100
    funded = t % 12 < 9 + (r + s) % 4
    return np.where(funded, share * workers(s, regions), 0.0)


def small_generators(count, n=6):
    """Generators with leavers, per year, shape (count, n, n)."""
    m = np.arange(count)[:, None, None]
    i = np.arange(n)[:, None]
    j = np.arange(n)
    rates = ((3 * i + 5 * j + 7 * i * j + m * (i + 2 * j + 1)) % 101) / 500
    rates[:, j, j] = 0.0
    leaving = ((m[:, :, 0] + j) % 11) / 1000
    rates[:, j, j] = -(rates.sum(axis=2) + leaving)
    return rates


def discovery_points(points=882):
    """Nine inputs in 0 ..< 1 and whether a point is of interest; every eleventh is turned over,

    as real cases are not separable: the search then peels down to the smallest box allowed.
    """
    multipliers = [1009, 2003, 3001, 4001, 5003, 6007, 7001, 8009, 9001]
    i = np.arange(1, points + 1)[:, None]
    x = (i * np.array(multipliers) % 10007) / 10007
    interesting = (x[:, 0] > 0.55) & (x[:, 3] < 0.6) & (x[:, 5] + 0.25 * x[:, 7] > 0.45)
    return x, interesting ^ (i[:, 0] % 11 == 0)


def mixed(numbers):
    """64 bits that a number stands for: the finalizer of SplitMix64."""
    with np.errstate(over="ignore"):
        z = (numbers + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def shocks(count, kind):
    """Numbers of about a normal distribution: four uniforms each, less their mean, times 1.75."""
    first = np.arange(count, dtype=np.uint64) * np.uint64(8) + np.uint64(4 * kind)
    total = sum(
        (mixed(first + np.uint64(i)) >> np.uint64(11)).astype(float) / 2.0**53 for i in range(4))
    return (total - 2) * 1.75


def monthly_series(count=1000, points=120):
    """Monthly series: a walk with drift, for a third each without season, with one added and one
    multiplied, and noise; thousandths."""
    noise = shocks(count * points, 0).reshape(count, points)
    walk = shocks(count * points, 1).reshape(count, points)
    series = np.empty((count, points))
    for s in range(count):
        level = 500.0 + 10 * (s % 50)
        for t in range(points):
            level = level + (s % 7 - 2) * 0.25 + (1 + s % 4) * walk[s, t]
            shape = ((t % 12) * (t % 12) * (3 + s % 5) + s) % 12 / 12 - 0.5
            mean = [level, level + 80 * shape, level * (1 + 0.25 * shape)][s % 3]
            series[s, t] = np.floor((mean + (5 + s % 11) * noise[s, t]) * 1000 + 0.5) / 1000
    return series


def tree(regions=20, districts=200, villages=304, steps=228, ahead=12):
    """Summing matrix, residuals and forecasts of a tree whose districts take turns over regions and
    whose villages over districts; a row for each node."""
    nodes = 1 + regions + districts + villages
    summing = np.zeros((nodes, villages))
    for village in range(villages):
        district = village % districts
        for node in (0, 1 + district % regions, 1 + regions + district):
            summing[node, village] = 1
    summing[nodes - villages:] = np.eye(villages)
    scale = 1 + np.arange(nodes)[:, None] % 5
    residuals = shocks(steps, 1) + scale * shocks(nodes * steps, 0).reshape(nodes, steps)
    forecasts = 100 + np.arange(ahead) + 10 * shocks(nodes * ahead, 1).reshape(nodes, ahead)
    return summing, residuals, forecasts
