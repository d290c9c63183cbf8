"""Poverty, welfare, population and outlines of the regions (rules P1-P4)."""

import json
import math
import os

from statistics import NormalDist

from tables import extend, number, shipped
from work import RULE

SUSENAS = "BPS Susenas March"
GINI_PAGE = "databoks.katadata.co.id 688734e87fe92 (BPS, March 2025)"
# Gini coefficients of March 2025 as published; two of Papua from finance.detik.com d-8034259. The
# provinces that neither page names have that of the province from which they were split.
GINI = {
    "00": 0.375, "11": 0.282, "12": 0.295, "13": 0.282, "14": 0.307, "15": 0.301, "16": 0.311,
    "17": 0.349, "18": 0.292, "19": 0.222, "21": 0.382, "31": 0.441, "32": 0.416, "33": 0.359,
    "34": 0.426, "36": 0.330, "51": 0.353, "52": 0.369, "53": 0.315, "61": 0.316, "63": 0.287,
    "64": 0.312, "65": 0.261, "71": 0.343, "72": 0.279, "73": 0.363, "74": 0.363, "75": 0.392,
    "76": 0.316, "81": 0.296, "82": 0.299, "92": 0.374, "93": 0.412, "91": 0.404}
SPLIT_FROM = {"94": "91", "95": "91", "96": "92"}
YEARS = ("2018", "2021", "2025")
NORMAL = NormalDist()


def gap(share, gini):
    """P1 of a lognormal with a headcount and a Gini: F(a) - exp(-a s + s^2 / 2) F(a - s)."""
    spread = math.sqrt(2) * NORMAL.inv_cdf((gini + 1) / 2)
    at = NORMAL.inv_cdf(share)
    return share - math.exp(-at * spread + spread * spread / 2) * NORMAL.cdf(at - spread)


def gini_of(share, published):
    """The Gini with which a lognormal meets a published P1; bisection, P1 rises with it."""
    low, high = 0.005, 0.9
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if gap(share, middle) < published else (low, middle)
    return low


def poverty(regions, source):
    lines = {
        (row["kode_kemendagri"], row["tahun"]): (row["garis_kemiskinan_rp"], row.get("periksa", ""))
        for name in ("garis_kemiskinan_kabkota_2011_2025.csv", "garis_kemiskinan_provinsi_2011_2025.csv")
        for row in source.rows(name)}
    figures = {
        (row["kode_kemendagri"], row["tahun"]): row for row in source.rows("kemiskinan_kabkota.csv")
        if row["p0_persen"]}
    figures |= {
        (row["kode_kemendagri"], row["tahun"]): row for row in source.rows("kemiskinan_provinsi_2025.csv")}
    rows, spread, welfare = [], [], []
    for year in YEARS:
        for code in regions.new_provinces + regions.new:
            row = figures.get((code, year))
            line, flag = lines.get((code, year), ("", ""))
            if row is None or not line:
                continue
            poor = number(row["penduduk_miskin_ribu"])
            flags = [] if year < "2025" or "." not in code else ["p1_p2_not_additive_to_province"]
            flags += ["line_jump_check"] if flag else []
            rows.append({
                "region": code, "year": year, "p0_percent": row["p0_persen"],
                "p1": row["p1"] if year == "2025" else "", "p2": row["p2"] if year == "2025" else "",
                "poor_persons": "" if poor is None else round(1000 * poor),
                "line_rp": line, "flags": ";".join(flags), "as_of": f"{year}-03", "mark": "V2",
                "method": "as published",
                "source": SUSENAS + "; mirrors: see poverty/README.md"})
    extend("poverty/poverty.csv", rows, keeps=lambda text: text[:2] in ("35", "62"))
    newest = {row["region"]: row for row in rows if row["year"] == "2025"}
    population = {}
    for code in regions.new_provinces + regions.new:
        row, home = newest[code], code[:2]
        origin = SPLIT_FROM.get(home, home)
        gini, share = GINI[origin], float(row["p0_percent"]) / 100
        words = "finance.detik.com d-8034259 (BPS, March 2025)" if origin in ("91", "93") else GINI_PAGE
        low = high = ""
        if "." in code or origin != home:
            fitted = gini_of(share, float(row["p1"]) / 100) if number(row["p1"]) else 0.8 * gini
            low = f"{max(0.02, min(fitted, 0.95 * gini)):.3f}"
            high = f"{max(1.15 * gini, fitted):.3f}"
        evidence = {
            "mark": "A" if low else "V2", "borrowed_from": origin if low else None,
            "as_of": "2025-03", "method": RULE.format("P1") if low else "as published (March)",
            "source": words}
        spread.append({
            "region": code, "year": "2025", "gini": gini, "gini_low": low, "gini_high": high, **evidence})
        if "." not in code:
            continue
        people = round(row["poor_persons"] / share)
        population[code] = people
        facts = {"as_of": "2025-03", "source": SUSENAS + " 2025; see poverty.csv"}
        welfare += [
            {"region": code, "key": "population", "value": people, "mark": "D",
             "method": "poor persons / P0", **facts},
            {"region": code, "key": "poverty.headcount", "value": f"{share:.4f}", "mark": "V2",
             "method": "as published", **facts},
            {"region": code, "key": "poverty.line", "value": row["line_rp"], "mark": "V2",
             "method": "as published", **facts},
            {"region": code, "key": "poverty.gini", "value": gini, "low": low, "high": high, **evidence},
            {"region": code, "key": "household.size", "value": 4.76, "low": 4.0, "high": 5.6,
             "mark": "A", "borrowed_from": "00", "as_of": "2025-03", "method": RULE.format("P2"),
             "source": "BPS March 2025"}]
    extend("poverty/inequality.csv", spread)
    extend("poverty/welfare.csv", welfare)
    return newest, population


