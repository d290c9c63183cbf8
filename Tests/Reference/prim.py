"""Boxes that the EMA Workbench finds on made-up points, for PrimReferenceTests.

Run with Python 3.11, ema_workbench 2.5.3 (numpy 2.4.6, pandas 3.1.1, scipy 1.17.1):

    PYTHONHASHSEED=0 python3 prim.py > prim.csv

The points are made by rule from SplitMix64, with additions, products and comparisons only, so that
the Swift test makes the same doubles; the table holds boxes alone. One row for each restricted
input of each step of a trajectory, or one without an input where nothing is restricted.

    python3 prim.py bryant  compares nothing and prints the boxes on the 882 x 9 data of Bryant and
                            Lempert (2010) that the package ships, in the same form
    python3 prim.py points  prints those 882 points
    python3 prim.py time    prints the processor time that the package takes on them
"""

import csv
import logging
import sys
import time
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")

import numpy as np
import pandas as pd
import ema_workbench
from ema_workbench.analysis import prim

logging.disable(logging.CRITICAL)
MASK = (1 << 64) - 1


class SplitMix64:
    """The generator of the Swift tests."""

    def __init__(self, seed):
        self.state = seed

    def unit(self):
        """A double in 0..<1: the upper 53 bits."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) * 2.0**-53

    def level(self, count):
        return int(self.unit() * count)


# By case: seed, points, levels of each number, how many categories each further input has.
SHAPES = {
    "nine": (11, 882, [250, 250, 101, 200, 249, 250, 200, 200, 250], []),
    "switches": (12, 700, [2, 3, 5, 1000, 1000], []),
    "mixed": (13, 800, [1000, 1000, 40, 7], [4, 3]),
    "ties": (14, 500, [4, 6, 9, 5], [5]),
}


def points(shape):
    """The inputs and the outcome of a case."""
    seed, count, levels, categories = SHAPES[shape]
    draws = SplitMix64(seed)
    rows, outcome = [], []
    for _ in range(count):
        numbers = [draws.level(level) / level for level in levels]
        labels = [draws.level(n) for n in categories]
        score = numbers[0] + numbers[1] * numbers[2] - 0.5 * numbers[3]
        if labels:
            score = score + (0.35 if labels[0] == 1 else 0.0) + (0.2 if labels[0] == 3 else 0.0)
        score = score + 0.25 * draws.unit()
        in_corner = numbers[3] > 0.7 and numbers[1] < 0.35
        outcome.append(1 if score > 1.0 or in_corner else 0)
        rows.append([3.0 * x - 1.0 for x in numbers] + ["c" + str(x) for x in labels])
    names = [f"x{i}" for i in range(len(levels))] + [f"k{i}" for i in range(len(categories))]
    return pd.DataFrame(rows, columns=names), np.array(outcome)


# By run: case, settings, how many boxes.
RUNS = {
    "nine": ("nine", {}, 2),
    "nine-tenth": ("nine", {"peel_alpha": 0.1, "paste_alpha": 0.1}, 2),
    "nine-fine": ("nine", {"peel_alpha": 0.02, "mass_min": 0.2}, 1),
    "nine-lenient2": ("nine", {"obj_function": prim.PRIMObjectiveFunctions.LENIENT2}, 1),
    "nine-original": ("nine", {"obj_function": prim.PRIMObjectiveFunctions.ORIGINAL}, 1),
    "switches": ("switches", {}, 2),
    "mixed": ("mixed", {}, 3),
    "mixed-original": ("mixed", {"obj_function": prim.PRIMObjectiveFunctions.ORIGINAL}, 1),
    "ties": ("ties", {"paste_alpha": 0.2}, 2),
}


def boxes(x, y, settings, count):
    """The trajectories of so many boxes."""
    # The threshold is nearly none, so that every box is kept.
    algorithm = prim.Prim(x, y, threshold=1e-9, **settings)
    return algorithm, [algorithm.find_box() for _ in range(count)]


def write(writer, name, x, y, settings, count):
    algorithm, found = boxes(x, y, settings, count)
    for number, box in enumerate(found, 1):
        for step, row in box.peeling_trajectory.iterrows():
            common = [name, number, step + 1, int(row["n"]), int(row["k"])]
            limits, qp = box.box_lims[step], box.qp[step]
            names = [column for column in x.columns if column in qp]
            if not names:
                writer.writerow(common + [""] * 6)
            for column in names:
                writer.writerow(common + limit(algorithm, limits, qp, column))


def limit(algorithm, limits, qp, column):
    """Input, lower, upper, categories, quasi-p-values; empty where a side is open."""
    lower, upper = limits[column]
    if isinstance(lower, (set, frozenset)):
        return [column, "", "", "|".join(sorted(lower)), repr(float(qp[column][0])), ""]
    least, largest = algorithm.box_init[column]
    return [
        column,
        "" if lower == least else repr(float(lower)),
        "" if upper == largest else repr(float(upper)),
        "",
        "" if qp[column][0] == -1 else repr(float(qp[column][0])),
        "" if qp[column][1] == -1 else repr(float(qp[column][1])),
    ]


def bryant():
    """The points of Bryant and Lempert (2010) in the package's examples."""
    folder = Path(ema_workbench.__file__).parent / "examples" / "data"
    data = pd.read_csv(folder / "bryant et al 2010 data.csv", index_col=False)
    return data.iloc[:, 2:11], data.iloc[:, 15].values


COLUMNS = (
    "run,box,step,points,cases,input,lower,upper,categories,quasi_p_lower,quasi_p_upper"
).split(",")


def main(arguments):
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if arguments == ["points"]:
        x, y = bryant()
        writer.writerow(list(x.columns) + ["case"])
        for row, case in zip(x.astype(float).values, y):
            writer.writerow([repr(float(value)) for value in row] + [int(case)])
    elif arguments == ["bryant"]:
        writer.writerow(COLUMNS)
        x, y = bryant()
        write(writer, "bryant", x.astype(float), y, {}, 3)
        write(writer, "bryant-tenth", x.astype(float), y, {"peel_alpha": 0.1}, 2)
    elif arguments == ["time"]:
        x, y = bryant()
        for _ in range(5):
            start = time.process_time()
            boxes(x, y, {}, 1)
            print(f"{time.process_time() - start:.4f} s")
    else:
        writer.writerow(COLUMNS)
        for name, (shape, settings, count) in RUNS.items():
            write(writer, name, *points(shape), settings, count)


main(sys.argv[1:])
