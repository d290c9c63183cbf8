import Analysis
import Formats
import Policy
import Quantities
import Welfare

extension PovertyRegion {
    /// The figures of a row of each table; nil where P0, line or Gini is missing.
    fileprivate init?(
        _ code: RegionCode, _ name: String, year: Int, _ figures: DataRows.Row,
        _ spread: DataRows.Row
    ) {
        guard let headcount = figures.number("p0_percent"), let line = figures.number("line_rp"),
            let gini = spread.number("gini")
        else { return nil }
        let low = spread.number("gini_low") ?? gini
        self.init(
            code: code, name: name, year: year, headcount: headcount / 100,
            gap: figures.number("p1").map { $0 / 100 } ?? .nan,
            severity: figures.number("p2").map { $0 / 100 } ?? .nan,
            poor: figures.number("poor_persons") ?? .nan, line: line, gini: gini,
            giniRange: low...max(low, spread.number("gini_high") ?? gini),
            giniFrom: RegionCode(spread["borrowed_from"]), mark: figures["mark"])
    }

    /// A region of the newest year, or a fault that says which regions there are.
    ///
    /// - Throws: ``InputFaults``.
    static func read(
        _ text: String, year: Int = newest, in workspace: Workspace
    ) throws(InputFaults) -> PovertyRegion {
        let code = try InputFaults.region(text, workspace.catalogue.regions)
        guard let region = try PovertyTables(workspace).region(code, year: year) else {
            throw InputFaults(
                option: text,
                Phrase(
                    id: "tidak ada P0, garis kemiskinan atau rasio Gini untuk"
                        + " \(workspace.catalogue.regions.name(of: code)) pada \(year)",
                    en: "there is no P0, poverty line or Gini coefficient of"
                        + " \(workspace.catalogue.regions.name(of: code)) in \(year)"
                ),
                hint: Phrase(
                    id: "ada untuk semua daerah (2025) serta kabupaten/kota di 35 dan 62 (2018,"
                        + " 2021, 2025); lihat notebooks-data/poverty/README.md",
                    en: "there are for all regions (2025) and the kabupaten/kota of 35 and 62"
                        + " (2018, 2021, 2025); see notebooks-data/poverty/README.md"
                ))
        }
        return region
    }
}

/// The shipped tables of poverty and inequality.
struct PovertyTables {
    private let figures: DataTable
    private let spread: DataTable
    private let regions: RegionTable

    /// A share of people of which a lognormal comes, in percent.
    private static let percent = 0.001...99.999
    /// More people than any country has: a slip of a poor region's number or of its P0.
    private static let mostPersons = 3e9

    /// Reads both.
    ///
    /// - Throws: ``InputFaults``.
    init(_ workspace: Workspace) throws(InputFaults) {
        let key = ["region", "year"]
        figures = try DataTable(
            "poverty/poverty.csv",
            .init(
                key: key,
                numbers: [
                    ("p0_percent", Self.percent), ("p1", 0...100), ("p2", 0...100),
                    ("poor_persons", 1...1e9), ("line_rp", 1...1e8),
                ], texts: ["mark"]), in: workspace)
        let gini = 0.001...0.999
        spread = try DataTable(
            "poverty/inequality.csv",
            .init(
                key: key, numbers: [("gini", gini), ("gini_low", gini), ("gini_high", gini)],
                texts: ["borrowed_from"], ranges: [("gini", "gini_low", "gini_high")]),
            in: workspace)
        regions = workspace.catalogue.regions
    }

