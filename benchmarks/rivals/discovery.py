"""One PRIM box over 882 points of nine inputs with the EMA Workbench."""

import timing  # before NumPy: sets one thread

import pandas as pd
from ema_workbench.analysis import prim

import inputs


def prepare():
    x, interesting = inputs.discovery_points()
    return pd.DataFrame(x, columns=[f"x{j}" for j in range(x.shape[1])]), interesting


def run(prepared):
    """The check: coverage, density and mass of the last box."""
    x, interesting = prepared
    search = prim.Prim(x, interesting, threshold=0.8, peel_alpha=0.05)
    box = search.find_box()
    last = box.peeling_trajectory.iloc[-1]
    return lambda: [last["coverage"], last["density"], last["mass"]]


def interest(prepared):
    return f"{int(prepared[1].sum())} of {len(prepared[1])} points of interest"


timing.main([timing.Measure("prim", prepare, run, note=interest)])
