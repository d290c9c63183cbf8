"""Minimum wages, what purses may pay, village funds and revenue shares (rules M1-M7)."""

import statistics

from tables import extend, number, shipped, write
from work import RULE

BILL_PRICE = {"perangkat-desa": 10_920}
OTHER_PRICE = 16_800
# Kotawaringin Timur paid Rp 739,122,000 of contributions out of an allocation of Rp 16.0bn (2025).
PALM_PART = 739_122_000 / 16_000_000_000


def excise(source):
    """Tobacco excise shares of 2025 by region, and of provinces with their regions, in rupiah."""
    provinces, regions = {}, {}
    for row in source.rows("dbh_cht_alokasi.csv"):
        value = number(row["nilai_rp"])
        if row["tahun"] != "2025" or value is None:
            continue
        # Where two figures stand, that to the rupiah goes before the rounded one.
        place = {"total_provinsi": provinces, "kabkota": regions}.get(row["lingkup"])
        if place is not None and (row["kode_kemendagri"] not in place or "pembulatan" not in row["catatan"]):
            place[row["kode_kemendagri"]] = value
    provinces["35"] = 3_570_000_000_000
    return provinces, regions


def palm(source, observed):
    """Provinces outside the three that a source says receive a share of palm oil."""
    found = {
        row["kode_kemendagri"][:2] for row in source.rows("dbh_sawit_alokasi.csv")
        if row["kode_kemendagri"][:2] not in ("00", "32")}
    found |= {row["region"][:2] for row in observed if "DBH Sawit" in row["note"] + row["conflict"]}
    return found - {"35", "62", ""}


class Wages:
    """UMP and UMK of 2024-2026 (M1)."""

    def __init__(self, regions, source):
        self.regions, self.own, self.follows, self.ump = regions, {}, {}, {}
        for name in ("umk_kabkota.csv", "umk_kabkota_nasional.csv"):
            for row in source.rows(name):
                cell = (row["kode_kemendagri"], row["tahun"])
                address = row.get("sumber") or row.get("sumber_url", "")
                if number(row["umk_rp"]) is not None:
                    self.own[cell] = (number(row["umk_rp"]), address, row.get("catatan", ""))
                else:
                    self.follows[cell] = (address, row.get("catatan", ""))
        for name in ("ump_provinsi.csv", "ump_provinsi_2025_2026.csv"):
            for row in source.rows(name):
                if number(row["ump_rp"]) is not None:
                    self.ump.setdefault((row["kode_kemendagri"], row["tahun"]), (
                        number(row["ump_rp"]), row["sumber"], row.get("catatan", "")))
        ratios = [
            value / self.ump[code[:2], year][0] for (code, year), (value, _, _) in self.own.items()
            if year == "2025" and (code[:2], year) in self.ump]
        self.usual = statistics.median(ratios)
        self.value = {}
        self.rows = []
        for code in regions.new_provinces + regions.new:
            made = {year: self.cell(code, year) for year in ("2024", "2025", "2026")}
            for year in made:
                self.add(code, year, made[year])

    def province(self, code, year):
        """UMP; that of 2024 by the prescribed rise of 6.5 % where it was not read."""
        if (code, year) in self.ump:
            return *self.ump[code, year], "V2"
        return self.ump[code, "2025"][0] / 1.065, self.ump[code, "2025"][1], "", "D"

    def cell(self, code, year):
        """Value, low, high, mark, origin, method, source, note."""
        home = code[:2]
        floor, address, note, mark = self.province(home, year)
        if code == home:
            how = "as published" if mark == "V2" else "UMP 2025 / 1.065 (Permenaker 16/2024)"
            return floor, floor, floor, mark, None, how, address, note
        if (code, year) in self.own:
            value, address, note = self.own[code, year]
            return value, value, value, "V2", None, "as published", address, note
        if (code, year) in self.follows and "Kutai Barat" in self.follows[code, year][1]:
            value, address, note = self.own["64.07", year]
            return value, value, value, "V2", None, "no UMK of its own: that of Kutai Barat", address, note
        if (code, year) in self.follows:
            value, where = floor, self.follows[code, year][0]
            return value, value, value, mark, None, "no UMK of its own: the UMP", where or address, ""
        if year == "2024" and ((code, "2025") in self.own or (code, "2025") in self.follows):
            value, *_ = self.cell(code, "2025")
            value, address = max(value / 1.065, floor), self.cell(code, "2025")[6]
            return value, value, value, "D", None, "UMK 2025 / 1.065 (Permenaker 16/2024)", address, ""
        near = {"2024": ("2026", "2025"), "2025": ("2026",), "2026": ("2025",)}[year]
        other = next((each for each in near if (code, each) in self.own), None)
        if other:
            value = self.own[code, other][0] / self.province(home, other)[0] * floor
            value = max(value, floor)
            return (value, floor, 1.03 * value, "A", home,
                    RULE.format("M1") + ": own " + other + " by the rise of the UMP",
                    self.own[code, other][1], "")
        return (floor, floor, self.usual * floor, "A", home, RULE.format("M1") + ": the UMP", address, "")

    def add(self, code, year, cell):
        value, low, high, mark, origin, method, address, note = cell
        self.value[code, year] = value

        def told(amount):
            return f"{amount:.2f}".rstrip("0").rstrip(".")

        self.rows.append({
            "region": code, "year": year, "minimum_wage_rp": told(value),
            "minimum_wage_low_rp": told(low), "minimum_wage_high_rp": told(max(high, value)),
            "quality": {"V2": "news", "D": "computed", "A": "estimated"}[mark], "mark": mark,
            "borrowed_from": origin, "as_of": f"{year}-01", "method": method, "source": address,
            "note": note})

    def write(self):
        extend("wages/minimum_wages.csv", self.rows)


