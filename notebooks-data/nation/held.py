"""What the tables come to, held against published totals and single observations: differences.csv.

Every row names the reason of its difference. Nothing here is read by a scenario.
"""

from tables import number, shipped, write
from work import SEGMENTS

HEADER = [
    "kind", "region", "name", "period", "indicator", "segment_or_programme", "published", "unit",
    "here", "here_is", "difference", "ratio", "reason", "mark", "source"]
AGREES = "agrees within 5 %"
WAGES = ("non-asn", "perangkat-desa")


class Model:
    """Sums of the shipped tables by region, province and nation."""

    def __init__(self, regions):
        self.regions = regions
        self.workers, self.funded, self.cover, self.lapsed = {}, {}, {}, {}
        # Of 2026: the counts of 2025 where none is newer.
        self.funded_next = {}
        for row in shipped("workforce/segments.csv"):
            self.workers[row["region"], row["segment"]] = int(row["workers_persons"])
        self.months = {}
        for row in shipped("coverage/funded_quota.csv"):
            cell = (row["region"], row["segment"])
            if row["year"] == "2026" or cell not in self.funded_next:
                self.funded_next[cell] = int(row["quota_persons"] or 0)
            if row["year"] == "2025":
                self.funded[cell] = int(row["quota_persons"] or 0)
                self.months[row["region"]] = min(
                    self.months.get(row["region"], 12), int(row["funded_months"] or 12))
        for row in shipped("coverage/opening.csv"):
            cell = (row["region"], row["segment"])
            count = self.workers[cell]
            self.cover[cell] = count * sum(
                float(row[name + "_share"]) for name in ("funded", "self", "employer"))
            self.lapsed[cell] = count * (
                float(row["lapsed_share"]) + float(row["lapsed_vested_share"]))
        self.wages = {
            row["region"]: round(
                float(row["employer_persons"])
                + sum(self.funded.get((row["region"], segment), 0) for segment in WAGES))
            for row in shipped("coverage/region_totals.csv")}
        self.ceilings, self.employed, self.asn, self.poor = {}, {}, {}, {}
        for row in shipped("budget/purse_ceilings.csv"):
            if row["year"] == "2025":
                self.ceilings[row["region"], row["purse"]] = float(row["ceiling_rp"] or 0)
        for row in shipped("workforce/workforce.csv"):
            if row["employed_persons"]:
                self.employed[row["region"], row["year"]] = int(row["employed_persons"])
            if row["asn_tni_polri_persons"]:
                self.asn[row["region"]] = int(row["asn_tni_polri_persons"])
        for row in shipped("poverty/poverty.csv"):
            if row["year"] == "2025" and row["poor_persons"]:
                self.poor[row["region"]] = int(row["poor_persons"])

    def inside(self, code):
        if code == "00":
            return self.regions.kabkota
        return [code] if "." in code else self.regions.inside(code)

    def sum(self, table, code, segments=None):
        names = SEGMENTS if segments is None else segments
        return sum(table.get((region, name), 0) for region in self.inside(code) for name in names)

    def members(self, code, segment):
        """Covered persons: all, wage earners (PU) or others (BPU)."""
        codes = self.inside(code)
        wages = sum(self.wages[each] for each in codes)
        total = self.sum(self.cover, code)
        return {"total": total, "PU": wages, "BPU": total - wages}.get(segment)


def told(kind, region, name, period, indicator, segment, published, unit, here, meaning, reason, mark, source):
    row = {
        "kind": kind, "region": region, "name": name, "period": period, "indicator": indicator,
        "segment_or_programme": segment, "published": published, "unit": unit, "mark": mark,
        "source": source, "reason": reason, "here_is": meaning}
    value = number(published)
    if here is None or value is None:
        row["here_is"] = ""
        return row
    is_share = unit == "percent"
    row["here"] = f"{here:.2f}" if is_share else f"{round(here)}"
    row["difference"] = f"{here - value:.2f}" if is_share else f"{round(here - value)}"
    row["ratio"] = f"{here / value:.3f}" if value else ""
    if value and abs(here / value - 1) <= 0.05 and not reason.startswith("taken over"):
        row["reason"] = AGREES + ("; " + reason if reason.startswith("a target") else "")
    return row


