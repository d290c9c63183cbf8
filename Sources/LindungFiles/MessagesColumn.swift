import Policy
import Quantities

/// Headings of result tables, and words that stand in their cells.
///
/// Machine names are English and stay the same in every language; only what people read is
/// translated, and only in terminals and Markdown.
extension Messages {
    /// The unit below a heading; nil for shares, which carry `%`, and for words.
    static func unitHeading(_ unit: Unit) -> Phrase? {
        switch unit {
        case .person: Phrase(id: "orang", en: "persons")
        case .family: Phrase(id: "keluarga", en: "families")
        case .personPerMonth: Phrase(id: "orang/bulan", en: "persons/month")
        case .personMonth: Phrase(id: "orang-bulan", en: "person-months")
        case .perYear: Phrase(id: "per tahun", en: "per year")
        case .rupiah: Phrase(id: "Rp", en: "Rp")
        case .rupiahPerMonth: Phrase(id: "Rp/bulan", en: "Rp/month")
        case .rupiahPerYear: Phrase(id: "Rp/tahun", en: "Rp/year")
        case .rupiahPerPersonMonth: Phrase(id: "Rp/orang-bulan", en: "Rp/person-month")
        case .rupiahPerFamily: Phrase(id: "Rp/keluarga", en: "Rp/family")
        case .monthsPerYear: Phrase(id: "bulan/tahun", en: "months/year")
        case .month, .monthOfYear: Phrase(id: "bulan", en: "month")
        case .riskClass: Phrase(id: "kelas", en: "class")
        case .share, .percent, .factor, .flag, .word: nil
        }
    }

    /// What differences of shares are counted in; a percent of a percent would be another number.
    static let points = Phrase(id: "poin persen", en: "percentage points")

    /// What a reader calls a column; nil for one that is named by its user.
    static func column(_ name: String) -> Phrase? {
        columnNames[name] ?? stageColumns[name]
    }

    /// What a reader calls a word in a cell of a column; nil where the word stands for itself.
    static func cell(_ word: String, of column: String) -> Phrase? {
        switch column {
        case "quantity": columnNames[word]
        case "unit": Unit(rawValue: word).map(name)
        case "overlap": overlapNames[word]
        case "mark": word == EvidenceMark.gap.rawValue ? columnNames["mark_gap_cells"] : nil
        case "payer": payers(word)
        case "layer": word == "standard" ? Phrase(id: "bawaan", en: word) : nil
        case "purse", "programme", "year", "segment", "region": commonCells[word]
        default: nil
        }
    }

    /// One payer, or several with commas between them.
    private static func payers(_ words: String) -> Phrase {
        let all = words.components(separatedBy: ", ")
        return Phrase { language in
            all.map { commonCells[$0]?[language] ?? $0 }.joined(separator: ", ")
        }
    }

    /// How lists of workers overlap.
    private static let overlapNames: [String: Phrase] = [
        "additive": Phrase(id: "dicocokkan", en: "matched"),
        "random": Phrase(id: "acak", en: "random"),
        "nested": Phrase(id: "bersarang", en: "nested"),
    ]

    /// Words of the program in cells; identifiers of segments and purses stay as they are.
    private static let commonCells: [String: Phrase] = [
        "gap": Phrase(id: "kekurangan pagu", en: "unfunded gap"),
        "self": Phrase(id: "mandiri", en: "the worker"),
        "employer": Phrase(id: "pemberi kerja", en: "the employer"),
        "total": Phrase(id: "jumlah", en: "total"),
        "needs": Phrase(id: "kebutuhan iuran", en: "contributions needed"),
        "all": Phrase(id: "semua", en: "all"),
    ]

