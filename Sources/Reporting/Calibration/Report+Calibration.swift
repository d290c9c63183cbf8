import Analysis
import Policy
import Quantities

extension Report {
    /// How much was learnt, rates by segment, what was noticed, and who is not budgeted.
    package init(_ result: CalibrationResult, in language: Language) {
        title = Phrase(id: "Laju dari tabel pemantauan", en: "Rates from a monitoring table")
        answer = result.answer
        introduction = result.notes
        sections =
            [
                Section(
                    heading: Phrase(id: "Laju menurut segmen", en: "Rates by segment"),
                    note: Phrase(
                        id: "per tahun (retention: bagian); tengah, terkecil dan terbesar dari"
                            + " semua daerah; bobot = andil data daerah itu sendiri, sisanya"
                            + " dipinjam dari daerah lain",
                        en: "per year (retention: a share); middle, least and greatest of all"
                            + " regions; weight = what a region's own counts weigh, the rest is"
                            + " borrowed from other regions"),
                    .table(result.segmentTable(language)), data: result.tables)
            ] + result.findingSection + result.progressSections(language)
        caveats = result.caveats
    }
}

extension CalibrationResult {
    private static let shown = 12

    fileprivate var answer: [Phrase] {
        let told = calibration.rates.filter { $0.key != nil && !$0.isOpen }
        let regionCount = Set(calibration.rates.map(\.place.region)).count
        let pairs = calibration.segments.reduce(0) { $0 + $1.months }
        let (first, last) = (calibration.months.lowerBound, calibration.months.upperBound)
        var lines = [
            Phrase(
                "\(told.count) laju dipelajari dari \(pairs) pasangan bulan, \(first) sampai"
                    + " \(last), di \(regionCount) daerah dan \(calibration.segments.count)"
                    + " segmen.",
                en: "\(told.count) rates were learnt from \(pairs) pairs of months, \(first) to"
                    + " \(last), in \(regionCount) regions and \(calibration.segments.count)"
                    + " segments.")
        ]
        let rows = calibration.progress
        if !rows.isEmpty {
            let gap = rows.reduce(0) { $0 + $1.gap }
            let cost = rows.reduce(0) { $0 + $1.gapCost }
            lines.append(
                Phrase(
                    "Direncanakan tetapi belum dibayar: \(gap.rounded()) orang, \(money: cost)"
                        + " sebulan.",
                    en: "Planned but not paid: \(gap.rounded()) persons, \(money: cost) a month."))
        }
        return lines
    }

    /// How each segment was fitted, where that is out of the ordinary.
    fileprivate var notes: [Phrase] {
        calibration.segments.flatMap { segment -> [Phrase] in
            var notes: [Phrase] = []
            for open in segment.open where !open.isEmpty {
                notes.append(.notTold(segment.name, open.map { $0?.path ?? "leaving" }))
            }
            if !segment.usesCovariance {
                notes.append(.dispersed(segment.name, segment.dispersion))
            }
            if !segment.hasConverged { notes.append(.notSettled(segment.name)) }
            return notes
        }
    }

    fileprivate var caveats: [Phrase] {
        let general = calibration.findings.compactMap { finding -> Phrase? in
            switch finding {
            case .entrantsUnknown, .flowsUnknown: Phrase.finding(finding, self)
            default: nil
            }
        }
        let causes = calibration.causes
        return general
            + [Phrase.leavingIsASum(causes), Phrase.notTaken(causes)].compactMap { $0 }
    }

    fileprivate func segmentTable(_ language: Language) -> ResultTable {
        struct Row {
            let segment: String
            let key: String
            let values: [Double]
            let weight: Double
        }
        let rows = calibration.segments.flatMap { segment -> [Row] in
            let own = calibration.rates.filter { $0.place.segment == segment.name && !$0.isOpen }
            var keys: [String] = []
            for rate in own where !keys.contains(rate.key?.path ?? "leaving") {
                keys.append(rate.key?.path ?? "leaving")
            }
            return keys.map { key in
                let rates = own.filter { ($0.key?.path ?? "leaving") == key }
                return Row(
                    segment: segment.name, key: key, values: rates.map(\.value).sorted(),
                    weight: rates.reduce(0) { $0 + $1.weight } / Double(rates.count))
            }
        }
        return ResultTable("segments", rows) {
            Key(Phrase(id: "segmen", en: "segment")[language], \.segment)
            Key(Phrase(id: "kunci", en: "key")[language]) { Phrase.rateName($0.key)[language] }
            Column(Phrase(id: "tengah", en: "middle")[language], .factor) {
                $0.values[$0.values.count / 2]
            }
            Column(Phrase(id: "terkecil", en: "least")[language], .factor) { $0.values.first ?? 0 }
            Column(Phrase(id: "terbesar", en: "greatest")[language], .factor) {
                $0.values.last ?? 0
            }
            Column(Phrase(id: "bobot", en: "weight")[language], .share, \.weight)
        }
    }