def totals(regions, sakernas, source, model):
    rows = []
    sakernas_source = "BPS Sakernas August; mirror baniadamtampubolon/dashboard-tenaga-kerja"
    for year in ("2021", "2022", "2023", "2024", "2025"):
        here = sum(int(sakernas[code, year]["bekerja"]) for code in regions.kabkota)
        rows.append(told(
            "sum", "00", "Indonesia", year + "-08", "employed", "total",
            sakernas["00", year]["bekerja"], "persons", here, "sum of 514 regions",
            "agrees to the person", "V2", sakernas_source))
        rows[-1]["reason"] = "equal" if here == int(sakernas["00", year]["bekerja"]) else "differs"
    for province in regions.provinces:
        published = int(sakernas[province, "2025"]["bekerja"])
        here = sum(int(sakernas[code, "2025"]["bekerja"]) for code in regions.inside(province))
        row = told(
            "sum", province, regions.row[province]["name"], "2025-08", "employed", "total",
            published, "persons", here, "sum of its regions", "", "V2", sakernas_source)
        row["reason"] = "equal" if here == published else "differs"
        rows.append(row)
        used = sum(
            model.employed.get((code, "2025"), model.employed.get((code, "2024")))
            for code in regions.inside(province))
        if used != published:
            rows.append(told(
                "sum", province, regions.row[province]["name"], "2025-08", "employed", "total",
                published, "persons", used, "denominator of scenarios in 2025",
                "the scenarios hold the employed of August 2024 (workforce/README.md)", "V2",
                sakernas_source))
            rows[-1]["reason"] = (
                "rows of this province were made before its survey rows by region were found: "
                "August 2024 is held")
        whole = model.sum(model.workers, province) + sum(model.asn[code] for code in regions.inside(province))
        row = told(
            "sum", province, regions.row[province]["name"], "2024-08", "employed", "total",
            sakernas[province, "2024"]["bekerja"], "persons", whole,
            "workers of 14 segments and ASN, TNI, Polri", "", "V2", sakernas_source)
        row["reason"] = (
            "equal" if whole == int(sakernas[province, "2024"]["bekerja"]) else
            "thousands in the press release; regions rounded")
        rows.append(row)
    poor_source = "BPS Susenas March 2025; mirror jagonyabakmie/uas-visdat-kemiskinan"
    rows.append(told(
        "sum", "00", "Indonesia", "2025-03", "poor", "total", 23_850_000, "persons",
        sum(model.poor[code] for code in regions.kabkota), "sum of 514 regions", "rounded in the release",
        "V2", "BPS, 25 July 2025 (domain: 23.85 million)"))
    for row in source.rows("kemiskinan_provinsi_2025.csv"):
        code = row["kode_kemendagri"]
        here = sum(model.poor[each] for each in regions.inside(code))
        made = told(
            "sum", code, regions.row[code]["name"], "2025-03", "poor", "total",
            round(1000 * float(row["penduduk_miskin_ribu"])), "persons", here, "sum of its regions", "",
            "V2", poor_source)
        made["reason"] = "equal" if made["difference"] == "0" else "regions are rounded to ten persons"
        rows.append(made)
    rows += members(regions, source, model)
    return rows


