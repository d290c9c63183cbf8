"""Who works where and as what: Sakernas by region, and the 14 segments made of it (rules W1-W9)."""

import math

from tables import extend, number, shares, shipped, write

SAKERNAS = "BPS Sakernas August; mirror baniadamtampubolon/dashboard-tenaga-kerja"
RULE = "rule {} of nation/README.md"

STATUS = {
    "own_account_persons": "berusaha_sendiri",
    "own_account_with_family_persons": "berusaha_dibantu_buruh_tidak_tetap",
    "employer_persons": "berusaha_dibantu_buruh_tetap",
    "employee_persons": "buruh_karyawan_pegawai",
    "casual_farm_persons": "pekerja_bebas_pertanian",
    "casual_other_persons": "pekerja_bebas_nonpertanian",
    "unpaid_family_persons": "pekerja_keluarga_tak_dibayar",
}
INDUSTRY = {
    "agriculture_persons": "A", "mining_persons": "B", "manufacturing_persons": "C",
    "electricity_persons": "D", "water_persons": "E", "construction_persons": "F",
    "trade_persons": "G", "transport_persons": "H", "accommodation_persons": "I",
    "information_persons": "J", "finance_persons": "K", "real_estate_persons": "L",
    "business_services_persons": "MN", "administration_persons": "O", "education_persons": "P",
    "health_persons": "Q", "other_services_persons": "RSTU",
}
AGES = ["1519", "2024", "2529", "3034", "3539", "4044", "4549", "5054", "5559", "6064", "65_plus"]
# Land borders with other countries look like a coast on the map; these regions have no sea.
INLAND = {"61.03", "61.05", "61.06", "61.10", "64.11", "64.07", "65.02", "91.11", "93.02", "95.02"}
# ASN of BKN 2024, with TNI and Polri assumed 0.3 % of employed, as for East Java (workforce/README.md).
ASN, FORCES = 4_734_041, 0.003
CITY = {"petani": 0.10, "ojek": 0.20, "pedagang": 0.30, "informal-lain": 0.40}
COUNTRY = {
    "petani": 0.50, "nelayan": 0.10, "pedagang": 0.10, "ojek": 0.10, "informal-lain": 0.20}
SEGMENTS = [
    "non-asn", "perangkat-desa", "bpd", "lkd", "rt-rw", "kader", "linmas", "petani",
    "buruh-tembakau", "nelayan", "ojek", "pedagang", "formal", "informal-lain"]
SPAN = {
    "non-asn": (0.6, 2.0), "perangkat-desa": (0.8, 1.3), "bpd": (0.7, 1.3), "lkd": (0.5, 2.0),
    "rt-rw": (0.7, 1.25), "kader": (0.5, 1.75), "linmas": (0.5, 1.7), "petani": (0.85, 1.15),
    "buruh-tembakau": (0.5, 1.5), "nelayan": (0.5, 2.0), "ojek": (0.7, 1.3),
    "pedagang": (0.85, 1.15), "formal": (0.9, 1.1), "informal-lain": (0.7, 1.3)}


def read(source):
    """Sakernas rows by region and year; provinces and Indonesia among them."""
    found = {}
    for name in ("bekerja_kabkota_nasional.csv", "ketenagakerjaan_provinsi.csv"):
        for row in source.rows(name):
            found[row["kode_kemendagri"], row["tahun"]] = row
    return found


def employed(sakernas):
    """workforce/employed_structure.csv: status, industry and formality as published."""
    columns = {
        "labour_force_persons": "angkatan_kerja", "employed_persons": "bekerja",
        "unemployed_persons": "pengangguran", "formal_persons": "bekerja_formal",
        "informal_persons": "bekerja_informal", **STATUS,
        **{name: "lapus_" + letter for name, letter in INDUSTRY.items()},
        "women_persons": "bekerja_perempuan"}
    rows = [
        {"region": code, "year": year,
         **{name: row[column] for name, column in columns.items()},
         "weights": "until 2022" if int(year) < 2023 else "from 2023", "as_of": f"{year}-08",
         "mark": "V2", "source": SAKERNAS, "note": row["catatan"]}
        for (code, year), row in sorted(sakernas.items())]
    write(
        "workforce/employed_structure.csv",
        ["region", "year", *columns, "weights", "as_of", "mark", "source", "note"], rows)


