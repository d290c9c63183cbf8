"""The paths of quotas that scenarios/indonesia reads, made of the shipped tables (rules S1-S3)."""

import os

from tables import DATA, line, shipped

SCENARIOS = os.path.join(os.path.dirname(DATA), "scenarios", "indonesia")
VULNERABLE = ["petani", "buruh-tembakau", "nelayan", "ojek", "pedagang", "informal-lain"]
YEARS = ["2026", "2027", "2028", "2029"]
# The share of eligible vulnerable workers with which coverage comes to the RPJMN's 43.92 % in 2029.
RPJMN = 0.38


def write(name, header, rows):
    with open(os.path.join(SCENARIOS, name), "w", encoding="utf-8", newline="") as file:
        file.write(line(header) + "".join(line(row) for row in rows))
    print(f"scenarios/indonesia/{name}: {len(rows)} rows")


def eligible():
    found = {
        row["segment"]: float(row["value"]) for row in shipped("protection/assumptions.csv")
        if row["key"] == "eligible_share"}
    return lambda segment: found.get(segment, found[""])


def universal(regions):
    """From the opening funded share of the eligible to all of them in December 2029, in five steps (S1)."""
    share, rows = eligible(), []
    for row in shipped("coverage/opening.csv"):
        segment = row["segment"]
        if row["region"][:2] == "35" or segment == "formal":
            continue
        start = min(1, float(row["funded_share"]) / share(segment))
        if row["funded_share"] == "0.000000" and not regions.workers[row["region"], segment]:
            continue
        for step, year in enumerate(YEARS, start=1):
            rows.append([row["region"], segment, year, 1, f"{start + (1 - start) * step / 5:.4f}"])
        rows.append([row["region"], segment, "2029", 12, "1.0000"])
    write("jalur-ucj-2029.csv", ["region", "segment", "year", "month", "quota_share"], rows)


def plan(regions):
    """Towards one share of the eligible in January 2029, in four steps; nobody is let go (S2)."""
    share, rows = eligible(), []
    for row in shipped("coverage/opening.csv"):
        segment = row["segment"]
        if segment not in VULNERABLE or not regions.workers[row["region"], segment]:
            continue
        start = min(1, float(row["funded_share"]) / share(segment))
        end = max(start, RPJMN)
        for step, year in enumerate(YEARS, start=1):
            rows.append([row["region"], segment, year, f"{start + (end - start) * step / 4:.4f}"])
    write("jalur-rpjmn-2029.csv", ["region", "segment", "year", "quota_share"], rows)


def state(regions):
    """The poor among the vulnerable workers besides those paid for now (S3)."""
    share = eligible()
    poor = {
        row["region"]: float(row["value"]) for row in shipped("poverty/welfare.csv")
        if row["key"] == "poverty.headcount"}
    now = {}
    for row in shipped("coverage/funded_quota.csv"):
        if row["segment"] in VULNERABLE and row["quota_persons"]:
            now[row["region"], row["segment"]] = int(row["quota_persons"])
    rows = []
    for (region, segment), workers in sorted(regions.workers.items()):
        if segment not in VULNERABLE or workers == 0:
            continue
        paid = now.get((region, segment), 0)
        more = round(poor[region] * max(0, share(segment) * workers - paid))
        rows.append([region, segment, "2027", paid + more])
    write("pbi-2027.csv", ["region", "segment", "year", "quota_persons"], rows)


class Table:
    """Workers of all regions, as the shipped table has them."""

    def __init__(self):
        self.workers = {
            (row["region"], row["segment"]): int(row["workers_persons"])
            for row in shipped("workforce/segments.csv")}


def main():
    os.makedirs(SCENARIOS, exist_ok=True)
    table = Table()
    universal(table)
    plan(table)
    state(table)


if __name__ == "__main__":
    main()
