"""Runs the measures against the rivals and says which bars are met.

    python run.py [--json FILE] [--repetitions N] [ROW ...]

Both sides take turns, a run each, so that what else the machine does hits both. Figures are
medians of the ratios of neighbouring runs. Rows are named by the first column of the table.
"""

import argparse
import functools
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
OWN = HERE / ".build/release/measures"
COMMAND = HERE.parent / ".build/release/lindung"
RIVAL_PYTHON = HERE / ".venv/bin/python"
SCRIPTS = {
    "projection-monthly": "projection.py",
    "projection-blocked": "projection.py",
    "projection-textbook": "projection.py",
    "ensemble": "ensemble.py",
    "expm": "exponential.py",
    "sobol": "sobol.py",
    "prim": "discovery.py",
    "overhead": "overhead.py",
    "clp": "allocation.py",
    "forecast-theta": "forecasts.py",
    "forecast-dotm": "forecasts.py",
    "forecast-ets": "forecasts.py",
    "forecast-arima": "forecasts.py",
    "forecast-theta-r": "forecasts.R",
    "forecast-ets-r": "forecasts.R",
    "forecast-arima-r": "forecasts.R",
    "mint-shrink": "reconciliation.py",
}
CORE = {max(os.sched_getaffinity(0))}


class Row:
    """One line of the table: own run, what it is held against, and the bar."""

    def __init__(self, key, text, kind, own, bar=None, rival=None, against=None, agree=None,
                 clock="cpu", repetitions=7, sizes="", no_worse=None):
        self.key = key  # a word to name the row by
        self.text = text
        self.kind = kind  # rate, faster, within, per_second, time, memory, command, growth, error,
        # coverage
        self.own = own
        self.bar = bar  # None: for information; a pair of limits of a coverage
        self.rival = rival  # a measure of a rival
        self.against = against  # a measure of our own
        self.agree = agree  # largest relative difference of the checks
        self.no_worse = no_worse  # by how much own checks may be larger, in what share of them;
        # without a share for information
        self.clock = clock  # cpu, or seconds on the wall where threads are counted
        self.repetitions = repetitions
        self.sizes = sizes