    /// What is published of a region in a year; nil where P0, the line or a Gini is not known.
    ///
    /// - Throws: ``InputFaults`` with each cell that cannot be: outside its range, P1 above P0, P2
    ///   above P1, more people than there are.
    func region(_ code: RegionCode, year: Int) throws(InputFaults) -> PovertyRegion? {
        let published = try figures.rows(of: code.code).first("year", String(year))
        let inequality = try spread.rows(of: code.code).first("year", String(year))
        guard let published, let inequality else { return nil }
        for (larger, smaller) in [("p0_percent", "p1"), ("p1", "p2")] {
            guard let most = published.number(larger), let value = published.number(smaller),
                value > most, let cell = published.cells[smaller]
            else { continue }
            figures.session.fault(
                cell.position,
                Phrase(
                    "'\(smaller)' (\(plain: value)) tidak mungkin di atas '\(larger)'"
                        + " (\(plain: most))",
                    en: "'\(smaller)' (\(plain: value)) cannot be above '\(larger)'"
                        + " (\(plain: most))"
                ))
        }
        if let poor = published.number("poor_persons"), let share = published.number("p0_percent"),
            100 * poor / share > Self.mostPersons, let cell = published.cells["p0_percent"]
        {
            figures.session.fault(
                cell.position,
                Phrase(
                    "\(plain: poor) orang miskin bukan \(plain: share) % penduduk mana pun",
                    en: "\(plain: poor) poor people are not \(plain: share) % of any population"))
        }
        try figures.stop()
        return PovertyRegion(code, regions.name(of: code), year: year, published, inequality)
    }
}

package enum PovertyInputs {
    package static var oneState: InputFaults {
        InputFaults(
            option: "state",
            Phrase(
                id: "sebutkan satu: kode daerah, --households atau --grouped",
                en: "name one of: a region's code, --households, --grouped"))
    }

    package static var oneTarget: InputFaults {
        InputFaults(
            option: "target",
            Phrase(
                id: "sebutkan salah satu: berkas skenario atau --grouped",
                en: "name one of: a scenario file, --grouped"))
    }

    /// Refuses options that a question does not use.
    ///
    /// - Parameter options: by name; nil where not given.
    /// - Throws: ``InputFaults`` with each that is given.
    package static func refuse(_ options: [(name: String, value: String?)]) throws(InputFaults) {
        let given = options.filter { $0.value != nil }
        guard !given.isEmpty else { return }
        throw InputFaults(
            given.map {
                Diagnostic(
                    at: Position(file: $0.name),
                    Phrase(
                        id: "'\($0.name)' tidak dipakai untuk pertanyaan ini",
                        en: "'\($0.name)' is not used for this question"))
            })
    }

    /// Where draws came from, as a manifest has it; nothing without draws.
    package static func options(_ plan: EnsemblePlan?) -> [(String, String)] {
        plan.map { [("draws", String($0.draws)), ("design", $0.design.rawValue)] } ?? []
    }
}

extension Workspace {
    package var povertyFiles: [String] {
        ["poverty/poverty.csv", "poverty/inequality.csv", "regions/regions.csv"].map(data.file)
    }

    /// Files by their content.
    ///
    /// - Throws: ``InputFaults`` where one has gone since it was read.
    package func named(_ paths: [String]) throws(InputFaults) -> [InputFile] {
        try InputFile.named(Set(paths), in: files)
    }
}

extension PovertyState {
    /// Reads the shipped tables.
    ///
    /// - Parameters:
    ///   - code: a province, kabupaten or kota.
    ///   - mean: consumption per person-month, in place of the Gini; nil keeps the Gini.
    ///   - errors: of payments.
    /// - Throws: ``InputFaults`` where there are no data.
    package init(
        _ code: String, mean: String? = nil, errors: PaymentErrors, in workspace: Workspace
    ) throws(InputFaults) {
        let published = try PovertyRegion.read(code, in: workspace)
        let region =
            try mean.map { text throws(InputFaults) in
                try Self.fitted(published, text)
            } ?? published
        let province = region.code.parent.flatMap { $0 == .indonesia ? nil : $0 } ?? region.code
        let tables = try PovertyTables(workspace)
        var neighbours: [PovertyRegion] = []
        for code in workspace.catalogue.regions.kabkota(in: province) {
            guard let region = try tables.region(code, year: PovertyRegion.newest) else { continue }
            neighbours.append(region)
        }
        let gap = PovertyGap(
            perfect: region.gapRupiah(), leakage: errors.leakage, exclusion: errors.exclusion)
        self.init(
            region: region, neighbours: neighbours, gap: gap, hasMean: mean != nil,
            options: [("region", code), ("mean", mean ?? "")] + errors.options)
    }

