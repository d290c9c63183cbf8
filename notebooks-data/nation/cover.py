"""Who is covered and by whom at January 2025, and the published observations (rules C1-C6)."""

import math
import re

from tables import OLD, extend, shipped, write
from work import CITY, COUNTRY, RULE, SEGMENTS

OBSERVED = "bpjs_pengamatan_nasional.csv"
INDICATOR = {
    "anggaran_iuran_pemda": "local_government_contribution_budget",
    "belum_terdaftar": "not_registered", "cakupan": "coverage",
    "iuran_dibayar_pemda": "contributions_paid_by_local_government",
    "jumlah_nelayan": "fishers", "klaim_kasus": "claim_cases", "klaim_nilai": "claim_value",
    "lolos_verifikasi_awal": "passed_first_check", "masa_perlindungan": "months_of_protection",
    "non_asn_jumlah": "non_asn_count", "non_asn_terdaftar": "non_asn_registered",
    "pekerja_rentan_jumlah": "vulnerable_workers", "pemberi_kerja": "employers",
    "penduduk_bekerja_sasaran": "target_workforce",
    "penerima_bantuan_iuran_pemda": "members_paid_by_local_government",
    "peserta_aktif": "active_members", "peserta_nonaktif": "inactive_members",
    "peserta_terdaftar": "registered_members", "target_cakupan": "target_coverage",
    "target_peserta": "target_members"}
SEGMENT = {
    "non_ASN": "non-asn", "perangkat_desa": "village staff", "RT_RW": "rt-rw", "semua": "all",
    "ekosistem_desa": "village workers"}
UNIT = {
    "orang": "persons", "persen": "percent", "kasus": "cases", "badan usaha": "businesses",
    "bulan": "months", "rupiah": "rupiah"}
DOUBT = re.compile("bertentangan|sumber lain|periksa|berbeda|dasar lain|tidak tegas")
# What a note says of who is paid for, and by whom.
HINTS = [
    ("pemilu", "skip"), ("nelayan", "nelayan"), ("RT", "rt-rw"), ("kader", "kader"),
    ("linmas", "linmas"), ("tembakau", "buruh-tembakau"), ("sawit|Sawit|petani|pekebun", "petani"),
    ("marbot|keagamaan|PKH", "informal-lain")]
PURSES = [
    ("DBH Sawit", "dbh-sawit"), ("DBH-CHT", "dbh-cht"), ("APBD provinsi dan kab", "apbd-kabkota"),
    ("APBD provinsi", "apbd-provinsi"), ("ADD", "apbdes"), ("Dana Desa", "apbdes"), ("CSR", "csr")]
SELF = {
    "petani": 0.3, "buruh-tembakau": 0.1, "nelayan": 0.5, "ojek": 3, "pedagang": 1.5,
    "informal-lain": 1.5}
SHARE = {
    "non-asn": (0.77, "apbd-kabkota", "35", 0.5, 1.3), "perangkat-desa": (0.70, "apbdes", "61", 0.45, 1.25),
    "bpd": (0.35, "apbdes", "61", 0.3, 1.8), "rt-rw": (0.15, "apbd-kabkota", None, 0, 3),
    "lkd": (0.05, "apbd-kabkota", None, 0, 3), "kader": (0.05, "apbd-kabkota", None, 0, 3),
    "linmas": (0.05, "apbd-kabkota", None, 0, 3)}
# Members of December 2024 were counted over the year; those of February 2025 were not (Kontan, Databoks).
FEBRUARY = {"pu": 26_260_000, "bpu": 9_580_000}
INACTIVE = 0.3195 / (1 - 0.3195)
MEMBERS = "BPJS Ketenagakerjaan; mirror den-econ/phk_dashboard annual_full.csv"
# Offices of the two old provinces of Papua count for the four that came out of them.
PAPUA = {"91": ["91", "93", "94", "95"], "92": ["92", "96"]}


def members(source):
    """Active members by province, PU and BPU: those of 2024, to the nation's of February 2025 (C1)."""
    found = {
        row["kode_kemendagri"]: [
            float(row["peserta_aktif_" + kind]) for kind in ("pu", "bpu")]
        for row in source.rows("bpjs_provinsi_tahunan.csv")
        if row["tahun"] == "2024" and row["peserta_aktif_pu"]}
    whole = [sum(each[at] for each in found.values()) for at in (0, 1)]
    return {
        code: (pu * FEBRUARY["pu"] / whole[0], bpu * FEBRUARY["bpu"] / whole[1])
        for code, (pu, bpu) in found.items()}


