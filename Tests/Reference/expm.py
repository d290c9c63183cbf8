"""Exponentials of test matrices, to full double precision, for MatrixExponentialTests.

Run with Python 3 and mpmath 1.3.0:  python3 expm.py > expm.csv

Every exponential is computed twice, with 120 and with 160 digits, and the two must agree to 30.
Entries are the doubles that the Swift tests read back; the exponential is that of exactly these
doubles, except for the kind `generator`: there the diagonal is minus the exact sum of the row's
other entries (which the printed diagonal rounds), so that rows of the exponential sum to 1.

Sources of the fixed matrices: ward-1 to ward-4 are the test examples of R. C. Ward, Numerical
computation of the matrix exponential with accuracy estimate, SIAM J. Numer. Anal. 14 (1977),
doi:10.1137/0714039; overscaling is from A. H. Al-Mohy and N. J. Higham, SIAM J. Matrix Anal.
Appl. 31 (2009), doi:10.1137/09074721X.
"""

import random

import mpmath as mp

rng = random.Random(20240229)


def matrix(n, entry):
    return [[float(entry(i, j)) for j in range(n)] for i in range(n)]


def jordan(n, value, above=1.0):
    return matrix(n, lambda i, j: value if i == j else above if j == i + 1 else 0)


def generator(n, rate, density=1.0, leaving=None):
    rates = matrix(n, lambda i, j: 0 if i == j or rng.random() > density else rate())
    for i in range(n):
        rates[i][i] = float(-sum(mp.mpf(x) for x in rates[i]) - (leaving() if leaving else 0))
    return rates


def rate_between(low, high):
    return lambda: 10 ** rng.uniform(low, high)


def dense(n, size):
    return matrix(n, lambda i, j: rng.gauss(0, 1) * size / n)


def upper(n, diagonal, above):
    return matrix(n, lambda i, j: diagonal() if i == j else above() if j > i else 0)


def cases():
    yield "ward-1", "general", [[4.0, 2, 0], [1, 4, 1], [1, 1, 4]]
    yield "ward-2", "general", [
        [29.87942128909879, 0.7815750847907159, -2.289519314033932],
        [0.7815750847907159, 25.72656945571064, 8.680737820540137],
        [-2.289519314033932, 8.680737820540137, 34.39400925519054],
    ]
    yield "ward-3", "ill", [[-131.0, 19, 18], [-390, 56, 54], [-387, 57, 52]]
    forsythe = jordan(10, 0.0)
    forsythe[9][0] = 1e-10
    yield "ward-4", "general", forsythe
    yield "overscaling", "general", [[1.0, 1e6], [0, -1]]
    yield "overscaling-small", "general", [[1.0, 1e3], [0, -1]]
    yield "overscaling-large", "general", [[1.0, 1e9], [0, -1]]
    yield "zero", "general", matrix(4, lambda i, j: 0)
    yield "scalar", "general", [[-2.5]]
    yield "nilpotent", "general", upper(5, lambda: 0.0, lambda: rng.choice([-3, 2, 0.5, 7]))
    yield "jordan-negative", "general", jordan(4, -1.5)
    yield "jordan-positive", "general", jordan(6, 0.75, 3.0)
    yield "jordan-signed", "general", jordan(5, 0.3, -2.0)
    yield "rotation", "general", [[0.0, -20], [20, 0]]
    yield "rotation-damped", "general", [[-3.0, -9], [16, -3]]
    yield "defective-3", "general", [[3.0, -1, 1], [2, 0, 1], [1, -1, 2]]
    yield "diagonal-spread", "general", matrix(4, lambda i, j: (-30 + 15 * i) * (i == j))
    for k in range(4):
        yield f"dense-small-{k}", "general", dense(3 + k, 0.05 * 4**k)
    for k in range(4):
        yield f"dense-{k}", "general", dense(4 + 2 * k, 6.0 + 4 * k)
    for k in range(3):
        yield f"triangular-{k}", "general", upper(
            4 + k, lambda: rng.uniform(-3, 1), lambda: rng.gauss(0, 10**k))
    for k in range(3):
        yield f"non-negative-{k}", "general", matrix(
            4 + k, lambda i, j: rng.uniform(0, 2) - (i == j) * 2 * k)
    for k in range(5):
        yield f"generator-{k}", "generator", generator(2 + 2 * k, lambda: rng.uniform(0, 2))
    for k in range(8):
        yield f"generator-stiff-{k}", "generator", generator(
            3 + k, rate_between(-6, 4), 0.6 if k % 2 else 1.0)
    yield "generator-chain", "generator", generator(2, lambda: 0.01)
    for k in range(4):
        yield f"exits-{k}", "general", generator(
            3 + k, rate_between(-3, 0), 0.8, lambda: rng.uniform(0, 0.2))
    for k in range(4):
        yield f"exits-stiff-{k}", "ill", generator(
            3 + k, rate_between(-6, 4), 0.8, rate_between(-4, 1))


def exponential(kind, entries, digits):
    mp.mp.dps = digits
    n = len(entries)
    exact = mp.matrix([[mp.mpf(x) for x in row] for row in entries])
    if kind == "generator":
        for i in range(n):
            exact[i, i] = -sum(exact[i, j] for j in range(n) if j != i)
    return mp.expm(exact)


def number(x):
    return mp.nstr(x, 20, min_fixed=0, max_fixed=0) if x else "0"


def main():
    print("case,kind,row,column,entry,exponential")
    for name, kind, entries in cases():
        first, second = exponential(kind, entries, 120), exponential(kind, entries, 160)
        n = len(entries)
        for i in range(n):
            for j in range(n):
                assert abs(first[i, j] - second[i, j]) <= mp.mpf(10) ** -30 * abs(second[i, j])
                print(f"{name},{kind},{i},{j},{entries[i][j]!r},{number(second[i, j])}")


main()
