"""Forecasts made to add up, for ReconciliationTests.

Run with Python 3.11, numpy, scipy 1.17.1 and hierarchicalforecast 1.5.3:

    python3 reconciliation.py > reconciliation.csv

A tree of 1 + 3 upper nodes over 9 leaves with made-up residuals of 30 steps and forecasts of 2, by a
rule that the test repeats. `ols`, `wls_struct`, `wls_var` and `mint_shrink` are the package's (residuals
centred for the last); `uncentred` is MinT-shrink as R's hts estimates it, from its formulas; `ols_bounded`
and so on are the quadratic programmes with leaves in [0, 14], by scipy's least squares with bounds.
Columns: `method`, `step`, `node`, `value`.
"""

import numpy as np
from hierarchicalforecast.methods import MinTrace, TopDown
from scipy.linalg import cholesky, solve_triangular
from scipy.optimize import lsq_linear

UPPER = [list(range(9)), [0, 1, 2, 3], [4, 5, 6], [7, 8]]
S = np.vstack([[1.0 if leaf in own else 0.0 for leaf in range(9)] for own in UPPER] + [np.eye(9)])
NODES, STEPS = 13, 30


def unit(number):
    """A number in [-1/2, 1/2)."""
    return ((number * 7919 + number * number * 31) % 997) / 997 - 0.5


residuals = np.array([[unit(t * 13 + i) * (1 + i % 4) + (0.6 if i % 3 == 0 else -0.2)
                       + unit(t * 7 + 3) * 2 for i in range(NODES)] for t in range(STEPS)])
leaves = np.array([[[9, 2, 0.3, 7, 14, 5, 1, 12, 0.2][i] + h * 0.5 for i in range(9)]
                   for h in range(2)])
forecasts = np.array([[S[i] @ leaves[h] * (0.8 if i < 4 else 1.0) + unit(h * 13 + i) * 2
                       for i in range(NODES)] for h in range(2)])


def show(method, table):
    for step, row in enumerate(np.asarray(table)):
        for node, value in enumerate(row):
            print(f"{method},{step},{node},{value:.15g}")


def uncentred():
    count = len(residuals)
    covariance = residuals.T @ residuals / count
    z = residuals / np.sqrt(np.diag(covariance))
    correlation = z.T @ z / count
    spread = (z**2).T @ z**2 - (z.T @ z) ** 2 / count
    np.fill_diagonal(spread, 0)
    apart = correlation - np.eye(NODES)
    share = np.clip(spread.sum() / (count * (count - 1)) / (apart**2).sum(), 0, 1)
    return share * np.diag(np.diag(covariance)) + (1 - share) * covariance


def combined(weights):
    inverse = np.linalg.inv(weights)
    p = np.linalg.solve(S.T @ inverse @ S, S.T @ inverse)
    return forecasts @ (S @ p).T


def bounded(weights):
    root = cholesky(weights, lower=True)
    result = []
    for row in forecasts:
        a = solve_triangular(root, S, lower=True)
        b = solve_triangular(root, row, lower=True)
        leaf = lsq_linear(a, b, bounds=(0, 14), method="bvls", tol=1e-15, max_iter=1000).x
        result.append(S @ leaf)
    return result


print("method,step,node,value")
observed = np.zeros((NODES, STEPS))
weights = {}
for method in ["ols", "wls_struct", "wls_var", "mint_shrink"]:
    model = MinTrace(method=method)
    args = dict(S=S, y_hat=forecasts.T, idx_bottom=np.arange(4, 13))
    if method in ("wls_var", "mint_shrink"):
        args |= dict(y_insample=observed + residuals.T, y_hat_insample=observed)
    args.pop("idx_bottom")
    show(method, model.fit_predict(**args)["mean"].T)
    weights[method] = model._get_PW_matrices(S=S, y_hat=forecasts.T, y_insample=residuals.T,
                                             y_hat_insample=observed)[1]
weights["uncentred"] = uncentred()
show("uncentred", combined(weights["uncentred"]))
for method, matrix in weights.items():
    show(method + "_bounded", bounded(matrix))