def mapped(text, patterns, default):
    return next((name for pattern, name in patterns if re.search(pattern, text)), default)


def observations(source):
    """coverage/published.csv: the observations outside the three provinces, with their notes."""
    rows = []
    for row in source.rows(OBSERVED):
        doubt = bool(DOUBT.search(row["catatan"]))
        rows.append({
            "region": row["kode_kemendagri"], "area_name": row["wilayah"], "period": row["periode"],
            "indicator": INDICATOR[row["indikator"]],
            "segment_or_programme": SEGMENT.get(row["segmen_program"], row["segmen_program"]),
            "value": row["nilai"], "unit": UNIT[row["satuan"]], "mark": "C" if doubt else "V2",
            "source": row["sumber"], "conflict": row["catatan"] if doubt else "",
            "note": "" if doubt else row["catatan"]})
    extend("coverage/published.csv", rows, keeps=lambda text: True)
    return rows


def paid(rows, regions):
    """Published counts of people paid for, by region, year and what the note says of them (C4).

    For each region, year, purse and segment the newest count is taken, of two of one date the
    larger; the others are its range. Counts over several years are passed over.
    """
    found = {}
    for row in rows:
        code = row["region"]
        if row["indicator"] != "members_paid_by_local_government" or code not in regions.new:
            continue
        if row["segment_or_programme"] not in ("BPU", "rt-rw"):
            continue
        years = set(re.findall(r"20\d\d", row["period"]))
        if len(years) != 1 or not years <= {"2024", "2025", "2026"}:
            continue
        note = row["note"] + row["conflict"]
        segment = "rt-rw" if row["segment_or_programme"] == "rt-rw" else mapped(note, HINTS, "general")
        purse = mapped(note, PURSES, "apbd-kabkota")
        if segment == "skip" or "bagian" in note:
            continue
        years = found.setdefault(code, {}).setdefault(max(years), {})
        years.setdefault((purse, segment), []).append(
            (row["period"], int(float(row["value"])), row["source"], row["mark"]))
    chosen = {}
    for code, years in found.items():
        base = max((year for year in years if year < "2026"), default=None)
        for year, groups in years.items():
            if year not in (base, "2026"):
                continue
            for (purse, segment), counts in groups.items():
                counts.sort()
                chosen.setdefault(code, {}).setdefault("2025" if year == base else year, []).append({
                    "purse": purse, "segment": segment, "count": counts[-1][1],
                    "low": min(each[1] for each in counts), "high": max(each[1] for each in counts),
                    "source": counts[-1][2], "mark": counts[-1][3], "as_of": counts[-1][0]})
    return chosen


def named_counts(chosen):
    """Of the counts those that name one segment, so that it has at least as many workers."""
    found = {}
    for code, years in chosen.items():
        for row in years.get("2025", []):
            if row["segment"] not in ("general", "informal-lain"):
                cell = found.setdefault(code, {})
                cell[row["segment"]] = cell.get(row["segment"], 0) + row["count"]
    return found