class Ceilings:
    """What each purse may pay in 2025 and from 2026 on (M2-M7)."""

    def __init__(self, regions, workers, quotas, wages, source, provinces, cities, palm_provinces):
        self.regions, self.workers, self.quotas, self.wages = regions, workers, quotas, wages
        self.provinces, self.cities, self.palm = provinces, cities, palm_provinces
        self.palm_of = {
            row["kode_kemendagri"]: number(row["nilai_rp"])
            for row in source.rows("dbh_sawit_alokasi.csv")
            if row["tahun"] == "2025" and row["lingkup"] == "kabkota"}
        kalbar = [code for code in self.palm_of if code[:2] == "61"]
        self.palm_per_farmer = sum(self.palm_of[code] for code in kalbar) / sum(
            int(workers.sakernas[code, "2024"]["lapus_A"]) for code in kalbar)
        self.bills = {year: self.bill(year) for year in ("2025", "2026")}
        self.rows = []
        for code in regions.new:
            made = {year: self.region(code, year) for year in self.bills}
            for purse in made["2025"]:
                for year in made:
                    self.add(code, purse, year, *made[year][purse])

    def bill(self, year):
        """What the quotas of a year cost by region and purse: those of 2025 go on where none is newer."""
        found = {}
        for row in self.quotas.rows:
            newer = (row["region"], row["segment"], "2026") in self.quotas.of
            if row["year"] != ("2026" if newer and year == "2026" else "2025") or not row.get("main_purse"):
                continue
            price = BILL_PRICE.get(row["segment"], OTHER_PRICE)
            if row["segment"] == "non-asn":
                price = round(0.0054 * self.wages.value[row["region"], "2025"])
            cell = (row["region"], row["main_purse"])
            found[cell] = found.get(cell, 0) + row["quota_persons"] * row["funded_months"] * price
        return found

    def tobacco(self, code):
        """A region's own excise share, or its part of the province's by population (M5)."""
        if code in self.cities:
            return self.cities[code]
        total = self.provinces.get(code[:2], 0) * 2.2 / 3
        known = [each for each in self.regions.inside(code[:2]) if each in self.cities]
        others = [each for each in self.regions.inside(code[:2]) if each not in self.cities]
        rest = max(0, total - sum(self.cities[each] for each in known))
        part = self.regions.people(code) / sum(self.regions.people(each) for each in others)
        return rest * (0.5 / len(others) + 0.5 * part)

    def region(self, code, year):
        people, (villages, _) = self.regions.people(code), self.regions.villages(code)
        bill = {purse: self.bills[year].get((code, purse), 0) for purse in (
            "apbd-kabkota", "apbd-provinsi", "apbdes", "dbh-cht", "dbh-sawit", "csr")}
        allotted = self.palm_of.get(code) or (
            self.palm_per_farmer * int(self.workers.sakernas[code, "2024"]["lapus_A"])
            if code[:2] in self.palm else 0)
        return {
            "apbd-kabkota": (max(1826 * people, 1.10 * bill["apbd-kabkota"]), (0.9, 1.5, 0.75, 1.5),
                             "35", "M2", "DJPK SIKD APBD 2024 budget (35)"),
            "apbd-provinsi": (max(357.05 * people, 1.05 * bill["apbd-provinsi"]), (0, 3, 0, 3),
                              "61", "M3", "beta.insidepontianak.com 38482 (Kalbar APBD 2025)"),
            "apbdes": (max(2_000_000 * villages, 1.10 * bill["apbdes"]) if villages else 0,
                       (0.5, 3, 0.5, 3), None, "M4", "villages Kepmendagri 300.2.2-2138/2025"),
            "dbh-cht": (max(0.04 * 0.30 * self.tobacco(code), 1.05 * bill["dbh-cht"]),
                        (0.4, 2, 0.2, 1), None if code in self.cities else code[:2], "M5",
                        "see budget/revenue_shares.csv"),
            "dbh-sawit": (max(PALM_PART * allotted, 1.05 * bill["dbh-sawit"]), (0.3, 2, 0.3, 2),
                          "62.02" if code in self.palm_of else "61", "M6",
                          "see budget/revenue_shares.csv"),
            "csr": (max(598_000 / 284_973_643 * people * 201_600 * 0.25, 1.05 * bill["csr"]),
                    (0.2, 4, 0.2, 4), "00", "M7", "Jabar Ekspres 2022-10-28"),
        }

    def add(self, code, purse, year, amount, span, origin, rule, words):
        # Below Rp 1 million a year there is nothing to speak of.
        amount = round(amount, -3) if amount >= 1_000_000 else 0
        low, high = span[:2] if year == "2025" else span[2:]
        self.rows.append({
            "region": code, "purse": purse, "year": year, "month": 1, "ceiling_rp": int(amount),
            "ceiling_low": int(round(low * amount, -3)),
            "ceiling_high": int(round(high * amount, -3)), "mark": "A",
            "borrowed_from": origin if amount else None, "as_of": "2025",
            "method": RULE.format(rule), "source": words})

    def write(self):
        extend("budget/purse_ceilings.csv", self.rows)


