"""The exponentials of 10,000 generators of order six: SciPy's batched function.

The check is not SciPy's: it is a series in extended precision of every thousandth generator, so
that both sides are held to 1e-14.
"""

import timing  # before NumPy: sets one thread

import numpy as np
from scipy.linalg import expm

import inputs

COUNT = 10_000
CHECKED = slice(0, COUNT, 1000)


def extended(generators):
    """Sum of (Q/256)^k / k! to the 20th power, squared eight times, 64 bits of mantissa."""
    scaled = generators.astype(np.longdouble) / 256
    term = np.broadcast_to(np.eye(6, dtype=np.longdouble), scaled.shape).copy()
    result = term.copy()
    for k in range(1, 21):
        term = np.einsum("nij,njk->nik", term, scaled) / k
        result += term
    for _ in range(8):
        result = np.einsum("nij,njk->nik", result, result)
    return result


def prepare():
    return inputs.small_generators(COUNT)


def run(generators):
    expm(generators)
    return lambda: extended(generators[CHECKED]).astype(float).ravel()


def error(generators):
    exact = extended(generators[CHECKED])
    difference = np.abs(expm(generators[CHECKED]) - exact) / exact
    return f"largest relative error of SciPy {float(difference.max()):.1e}"


timing.main([timing.Measure("expm", prepare, run, note=error)])