    /// A region with the Gini of a mean.
    private static func fitted(
        _ region: PovertyRegion, _ mean: String
    ) throws(InputFaults) -> PovertyRegion {
        let amount = try PovertyFile.money(mean, "--mean")
        do throws(LognormalFault) {
            return try region.with(mean: amount)
        } catch {
            throw InputFaults(
                option: "--mean", Phrase.noLognormal(error, line: region.line),
                hint: Phrase(
                    id: "rata-rata konsumsi Susenas per orang-bulan dalam rupiah, bukan"
                        + " pengeluaran disesuaikan (PPP) per tahun",
                    en: "mean consumption of Susenas per person-month in rupiah, not adjusted"
                        + " expenditure (PPP) per year"
                ))
        }
    }
}

extension PaymentErrors {
    /// Reads both options; 0 where they are not given.
    ///
    /// - Throws: ``InputFaults`` with each that is no share.
    package init(leakage: String?, exclusion: String?) throws(InputFaults) {
        /// A share from 0 up to but not 1; 0 where the option is not given.
        func read(_ text: String?, _ option: String) throws(InputFaults) -> Double {
            guard let text else { return 0 }
            let number = try OptionNumber.read(text, option)
            guard number >= 0, number < 1 else {
                throw InputFaults(
                    option: option,
                    Phrase(
                        id: "'\(text)' bukan bagian dari 0 sampai di bawah 1",
                        en: "'\(text)' is no share of 0 to below 1"),
                    hint: Phrase(id: "misalnya 0,2 atau '20 %'", en: "for example 0.2 or '20 %'"))
            }
            return number
        }
        let leakage = try read(leakage, "--leakage")
        let exclusion = try read(exclusion, "--exclusion")
        self.init(
            leakage: leakage, exclusion: exclusion,
            options: [("leakage", "\(leakage)"), ("exclusion", "\(exclusion)")])
    }
}

extension PovertyChange {
    /// Reads a region in two years.
    ///
    /// - Throws: ``InputFaults`` for years without data or in the wrong order.
    package init(
        _ code: String, from: String, to: String, in workspace: Workspace
    ) throws(InputFaults) {
        /// A year of four digits.
        ///
        /// - Throws: ``InputFaults`` that names the option otherwise.
        func year(_ text: String, _ option: String) throws(InputFaults) -> Int {
            guard let year = Int(text), text.utf8.count == 4 else {
                throw InputFaults(
                    option: option, Phrase.notAYear(text), hint: Phrase.yearHint(text))
            }
            return year
        }
        let years = (try year(from, "--from"), try year(to, "--to"))
        guard years.0 < years.1 else {
            throw InputFaults(
                option: "--to",
                Phrase(
                    id: "\(years.1) tidak sesudah \(years.0)",
                    en: "\(years.1) is not after \(years.0)"))
        }
        self.init(
            first: try PovertyRegion.read(code, year: years.0, in: workspace),
            second: try PovertyRegion.read(code, year: years.1, in: workspace))
    }
}

extension ClaimRecord {
    package static let file = "protection/claim_record.csv"

    /// Reads the shipped table.
    ///
    /// - Throws: ``InputFaults`` where it is missing or holds no figure.
    package init(_ workspace: Workspace) throws(InputFaults) {
        let file = Self.file
        var figures: [Members: [Int: Figure]] = [:]
        let table = try DataTable(
            file,
            .init(
                key: ["members", "year"],
                numbers: [("claim_ratio_jkm_share", 0...100), ("deaths_per_thousand", 0...1000)]),
            in: workspace)
        for members in Members.allCases {
            for row in try table.rows(of: members.rawValue).rows {
                guard let year = Int(row["year"]), let ratio = row.number("claim_ratio_jkm_share")
                else { continue }
                figures[members, default: [:]][year] = Figure(
                    ratio: ratio, deaths: row.number("deaths_per_thousand") ?? .nan)
            }
            if figures[members] == nil {
                throw InputFaults([
                    Diagnostic(at: Position(file: workspace.data.file(file)), Phrase.noRows)
                ])
            }
        }
        self.init(figures)
    }
}