def ages(source):
    """workforce/working_age.csv: persons of 15 and over by age, as the survey counts them."""
    names = {f"age_{age[:2]}_{age[2:]}" if age[:2] != "65" else "age_65_up": age for age in AGES}
    rows = [
        {"region": row["kode_kemendagri"], "year": row["tahun"],
         "persons_15_up": row["penduduk_15plus"],
         **{name + "_persons": row["umur_" + age] for name, age in names.items()},
         "tpak_percent": row["tpak_persen"], "as_of": row["tahun"] + "-08", "mark": "V2",
         "source": SAKERNAS, "note": row["catatan"]}
        for row in source.rows("penduduk_usia_kerja_kabkota.csv")]
    write(
        "workforce/working_age.csv",
        ["region", "year", "persons_15_up", *[name + "_persons" for name in names],
         "tpak_percent", "as_of", "mark", "source", "note"], rows)
    return {(row["region"], row["year"]): row for row in rows}


def coasts(regions, outlines):
    """By region: the share of its outline that no other region lies next to (within 0.05 degrees)."""
    cell, near = 0.1, 0.05
    grid = {}
    for code, parts in outlines.items():
        for ring in (ring for part in parts for ring in part):
            for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
                for i in range(int((min(ax, bx) - near) // cell), int((max(ax, bx) + near) // cell) + 1):
                    for j in range(
                            int((min(ay, by) - near) // cell), int((max(ay, by) + near) // cell) + 1):
                        grid.setdefault((i, j), []).append((code, ax, ay, bx, by))

    def touches(code, x, y):
        for other, ax, ay, bx, by in grid.get((int(x // cell), int(y // cell)), []):
            if other == code:
                continue
            dx, dy = bx - ax, by - ay
            length = dx * dx + dy * dy
            at = 0 if length == 0 else max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / length))
            if math.hypot(ax + at * dx - x, ay + at * dy - y) <= near:
                return True
        return False

    found = {}
    for code, parts in outlines.items():
        points = [point for part in parts for ring in part for point in ring]
        found[code] = sum(not touches(code, *point) for point in points) / len(points)
    return found


def coast_factor(regions, code, share):
    if code in INLAND or share < 0.05:
        return 0
    if regions.is_city(code):
        return 0.4 if share >= 0.25 else 0.1
    return 1.0 if share >= 0.25 else 0.4


class Workers:
    """Workers of each segment at January 2025, of the employed of August 2024."""

    def __init__(self, regions, sakernas, outlines, excise, palm, counts):
        self.regions, self.sakernas, self.palm = regions, sakernas, palm
        self.excise, self.counts = excise, counts
        self.coast = {
            code: coast_factor(regions, code, share)
            for code, share in coasts(regions, outlines).items()}
        east_java = sakernas["35", "2024"]
        self.java_informal = self.informal(east_java, 0.08)
        java = [row for row in shipped("workforce/segments.csv") if row["region"][:2] == "35"]
        tobacco = sum(int(row["workers_persons"]) for row in java if row["segment"] == "buruh-tembakau")
        self.java_tobacco = tobacco / ((1 - 0.08) * int(east_java["lapus_A"]))
        self.java_excise = excise["35"] / int(east_java["lapus_A"])
        self.asn = self.asn_by_region()
        # Segments with more workers than the rule gives, because more are paid for.
        self.raised = {}
        self.of = {code: self.segments(code) for code in regions.new}

    @staticmethod
    def informal(row, phi):
        """Of those who work outside agriculture, the share that no employer pays."""
        employed, farm = int(row["bekerja"]), int(row["lapus_A"])
        wages = int(row["buruh_karyawan_pegawai"])
        rest = (employed - farm) - max(0, wages - phi * farm)
        return min(0.95, max(0.05, rest / (employed - farm)))

    def phi(self, code):
        return 0.25 if code[:2] in self.palm else 0.08

    def asn_by_region(self):
        """Civil servants, soldiers and police by workers in public administration (W2)."""
        known = sum(
            int(row["asn_tni_polri_persons"]) for row in shipped("workforce/workforce.csv")
            if row["asn_tni_polri_persons"] and "." in row["region"] and row["region"][:2] in ("35", "62"))
        rest = ASN + FORCES * int(self.sakernas["00", "2024"]["bekerja"]) - known
        offices = {code: int(self.sakernas[code, "2024"]["lapus_O"]) for code in self.regions.new}
        total = sum(offices.values())
        return {
            code: round(min(
                rest * office / total,
                0.8 * int(self.sakernas[code, "2024"]["buruh_karyawan_pegawai"])))
            for code, office in offices.items()}

    def segments(self, code):
        row, regions = self.sakernas[code, "2024"], self.regions
        employed, farm = int(row["bekerja"]), int(row["lapus_A"])
        wages = int(row["buruh_karyawan_pegawai"])
        people, (villages, towns) = regions.people(code), regions.villages(code)
        java = "31" <= code[:2] <= "36"
        vulnerable = (1 - self.phi(code)) * farm
        informal = self.informal(row, self.phi(code)) / self.java_informal
        tobacco = min(0.10, self.java_tobacco * self.excise.get(code[:2], 0)
                      / max(1, int(self.sakernas[code[:2], "2024"]["lapus_A"])) / self.java_excise)
        found = {
            "non-asn": 5.1375 * people / 1000,
            "perangkat-desa": (10 if java else 8) * villages,
            "bpd": (7 if java else 5) * villages,
            "lkd": 10 * (villages + towns),
            "rt-rw": people / 185.516,
            "kader": 4 * people / 1000,
            "linmas": 12 * (villages + towns),
            "buruh-tembakau": vulnerable * (tobacco if tobacco >= 0.001 else 0),
            "nelayan": min(0.0197831 * employed * self.coast[code], 0.6 * vulnerable),
            "ojek": min(0.9, 0.55 * informal) * int(row["lapus_H"]),
            "pedagang": min(0.9, 0.68 * informal) * int(row["lapus_G"]),
        }
        found = {name: round(value) for name, value in found.items()}
        found["petani"] = max(0, round(vulnerable - found["nelayan"] - found["buruh-tembakau"]))
        found["formal"] = max(
            0, wages - self.asn[code] - found["non-asn"] - found["perangkat-desa"])
        # Farmers last: fishers and tobacco labour are taken from among them.
        for name, count in sorted(self.counts.get(code, {}).items(), key=lambda each: each[0] == "petani"):
            least = math.ceil(count / 0.9)
            if least <= found[name]:
                continue
            self.raised[code, name] = count
            if name in ("nelayan", "buruh-tembakau"):
                found["petani"] = max(0, found["petani"] - (least - found[name]))
            found[name] = least
        rest = employed - self.asn[code] - sum(found.values())
        if rest < 0:
            # Village volunteers are mostly farmers where hardly anybody else works.
            taken = min(-rest, round(0.5 * found["petani"]))
            found["petani"] -= taken
            rest += taken
        if rest < 0:
            volunteers = ["bpd", "lkd", "rt-rw", "kader", "linmas"]
            most = sum(found[name] for name in volunteers)
            for name in volunteers:
                found[name] = math.floor(found[name] * max(0, 1 + rest / most))
            rest = employed - self.asn[code] - sum(found.values())
        if rest < 0:
            taken = min(-rest, found["formal"])
            found["formal"] -= taken
            rest += taken
        found["informal-lain"] = rest
        if min(found.values()) < 0:
            raise SystemExit(f"{code}: {found}")
        return found

    def write(self):
        villages = "Kepmendagri 300.2.2-2138/2025 (villages)"
        evidence = {
            "non-asn": ("62", "W3", "harianbhirawa.co.id 2021-04; BKN 2022"),
            "perangkat-desa": (None, "W4", villages), "bpd": (None, "W4", villages),
            "lkd": ("35", "W4", villages), "linmas": ("35", "W4", villages),
            "rt-rw": ("35.15", "W4", "Dukcapil 2025"), "kader": ("35", "W4", "Dukcapil 2025"),
            "buruh-tembakau": ("35", "W6", f"{SAKERNAS} 2024; PMK 16/2025"),
            "nelayan": ("35.28", "W6", f"{SAKERNAS} 2024"),
            "petani": (None, "W5", f"{SAKERNAS} 2024"),
            "ojek": ("35", "W7", f"{SAKERNAS} 2024"), "pedagang": ("35", "W7", f"{SAKERNAS} 2024"),
            "formal": (None, "W8", f"{SAKERNAS} 2024"),
            "informal-lain": (None, "W9", f"{SAKERNAS} 2024")}
        rows = []
        for code, found in self.of.items():
            for name in SEGMENTS:
                low, high = SPAN[name]
                (origin, rule, words), workers = evidence[name], found[name]
                count = self.raised.get((code, name))
                if name in ("perangkat-desa", "bpd"):
                    origin = "35" if "31" <= code[:2] <= "36" else "62"
                rows.append({
                    "region": code, "segment": name, "workers_persons": workers,
                    "workers_low": count or math.floor(workers * low),
                    "workers_high": math.ceil(count / 0.6) if count else math.ceil(workers * high),
                    "mark": "A", "borrowed_from": None if count else origin, "as_of": "2025-01",
                    "method": RULE.format("W10" if count else rule), "source": words})
        extend("workforce/segments.csv", rows)


def workforce(regions, sakernas, by_age, workers):
    """workforce/workforce.csv: labour force, employed, unemployed and rates as published, 2023-2025."""
    rows = []
    for code in regions.new_provinces + regions.new:
        for year in ("2023", "2024", "2025"):
            row = sakernas[code, year]
            asn = workers.asn.get(code) if year == "2024" else None
            rate = row["tpak_persen"] if "tpak_persen" in row else by_age[code, year]["tpak_percent"]
            rows.append({
                "region": code, "year": year, "labour_force_persons": row["angkatan_kerja"],
                "employed_persons": row["bekerja"], "employed_low": row["bekerja"],
                "employed_high": row["bekerja"], "unemployed_persons": row["pengangguran"],
                "tpt_percent": row["tpt_persen"], "tpak_percent": rate,
                "asn_tni_polri_persons": asn,
                "asn_tni_polri_low": None if asn is None else round(0.8 * asn),
                "asn_tni_polri_high": None if asn is None else round(1.2 * asn),
                "asn_tni_polri_mark": None if asn is None else "A", "as_of": f"{year}-08",
                "mark": "V2", "method": "as published", "source": SAKERNAS,
                "note": None if asn is None else "ASN/TNI/Polri: " + RULE.format("W2")})
    extend("workforce/workforce.csv", rows)


def cohorts(regions, sakernas, by_age):
    """mortality/cohorts.csv: ages of the employed by East Java's employment rates of each age (W11)."""
    bands = [(15, 24, ["15_19", "20_24"]), (25, 34, ["25_29", "30_34"]), (35, 44, ["35_39", "40_44"]),
             (45, 54, ["45_49", "50_54"]), (55, 64, ["55_59", "60_64"])]
    entrants = [0.70, 0.15, 0.08, 0.05, 0.02]
    table = shipped("mortality/cohorts.csv")
    java = [row for row in table if row["group"] == "35"]
    deaths = {(row["age_from"], row["sex"]): row["death_rate_per_year"] for row in java}

    def people(codes):
        return [
            sum(int(by_age[code, "2025"][f"age_{age}_persons"]) for code in codes for age in each)
            for _, _, each in bands]

    shape = [0.0] * len(bands)
    for row in java:
        shape[[band[0] for band in bands].index(int(row["age_from"]))] += float(row["stock_share"])
    working = [share / count for share, count in zip(shape, people(regions.inside("35")))]
    groups = [("00", regions.kabkota)]
    groups += [(code, regions.inside(code)) for code in regions.new_provinces]
    groups += [(code, [code]) for code in regions.new]
    rows = []
    for group, codes in groups:
        row = sakernas[group, "2025"]
        women = int(row["bekerja_perempuan"]) / int(row["bekerja"])
        ages = [count * rate for count, rate in zip(people(codes), working)]
        sexes = [("male", 1 - women), ("female", women)]
        stock = shares([age * part for age in ages for _, part in sexes])
        joining = shares([age * part for age in entrants for _, part in sexes])
        cells = [(band, sex) for band in bands for sex, _ in sexes]
        for ((first, last, _), sex), share, entrant in zip(cells, stock, joining):
            rows.append({
                "group": group, "age_from": first, "age_until": last, "sex": sex,
                "stock_share": f"{share / 1e6:.6f}", "entrant_share": f"{entrant / 1e6:.6f}",
                "death_rate_per_year": deaths[str(first), sex], "mark": "A",
                "borrowed_from": "35 (employment by age); 00 (death rates)", "as_of": "2025-08",
                "method": RULE.format("W11"), "source": SAKERNAS + "; UN WPP 2022"})
    extend("mortality/cohorts.csv", rows)
