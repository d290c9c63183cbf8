import Policy
import Quantities

extension ColumnName {
    /// What a column says, for programs that read the files of a folder; its own name where nothing
    /// is known of it.
    ///
    /// What the table itself declares goes before what people call a column of that name. Columns
    /// that are named after an outcome or an input are read as those are.
    package static func meaning(of column: ResultTable.Column) -> Phrase {
        let name = column.name
        let stem = column.unit.map { "_" + $0.columnSuffix }.flatMap {
            name.hasSuffix($0) ? String(name.dropLast($0.count)) : nil
        }
        if let known = column.meaning ?? heading(name) ?? files[name] ?? stem.flatMap({ files[$0] })
        {
            return known
        }
        let key = String(name.prefix { $0 != "@" && $0 != " " })
        let quantity = String(key.prefix { $0 != "." })
        if Parameters.definition(in: key) == nil, heading(quantity) != nil {
            return OutcomeLabel(name, unit: column.unit ?? .factor).phrase
        }
        return InputLabel(name, choices: nil).short
    }

    /// Columns that stand in files alone and on no screen; without their unit where that differs.
    private static let files: [String: Phrase] = [
        "limit": Phrase(id: "batas", en: "limit"),
        "per": Phrase(id: "untuk setiap", en: "for each"),
        "price": Phrase(id: "harga bayangan", en: "shadow price"),
        "up_to": Phrase(id: "berlaku sampai", en: "holds up to"),
        "ceiling_rp": Phrase(id: "pagu", en: "ceiling"),
        "paid_share": Phrase(id: "bagian kebutuhan yang terbayar", en: "share of needs paid"),
        "budgeted": Phrase(
            id: "dianggarkan: whole (seluruhnya), part (sebagian), nothing (tidak sama sekali),"
                + " not_asked (tidak diminta)",
            en: "budgeted: whole, part, nothing, not_asked"),
        "ceiling_mark": Phrase(id: "tanda terlemah pagu", en: "weakest mark of a ceiling"),
        "published_share": Phrase(
            id: "bagian yang diminta menurut angka terbit",
            en: "share of what is asked by published counts"),
        "amount_rp": Phrase(id: "jumlah", en: "amount"),
        "base_rp": Phrase(id: "dasar", en: "base"),
        "future": Phrase(id: "masa depan", en: "future"),
        "robust_plan": Phrase(id: "rencana tangguh", en: "robust plan"),
        "plan_for_certain_ceilings": Phrase(
            id: "rencana untuk pagu yang pasti", en: "plan for certain ceilings"),
        "number": Phrase(id: "nomor", en: "number"),
        "kind": Phrase(id: "jenis", en: "kind"),
        "persons": Phrase(id: "orang", en: "persons"),
        "person_months": Phrase(id: "orang-bulan", en: "person-months"),
        "series": Phrase(id: "deret", en: "series"),
        "method": Phrase(id: "metode", en: "method"),
        "step": Phrase(id: "langkah", en: "step"),
        "time": Phrase(id: "waktu", en: "time"),
        "horizon": Phrase(id: "langkah ke depan", en: "steps ahead"),
        "forecasts": Phrase(id: "banyaknya ramalan", en: "number of forecasts"),
        "observations": Phrase(id: "banyaknya pengamatan", en: "number of observations"),
        "intervals": Phrase(id: "cara selang", en: "kind of intervals"),
        "first": Phrase(id: "yang pertama", en: "the first one"),
        "second": Phrase(id: "yang kedua", en: "the second one"),
        "period": Phrase(id: "langkah satu musim", en: "steps of a season"),
        "rows": Phrase(id: "titik yang bergerak", en: "points that moved"),
        "differing_rows": Phrase(
            id: "titik yang hasilnya berbeda", en: "points at which the outcome differs"),
        "rank": Phrase(id: "korelasi peringkat", en: "rank correlation"),
        "mase": Phrase(id: "galat mutlak berskala (MASE)", en: "scaled absolute error (MASE)"),
        "smape_percent": Phrase(
            id: "galat persen simetris (sMAPE)", en: "symmetric percentage error (sMAPE)"),
        "rmsse": Phrase(id: "galat kuadrat berskala (RMSSE)", en: "scaled squared error (RMSSE)"),
        "scaled_crps": Phrase(id: "skor sebaran berskala (CRPS)", en: "scaled CRPS"),
        "coverage_share": Phrase(id: "bagian yang tercakup", en: "share that is covered"),
        "owa": Phrase(
            id: "rata-rata terhadap cara sederhana (OWA)", en: "average against naive (OWA)"),
        "estimate": Phrase(id: "taksiran", en: "estimate"),
        "level_before": Phrase(id: "tingkat sebelumnya", en: "level before"),
        "level_after": Phrase(id: "tingkat sesudahnya", en: "level after"),
        "lower": Phrase(id: "batas bawah", en: "lower end"),
        "upper": Phrase(id: "batas atas", en: "upper end"),
        "low": Phrase(id: "ujung bawah", en: "low end"),
        "high": Phrase(id: "ujung atas", en: "high end"),
        "min": Phrase(id: "terendah", en: "lowest"),
        "max": Phrase(id: "tertinggi", en: "highest"),
        "n": Phrase(id: "banyaknya simulasi acak", en: "number of draws"),
        "p05": Phrase(id: "kuantil 5 %", en: "5 % quantile"),
        "p25": Phrase(id: "kuantil 25 %", en: "25 % quantile"),
        "p50": Phrase(id: "median", en: "median"),
        "p75": Phrase(id: "kuantil 75 %", en: "75 % quantile"),
        "p95": Phrase(id: "kuantil 95 %", en: "95 % quantile"),
        "standard_deviation": Phrase(id: "simpangan baku", en: "standard deviation"),
        "point": Phrase(id: "titik, mulai dari 1", en: "point, from 1"),
        "draw": Phrase(id: "simulasi acak, mulai dari 1", en: "draw, from 1"),
        "policy": InputLabel.policyName,
        "failed": Phrase(id: "mengapa tidak ada hasil", en: "why there is no result"),
        "status": Phrase(id: "keadaan", en: "status"),
        "row": Phrase(id: "baris", en: "row"),
        "dial": Phrase(id: "bagian putaran, 0 sampai 1", en: "part of the dial, 0 to 1"),
        "meets": Phrase(id: "memenuhi sasaran", en: "meets the target"),
        "extra_bill_rp": Phrase(id: "tambahan kebutuhan iuran", en: "extra contributions needed"),
        "dial_unmet": Phrase(
            id: "putaran yang belum memenuhi", en: "dial on the side that does not meet it"),
        "outcome_unmet": Phrase(
            id: "hasil yang belum memenuhi", en: "outcome on the side that does not meet it"),
        "outcome_without": Phrase(id: "hasil tanpa putaran", en: "outcome without the dial"),
        "outcome_at_answer": Phrase(id: "hasil pada jawaban", en: "outcome at the answer"),
        "output": Phrase(id: "hasil yang dilihat", en: "outcome"),
        "with": Phrase(id: "bersama masukan", en: "together with the input"),
        "greatest": Phrase(
            id: "jarak terbesar dari satu potongan", en: "greatest distance of a slice"),
        "nothing": Phrase(
            id: "yang hampir tidak dilampaui masukan tanpa pengaruh",
            en: "what hardly any input that does nothing exceeds"),
        "slices": Phrase(id: "banyaknya potongan masukan", en: "slices of the input"),
        "tells_at": Phrase(
            id: "perhitungan yang diperlukan agar terbedakan",
            en: "samples at which it would be told apart"),
        "at_low": Phrase(id: "hasil pada ujung bawah", en: "outcome at the low end"),
        "at_base": Phrase(id: "hasil pada nilai tertulis", en: "outcome at written values"),
        "at_high": Phrase(id: "hasil pada ujung atas", en: "outcome at the high end"),
        "swing": Phrase(id: "jarak antara kedua ujung", en: "distance between both ends"),
        "box": Phrase(id: "kotak", en: "box"),
        "cases": Phrase(id: "banyaknya kasus", en: "number of cases"),
        "density_share": Phrase(
            id: "bagian titik yang kasus", en: "share of points that are cases"),
        "fresh_points": Phrase(
            id: "titik baru yang jatuh di kotak", en: "fresh points in the box"),
        "fresh_cases": Phrase(id: "kasus di antaranya", en: "cases among them"),
        "fresh_density_share": Phrase(
            id: "bagian titik baru di kotak yang kasus",
            en: "share of fresh points in the box that are cases"),
        "fresh_coverage_share": Phrase(
            id: "bagian semua kasus yang jatuh di kotak, pada titik baru",
            en: "share of all cases in the box, on fresh points"),
        "mass_share": Phrase(id: "bagian semua titik", en: "share of all points"),
        "restricted_inputs": Phrase(id: "masukan yang dibatasi", en: "restricted inputs"),
        "is_chosen": Phrase(id: "dipilih", en: "chosen"),
        "categories": Phrase(id: "pilihan", en: "choices"),
        "quasi_p": Phrase(id: "nilai p semu", en: "quasi p-value"),
        "quasi_p_lower": Phrase(
            id: "nilai p semu batas bawah", en: "quasi p-value of the lower end"),
        "quasi_p_upper": Phrase(
            id: "nilai p semu batas atas", en: "quasi p-value of the upper end"),
        "outcome": Phrase(id: "hasil yang dilihat", en: "outcome"),
        "reference": Phrase(id: "dibandingkan dengan", en: "compared with"),
        "expected": Phrase(id: "rata-rata", en: "mean"),
        "expected_error": Phrase(id: "galat baku rata-rata", en: "standard error of the mean"),
        "worst_case": Phrase(id: "kasus terburuk", en: "worst case"),
        "best_case": Phrase(id: "kasus terbaik", en: "best case"),
        "expected_regret": Phrase(id: "penyesalan rata-rata", en: "mean regret"),
        "maximum_regret": Phrase(id: "penyesalan terbesar", en: "greatest regret"),
        "regret_90": Phrase(id: "penyesalan, kuantil 90 %", en: "regret, 90 % quantile"),
        "difference_error": Phrase(
            id: "galat baku selisih", en: "standard error of the difference"),
        "lowest_difference": Phrase(id: "selisih terendah", en: "lowest difference"),
        "median_difference": Phrase(id: "median selisih", en: "median difference"),
        "highest_difference": Phrase(id: "selisih tertinggi", en: "highest difference"),
        "mixture_share": Phrase(id: "bagian dalam campuran", en: "share in the mixture"),
        "better_share": Phrase(id: "bagian yang lebih baik", en: "share in which it is better"),
        "worse_share": Phrase(id: "bagian yang lebih buruk", en: "share in which it is worse"),
        "best_by": Phrase(id: "terbaik menurut", en: "best by"),
        "meets_rule_share": Phrase(
            id: "bagian yang memenuhi aturan", en: "share that meets the rules"),
        "tenth": Phrase(
            id: "persepuluhan, dari yang termiskin", en: "tenth, the poorest first"),
        "from_purse": Phrase(id: "dari sumber dana", en: "from purse"),
        "to_purse": Phrase(id: "ke sumber dana", en: "to purse"),
        "moved_rp": Phrase(id: "berpindah", en: "moved"),
        "lever": Phrase(id: "yang digerakkan", en: "what is moved"),
        "answer": Phrase(id: "jawaban", en: "answer"),
        "needed": Phrase(id: "yang diperlukan", en: "needed"),
        "best_share": Phrase(id: "P0 terendah yang tercapai", en: "lowest P0 that is reached"),
        "reached_share": Phrase(
            id: "bagian simulasi yang mencapai", en: "share of draws that reach it"),
        "needed_mean": Phrase(id: "rata-rata yang diperlukan", en: "mean that is needed"),
        "growth_share": Phrase(id: "pertumbuhan seluruhnya", en: "growth as a whole"),
        "yearly_growth_share": Phrase(id: "pertumbuhan per tahun", en: "growth a year"),
        "valid_from_share": Phrase(
            id: "kurva berlaku dari bagian termiskin ini ke atas",
            en: "poorest share from which on the curve holds"),
        "squared_errors": Phrase(id: "jumlah kuadrat galat", en: "sum of squared errors"),
        "quota_persons": Phrase(id: "kuota berlaku", en: "quota in force"),
        "unfilled_persons": Phrase(id: "kuota tak terisi", en: "unfilled quota"),
        "entrants_persons": Phrase(id: "pekerja baru", en: "new workers"),
        "margin_share": Phrase(id: "selisih ke batas", en: "margin"),
        "own_weight_share": Phrase(id: "bobot data sendiri", en: "weight of its own data"),
        "told": Phrase(id: "ditunjukkan data", en: "told by the data"),
        "planned_persons": Phrase(id: "direncanakan", en: "planned"),
        "budgeted_persons": Phrase(id: "dianggarkan", en: "budgeted"),
        "registered_persons": Phrase(id: "terdaftar", en: "registered"),
        "paid_persons": Phrase(id: "terbayar", en: "paid for"),
        "unbudgeted_persons": Phrase(id: "tidak dianggarkan", en: "not budgeted"),
        "unregistered_persons": Phrase(id: "tidak terdaftar", en: "not registered"),
        "unpaid_persons": Phrase(id: "tidak terbayar", en: "not paid for"),
        "monitored_gap_persons": Phrase(id: "kesenjangan pemantauan", en: "monitored gap"),
        "monitored_gap_rp": Phrase(id: "biaya kesenjangan", en: "cost of the gap"),
        "person_month_price_rp": Phrase(
            id: "iuran satu orang-bulan", en: "contribution of a person-month"),
        "programmes": Phrase(id: "program", en: "programmes"),
        "route": Phrase(id: "jalur", en: "route"),
        "price_month": Phrase(id: "bulan harga", en: "month of the price"),
        "price_source": Phrase(id: "sumber harga", en: "source of the price"),
    ]
}
