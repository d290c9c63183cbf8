"""How many rows of each regional table carry which mark, and how many are borrowed: marks.csv."""

from tables import OLD, shipped, write

MARKS = ["V1", "V2", "M", "C", "D", "gap", "A"]
TABLES = [
    "workforce/employed_structure.csv", "workforce/working_age.csv", "workforce/workforce.csv",
    "workforce/segments.csv", "mortality/cohorts.csv", "coverage/published.csv",
    "coverage/region_totals.csv", "coverage/opening.csv", "coverage/funded_quota.csv",
    "rates/regional.csv", "wages/minimum_wages.csv", "poverty/poverty.csv",
    "poverty/inequality.csv", "poverty/welfare.csv", "regions/population_history.csv",
    "budget/purse_ceilings.csv", "budget/fiscal.csv", "budget/village_funds.csv",
    "budget/revenue_shares.csv", "budget/fiscal_capacity.csv"]


def main():
    made = []
    for name in TABLES:
        rows = shipped(name)
        key = "group" if "group" in rows[0] else "region"
        for place, kept in (
                ("35 and 62", [row for row in rows if row[key][:2] in OLD]),
                ("all others", [row for row in rows if row[key][:2] not in OLD])):
            if not kept:
                continue
            counts = {mark: sum(row["mark"] == mark for row in kept) for mark in MARKS}
            made.append({
                "table": name, "regions": place, "rows": len(kept),
                **{f"mark_{mark}_rows": count for mark, count in counts.items()},
                "borrowed_rows": sum(bool(row.get("borrowed_from")) for row in kept),
                "assumed_share": f"{counts['A'] / len(kept):.3f}"})
    write("nation/marks.csv", list(made[0]), made)


if __name__ == "__main__":
    main()
