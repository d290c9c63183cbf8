"""Sobol indices and elementary effects of fixed outputs by SALib 1.6.0.

    python3 salib.py salib-trajectories.csv > salib.csv

Sobol: plain designs (no second order) of the Ishigami and the G function. Outputs are written as
they are, in SALib's order of runs A, AB(1), ..., AB(k), B, with the first-order index of Saltelli
et al. 2010 and the total index of Jansen that SALib makes of them.

Morris: the effects of the Ishigami function at the trajectories given as an argument: points of
the unit cube, a run in each line, four levels, four runs to a trajectory.

Needs SALib 1.6.0 (NumPy, SciPy).
"""

import csv
import sys

import numpy as np
from SALib.analyze import morris, sobol
from SALib.sample import sobol as sample

A = np.array([0, 1, 4.5, 9, 99, 99, 99, 99])


def ishigami(points):
    x = np.pi * (2 * points - 1)
    sine = np.sin(x[:, 0])
    return sine + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * sine


def g_function(points):
    return np.prod((np.abs(4 * points - 2) + A) / (1 + A), axis=1)


def problem(inputs):
    return {
        "num_vars": inputs,
        "names": [f"x{i + 1}" for i in range(inputs)],
        "bounds": [[0, 1]] * inputs,
    }


def rows(case, kind, numbers):
    for place, number in enumerate(numbers):
        print(f"{case},{kind},{place},{float(number)!r}")


def main():
    print("case,kind,place,value")
    for case, function, inputs in [("ishigami", ishigami, 3), ("g", g_function, 8)]:
        points = sample.sample(problem(inputs), 32, calc_second_order=False, seed=11)
        outputs = function(points)
        found = sobol.analyze(problem(inputs), outputs, calc_second_order=False, seed=1)
        rows(case, "output", outputs)
        rows(case, "first", found["S1"])
        rows(case, "total", found["ST"])
    with open(sys.argv[1], newline="") as file:
        lines = list(csv.reader(file))[1:]
    points = np.array([[float(cell) for cell in line] for line in lines])
    outputs = ishigami(points)
    found = morris.analyze(problem(3), points, outputs, num_levels=4, seed=1)
    rows("morris", "output", outputs)
    for kind in ["mu", "mu_star", "sigma"]:
        rows("morris", kind, found[kind])


main()
