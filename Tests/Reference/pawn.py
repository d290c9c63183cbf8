"""Distances of distributions (PAWN) of made-up rows by SciPy, checked against SALib 1.6.0.

    python3 pawn.py > pawn.csv

500 rows of Ishigami's function on the unit cube beside a number that it does not know. Rows are
rounded to six digits before anything is computed, so that both programs see the same numbers.

SALib leaves the row of an input's greatest value out of the last slice. Distances are therefore
SciPy's ks_2samp of whole slices; the same loop with SALib's slices must give SALib's figures, and
those are written too.

Needs SALib 1.6.0 (NumPy, SciPy).
"""

import numpy as np
from SALib.analyze import pawn
from scipy.stats import ks_2samp

SLICES = 10


def ishigami(points):
    x = np.pi * (2 * points - 1)
    sine = np.sin(x[:, 0])
    return sine + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * sine


def distances(column, outputs, is_whole):
    ends = np.quantile(column, np.linspace(0, 1, SLICES + 1))
    found = []
    for place in range(SLICES):
        inside = (column >= ends[place]) & (column < ends[place + 1])
        if is_whole and place == SLICES - 1:
            inside = column >= ends[place]
        found.append(ks_2samp(outputs[inside], outputs).statistic)
    return np.array(found)


def line(kind, numbers):
    print(",".join([kind] + [repr(float(number)) for number in numbers]))


def main():
    points = np.round(np.random.default_rng(3).random((500, 4)), 6)
    outputs = np.round(ishigami(points[:, :3]), 6)
    problem = {"num_vars": 4, "names": list("abcd"), "bounds": [[0, 1]] * 4}
    salib = pawn.analyze(problem, points, outputs, S=SLICES, seed=1)
    opened = [distances(points[:, place], outputs, False) for place in range(4)]
    assert np.allclose([np.median(found) for found in opened], salib["median"], atol=1e-12)
    assert np.allclose([np.mean(found) for found in opened], salib["mean"], atol=1e-12)
    print("kind,x1,x2,x3,dummy,y")
    for point, output in zip(points, outputs):
        line("row", [*point, output])
    whole = [distances(points[:, place], outputs, True) for place in range(4)]
    line("median", [np.median(found) for found in whole])
    line("mean", [np.mean(found) for found in whole])
    line("greatest", [np.max(found) for found in whole])
    line("salib", salib["median"])


main()