def members(regions, source, model):
    """Active members by segment, nation and province."""
    rows = []
    page = "databoks.katadata.co.id 6880bdba39011 (BPJS Ketenagakerjaan, February 2025)"
    for segment, published in (("PU", 26_260_000), ("BPU", 9_580_000)):
        rows.append(told(
            "sum", "00", "Indonesia", "2025-02", "active_members", segment, published, "persons",
            model.members("00", segment), "covered at January 2025",
            "paid for by public purses are more than the members of some regions leave room for (C5)",
            "V2", page))
    rows.append(told(
        "sum", "00", "Indonesia", "2025-02", "active_members", "total", 41_380_000, "persons",
        model.members("00", "total"), "covered at January 2025",
        "construction (5.53 million) and migrants are not modelled", "V2", page))
    rows.append(told(
        "sum", "00", "Indonesia", "2024-12", "active_members", "total", 45_220_000, "persons",
        model.members("00", "total"), "covered at January 2025",
        "counted over the year 2024, with construction and migrants", "V2", page))
    for row in source.rows("bpjs_provinsi_tahunan.csv"):
        code = row["kode_kemendagri"]
        if row["tahun"] != "2024":
            continue
        for segment, column in (("PU", "peserta_aktif_pu"), ("BPU", "peserta_aktif_bpu")):
            reason = "counted over 2024; scaled to February 2025 (C1)"
            if code == "35":
                reason = "East Java stands on its members of 2023 and own totals of regions"
            elif code == "62":
                reason = "Central Kalimantan stands on its total of December 2024, with construction"
            elif code in ("91", "92"):
                reason = "offices of the old province; its members are spread over the provinces split from it"
            elif code in ("93", "94", "95", "96"):
                reason = "no figure: the old province's members are spread over it"
            elif segment == "BPU" and model.members(code, segment) > 1.05 * float(row[column] or 0):
                reason = "raised: more are paid for by public purses, by the usual shares, than are members"
            rows.append(told(
                "sum", code, regions.row[code]["name"], "2024", "active_members", segment, row[column],
                "persons", model.members(code, segment), "covered at January 2025", reason, "V2",
                "BPJS Ketenagakerjaan; mirror den-econ/phk_dashboard"))
    for row in source.rows("bpjs_provinsi_nasional.csv"):
        if row["indikator"] != "peserta_aktif" or row["kode_kemendagri"] == "00":
            continue
        rows.append(told(
            "sum", row["kode_kemendagri"], row["wilayah"], row["periode"], "active_members",
            row["segmen_program"], row["nilai"], "persons",
            model.members(row["kode_kemendagri"], row["segmen_program"]), "covered at January 2025",
            "with construction and migrants, by place of the employer" if row["segmen_program"] == "total"
            else "another date or place of count", "V2", row["sumber"]))
    return rows


def observed(rows, regions, model, chosen):
    """The observations outside the three provinces, one by one."""
    used = {
        (code, group["source"], group["count"]) for code, years in chosen.items()
        for groups in years.values() for group in groups}
    totals = {row["region"]: row for row in shipped("coverage/region_totals.csv")}
    return [observation(row, regions, model, used, totals) for row in rows]


def observation(row, regions, model, used, totals):
    code, segment, value = row["region"], row["segment_or_programme"], number(row["value"])
    note, year = row["note"] + row["conflict"], row["period"][:4]
    here, meaning, reason = None, "", "no counterpart: not modelled by region"
    if not code:
        reason = "several provinces"
    else:
        here, meaning, reason = counterpart(row, model, code, segment, value, used, totals)
    if here is not None and not reason:
        if "." not in code and row["indicator"] == "members_paid_by_local_government":
            reason = ("a programme of the province: how many it pays for in each region is not "
                      "published, so regions have the usual shares (C3)")
        elif not year or not ("2024" <= year <= "2025") or "/" in row["period"] and year < "2024":
            reason = "another year than 2024-2025" if year else "no date"
        elif "jakon" in note or "PMI" in note:
            reason = "with construction or migrants"
        elif row["unit"] == "percent":
            reason = "another denominator: a target workforce, not all workers"
        elif row["conflict"]:
            reason = "sources disagree: see the note in coverage/published.csv"
        elif row["indicator"] == "active_members":
            reason = "another date, place or part of members than the province's table (C1)"
        elif row["indicator"] == "members_paid_by_local_government":
            reason = "one programme among those of the region, or an older count than the one taken (C4)"
        elif row["indicator"] == "local_government_contribution_budget":
            reason = "one programme or a part of a year; ceilings are by rule (M2-M7)"
        else:
            reason = "another definition"
    return told(
        "observation", code, row["area_name"], row["period"], row["indicator"], segment,
        row["value"], row["unit"], here, meaning, reason, row["mark"], row["source"])


