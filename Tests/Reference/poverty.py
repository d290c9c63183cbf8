"""Poverty and inequality by other ways than the program's, for WelfareTests.

Run with Python 3.11, mpmath 1.3 or later, numpy and scipy:

    python3 poverty.py > poverty.csv

- lognormal: indices by quadrature of the density with 30 digits, not by partial moments; the fit to
  P0 and a mean by root finding on sigma.
- grouped: coefficients by scipy's lstsq (SVD, not QR), headcount by Brent's method or Datt's closed
  form, P1, P2 by Datt's closed forms with incomplete beta functions, Gini and Watts by quadrature
  with mpmath. Where a form begins to hold (valid_from): a table of signs of slope and curvature, both
  by mpmath's numerical derivatives of L alone, on a grid of orders of magnitude, and bisection of the
  change. The growth to a P0 (growth_to_*): Brent's method on the mean, the headcount itself being a
  root of the numerical slope, so that the inverse is not taken in closed form. The tables: the World Bank's wbpip test data, and rural India 1983 as printed in
  Datt (1998), IFPRI discussion paper 50.
- sample: standard errors of a made-up survey of 2 strata, 7 units and 42 households, by the
  variance of replicate influence functions: each household's weight is moved by a millionth and the
  estimate computed anew (numerical derivative), so that no formula of an influence function is used.
"""

import csv
import sys

import mpmath as mp
import numpy as np
from scipy import optimize, special

mp.mp.dps = 30
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["case", "quantity", "value"])


def row(case, **values):
    for name, value in values.items():
        out.writerow([case, name, mp.nstr(mp.mpf(value), 17)])


# Lognormal distributions: P0, line, Gini.
for case, p0, line, gini in [
    ("lognormal-1", "0.095", 558029, "0.369"),
    ("lognormal-2", "0.0356", 775597, "0.25"),
    ("lognormal-3", "0.62", 300000, "0.45"),
]:
    p0, gini = mp.mpf(p0), mp.mpf(gini)
    sigma = 2 * mp.erfinv(gini)
    mu = mp.log(line) - sigma * mp.sqrt(2) * mp.erfinv(2 * p0 - 1)
    density = lambda x: mp.npdf(x, mu, sigma)
    gap = lambda x: 1 - mp.exp(x) / line
    ends = [mu - 14 * sigma, mu - 3 * sigma, mp.log(line)]
    row(
        case,
        headcount=mp.quad(density, ends),
        gap=mp.quad(lambda x: gap(x) * density(x), ends),
        severity=mp.quad(lambda x: gap(x) ** 2 * density(x), ends),
        watts=mp.quad(lambda x: (mp.log(line) - x) * density(x), ends),
        mean=mp.exp(mu + sigma**2 / 2),
    )

# P0, mean over line: sigma by root finding.
for case, p0, ratio, start in [("mean-1", 0.095, 2.1, 0.6), ("mean-2", 0.6, 1.3, 1.0)]:
    f = lambda s: mp.ncdf((-mp.log(ratio) + s * s / 2) / s) - p0
    row(case, scale=mp.findroot(f, start))

TABLES = {
    "wbpip": (
        51.5660557757944, 57.791666666666664,
        [.0005, .0032, .0148, .0443, .0991, .257, .4385, .5938, .7089, 1],
        [5.824760527e-5, 6.04029410841e-4, 3.7949334793617e-3, .0139888786522, .0369921645831,
         .1214070890613, .2453139188308, .3744667016929, .4875311624119, 1],
    ),
    "india-1983": (
        109.9, 89.0,
        [.0092, .0339, .0850, .1640, .2609, .4133, .5497, .7196, .8196, .9174, .9570, .9751, 1],
        [.00208, .01013, .03122, .07083, .12808, .23498, .34887, .51994, .64270, .79201, .86966,
         .91277, 1],
    ),
}

