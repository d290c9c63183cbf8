"""Sobol indices of the G function with SALib: design, model, indices and their intervals.

The model is vectorised here; SALib's own takes one row at a time and would be the slowest part.
"""

import timing  # before NumPy: sets one thread

import numpy as np
from SALib.analyze import sobol as indices
from SALib.sample import sobol as design

N = 16_384
COEFFICIENTS = np.array([0, 1, 4.5, 9, 99, 99, 99, 99])
INPUTS = len(COEFFICIENTS)
PROBLEM = {
    "num_vars": INPUTS,
    "names": [f"x{i}" for i in range(INPUTS)],
    "bounds": [[0.0, 1.0]] * INPUTS,
}


def g_function(x):
    factors = np.abs(4 * x - 2)
    factors += COEFFICIENTS
    factors /= 1 + COEFFICIENTS
    return factors.prod(axis=1)


def run(_):
    """The check: first order, total order, and second order above the diagonal by row."""
    points = design.sample(PROBLEM, N, calc_second_order=True, scramble=False)
    found = indices.analyze(PROBLEM, g_function(points), num_resamples=100, seed=1)
    above = np.triu_indices(INPUTS, 1)
    return lambda: np.concatenate([found["S1"], found["ST"], found["S2"][above]])


timing.main([timing.Measure("sobol", lambda: None, run, repetitions=3)])