class Quotas:
    """People paid for in 2025 and 2026, by segment and purse."""

    def __init__(self, regions, workers, chosen, rows, members):
        self.regions, self.workers, self.chosen = regions, workers, chosen
        self.months = {
            (row["region"], row["period"][:4]): int(float(row["value"])) for row in rows
            if row["indicator"] == "months_of_protection" and row["region"] in regions.new}
        self.rows = []
        for code in regions.new:
            self.rows += self.region(code)
        self.of = {}
        for row in self.rows:
            self.of[row["region"], row["segment"], row["year"]] = row
        for province, (_, bpu) in members.items():
            self.fit(PAPUA.get(province, [province]), 0.9 * bpu)

    def fit(self, provinces, most):
        """Lessens usual counts where more would be paid for than nine in ten of a province's BPU."""
        rows = [
            row for (code, segment, year), row in self.of.items()
            if code[:2] in provinces and year == "2025" and segment not in ("non-asn", "perangkat-desa")]
        usual = [row for row in rows if row["mark"] == "A" and row["method"] == RULE.format("C3")]
        total, usual_total = (sum(row["quota_persons"] for row in each) for each in (rows, usual))
        if total <= most or usual_total == 0:
            return
        part = max(0, 1 - (total - most) / usual_total)
        for row in usual:
            for name in ("quota_persons", "quota_low"):
                row[name] = math.floor(part * row[name])

    def split(self, code):
        if self.regions.is_city(code):
            return CITY
        parts = dict(COUNTRY)
        if self.workers.coast[code] == 0:
            parts["petani"] += parts.pop("nelayan")
        return parts

    def region(self, code):
        workers = self.workers.of[code]
        cells = {}

        def add(segment, year, count, **facts):
            cell = cells.setdefault((segment, year), {
                "region": code, "segment": segment, "year": year, "quota_persons": 0,
                "quota_low": 0, "quota_high": 0, "funded_months": 12, "as_of": "2025", **facts})
            for name in ("quota_persons", "quota_low", "quota_high"):
                cell[name] += count[name]

        for segment, (share, purse, origin, low, high) in SHARE.items():
            count = round(share * workers[segment])
            if count == 0:
                continue
            add(segment, "2025", {
                "quota_persons": count, "quota_low": math.floor(low * count),
                "quota_high": min(workers[segment], math.ceil(high * count))},
                main_purse=purse, mark="A", borrowed_from=origin, method=RULE.format("C3"),
                source="see coverage/README.md")
        published = self.chosen.get(code, {})
        for year, groups in published.items():
            self.published(code, year, groups, workers, cells, add)
        if "2025" not in published:
            self.usual(code, workers, add)
        rows = list(cells.values())
        have = {row["segment"] for row in rows if row["year"] == "2025"}
        for segment in SEGMENTS:
            if segment in have:
                continue
            why = ("no public purse may pay for formal workers" if segment == "formal" else
                   "the segment has no workers here" if workers[segment] == 0 else
                   "the counts known of this region are of other segments")
            rows.append({
                "region": code, "segment": segment, "year": "2025", "quota_persons": 0,
                "funded_months": 12, "mark": "A" if "counts" in why else "D", "as_of": "2025",
                "method": "nobody: " + why, "source": RULE.format("C3")})
        return sorted(rows, key=lambda row: row["year"])

    def usual(self, code, workers, add):
        villages, towns = self.regions.villages(code)
        is_city = self.regions.is_city(code)
        every = 200 if is_city else 15
        low, high = (0.25, 2) if is_city else (0.2, 2.8)
        for segment, part in self.split(code).items():
            # A count is no more than nine in ten of the workers.
            count = min(round(every * part * (villages + towns)), int(0.9 * workers[segment]))
            if count == 0:
                continue
            purse = "dbh-sawit" if segment == "petani" and code[:2] in self.workers.palm else "apbd-kabkota"
            add(segment, "2025", {
                "quota_persons": count, "quota_low": math.floor(low * count),
                "quota_high": math.ceil(high * count)},
                main_purse=purse, mark="A", borrowed_from="35", method=RULE.format("C3"),
                source="half the median of published counts per village in 14 regions of 35")

    def published(self, code, year, groups, workers, cells, add):
        named = {group["segment"] for group in groups} - {"general"}
        for segment in named:
            # A count of one segment goes before the usual share of it.
            cells.pop((segment, year), None)
        for group in sorted(groups, key=lambda group: group["segment"] == "general"):
            facts = {
                "main_purse": group["purse"], "source": group["source"],
                "funded_months": self.months.get((code, group["as_of"][:4]), 12)}
            if group["segment"] != "general":
                segment = group["segment"]
                room = int(0.9 * workers[segment]) - cells.get((segment, year), {}).get("quota_persons", 0)
                count = min(group["count"], max(room, 0)) if year != "2025" else group["count"]
                add(segment, year, {
                    "quota_persons": count, "quota_low": min(group["low"], count),
                    "quota_high": max(group["high"], count)},
                    mark=group["mark"], method="published count " + group["as_of"], **facts)
                continue
            for segment, count in self.fitted(code, group["count"], workers, cells, year).items():
                scale = group["count"] and 1 / group["count"]
                add(segment, year, {
                    "quota_persons": count, "quota_low": math.floor(count * group["low"] * scale),
                    "quota_high": math.ceil(count * group["high"] * scale)},
                    mark="A", method="published total " + group["as_of"] + "; split by "
                    + RULE.format("C4"), **facts)

    def fitted(self, code, count, workers, cells, year):
        """A total over segments by the usual split, each at most nine in ten of its workers."""
        parts, found = self.split(code), {}
        room = {
            segment: max(0, int(0.9 * workers[segment])
                         - cells.get((segment, year), {}).get("quota_persons", 0))
            for segment in parts}
        left = min(count, sum(room.values()))
        open_parts = {segment: part for segment, part in parts.items() if room[segment] > 0}
        while left > 0 and open_parts:
            whole, before = sum(open_parts.values()), left
            for segment, part in list(open_parts.items()):
                more = min(math.ceil(before * part / whole), room[segment] - found.get(segment, 0), left)
                found[segment] = found.get(segment, 0) + more
                left -= more
                if found[segment] >= room[segment]:
                    del open_parts[segment]
        return {segment: count for segment, count in found.items() if count > 0}

    def write(self):
        for row in self.rows:
            value, low, high = (row.get("quota_" + end) for end in ("persons", "low", "high"))
            if low is None:
                continue
            if value == 0:
                row["quota_low"] = row["quota_high"] = None
            elif low < high:
                # The value is the median of its range, so that it lies inside.
                row["quota_low"] = min(low, math.floor(0.9 * value))
                row["quota_high"] = max(high, math.ceil(1.1 * value))
        extend("coverage/funded_quota.csv", self.rows)


