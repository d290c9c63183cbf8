"""Writes errors.csv and to_2030.csv of this folder by the program itself.

    python3 notebooks-data/forecasts/forecasts.py .build/release/lindung

For each kind of series the method is the one of three whose back-test errs least in parts of no
change at the same origins (OWA over all horizons): no change, drift, the choice by length. Series
of fewer than four years are continued alike and not judged by. Figures of regions that add up are
made coherent with those of their province by weights of the variance of residuals.
"""

import csv
import io
import os
import subprocess
import sys
import tempfile

DATA = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = sys.argv[1]
END = 2030
METHODS = ["naive", "drift", "auto"]
FEWEST = 4
# key, table, column, unit, rows that count, whether regions add up, horizon of the back-test
KINDS = [
    ("minimum_wage", "wages/minimum_wages.csv", "minimum_wage_rp", "Rp/month", {}, None, 2),
    ("poverty_line", "poverty/line_history.csv", "line_rp", "Rp/person/month", {}, None, 3),
    ("poverty_headcount", "poverty/headcount_history.csv", "headcount_share", "share", {}, None, 3),
    ("poor_persons", "poverty/poor_history.csv", "poor_persons", "person", {}, "35", 2),
    ("population", "regions/population_history.csv", "population_persons", "person", {}, "35", 5),
    ("employed", "workforce/employed_history.csv", "employed_persons", "person", {}, "35", 2),
    ("members_pu", "coverage/members_history.csv", "pu_members", "person", {}, "00", 1),
    ("members_bpu", "coverage/members_history.csv", "bpu_members", "person", {}, "00", 1),
    ("revenue", "budget/apbd.csv", "revenue_rp", "Rp/year", {"stage": "budget"}, "35", 1),
    ("own_revenue", "budget/apbd.csv", "pad_rp", "Rp/year", {"stage": "budget"}, "35", 1),
    ("transfers", "budget/apbd.csv", "transfers_rp", "Rp/year", {"stage": "budget"}, "35", 1),
    ("spending", "budget/apbd.csv", "spending_rp", "Rp/year", {"stage": "budget"}, "35", 1),
    ("personnel", "budget/apbd.csv", "personnel_rp", "Rp/year", {"stage": "budget"}, "35", 1),
]


def ask(*words):
    """The rows that a command prints as CSV."""
    done = subprocess.run(
        [PROGRAM, *words, "--format", "csv", "--lang", "en", "--quiet"],
        capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return list(csv.DictReader(io.StringIO(done.stdout)))


def series(folder, table, column, wanted, root):
    """The rows that count, as a file of region, year and value; and the years of each region."""
    years = {}
    path = os.path.join(folder, "series.csv")
    with open(os.path.join(DATA, table)) as source, open(path, "w") as target:
        target.write("series,time,value\n")
        for row in csv.DictReader(source):
            inside = root in (None, "00") or row["region"].startswith(root)
            if inside and row[column] and all(row[key] == value for key, value in wanted.items()):
                target.write(f"{row['region']},{row['year']},{row[column]}\n")
                years.setdefault(row["region"], []).append(int(row["year"]))
    return path, years


def judged(path, years, folder):
    """The series long enough for a back-test, as a file of their own."""
    if all(len(each) >= FEWEST for each in years.values()):
        return path
    long = os.path.join(folder, "long.csv")
    with open(path) as source, open(long, "w") as target:
        target.writelines(
            line for at, line in enumerate(source)
            if at == 0 or len(years[line.split(",")[0]]) >= FEWEST)
    return long


def told(number, unit):
    """Figures of persons and rupiah to a hundredth, shares to a millionth."""
    return f"{float(number):.6f}" if unit == "share" else f"{float(number):.2f}"


def main():
    errors, forecasts = [], []
    for key, table, column, unit, wanted, root, horizon in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            path, years = series(folder, table, column, wanted, root)
            bounds = ["--bounds", "0,1"] if unit == "share" else []
            found = ask(
                "backtest", judged(path, years, folder), "--horizon", str(horizon), *bounds)
            errors += [{"key": key, "table": table, **row} for row in found]
            missed = {
                row["method"]: float(row["owa"])
                for row in found if row["horizon"] == "all" and row["owa"]}
            method = min(METHODS, key=lambda name: missed.get(name, float("inf")))
            tree = []
            if root:
                with open(os.path.join(folder, "tree.csv"), "w") as target:
                    target.write("node,parent\n" + f"{root},\n")
                    target.writelines(f"{name},{root}\n" for name in years if name != root)
                tree = ["--hierarchy", target.name, "--reconcile", "wls-var"]
            last = max(max(each) for each in years.values())
            rows = ask(
                "forecast", path, "--horizon", str(END - min(max(e) for e in years.values())),
                "--method", method, *bounds, *tree)
            for row in rows:
                name, year = row["series"], int(row["time"])
                own = years.get(name, [last])
                if year > END:
                    continue
                forecasts.append({
                    "key": key, "region": name, "year": year,
                    "value": told(row["mean"], unit), "low": told(row["lower"], unit),
                    "high": told(row["upper"], unit), "unit": unit,
                    "method": row["method"], "observed_from": min(own), "observed_to": max(own),
                    "owa": f"{missed[method]:.3f}",
                    "coherent_with": root or "", "table": table})
            print(key, method, {name: round(missed[name], 3) for name in METHODS}, len(rows))
    for name, rows in [("errors.csv", errors), ("to_2030.csv", forecasts)]:
        with open(os.path.join(DATA, "forecasts", name), "w", newline="") as target:
            writer = csv.DictWriter(target, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


main()