DECIDING = "514 regions x 20 cohorts x 12 segments x 10 statuses x 120 months"
ALLOCATION = "514 regions x 12 segments x 10 years, 3 purses: 127,480 variables, 152,172 rows"
MONTHLY = "1,000 monthly series of 120 points, 12 steps ahead"
M3 = "3,003 series: 645 yearly, 756 quarterly, 1,428 monthly, 174 others"
DRAWS = "1,000 draws x 38 regions x 12 segments x 10 statuses x 60 months"
NATIONAL = ["dasar", "rpjmn-2029", "ucj-2029"]
ROWS = [
    Row("projection", "projection: rate against dgemm (the deciding one)", "rate", "projection",
        0.5, sizes=DECIDING),
    Row("monthly", "projection against NumPy month by month", "faster", "projection", 10,
        rival="projection-monthly", agree=1e-9, sizes=DECIDING),
    Row("blocked", "projection against NumPy blocked for the cache", "faster", "projection", 6,
        rival="projection-blocked", agree=1e-9, sizes=DECIDING),
    Row("textbook", "projection against NumPy as a text book has it", "faster", "projection",
        rival="projection-textbook", agree=1e-9, repetitions=3, sizes=DECIDING),
    Row("ensemble", "ensemble, an operator per draw: rate against dgemm", "rate", "ensemble",
        0.35, sizes=DRAWS),
    Row("ensemble-numpy", "ensemble against NumPy in batches", "faster", "ensemble",
        rival="ensemble", agree=1e-9, repetitions=3, sizes=DRAWS),
    Row("expm", "exponentials against SciPy in one batch", "faster", "expm", 5, rival="expm",
        agree=1e-14, sizes="10,000 generators of order 6"),
    Row("two-projection", "projection: two threads against one", "faster",
        "projection-two-threads", 1.8, against="projection", agree=0, clock="seconds",
        sizes=DECIDING),
    Row("two-ensemble", "ensemble: two threads against one", "faster", "ensemble-two-threads",
        1.8, against="ensemble", agree=0, clock="seconds", sizes=DRAWS),
    Row("two-dense", "dense products: two threads against one, the limit of both", "faster",
        "dense-two-threads", against="dense", clock="seconds", sizes="16 products of order 1024"),
    Row("sobol", "Sobol indices with intervals against SALib", "faster", "sobol", 15,
        rival="sobol", repetitions=3,
        sizes="N = 16,384, 8 inputs, second order: 294,912 runs, 100 resamples"),
    Row("prim", "PRIM against the EMA Workbench", "faster", "prim", 30, rival="prim", agree=1e-9,
        sizes="882 points x 9 inputs"),
    Row("overhead", "overhead of a sweep's point against the EMA Workbench", "faster",
        "overhead", 20, rival="overhead", sizes="a model that does nothing, 10,000 points"),
    Row("regency", "scenarios of one regency a second and core", "per_second", "regency",
        30_000, sizes="12 segments x 60 months"),
    Row("allocation", "allocation, all of it: times of Clp's own solving", "within", "allocation",
        10, rival="clp", agree=1e-9, repetitions=3, sizes=ALLOCATION),
    Row("allocation-solver", "allocation, solver alone: times of Clp's own solving", "within",
        "allocation-solver", rival="clp", agree=1e-9, repetitions=3, sizes=ALLOCATION),
    Row("forecast-theta", "theta against statsforecast", "faster", "forecast-theta", 10,
        rival="forecast-theta", agree=1e-3, repetitions=3, sizes=MONTHLY),
    Row("forecast-dotm", "dynamic optimised theta against statsforecast", "faster",
        "forecast-dotm", 10, rival="forecast-dotm", repetitions=3, sizes=MONTHLY),
    Row("forecast-ets", "automatic smoothing against statsforecast", "faster", "forecast-ets", 4,
        rival="forecast-ets", repetitions=1, sizes=MONTHLY, no_worse=(0.1, 0.95)),
    Row("forecast-arima", "automatic ARIMA against statsforecast", "faster", "forecast-arima", 3,
        rival="forecast-arima", repetitions=1, no_worse=(0.1, 0.95),
        sizes="40 monthly series of 120 points, 12 steps ahead"),
    Row("forecast-theta-r", "theta against R's forecast, a series", "faster", "forecast-theta",
        rival="forecast-theta-r", agree=1e-3, repetitions=1, sizes=MONTHLY),
    Row("forecast-ets-r", "automatic smoothing against R's forecast, a series", "faster",
        "forecast-ets", rival="forecast-ets-r", repetitions=1,
        sizes="1,000 and every twenty-fifth of them: 40"),
    Row("forecast-arima-r", "automatic ARIMA against R's forecast, a series", "faster",
        "forecast-arima", rival="forecast-arima-r", repetitions=1, no_worse=(0.1, None),
        sizes="40 monthly series of 120 points, 12 steps ahead"),
    Row("mint-shrink", "MinT-shrink against hierarchicalforecast", "faster", "mint-shrink", 3,
        rival="mint-shrink", agree=1e-5, sizes="525 series, residuals of 228 steps"),
    Row("wide-tree", "leaves made to add up a second, weights by variance", "per_second",
        "wide-tree", 800_000, sizes="80,000 leaves under 553 upper nodes, 12 steps"),
    Row("calibrate", "rates from a monitoring table: seconds", "time", "calibrate",
        repetitions=3, sizes="12 segments x 38 regions x 36 months, 8 rates each"),
    Row("m3-smape", "default forecast on M3: sMAPE", "error", ("M3", "all", "smape"), 12.5,
        sizes=M3),
    Row("m3-mase", "default forecast on M3: MASE", "error", ("M3", "all", "mase"), 1.35, sizes=M3),
    Row("m3-coverage", "default forecast on M3: outcomes in 90 % intervals", "coverage",
        ("M3", "all", "coverage"), (87, 93), sizes=M3),
    Row("m3-yearly", "the same, yearly series", "coverage", ("M3", "yearly", "coverage"),
        (85, 95), sizes=M3),
    Row("m3-quarterly", "the same, quarterly series", "coverage",
        ("M3", "quarterly", "coverage"), (85, 95), sizes=M3),
    Row("m3-monthly", "the same, monthly series", "coverage", ("M3", "monthly", "coverage"),
        (85, 95), sizes=M3),
    Row("tourism-mase", "default forecast on yearly tourism: MASE", "error",
        ("Tourism", "yearly", "mase"), 2.6, sizes="518 series of 7 to 43 years, 4 ahead"),
    Row("memory", "memory of 10,000 draws beside 100", "memory", ("jawa-timur", 10_000), 1.5,
        sizes="East Java, 38 regions"),
    Row("east-java", "whole command, East Java: seconds", "command", ("jawa-timur", 0), 0.45,
        sizes="38 regions x 14 segments x 72 months"),
    Row("nation", "whole command, the nation: seconds", "command", ("indonesia", 0), 5,
        repetitions=3, sizes="514 regions x 14 segments x 72 months"),
    Row("nation-compare", "whole command, three scenarios of the nation: seconds", "command",
        ("indonesia", *NATIONAL), repetitions=3, sizes=" and ".join(NATIONAL)),
    Row("nation-draws", "1,000 draws of the nation: seconds", "command", ("indonesia", 1000), 600,
        repetitions=1, sizes="17,741 inputs"),
    Row("nation-memory", "memory of 1,000 draws of the nation beside 100", "memory",
        ("indonesia", 1000), 1.5, sizes="17,741 inputs"),
    Row("growth-regions", "cost in regions: exponent", "growth", "regions", 1.05, repetitions=3,
        sizes="East Java's 38 and the nation's 514"),
    Row("growth-segments", "cost in segments: exponent", "growth", "segments", 1.05,
        repetitions=3, sizes="7 and 14 of the nation"),
    Row("growth-years", "cost in years: exponent", "growth", "years", 1.05, repetitions=3,
        sizes="3 and 6 of the nation"),
    Row("growth-draws", "cost in draws: exponent", "growth", "draws", 1.05, repetitions=3,
        sizes="500 and 5,000 of East Java"),
    Row("growth-points", "cost in points of a sweep: exponent", "growth", "points", 1.05,
        repetitions=3, sizes="20,000 and 200,000 of a city"),
]