    /// Headings by the machine name of a column, as CSV and JSON carry it.
    private static let columnNames: [String: Phrase] = [
        "key": Phrase(id: "kunci", en: "key"),
        "parameter": Phrase(id: "parameter", en: "parameter"),
        "cells": Phrase(id: "sel", en: "cells"),
        "mark_V1_cells": Phrase(id: "V1", en: "V1"),
        "mark_V2_cells": Phrase(id: "V2", en: "V2"),
        "mark_M_cells": Phrase(id: "M", en: "M"),
        "mark_C_cells": Phrase(id: "C", en: "C"),
        "mark_D_cells": Phrase(id: "D", en: "D"),
        "mark_gap_cells": Phrase(id: "tanpa sumber", en: "gap"),
        "mark_A_cells": Phrase(id: "A", en: "A"),
        "unmarked_cells": Phrase(id: "tanpa tanda", en: "unmarked"),
        "borrowed_cells": Phrase(id: "dipinjam", en: "borrowed"),
        "ranged_cells": Phrase(id: "berentang", en: "ranged"),
        "from": Phrase(id: "sejak", en: "from"),
        "until": Phrase(id: "sampai", en: "until"),
        "setting": Phrase(id: "nilai", en: "value"),
        "layer": Phrase(id: "lapisan", en: "layer"),
        "place": Phrase(id: "tempat", en: "place"),
        "range": Phrase(id: "rentang", en: "range"),
        "replaced": Phrase(id: "menggantikan", en: "replaced"),
        "source": Phrase(id: "sumber", en: "source"),
        "payer": Phrase(id: "pembayar", en: "payer"),
        "law": Phrase(id: "hukum", en: "law"),
        "in_force": Phrase(id: "berlaku", en: "in force"),
        "checked": Phrase(id: "diperiksa", en: "checked"),
        "check": Phrase(id: "bagian", en: "part"),
        "gate": Phrase(id: "pemeriksaan", en: "check"),
        "result": Phrase(id: "hasil", en: "result"),
        "worst": Phrase(id: "terburuk", en: "worst"),
        "detail": Phrase(id: "keterangan", en: "detail"),
        "scenario": Phrase(id: "skenario", en: "scenario"),
        "year": Phrase(id: "tahun", en: "year"),
        "all": Phrase(id: "semua", en: "all"),
        "month": Phrase(id: "bulan", en: "month"),
        "region": Phrase(id: "daerah", en: "region"),
        "segment": Phrase(id: "segmen", en: "segment"),
        "bpu_claims_published_share": Phrase(id: "BPU, catatan", en: "BPU, record"),
        "bpu_claims_modelled_share": Phrase(id: "BPU, model", en: "BPU, model"),
        "all_claims_published_share": Phrase(id: "semua, catatan", en: "all, record"),
        "all_claims_modelled_share": Phrase(id: "semua, model", en: "all, model"),
        "bpu_deaths_published_factor": Phrase(
            id: "kematian BPU per 1.000, catatan", en: "BPU deaths of 1,000, record"),
        "bpu_deaths_modelled_factor": Phrase(
            id: "kematian BPU per 1.000, model", en: "BPU deaths of 1,000, model"),
        "asked_persons": Phrase(id: "diminta", en: "asked"),
        "in_force_persons": Phrase(id: "berlaku", en: "in force"),
        "cut_persons": Phrase(id: "dipotong", en: "cut"),
        "asked_months_per_year": Phrase(id: "bulan diminta", en: "months asked"),
        "in_force_months_per_year": Phrase(id: "bulan berlaku", en: "months in force"),
        "cut_months_per_year": Phrase(id: "bulan dipotong", en: "months cut"),
        "asked_person_months": Phrase(id: "diminta", en: "asked"),
        "in_force_person_months": Phrase(id: "berlaku", en: "in force"),
        "cut_person_months": Phrase(id: "dipotong", en: "cut"),
        "cut_by": Phrase(id: "dipotong menurut", en: "cut by"),
        "months": Phrase(id: "bulan", en: "months"),
        "line": Phrase(id: "baris", en: "line"),
        "term": Phrase(id: "suku", en: "term"),
        "how": Phrase(id: "cara", en: "how"),
        "amount": Phrase(id: "besarnya", en: "amount"),
        "bound": Phrase(id: "yang membatasi", en: "what bound"),
        "programme": Phrase(id: "program", en: "programme"),
        "purse": Phrase(id: "sumber dana", en: "purse"),
        "quantity": Phrase(id: "besaran", en: "quantity"),
        "unit": Phrase(id: "satuan", en: "unit"),
        "policy": Phrase(id: "kebijakan", en: "policy"),
        "effect": Phrase(id: "pengaruh", en: "effect"),
        "minimum": Phrase(id: "terendah", en: "lowest"),
        "median": Phrase(id: "median", en: "median"),
        "maximum": Phrase(id: "tertinggi", en: "highest"),
        "points": Phrase(id: "titik", en: "points"),
        "reason": Phrase(id: "sebab", en: "reason"),
        "meaning": Phrase(id: "artinya", en: "meaning"),
        "first_row": Phrase(id: "baris pertama", en: "first row"),
        "value": Phrase(id: "nilai", en: "value"),
        "baseline_value": Phrase(id: "nilai acuan", en: "baseline"),
        "difference": Phrase(id: "selisih", en: "difference"),
        "ratio": Phrase(id: "rasio", en: "ratio"),
        "change": Phrase(id: "perubahan", en: "change"),
        "part": Phrase(id: "andil", en: "part"),
        "mean": Phrase(id: "rata-rata", en: "mean"),
        "sd": Phrase(id: "simpangan baku", en: "standard deviation"),
        "mc_error": Phrase(id: "galat Monte Carlo", en: "Monte Carlo error"),
        "above_share": Phrase(id: "di atas acuan", en: "above baseline"),
        "below_share": Phrase(id: "di bawah acuan", en: "below baseline"),
        "bill_difference_rp": Phrase(id: "selisih kebutuhan iuran", en: "bill, difference"),
        "bill_ratio": Phrase(id: "rasio kebutuhan iuran", en: "bill, ratio"),
        "mark": Phrase(id: "tanda", en: "mark"),
        "legal_reference": Phrase(id: "dasar hukum", en: "legal reference"),
        "contribution_rp": Phrase(id: "iuran", en: "contribution"),
        "account": Phrase(id: "rekening", en: "account"),
        "office": Phrase(id: "perangkat daerah", en: "office"),
        "cost_rp": Phrase(id: "biaya", en: "cost"),
        "exposure_person_months": Phrase(id: "lama iuran", en: "exposure"),
        "ceiling_murni_rp": Phrase(id: "pagu murni", en: "ceiling, murni"),
        "ceiling_final_rp": Phrase(id: "pagu akhir", en: "ceiling, final"),
        "test": Phrase(id: "uji", en: "test"),
        "share": Phrase(id: "bagian", en: "share"),
        "limit_share": Phrase(id: "batas", en: "limit"),
        "margin_rp": Phrase(id: "selisih ke batas", en: "margin"),
        "verdict": Phrase(id: "putusan", en: "verdict"),
        "tightest_region": Phrase(id: "paling ketat", en: "tightest"),
        "overlap": Phrase(id: "daftar penerima", en: "lists of workers"),
        "paid_person_months": Phrase(id: "terbayar", en: "paid for"),
        "twice_person_months": Phrase(id: "dibayar dua kali", en: "paid twice"),
        "twice_rp": Phrase(id: "terbuang", en: "wasted"),
        "needs_rp": Phrase(id: "kebutuhan iuran", en: "needs"),
        "left_rp": Phrase(id: "sisa pagu", en: "left"),
        "public_bill_rp": Phrase(id: "kebutuhan iuran", en: "contributions needed"),
        "paid_rp": Phrase(id: "terbayar", en: "paid"),
        "gap_rp": Phrase(id: "kekurangan pagu", en: "unfunded gap"),
        "self_paid_rp": Phrase(id: "iuran mandiri", en: "paid by workers"),
        "employer_rp": Phrase(id: "bagian pemberi kerja", en: "employer's part"),
        "worker_rp": Phrase(id: "bagian pekerja", en: "worker's part"),
        "employer_paid_rp": Phrase(id: "iuran pemberi kerja", en: "paid by employers"),
        "funded_person_months": Phrase(id: "penerima bantuan iuran", en: "funded"),
        "waiting_person_months": Phrase(id: "masa tunggu", en: "waiting"),
        "gap_person_months": Phrase(id: "belum terbayar", en: "not paid for"),
        "self_person_months": Phrase(id: "mandiri", en: "self-paying"),
        "employer_person_months": Phrase(id: "lewat pemberi kerja", en: "by employers"),
        "unfilled_person_months": Phrase(id: "kuota tak terisi", en: "unfilled quota"),
        "worker_person_months": Phrase(id: "pekerja", en: "workers"),
        "protected_end_persons": Phrase(id: "terlindungi, akhir", en: "protected, end"),
        "funded_end_persons": Phrase(id: "penerima bantuan iuran, akhir", en: "funded, end"),
        "gap_end_persons": Phrase(id: "belum terbayar, akhir", en: "not paid for, end"),
        "workers_end_persons": Phrase(id: "pekerja, akhir", en: "workers, end"),
        "enrolled_persons": Phrase(id: "didaftarkan", en: "enrolled"),
        "released_persons": Phrase(id: "dilepas", en: "released"),
        "deaths_persons": Phrase(id: "meninggal", en: "deaths"),
        "protected_deaths_persons": Phrase(id: "peserta meninggal", en: "deaths of protected"),
        "waiting_deaths_persons": Phrase(
            id: "meninggal di masa tunggu", en: "deaths while waiting"),
        "accidents_persons": Phrase(id: "kecelakaan kerja", en: "work accidents"),
        "jkm_benefit_rp": Phrase(id: "manfaat JKM", en: "JKM benefits"),
        "jkk_benefit_rp": Phrase(id: "manfaat JKK", en: "JKK benefits"),
        "scholarship_rp": Phrase(id: "di antaranya beasiswa", en: "scholarships among them"),
        "jkm_contribution_rp": Phrase(id: "iuran JKM", en: "JKM contributions"),
        "jkk_contribution_rp": Phrase(id: "iuran JKK", en: "JKK contributions"),
        "families_kept_families": Phrase(
            id: "keluarga tetap di atas garis", en: "families kept above the line"),
        "families_kept_low_families": Phrase(
            id: "keluarga, konsumsi turun sedikit", en: "families, small fall"),
        "families_kept_high_families": Phrase(
            id: "keluarga, konsumsi turun banyak", en: "families, large fall"),
        "families_kept_poor_families": Phrase(
            id: "keluarga, miskin sebelumnya", en: "families, poor before"),
        "families_interval": Phrase(
            id: "keluarga tetap di atas garis", en: "families kept above the line"),
        "claim_ratio_share": Phrase(id: "rasio klaim", en: "claim ratio"),
        "claim_ratio_jkm_share": Phrase(id: "rasio klaim JKM", en: "claim ratio, JKM"),
        "claim_ratio_jkk_share": Phrase(id: "rasio klaim JKK", en: "claim ratio, JKK"),
        "bill_per_family_kept_rp": Phrase(
            id: "kebutuhan iuran per keluarga tetap di atas garis", en: "bill per family kept"),
        "coverage_protected_end_of_workers_share": Phrase(
            id: "cakupan pekerja, akhir", en: "coverage of workers, end"),
        "coverage_protected_end_of_employed_share": Phrase(
            id: "cakupan penduduk bekerja, akhir", en: "coverage of employed, end"),
        "coverage_protected_average_of_workers_share": Phrase(
            id: "cakupan rata-rata", en: "average coverage"),
        "coverage_if_gap_closed_end_of_workers_share": Phrase(
            id: "cakupan pekerja, akhir, bila kekurangan ditutup",
            en: "coverage of workers, end, if the gap were closed"),
        "coverage_if_gap_closed_end_of_employed_share": Phrase(
            id: "cakupan penduduk bekerja, akhir, bila kekurangan ditutup",
            en: "coverage of employed, end, if the gap were closed"),
        "coverage_if_gap_closed_average_of_workers_share": Phrase(
            id: "cakupan rata-rata, bila kekurangan ditutup",
            en: "average coverage, if the gap were closed"),
        "coverage_funded_end_of_workers_share": Phrase(
            id: "bagian penerima bantuan iuran, akhir", en: "funded share, end"),
        "bill_per_protected_person_month_rp": Phrase(
            id: "iuran per bulan terlindungi", en: "contributions per protected month"),
        "bill_per_funded_person_month_rp": Phrase(
            id: "iuran per bulan terbayar", en: "bill per funded month"),
        "poor_persons": Phrase(id: "penduduk miskin", en: "poor persons"),
        "poverty_p0_share": Phrase(id: "miskin, P0", en: "poor, P0"),
        "poverty_p1_share": Phrase(id: "kedalaman, P1", en: "gap, P1"),
        "poverty_p2_share": Phrase(id: "keparahan, P2", en: "severity, P2"),
        "poverty_p1_fitted_share": Phrase(id: "P1 lognormal", en: "P1, lognormal"),
        "poverty_p2_fitted_share": Phrase(id: "P2 lognormal", en: "P2, lognormal"),
        "poverty_p1_error_share": Phrase(id: "galat P1", en: "error of P1"),
        "poverty_p2_error_share": Phrase(id: "galat P2", en: "error of P2"),
        "poverty_before_share": Phrase(id: "awal", en: "before"),
        "poverty_after_share": Phrase(id: "akhir", en: "after"),
        "poverty_change_share": Phrase(id: "perubahan", en: "change"),
        "poverty_growth_share": Phrase(id: "pertumbuhan", en: "growth"),
        "poverty_redistribution_share": Phrase(id: "pemerataan", en: "redistribution"),
        "poverty_residual_share": Phrase(id: "sisa", en: "residual"),
        "poverty_shapley_growth_share": Phrase(id: "pertumbuhan", en: "growth"),
        "poverty_shapley_redistribution_share": Phrase(id: "pemerataan", en: "redistribution"),
        "gap_rp_per_year": Phrase(id: "kesenjangan", en: "gap"),
        "region_name": Phrase(id: "daerah", en: "region"),
        "index": Phrase(id: "indeks", en: "index"),
        "form": Phrase(id: "bentuk", en: "form"),
        "watts": Phrase(id: "Watts", en: "Watts"),
        "gini": Phrase(id: "Gini", en: "Gini"),
        "standard_error": Phrase(id: "galat baku", en: "standard error"),
    ]
}