def counterpart(row, model, code, segment, value, used, totals):
    """The model's figure for an observation, what it is, and a reason that needs no comparison."""
    indicator = row["indicator"]
    workers = model.sum(model.workers, code)
    if indicator == "members_paid_by_local_government":
        bpu = set(SEGMENTS) - set(WAGES)
        parts = {"BPU": bpu, "rt-rw": {"rt-rw"}, "non-asn": {"non-asn"},
                 "village staff": {"perangkat-desa", "bpd"}}.get(segment)
        taken = (code, row["source"], round(value)) in used
        year = "2026" if row["period"].startswith("2026") else "2025"
        table = model.funded_next if year == "2026" else model.funded
        return (model.sum(table, code, parts), "funded persons of " + year,
                f"taken over as a count of {year} (C4); others are funded besides" if taken else "")
    if indicator == "target_members":
        return model.sum(model.funded, code), "funded persons of 2025", "a target, not a count"
    if indicator == "active_members":
        here = model.members(code, segment)
        if segment == "rt-rw":
            here = model.sum(model.cover, code, {"rt-rw"})
        if here is None:
            return None, "", "no counterpart: construction, or a group that is no segment"
        own = code in totals and totals[code]["source"] == row["source"] and segment == "total"
        return here, "covered at January 2025", "taken over (C2)" if own else ""
    if indicator == "coverage":
        if segment in ("PU", "BPU"):
            wages = model.sum(model.workers, code, {"formal", *WAGES})
            base = wages if segment == "PU" else workers - wages
            return 100 * model.members(code, segment) / base, "covered of the workers of the kind", ""
        if segment == "total":
            return 100 * model.members(code, "total") / workers, "covered of all workers", ""
        parts = {"non-asn": {"non-asn"}, "rt-rw": {"rt-rw"}, "village staff": {"perangkat-desa", "bpd"}}
        if segment in parts:
            return (100 * model.sum(model.cover, code, parts[segment])
                    / max(1, model.sum(model.workers, code, parts[segment])),
                    "covered of the segment", "")
    if indicator == "target_coverage":
        return 100 * model.members(code, "total") / workers, "covered of all workers", "a target, not a count"
    if indicator == "target_workforce":
        return workers, "workers of 14 segments", "a target workforce: eligible or registered workers alone"
    if indicator == "not_registered":
        return workers - model.members(code, "total"), "workers who are not covered", ""
    if indicator == "inactive_members":
        return model.sum(model.lapsed, code), "lapsed at January 2025", ""
    if indicator == "registered_members":
        return (model.members(code, "total") + model.sum(model.lapsed, code), "covered and lapsed", "")
    if indicator in ("non_asn_registered", "non_asn_count"):
        table = model.funded if indicator.endswith("registered") else model.workers
        return (model.sum(table, code, {"non-asn"}), "funded non-ASN of 2025"
                if indicator.endswith("registered") else "non-ASN workers",
                "by the usual number per resident (W3), and staff have become PPPK since")
    if indicator == "fishers":
        return model.sum(model.workers, code, {"nelayan"}), "workers of the segment nelayan", ""
    if indicator == "vulnerable_workers":
        return None, "", "no counterpart: a list of the poor, not a segment"
    if indicator == "months_of_protection" and "." in code:
        return model.months[code], "least funded months of 2025", "taken over where it is of 2024 or 2025"
    if indicator in ("local_government_contribution_budget", "contributions_paid_by_local_government"):
        purses = {"apbd-kabkota", "dbh-cht", "dbh-sawit", "apbdes"}
        if "." not in code:
            purses = {"apbd-provinsi"}
        return model.sum(model.ceilings, code, purses), "ceilings of 2025", ""
    return None, "", "no counterpart: not modelled by region"


def write_table(regions, sakernas, source, rows, chosen):
    model = Model(regions)
    made = totals(regions, sakernas, source, model) + observed(rows, regions, model, chosen)
    write("nation/differences.csv", HEADER, made)
    return made