class Skipped(Exception):
    """A row whose rival is not here, and why."""


@functools.cache
def need_r():
    """R with its package forecast, which pip cannot install.

    Raises: Skipped where either is missing.
    """
    try:
        subprocess.run(["Rscript", "-e", "library(forecast)"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        raise Skipped("skipped: R or its package forecast is missing; apt install r-base-core"
                      " r-cran-forecast") from None


class Player:
    """A program that runs one named measure each time it is asked."""

    def __init__(self, own, name, pinned):
        if own:
            command = [str(OWN), "--serve"]
        elif SCRIPTS[name].endswith(".R"):
            command = ["Rscript", str(HERE / "rivals" / SCRIPTS[name]), str(RIVAL_PYTHON),
                       "--serve"]
        else:
            command = [str(RIVAL_PYTHON), "-W", "ignore", str(HERE / "rivals" / SCRIPTS[name]),
                       "--serve"]
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            preexec_fn=(lambda: os.sched_setaffinity(0, CORE)) if pinned else None)

    def turn(self):
        self.process.stdin.write(self.name + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended without a line")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def play(row, repetitions):
    """Lets both sides take turns; returns their lines."""
    pinned = row.clock == "cpu"
    if SCRIPTS.get(row.rival, "").endswith(".R"):
        need_r()
    players = [Player(True, row.own, pinned)]
    if row.rival or row.against:
        players.append(Player(row.against is not None, row.against or row.rival, pinned))
    try:
        for player in players:
            player.turn()  # prepares, and is not counted
        turns = [[player.turn() for player in players] for _ in range(repetitions)]
    finally:
        for player in players:
            player.close()
    return [list(lines) for lines in zip(*turns)]


def difference(left, right):
    """Largest relative difference of two checks."""
    if len(left) != len(right):
        return float("inf")
    return max(
        (abs(a - b) / max(abs(a), abs(b)) for a, b in zip(left, right) if a != b), default=0.0)


def seconds(line, clock):
    return line[clock][0] / line.get("points", 1)


def figures(row, sides):
    """The ratio of each turn."""
    own = sides[0]
    if row.kind == "rate":
        return [
            line["operations"] / line["cpu"][0] / (statistics.mean(line["dgemm"]) * 1e9)
            for line in own]
    if row.kind == "per_second":
        return [1 / seconds(line, "cpu") for line in own]
    if row.kind == "time":
        return [seconds(line, "cpu") for line in own]
    ratios = [
        seconds(other, row.clock) / seconds(line, row.clock) for line, other in zip(*sides)]
    return [1 / ratio for ratio in ratios] if row.kind == "within" else ratios


def command(*words):
    """Seconds on the wall and peak resident kilobytes of the command; --out leads nowhere kept."""
    with tempfile.TemporaryDirectory() as folder:
        words = [word.replace("OUT", folder) for word in map(str, words)]
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(COMMAND), *words, "--quiet"], cwd=HERE.parent, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise RuntimeError(f"lindung {' '.join(words)} ended with status {status}")
        return time.perf_counter() - start, usage.ru_maxrss


def drawing(region, draws):
    """A run of the baseline of some regions; 0: no draws."""
    return ["run", f"scenarios/{region}/dasar.yaml", *(["--draws", draws] if draws else [])]


def comparing(region, names):
    """Some scenarios of a region beside each other, the first as baseline."""
    return [
        "compare", *(f"scenarios/{region}/{name}.yaml" for name in names), "--baseline", names[0]]


SWEEP = """name: titik
scenario: {root}/scenarios/kota-probolinggo/dasar.yaml
design: {{ kind: lhs, points: {points}, seed: 7 }}
inputs:
  quota.petani: {{ scale: 0.5 .. 1.5 }}
  rate.lapse: 0.05 .. 0.5
outcomes: [public_bill_rp]
"""
SEGMENTS = ["perangkat-desa", "non-asn", "rt-rw", "bpd", "lkd", "linmas", "kader"]


def growing(what, folder):
    """Two sizes of the same work, each with the words of its command."""
    def child(name, text):
        path = Path(folder) / name
        path.write_text(text)
        return path
    extends = (f"name: anak\ntitle: Anak\nextends: {HERE.parent}/scenarios/indonesia/dasar.yaml\n")
    nation = drawing("indonesia", 0)
    if what == "regions":
        return [(38, drawing("jawa-timur", 0)), (514, nation)]
    if what == "segments":
        few = child("segmen.yaml", extends + f"segments: [{', '.join(SEGMENTS)}]\n")
        return [(len(SEGMENTS), ["run", few]), (14, nation)]
    if what == "years":
        few = child("tahun.yaml", extends + "horizon: { from: 2025-01, until: 2027-12 }\n")
        return [(3, ["run", few]), (6, nation)]
    if what == "draws":
        return [(draws, drawing("jawa-timur", draws)) for draws in (500, 5000)]
    return [
        (points, ["sweep", child(f"{points}.yaml", SWEEP.format(root=HERE.parent, points=points)),
                  "--data", HERE.parent / "notebooks-data", "--out", "OUT/sapuan"])
        for points in (20_000, 200_000)]


def growth(what, repetitions):
    """By which power of the work its cost grows, start of the command included."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = growing(what, folder)
        turns = [[command(*words)[0] for _, words in sizes] for _ in range(repetitions)]
    apart = math.log(sizes[1][0] / sizes[0][0])
    return {
        "figure": statistics.median(math.log(large / small) / apart for small, large in turns),
        "seconds": [statistics.median(side) for side in zip(*turns)]}


@functools.cache
def competition(name):
    """Errors of the default forecast on the series of a competition."""
    series = subprocess.run(
        [str(RIVAL_PYTHON), str(HERE / "rivals/competition.py"), name], capture_output=True,
        text=True, check=True).stdout
    return json.loads(subprocess.run(
        [str(OWN), "--competition"], input=series, capture_output=True, text=True,
        check=True).stdout)


def no_worse(left, right, slack):
    """The share of checks that are not larger than the other side's by more than `slack`."""
    return sum(a <= b + slack for a, b in zip(left, right, strict=True)) / len(left)


def measured(row, repetitions, known):
    """The row's result, or why there is none."""
    if row.kind in ("error", "coverage"):
        name, kind, measure = row.own
        return {"figure": competition(name)[kind][measure]}
    if row.kind == "memory":
        region, most = row.own
        kilobytes = [
            command(*drawing(region, draws), "--out", "OUT")[1] for draws in (most, 100)]
        return {"figure": kilobytes[0] / kilobytes[1], "kilobytes": kilobytes}
    if row.kind == "growth":
        return growth(row.own, repetitions or row.repetitions)
    if row.kind == "command":
        region, *rest = row.own
        words = comparing(region, rest) if len(rest) > 1 else drawing(region, *rest)
        turns = [command(*words) for _ in range(repetitions or row.repetitions)]
        return {
            "figure": statistics.median(turn[0] for turn in turns),
            "kilobytes": [max(turn[1] for turn in turns)]}
    missing = {name for name in (row.own, row.against) if name} - known
    if missing:
        return {"missing": f"Lindung has no measure {', '.join(sorted(missing))} yet"}
    sides = play(row, repetitions or row.repetitions)
    ratios = figures(row, sides)
    result = {
        "figure": statistics.median(ratios),
        "ratios": ratios,
        "milliseconds": [
            1000 * statistics.median(line[row.clock][0] for line in side) for side in sides],
    }
    if row.kind == "rate":
        result["dgemm"] = statistics.median(rate for line in sides[0] for rate in line["dgemm"])
    notes = [line["note"] for side in sides for line in side if "note" in line]
    if notes:
        result["note"] = notes[0]
    if row.agree is not None:
        result["difference"] = difference(sides[0][0]["check"], sides[1][0]["check"])
    if row.no_worse is not None:
        checks = [side[0]["check"] for side in sides]
        result["no worse"] = no_worse(*checks, row.no_worse[0])
    return result


def verdict(row, result):
    if "skipped" in result:
        return "skipped"
    if "figure" not in result:
        return "not measured"
    if row.agree is not None and not result["difference"] <= row.agree:
        return "not met"
    if row.no_worse is not None and result["no worse"] < (row.no_worse[1] or 0):
        return "not met"
    if row.bar is None:
        return ""
    figure = result["figure"]
    if row.kind == "coverage":
        return "met" if row.bar[0] <= figure <= row.bar[1] else "not met"
    is_small_better = row.kind in ("memory", "within", "error", "command", "growth")
    return "met" if (figure < row.bar if is_small_better else figure >= row.bar) else "not met"


def short(number):
    if isinstance(number, tuple):
        return "-".join(map(short, number))
    return "" if number is None else f"{number:,.0f}" if number >= 1000 else f"{number:.3g}"


def print_row(row, result):
    figure = result.get("figure")
    text = f"{figure:.4g}" if row.kind == "error" else short(figure)
    print(f"{row.text:<58} {text:>8} {short(row.bar):>8}  "
          f"{verdict(row, result)}", flush=True)


def print_details(rows, results):
    """What was run, how long each side took, how far their numbers differ."""
    print("\nSizes and medians (processor time; wall time where threads are compared)")
    for row in rows:
        result = results[row.key]
        print(f"  {row.key}: {row.sizes}")
        parts = []
        if "milliseconds" in result:
            names = ["Lindung", row.rival and "rival" or row.against]
            parts += [f"{name} {ms:.4g} ms" for name, ms in zip(names, result["milliseconds"])]
            parts.append(f"ratios {min(result['ratios']):.3g} to {max(result['ratios']):.3g}")
        if "dgemm" in result:
            parts.append(f"dgemm of order 1024 at {result['dgemm']:.1f} GFLOP/s")
        if "kilobytes" in result:
            parts.append("peak " + " and ".join(f"{kb:,} kB" for kb in result["kilobytes"]))
        if "seconds" in result:
            parts.append(" and ".join(f"{s:.3g} s" for s in result["seconds"]))
        if "difference" in result:
            parts.append(f"numbers differ by {result['difference']:.1e} (up to {row.agree:g})")
        if "no worse" in result:
            parts.append(f"{100 * result['no worse']:.1f} % no worse by {row.no_worse[0]:g}")
        parts += [result[key] for key in ("note", "missing", "skipped") if key in result]
        print("    " + "; ".join(parts))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("rows", nargs="*", metavar="ROW", help="only these rows")
    parser.add_argument("--json", metavar="FILE", help="write everything measured there")
    parser.add_argument("--repetitions", type=int, help="turns of each side (3 or 7)")
    options = parser.parse_args()
    keys = {row.key for row in ROWS}
    if not keys.issuperset(options.rows):
        parser.error("rows are " + ", ".join(row.key for row in ROWS))
    rows = [row for row in ROWS if not options.rows or row.key in options.rows]
    known = set(subprocess.run(
        [str(OWN), "--list"], capture_output=True, text=True, check=True).stdout.split())
    print(f"{'measure':<58} {'figure':>8} {'bar':>8}")
    results = {}
    for row in rows:
        try:
            results[row.key] = measured(row, options.repetitions, known)
        except Skipped as reason:
            results[row.key] = {"skipped": str(reason)}
        except (RuntimeError, OSError) as error:
            results[row.key] = {"missing": str(error)}
        print_row(row, results[row.key])
    print_details(rows, results)
    print("\nThe deciding measure is projection: every other run of the program is made of it.")
    if options.json:
        Path(options.json).write_text(json.dumps(results, indent=1) + "\n")
    verdicts = [verdict(row, results[row.key]) for row in rows]
    sys.exit(1 if "not met" in verdicts or "not measured" in verdicts else 0)


if __name__ == "__main__":
    main()
