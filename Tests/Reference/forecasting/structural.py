"""Structural models with an exact diffuse start, for StructuralModelTests.

Run with Python 3.11 and statsmodels 0.15.0:

    python3 structural.py > structural.csv

The flow of the Nile with years 21-40 and 61-80 missing (Durbin and Koopman, 2012, section 2.7), and a
made-up quarterly series with three gaps, one of them at the start. Variances are given, not
estimated, so that only filter and smoother are compared. Columns: `case`, `quantity`, `step` (0 is the
first), `value`.
"""

import numpy as np
import statsmodels.api as sm

NILE = sm.datasets.nile.load_pandas().data["volume"].to_numpy(float)


def made():
    """A trend with seasons and a wave that the test repeats."""
    return np.array(
        [50 + 0.8 * t + [6, -3, 1, -4][t % 4] + ((t * 37) % 23 - 11) / 5 for t in range(40)])


def show(case, values, variances, **form):
    model = sm.tsa.UnobservedComponents(values, use_exact_diffuse=True, **form)
    result = model.smooth(variances)
    order = {"irregular": 0}
    observed = result.smoother_results
    design = model.ssm["design"].reshape(1, -1)[0]
    mean = design @ observed.smoothed_state
    variance = [design @ observed.smoothed_state_cov[:, :, t] @ design for t in range(len(values))]
    ahead = result.get_forecast(5)
    rows = [("smoothed", mean), ("variance", variance),
            ("level", observed.smoothed_state[0]),
            ("forecast", ahead.predicted_mean), ("forecastVariance", ahead.var_pred_mean)]
    for quantity, numbers in rows:
        for step, value in enumerate(numbers):
            print(f"{case},{quantity},{step},{value:.15g}")


print("case,quantity,step,value")
gaps = NILE.copy()
gaps[20:40] = np.nan
gaps[60:80] = np.nan
show("nile", gaps, [15098.577, 1469.1466], level="llevel")
show("trend", gaps, [15000.0, 1000.0, 10.0], level="lltrend")
season = made()
season[[0, 9, 30]] = np.nan
show("season", season, [2.0, 0.5, 0.01, 0.1], level="lltrend", seasonal=4)