def village_funds(source):
    """budget/village_funds.csv: Dana Desa by region, 2023 and 2024."""
    rows = [
        {"region": row["kode_kemendagri"], "year": row["tahun"], "allocation_rp": row["pagu_rp"],
         "disbursed_rp": row["realisasi_rp"], "as_of": row["tahun"], "mark": "V2",
         "source": "DJPK; mirror dms-codes/pagu-realisasi-dana-desa-2023", "note": row["catatan"]}
        for row in source.rows("dana_desa_kabkota.csv")]
    write("budget/village_funds.csv", [
        "region", "year", "allocation_rp", "disbursed_rp", "as_of", "mark", "source", "note"], rows)


def revenue_shares(source):
    """budget/revenue_shares.csv: tobacco excise and palm oil shares as published."""
    scope = {
        "nasional": "nation", "total_provinsi": "province with its regions",
        "pemerintah_provinsi": "province alone", "kabkota": "region"}
    rows = [
        {"region": row["kode_kemendagri"], "year": row["tahun"], "revenue": revenue,
         "scope": scope[row["lingkup"]], "value_rp": row["nilai_rp"], "as_of": row["tahun"],
         "mark": "V2" if row["nilai_rp"] else "gap", "source": row["sumber"], "note": row["catatan"]}
        for revenue, name in (("dbh-cht", "dbh_cht_alokasi.csv"), ("dbh-sawit", "dbh_sawit_alokasi.csv"))
        for row in source.rows(name)]
    write("budget/revenue_shares.csv", [
        "region", "year", "revenue", "scope", "value_rp", "as_of", "mark", "source", "note"], rows)


def capacity(source):
    """budget/fiscal_capacity.csv: fiscal capacity of 34 provinces."""
    words = {
        "Sangat Rendah": "very low", "Rendah": "low", "Sedang": "medium", "Tinggi": "high",
        "Sangat Tinggi": "very high"}
    rows = [
        {"region": row["kode_kemendagri"], "year": row["tahun"],
         "capacity_ratio": row["rasio_kapasitas_fiskal"],
         "category": words.get(row["kategori"], row["kategori"]), "as_of": row["tahun"],
         "mark": "V2", "source": row["sumber"], "note": row["catatan"]}
        for row in source.rows("kapasitas_fiskal_nasional.csv")]
    write("budget/fiscal_capacity.csv", [
        "region", "year", "capacity_ratio", "category", "as_of", "mark", "source", "note"], rows)