class Cover:
    """Members by region and their status in each segment."""

    def __init__(self, regions, workers, quotas, members, rows):
        self.regions, self.workers, self.quotas = regions, workers, quotas
        self.own = {}
        for row in rows:
            if (row["region"] in regions.new and row["indicator"] == "active_members"
                    and row["segment_or_programme"] == "total" and "2024" <= row["period"] < "2026"):
                self.own[row["region"]] = row
        self.total, self.opening = {}, []
        for province in regions.new_provinces:
            group = next((new for new in PAPUA.values() if province in new), [province])
            if group[0] == province:
                self.province(
                    province, *members[province], [c for each in group for c in regions.inside(each)])

    def wage_earners(self, code):
        found = self.workers.of[code]
        return found["formal"] + found["non-asn"] + found["perangkat-desa"]

    def funded_bpu(self, code):
        return sum(
            self.quotas.of[code, segment, "2025"]["quota_persons"] for segment in SEGMENTS
            if segment not in ("non-asn", "perangkat-desa"))

    def province(self, province, pu, bpu, codes):
        """Members of a province over its regions, less those known of single regions.

        Wage earners by one rate; of the others those whom purses pay for where they are, and those
        who pay themselves by one rate.
        """
        known = {}
        for code in codes:
            if code in self.own:
                total = float(self.own[code]["value"])
                known[code] = (total * pu / (pu + bpu), total * bpu / (pu + bpu))
        others = [code for code in codes if code not in known]
        left = (pu - sum(each[0] for each in known.values()),
                bpu - sum(each[1] for each in known.values()))
        base = (sum(self.wage_earners(code) for code in others),
                sum(sum(self.workers.of[code].values()) - self.wage_earners(code) for code in others))
        alone = max(0, left[1] - sum(self.funded_bpu(code) for code in others))
        for code in codes:
            if code in known:
                parts, origin = known[code], None
            else:
                wages = self.wage_earners(code)
                rest = sum(self.workers.of[code].values()) - wages
                parts = (left[0] * wages / base[0], self.funded_bpu(code) + alone * rest / base[1])
                origin = province
            self.region(code, *parts, origin)

    def region(self, code, pu, bpu, origin):
        workers = self.workers.of[code]
        funded = {
            segment: int(self.quotas.of[code, segment, "2025"]["quota_persons"]) for segment in SEGMENTS}
        funded_pu = funded["non-asn"] + funded["perangkat-desa"]
        funded_bpu = sum(funded.values()) - funded_pu
        raised = funded_bpu > bpu + 0.5
        bpu = max(bpu, funded_bpu)
        employer = min(max(0, pu - funded_pu), 0.95 * workers["formal"])
        paying = self.alone(bpu - funded_bpu, workers, funded)
        covered = sum(funded.values()) + sum(paying.values()) + employer
        row = self.own.get(code)
        self.total[code] = {
            "region": code, "covered_persons": round(covered),
            "employed_persons": self.workers.sakernas[code, "2024"]["bekerja"],
            "covered_of_employed_percent":
                f"{100 * covered / int(self.workers.sakernas[code, '2024']['bekerja']):.2f}",
            "bpu_persons": round(bpu), "funded_persons": sum(funded.values()),
            "self_persons": round(sum(paying.values())), "employer_persons": round(employer),
            "split_from": f"{origin or code[:2]} (2024)", "bpu_raised": "yes" if raised else "no",
            "as_of": "2025-01" if origin else row["period"], "mark": "A" if origin else row["mark"],
            "borrowed_from": origin, "method": RULE.format("C1" if origin else "C2"),
            "source": MEMBERS if origin else row["source"]}
        for segment in SEGMENTS:
            count = workers[segment]
            parts = [funded[segment], paying.get(segment, 0), employer if segment == "formal" else 0]
            shares = [min(1, part / count) if count else 0 for part in parts]
            cover = sum(shares)
            lapsed = min(INACTIVE * cover, 0.5 * (1 - cover))
            self.opening.append({
                "region": code, "segment": segment, "funded_share": f"{shares[0]:.6f}",
                "self_share": f"{shares[1]:.6f}", "employer_share": f"{shares[2]:.6f}",
                "lapsed_share": f"{0.15 * lapsed:.6f}", "lapsed_vested_share": f"{0.85 * lapsed:.6f}",
                "mark": "A", "borrowed_from": origin if segment in SELF or segment == "formal" else None,
                "as_of": "2025-01", "method": RULE.format("C5"), "source": MEMBERS})

    @staticmethod
    def alone(left, workers, funded):
        """Those who pay themselves, by workers and weights, at most 0.6 of those not funded."""
        most = {segment: 0.6 * (workers[segment] - funded[segment]) for segment in SELF}
        found, open_parts = {}, {s: w * workers[s] for s, w in SELF.items() if most[s] > 0}
        while left > 0.5 and open_parts:
            whole, before = sum(open_parts.values()), left
            for segment, weight in list(open_parts.items()):
                more = min(before * weight / whole, most[segment] - found.get(segment, 0))
                found[segment] = found.get(segment, 0) + more
                left -= more
                if found[segment] >= most[segment] - 1e-9:
                    del open_parts[segment]
        return found

    def write(self):
        extend("coverage/region_totals.csv", [self.total[code] for code in self.regions.new])
        order = {code: at for at, code in enumerate(self.regions.new)}
        extend("coverage/opening.csv", sorted(self.opening, key=lambda row: order[row["region"]]))
        self.enrolment()

    def enrolment(self):
        """rates/regional.csv: the yearly rates that keep each region's opening cover (C6)."""
        general = {
            (row["segment"], row["key"]): float(row["value_per_year"])
            for row in shipped("rates/intensities.csv")}
        order = {code: at for at, code in enumerate(self.regions.new)}
        rows = []
        for row in sorted(self.opening, key=lambda row: order[row["region"]]):
            segment = row["segment"]
            parts = [float(row[name + "_share"]) for name in
                     ("funded", "self", "employer", "lapsed", "lapsed_vested")]
            nobody = 1 - sum(parts)
            if segment == "formal":
                key, rate = "rate.employer_enrolment", (0.22 + 0.065) * parts[2] / (1 - parts[2])
            elif segment in SELF and nobody > 0:
                leaving = (general[segment, "rate.lapse"] + 0.07) * parts[1]
                back = general[segment, "rate.return"] * (parts[3] + parts[4])
                key, rate = "rate.self_enrolment", max(0, leaving - back) / nobody
            elif segment in SELF:
                key, rate = "rate.self_enrolment", 0
            else:
                continue
            rate = round(rate, 4)
            low, high = (0.5, 1.5) if segment == "formal" else (0.25, 3)
            rows.append({
                "region": row["region"], "segment": segment, "key": key,
                "value_per_year": f"{rate:.4f}", "low": f"{low * rate:.5f}",
                "high": f"{high * rate:.5f}", "mark": "A", "as_of": "2025-01",
                "method": RULE.format("C6"), "source": MEMBERS})
        write("rates/regional.csv", [
            "region", "segment", "key", "value_per_year", "low", "high", "mark", "as_of", "method",
            "source"], rows)