def people(regions, source, population):
    """regions/population_history.csv: BPS projections of 2010-2017, and 2025 as poor / P0 (P3)."""
    rows = []
    past = {}
    for row in source.rows("penduduk_kabkota.csv"):
        if row["sumber"] == "Q" and "2010" <= row["tahun"] <= "2017" and row["total"]:
            past.setdefault(row["kode_kemendagri"], []).append(row)
    for code in regions.new:
        for row in past.get(code, []):
            rows.append({
                "region": code, "year": row["tahun"], "population_persons": row["total"], "mark": "V2",
                "as_of": row["tahun"] + "-06",
                "source": "BPS projection on the census of 2010; mirror quarcs-lab/data-indonesia-regional-zenodo"
                + ("; " + row["periksa"] if row["periksa"] else "")})
        rows.append({
            "region": code, "year": "2025", "population_persons": population[code], "mark": "D",
            "as_of": "2025-03", "source": "poor persons / P0; see poverty/welfare.csv"})
    extend("regions/population_history.csv", rows)


def outlines(source):
    """By region: parts of rings of points, the largest part first, as the shipped map has them."""
    with open(os.path.join(source.folder, "batas_kabkota_indonesia.geojson"), encoding="utf-8") as file:
        features = json.load(file)["features"]
    found = {}
    for feature in features:
        shape = feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = [[ring[:-1] for ring in part] for part in parts]
        found[feature["properties"]["kode_kemendagri"]] = sorted(
            rings, key=lambda part: -area(part[0]))
    return found


def area(ring):
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]))) / 2


def simpler(points, slack):
    """Douglas and Peucker: points farther than the slack from the line between those kept."""
    (ax, ay), (bx, by) = points[0], points[-1]
    length = math.hypot(bx - ax, by - ay)
    worst, place = 0, 0
    for at in range(1, len(points) - 1):
        x, y = points[at]
        far = (abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length
               else math.hypot(x - ax, y - ay))
        if far > worst:
            worst, place = far, at
    if worst <= slack:
        return [points[0], points[-1]]
    return simpler(points[: place + 1], slack)[:-1] + simpler(points[place:], slack)


def boundaries(regions, found):
    """regions/boundaries.csv: outlines simple enough for a map of the nation (P4)."""
    rows = []
    for code in regions.new:
        xs = [x for part in found[code] for x, _ in part[0]]
        ys = [y for part in found[code] for _, y in part[0]]
        size = math.hypot(max(xs) - min(xs), max(ys) - min(ys))
        slack = min(0.02, 0.01 * size)
        whole = sum(area(part[0]) for part in found[code])
        number_of_part = 0
        for at, part in enumerate(found[code]):
            if at > 0 and area(part[0]) < 0.005 * whole:
                continue
            number_of_part += 1
            for ring_number, ring in enumerate(part, start=1):
                half = len(ring) // 2
                line = simpler(ring[: half + 1], slack)[:-1] + simpler(ring[half:] + ring[:1], slack)[:-1]
                if len(line) < 3:
                    if ring_number > 1:
                        continue
                    line = ring
                for order, (x, y) in enumerate(line, start=1):
                    rows.append({
                        "region": code, "part": number_of_part, "ring": ring_number, "order": order,
                        "longitude": f"{x:.3f}".rstrip("0").rstrip("."),
                        "latitude": f"{y:.3f}".rstrip("0").rstrip(".")})
    extend("regions/boundaries.csv", rows)
