"""Writes the monthly series, one in each line, for rivals that are not Python."""

import inputs

for values in inputs.monthly_series():
    print(" ".join(repr(float(value)) for value in values))
