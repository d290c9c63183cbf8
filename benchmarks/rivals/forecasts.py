"""Theta, dynamic optimised theta, automatic smoothing and ARIMA with statsforecast.

Each series is fitted and continued by the model itself, without the data frames around it.
"""

import timing  # before NumPy: sets one thread

from statsforecast.models import AutoARIMA, AutoETS, DynamicOptimizedTheta, Theta

import inputs

HORIZON = 12


def forecasts(model):
    """The check: the mean of the forecasts of each step."""

    def run(series):
        means = [model(season_length=12).forecast(values, HORIZON)["mean"] for values in series]
        return lambda: sum(means) / len(means)

    return run


def chosen(form, series):
    """The check: the AICc of each series."""
    found = []
    for values in series:
        model = form(season_length=12).fit(values)
        model.predict(HORIZON)
        found.append(model.model_["aicc"])
    return lambda: found


def smoothing(series):
    return chosen(AutoETS, series)


def autoregression(series):
    return chosen(AutoARIMA, series[::25])


def prepare():
    series = inputs.monthly_series()
    AutoETS(season_length=12).fit(series[0])
    return series


timing.main([
    timing.Measure("forecast-theta", prepare, forecasts(Theta), repetitions=3, points=1000),
    timing.Measure("forecast-dotm", prepare, forecasts(DynamicOptimizedTheta), repetitions=3),
    timing.Measure("forecast-ets", prepare, smoothing, repetitions=1, points=1000),
    timing.Measure("forecast-arima", prepare, autoregression, repetitions=1, points=40),
])
