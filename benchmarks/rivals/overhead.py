"""What a sweep adds to each of its points: a model that does nothing, 10,000 scenarios, in the EMA
Workbench with its sequential evaluator.
"""

import timing  # before NumPy: sets one thread

from ema_workbench import (
    Model, RealParameter, ScalarOutcome, SequentialEvaluator, perform_experiments)

POINTS = 10_000
INPUTS = 4


def first(x0=0.0, x1=0.0, x2=0.0, x3=0.0):
    return {"y": x0}


def prepare():
    model = Model("nothing", function=first)
    model.uncertainties = [RealParameter(f"x{i}", 0, 1) for i in range(INPUTS)]
    model.outcomes = [ScalarOutcome("y")]
    return model


def run(model):
    """The check: how many points came back, each with its first input."""
    with SequentialEvaluator(model) as evaluator:
        points, outcomes = perform_experiments(
            model, scenarios=POINTS, evaluator=evaluator, log_progress=True)
    return lambda: [float((points["x0"] == outcomes["y"]).sum())]


timing.main([timing.Measure("overhead", prepare, run, points=POINTS)])