    fileprivate var findingSection: [Report.Section] {
        let told = calibration.findings.filter {
            $0 != .entrantsUnknown && $0 != .flowsUnknown
        }
        guard !told.isEmpty else { return [] }
        var lines = told.prefix(Self.shown).map { Phrase.finding($0, self) }
        if told.count > Self.shown {
            lines.append(
                Phrase(
                    "dan \(told.count - Self.shown) lagi di tabel findings",
                    en: "and \(told.count - Self.shown) more in the table findings"))
        }
        var card = FactCard()
        card.add(Phrase(id: "Yang ditemukan", en: "What was found"), list: lines)
        return [
            Report.Section(
                heading: Phrase(
                    id: "Yang janggal, dan yang dilakukan", en: "What is odd, and what was done"),
                .card(card))
        ]
    }

    /// The widest gaps first.
    fileprivate func progressSections(_ language: Language) -> [Report.Section] {
        guard !calibration.progress.isEmpty else { return [] }
        let widest = calibration.progress.sorted {
            ($1.gap, $0.place) < ($0.gap, $1.place)
        }.prefix(Self.shown)
        let table = ResultTable("widest", widest) {
            Key(Phrase(id: "segmen", en: "segment")[language], \.place.segment)
            Key(Phrase(id: "daerah", en: "region")[language]) {
                self.regions.name(of: $0.place.region)
            }
            Column(Phrase(id: "direncanakan", en: "planned")[language], .person, \.planned)
            Column(Phrase(id: "dianggarkan", en: "budgeted")[language], .person, \.budgeted)
            Column(Phrase(id: "terdaftar", en: "registered")[language], .person, \.registered)
            Column(Phrase(id: "dibayar", en: "paid")[language], .person, \.paid)
            Column(Phrase(id: "kurang", en: "gap")[language], .person, \.gap)
            Column(
                figure: Phrase(id: "kurang per bulan", en: "gap a month")[language], .rupiah
            ) { $0.gapCost }
        }
        return [
            Report.Section(
                heading: Phrase(
                    id: "Yang belum dianggarkan dan belum didaftarkan",
                    en: "Who is not budgeted and not registered"),
                note: Phrase.gapNote, .table(table), data: []),
            priceSection(language),
        ]
    }

    /// What a person-month of each segment costs, and on what that rests.
    private func priceSection(_ language: Language) -> Report.Section {
        struct Row: Hashable {
            let segment: String
            let price: FundedPrice
        }
        var counts: [Row: Int] = [:]
        var rows: [Row] = []
        for progress in calibration.progress {
            let row = Row(segment: progress.place.segment, price: progress.price)
            if counts[row] == nil { rows.append(row) }
            counts[row, default: 0] += 1
        }
        let table = ResultTable("prices", rows) {
            Key(Phrase(id: "segmen", en: "segment")[language], \.segment)
            Key(Phrase(id: "sumber", en: "source")[language], \.price.source)
            Column(Phrase(id: "daerah", en: "regions")[language], .word) {
                "\(counts[$0] ?? 0)"
            }
            Column(Phrase(id: "program", en: "programmes")[language], .word) {
                $0.price.programmes("+").uppercased()
            }
            Column(Phrase(id: "jalur", en: "route")[language], .word) {
                $0.price.subject.route.rawValue.uppercased()
            }
            Column(figure: Phrase(id: "dasar", en: "base")[language], .rupiah) { $0.price.base }
            Column(Phrase(id: "pembayar", en: "payer")[language], .word) {
                let word = $0.price.subject.payer.rawValue
                let said = Phrase.payers(word)[language]
                return said == word ? word.uppercased() : said
            }
            Column(figure: Phrase(id: "harga", en: "price")[language], .rupiah) {
                Double($0.price.amount.amount)
            }
        }
        return Report.Section(
            heading: Phrase(id: "Harga orang-bulan", en: "Price of a person-month"),
            note: Phrase.priceNote(Set(rows.map(\.price.month)).sorted()), .table(table),
            data: [])
    }
}
