"""Quantiles of normal, gamma and beta distributions, to full double precision, for QuantileTests.

Run with Python 3 and mpmath 1.4.1:  python3 quantiles.py > quantiles.csv

Each is where the lower tail, from series of positive terms with 60 digits, is u: a root in the
logarithm (gamma), the logit (beta) or the number itself (normal). The probability u is exactly the
double that is printed. The root's logarithm or logit (`transformed`) is printed too, because at
small shapes the quantile itself underflows.
"""

import mpmath as mp

PROBABILITIES = [1e-12, 1e-6, 0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999, 1 - 2.0**-20, 1 - 2.0**-40]
EXTREME = [2.0**-53, 1e-300, 0.0749, 0.0751, 0.9249, 0.9251, 1e-11, 1.5e-11, 1 - 2.0**-53]
GAMMA = [1e-4, 0.001, 0.02, 0.3, 0.999, 1, 1.5, 3, 11.9, 12.1, 50, 1000, 1e5]
BETA = [
    (1e-4, 1e-4), (0.001, 2), (2, 0.001), (0.3, 0.2), (0.5, 0.5), (1, 1), (1, 5), (1.4, 4.6),
    (3, 3), (4.2, 1.8), (0.01, 300), (30, 70), (2, 5000), (900, 1100), (1e5, 30), (2e4, 3e4),
]


def solved(lower_tail, u, low, high):
    """Where the lower tail is u: bisection, then Newton's method; low and high are a first guess.

    `lower_tail` returns the tail and its derivative.
    """
    u = mp.mpf(u)
    low, high = mp.mpf(low), mp.mpf(high)
    while lower_tail(high)[0] < u:
        low, high = high, high + 2 * (high - low)
    while lower_tail(low)[0] > u:
        low, high = low - 2 * (high - low), low
    while high - low > mp.mpf(10) ** -3 * max(mp.mpf(10) ** -3, abs(low)):
        middle = (low + high) / 2
        if lower_tail(middle)[0] < u:
            low = middle
        else:
            high = middle
    root, step = (low + high) / 2, mp.mpf(1)
    while abs(step) > mp.mpf(10) ** -26 * max(mp.mpf(10) ** -3, abs(root)):
        tail, slope = lower_tail(root)
        # The logarithm of the smaller tail is the straighter one.
        if u < 0.5:
            step = mp.log(tail / u) * tail / slope
        else:
            step = -mp.log((1 - tail) / (1 - u)) * (1 - tail) / slope
        root -= step
    return root


def normal(t):
    return mp.erfc(-t / mp.sqrt(2)) / 2, mp.exp(-t * t / 2) / mp.sqrt(2 * mp.pi)


def series(term, ratio):
    """A sum of positive terms, to all digits."""
    total, k = term, 0
    while term > total * mp.eps:
        term *= ratio(k)
        total += term
        k += 1
    return total


def gamma(a):
    def lower_tail(t):
        x = mp.exp(t)
        front = mp.exp(a * t - x - mp.loggamma(a + 1))
        return series(front, lambda k: x / (a + 1 + k)), front * a
    return lower_tail


def beta(a, b):
    front = mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b)

    def lower_tail(t):
        x, y = 1 / (1 + mp.exp(-t)), 1 / (1 + mp.exp(t))
        slope = mp.exp(front + a * mp.log(x) + b * mp.log(y))
        if x < mp.mpf("0.9"):
            return series(slope / a, lambda k: x * (a + b + k) / (a + 1 + k)), slope
        return 1 - series(slope / b, lambda k: y * (a + b + k) / (b + 1 + k)), slope
    return lower_tail


def row(*cells):
    print(",".join(c if isinstance(c, str) else repr(float(c)) for c in cells))


mp.mp.dps = 60
print("family,first,second,u,transformed,quantile")
for u in PROBABILITIES + EXTREME:
    t = solved(normal, u, -1, 1)
    row("normal", 0, 0, u, mp.nstr(t, 20), mp.nstr(t, 20))
for a in GAMMA:
    for u in PROBABILITIES:
        t = solved(gamma(mp.mpf(a)), u, mp.log(a) - 1, mp.log(a) + 1)
        row("gamma", a, 0, u, mp.nstr(t, 20), mp.nstr(mp.exp(t), 20))
for a, b in BETA:
    for u in PROBABILITIES:
        centre = mp.log(mp.mpf(a) / b)
        t = solved(beta(mp.mpf(a), mp.mpf(b)), u, centre - 1, centre + 1)
        row("beta", a, b, u, mp.nstr(t, 20), mp.nstr(1 / (1 + mp.exp(-t)), 20))
