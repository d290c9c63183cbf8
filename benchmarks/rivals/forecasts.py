"""Theta, dynamic optimised theta and automatic exponential smoothing with statsforecast.

Each series is fitted and continued by the model itself, without the data frames around it.
"""

import timing  # before NumPy: sets one thread

from statsforecast.models import AutoETS, DynamicOptimizedTheta, Theta

import inputs

HORIZON = 12


def forecasts(model):
    """The check: the mean of the forecasts of each step."""

    def run(series):
        means = [model(season_length=12).forecast(values, HORIZON)["mean"] for values in series]
        return lambda: sum(means) / len(means)

    return run


def smoothing(series):
    """The check: the AICc of each series."""
    found = []
    for values in series:
        model = AutoETS(season_length=12).fit(values)
        model.predict(HORIZON)
        found.append(model.model_["aicc"])
    return lambda: found


def prepare():
    series = inputs.monthly_series()
    AutoETS(season_length=12).fit(series[0])
    return series


timing.main([
    timing.Measure("forecast-theta", prepare, forecasts(Theta), repetitions=3),
    timing.Measure("forecast-dotm", prepare, forecasts(DynamicOptimizedTheta), repetitions=3),
    timing.Measure("forecast-ets", prepare, smoothing, repetitions=1),
])
