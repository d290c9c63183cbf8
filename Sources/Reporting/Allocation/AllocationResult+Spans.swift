import Analysis
import Policy
import Quantities

/// What the best value settles of who is paid for, and what it leaves open.
extension AllocationResult {
    private var data: AllocationData { answer.problem.data }

    /// Keys: year, segment; who could be paid for, who is, and the least and the most that leave
    /// the best value unchanged, blank where they were not asked. All regions together.
    var spanTable: ResultTable {
        let cells = data.years.indices.flatMap { year in
            data.segments.indices.map { (year: year, segment: $0) }
        }
        var persons: [[Int]: Double] = [:]
        for (option, count) in zip(answer.problem.options, answer.persons) {
            persons[[option.year, option.segment], default: 0] += count
        }
        return ResultTable("allocation-segments", cells.enumerated()) {
            Key("year") { data.years[$0.element.year] }
            Key("segment") { data.segments[$0.element.segment].name }
            Column("eligible_persons", .person) { row in
                let eligible = data.regions.indices.reduce(0.0) {
                    $0 + data.eligible[data.cell(row.element.year, $1, row.element.segment)]
                }
                // Parts of persons are the model's; a millionth is the error of a sum.
                return (eligible + 1e-6).rounded(.down)
            }
            Column("persons", .person) { persons[[$0.element.year, $0.element.segment]] ?? 0 }
            Column("least_persons", .person) { answer.spans?[$0.offset].least }
            Column("most_persons", .person) { answer.spans?[$0.offset].most }
        }
    }

    /// Segments down and years across: what is left open, `28,665 – 434,435`, and one number where
    /// nothing is; no section where it was not asked or nothing is open anywhere.
    func openSections(_ language: Language) -> [Report.Section] {
        guard let spans = answer.spans, spans.contains(where: \.isOpen) else { return [] }
        let segments = data.segments.indices.filter { segment in
            spans.contains { $0.segment == segment && $0.most > 0 }
        }
        let table = ResultTable("spans", segments) {
            Key("segment") { base.policy.segments[$0].name[language] }
            for (number, year) in data.years.enumerated() {
                Column("\(year)", .person) {
                    Phrase.span(spans[number * data.segments.count + $0])[language]
                }
            }
        }
        return [
            Report.Section(
                heading: Phrase.equallyGoodRange, note: Phrase.equallyGoodNote, .table(table),
                data: [])
        ]
    }

    /// Which of equally good plans this is, and how much its value leaves open.
    var choiceFacts: [Phrase] {
        let choice =
            answer.isEven
            ? Phrase(
                id: "di antara rencana yang sama baiknya: yang paling rata antar tahun dan antar"
                    + " daerah, lalu yang termurah",
                en: "of plans that are equally good: the most even over years and regions, then"
                    + " the cheapest")
            : Phrase(
                id: "satu dari beberapa rencana yang sama baiknya; mungkin ada yang lebih rata",
                en: "one of several plans that are equally good; a more even one may exist")
        guard let spans = answer.spans else { return [choice, Phrase.spansNotAsked] }
        guard let widest = spans.max(by: { $0.width < $1.width }), widest.isOpen else {
            return [choice, Phrase.nothingOpen]
        }
        let open = spans.filter(\.isOpen).count
        return [
            choice,
            Phrase.leftOpen(
                open, of: spans.count, widest, base.policy.segments[widest.segment].name,
                year: data.years[widest.year]),
        ]
    }
}

extension Phrase {
    /// `28,665 – 434,435`, or the plan's own number where nothing is open.
    static func span(_ span: AllocationSpan) -> Phrase {
        span.isOpen
            ? Phrase(same: "\(span.least) – \(span.most)") : Phrase(same: "\(span.persons)")
    }

    static let equallyGoodRange = Phrase(
        id: "Orang yang dapat dibayar dengan hasil yang sama baiknya",
        en: "Persons who may be paid for at the same best value")

    static let equallyGoodNote = Phrase(
        id: "tersedikit – terbanyak; masing-masing sendirian, segmen dan tahun lain ikut bergeser",
        en: "least – most; each alone, while other segments and years give way")

    static let paidBelowNeed = Phrase(
        id: "potongan iuran bagi sumber dana", en: "discounts that purses have")

    static let spansNotAsked = Phrase(
        id: "masalah ini terlalu besar untuk mencari rentang yang sama baiknya",
        en: "the problem is too large to look for ranges that are equally good")

    static let nothingOpen = Phrase(
        id: "hasil terbaik menentukan jumlah orang setiap segmen dan tahun",
        en: "the best value settles the persons of every segment and year")

    /// How many numbers the best value leaves open, and the widest of them.
    static func leftOpen(
        _ open: Int, of all: Int, _ widest: AllocationSpan, _ segment: Phrase, year: Int
    ) -> Phrase {
        Phrase(
            "hasil terbaik tidak menentukan jumlah orang pada \(open) dari \(all) pasang segmen dan"
                + " tahun; paling lebar: \(segment) \(digits: year), \(widest.least) sampai"
                + " \(widest.most) orang (rencana ini \(widest.persons))",
            en: "the best value leaves the persons open in \(open) of \(all) pairs of segment and"
                + " year; widest: \(segment) \(digits: year), \(widest.least) to \(widest.most)"
                + " persons (this plan \(widest.persons))")
    }
}