for name, (mean, line, people, shares) in TABLES.items():
    p, l = np.array(people[:-1]), np.array(shares[:-1])
    r = mean / line

    def valid_from(value):
        """Above which p numerical slope and curvature are not negative: last sign change from 1e-9 on."""
        slope, bend = lambda q: mp.diff(value, q, h=q * mp.mpf("1e-8")), lambda q: mp.diff(
            value, q, 2, h=q * mp.mpf("1e-6"))
        holds = lambda q: slope(q) >= 0 and bend(q) >= 0
        grid = [mp.mpf(10) ** (-9 + mp.mpf(k) / 8) for k in range(72)]
        wrong = [q for q in grid if not holds(q)]
        if not wrong:
            return mp.mpf(0)
        low, high = wrong[-1], wrong[-1] * mp.mpf(10) ** (mp.mpf(1) / 8)
        for _ in range(90):
            middle = (low + high) / 2
            low, high = (low, middle) if holds(middle) else (middle, high)
        return high

    def growth(value, target):
        """Growth of the mean that makes the share below the line the target."""
        slope = lambda q: mp.diff(value, q, h=q * mp.mpf("1e-8"))
        def headcount(factor):
            ratio = line / (mean * factor)
            return optimize.brentq(lambda q: float(slope(mp.mpf(q)) - ratio), 1e-3, 0.999, xtol=1e-15)
        most = float(line / (mean * slope(mp.mpf("0.02"))))
        return optimize.brentq(lambda f: headcount(f) - target, 1, most, xtol=1e-14) - 1

    # General quadratic.
    x = np.stack([p * p - l, l * (p - 1), p - l], 1)
    a, b, c = (mp.mpf(float(v)) for v in np.linalg.lstsq(x, l * (1 - l), rcond=None)[0])
    e = -(a + b + c + 1)
    m, n = b * b - 4 * a, 2 * b * e - 4 * c
    root = lambda q: mp.sqrt(m * q * q + n * q + e * e)
    value = lambda q: -(b * q + e + root(q)) / 2
    slope = lambda q: -b / 2 - (2 * m * q + n) / (4 * root(q))
    rr = mp.sqrt(n * n - 4 * m * e * e)
    k = b + 2 / r
    h = -(n + rr * k / mp.sqrt(k * k - m)) / (2 * m)
    s1, s2 = (rr - n) / (2 * m), -(rr + n) / (2 * m)
    gap = h - r * value(h)
    severity = 2 * gap - h - r**2 * (
        a * h + b * value(h) - rr / 16 * mp.log((1 - h / s1) / (1 - h / s2)))
    row(
        name + "-quadratic", a=a, b=b, c=c, headcount=h, gap=gap, severity=severity,
        gini=1 - 2 * mp.quad(value, [0, 0.5, 1]),
        watts=mp.quad(lambda q: -mp.log(r * slope(q)), [0, h / 2, h]),
        valid_from=valid_from(value), growth_to_20=growth(value, 0.2),
        growth_to_5=growth(value, 0.05),
    )

    # Beta.
    x = np.stack([np.ones_like(p), np.log(p), np.log(1 - p)], 1)
    t = np.linalg.lstsq(x, np.log(p - l), rcond=None)[0]
    th, g, d = mp.exp(mp.mpf(float(t[0]))), mp.mpf(float(t[1])), mp.mpf(float(t[2]))
    value = lambda q: q - th * q**g * (1 - q)**d
    slope = lambda q: 1 - th * q**g * (1 - q)**d * (g / q - d / (1 - q))
    h = mp.findroot(lambda q: slope(q) - 1 / r, (0.2, 0.9), solver="anderson")
    low = mp.findroot(slope, (mp.mpf("1e-25"), 0.01), solver="illinois") if slope(mp.mpf("1e-25")) < 0 else 0
    gap = h - r * value(h)
    inc = lambda i, j: mp.betainc(i, j, 0, h)
    severity = (1 - r) * (2 * gap - (1 - r) * h) + th**2 * r**2 * (
        g**2 * inc(2 * g - 1, 2 * d + 1) - 2 * g * d * inc(2 * g, 2 * d)
        + d**2 * inc(2 * g + 1, 2 * d - 1))
    row(
        name + "-beta", theta=th, gamma=g, delta=d, headcount=h, gap=gap, severity=severity,
        gini=2 * th * mp.beta(1 + g, 1 + d),
        watts=mp.quad(lambda q: -mp.log(r * slope(q)), [low, 2 * low, h / 10, h]),
        valid_from=valid_from(value), growth_to_20=growth(value, 0.2),
        growth_to_5=growth(value, 0.05),
    )

# A survey: stratum, unit, persons it stands for, consumption; by rule, so that the test makes the
# same numbers.
survey = []
for i in range(42):
    stratum, unit = (0, i % 3) if i < 18 else (1, i % 4)
    weight = 100 + (i * 37) % 50
    y = 400 + (i * 7919) % 1000 + 100 * unit
    survey.append((stratum, unit, weight, y))
LINE = 700.0


def figures(w, y):
    total = w.sum()
    gaps = np.maximum(0, (LINE - y) / LINE)
    mean = (w * y).sum() / total
    # Gini by all pairs: the mean absolute difference over twice the mean.
    pairs = np.abs(y[:, None] - y[None, :])
    gini = (w[:, None] * w[None, :] * pairs).sum() / total**2 / (2 * mean)
    watts = np.where(y < LINE, np.log(LINE / y), 0)
    return np.array([
        (w * (y < LINE)).sum() / total, (w * gaps).sum() / total, (w * gaps**2).sum() / total,
        (w * watts).sum() / total, mean, gini,
    ])


w = np.array([s[2] for s in survey], float)
y = np.array([s[3] for s in survey], float)
base = figures(w, y)
terms = []
for i in range(len(w)):
    step = np.zeros_like(w)
    step[i] = 1e-4 * w[i]
    terms.append((figures(w + step, y) - figures(w - step, y)) / 2e-4)
terms = np.array(terms)


def errors(units):
    variance = np.zeros(terms.shape[1])
    for stratum in sorted({u[0] for u in units}):
        members = sorted({u for u in units if u[0] == stratum})
        sums = np.array([
            terms[[i for i, u in enumerate(units) if u == member]].sum(0) for member in members])
        variance += len(members) / (len(members) - 1) * ((sums - sums.mean(0)) ** 2).sum(0)
    return np.sqrt(variance)


names = ["headcount", "gap", "severity", "watts", "mean", "gini"]
row("sample", **dict(zip(names, base)))
row("sample-design", **dict(zip(names, errors([(s[0], s[1]) for s in survey]))))
row("sample-weights", **dict(zip(names, errors([(0, i) for i in range(42)]))))
