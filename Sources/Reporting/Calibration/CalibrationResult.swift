import Analysis
import Costing
import Coverage
import Formats
import Policy
import Quantities

/// What `calibrate` learnt, ready to be told.
package struct CalibrationResult: Sendable {
    let file: String
    let calibration: Calibration
    let regions: RegionTable
    /// The scenario that is to take the rates; nil for any.
    let scenario: ResolvedPolicy?

    /// - Parameters:
    ///   - file: the monitoring table.
    ///   - regions: names of regions.
    ///   - scenario: what the written scenario extends.
    package init(
        _ file: String, _ calibration: Calibration, regions: RegionTable,
        scenario: ResolvedPolicy?
    ) {
        self.file = file
        self.calibration = calibration
        self.regions = regions
        self.scenario = scenario
    }

    /// Rates with all that is known of them, what was noticed, and planned against paid.
    package var tables: [ResultTable] {
        [rateTable, correlationTable, findingTable]
            + (calibration.progress.isEmpty ? [] : [progressTable])
    }

    func name(_ place: MonitoringTable.Place) -> String {
        "\(place.segment), \(place.region.code) \(regions.name(of: place.region))"
    }

    /// Rates that counts tell, of places that the scenario has.
    var settings: [(rate: Calibration.Rate, key: ParameterDefinition)] {
        calibration.rates.compactMap { rate in
            guard let key = rate.key, !rate.isOpen, isOfScenario(rate.place),
                !Self.notSet.contains(key),
                rate.low < rate.value, rate.value < rate.high
            else { return nil }
            return (rate, key)
        }
    }

    /// Rates of leaving that are told, and yet nothing that a scenario takes as it is.
    private static let notSet = ExitCause.allCases.filter { !$0.isTakenAsItIs }.map(\.rate)

    func isOfScenario(_ place: MonitoringTable.Place) -> Bool {
        guard let scenario else { return true }
        return scenario.regions.contains(place.region)
            && scenario.segments.contains { $0.id.name == place.segment }
    }
}

extension CalibrationResult {
    private var rateTable: ResultTable {
        ResultTable("rates", calibration.rates) {
            Key("segment", \.place.segment)
            Key("region", \.place.region.code)
            Key("key") { $0.key?.path ?? "leaving" }
            Column("value", .factor, \.value)
            Column("standard_error", .factor, \.standardError)
            Column("low", .factor, \.low)
            Column("high", .factor, \.high)
            Column("own_weight_share", .share, \.weight)
            Column("told", .word) { $0.isOpen ? "no" : $0.key == nil ? "sum" : "yes" }
            Column("mark", .word) { _ in EvidenceMark.derived.rawValue }
        }
    }

    private var correlationTable: ResultTable {
        ResultTable("correlations", calibration.pairs) {
            Key("segment", \.place.segment)
            Key("region", \.place.region.code)
            Key("first", \.first.path)
            Key("second", \.second.path)
            Column("rank", .factor, \.rank)
        }
    }

    private var findingTable: ResultTable {
        let rows = calibration.findings.enumerated().map { ($0.offset + 1, $0.element) }
        return ResultTable("findings", rows) {
            Key("number", \.0)
            Column("kind", .word) { $0.1.kind }
            Column("segment", .word) { $0.1.place?.segment ?? $0.1.segment ?? "" }
            Column("region", .word) { ($0.1.place?.region ?? $0.1.region)?.code ?? "" }
            Column("month", .word) { $0.1.month.map { "\($0)" } ?? "" }
            Column("amount", .factor) { $0.1.amount }
            Column("detail", .word) { $0.1.detail }
        }
    }

    var progressTable: ResultTable {
        ResultTable("monitoring", calibration.progress) {
            Key("segment", \.place.segment)
            Key("region", \.place.region.code)
            Key("month") { "\($0.month)" }
            Column("planned_persons", .person, \.planned)
            Column("budgeted_persons", .person, \.budgeted)
            Column("registered_persons", .person, \.registered)
            Column("paid_persons", .person, \.paid)
            Column("unbudgeted_persons", .person, \.unbudgeted)
            Column("unregistered_persons", .person, \.unregistered)
            Column("unpaid_persons", .person, \.unpaid)
            Column("monitored_gap_persons", .person, \.gap)
            Column(figure: "monitored_gap_rp", .rupiah) { $0.gapCost }
            Column(figure: "person_month_price_rp", .rupiah) {
                Double($0.price.amount.amount)
            }
            Column("programmes", .word) { $0.price.programmes(" ") }
            Column("route", .word, \.price.subject.route.rawValue)
            Column(figure: "base_rp", .rupiah) { $0.price.base }
            Column("payer", .word, \.price.subject.payer.rawValue)
            Column("price_month", .word) { "\($0.price.month)" }
            Column("price_source", .word, \.price.source)
        }
    }
}

extension FundedPrice {
    /// `jkk jkm`.
    func programmes(_ separator: String) -> String {
        subject.programmes.sorted().map(\.rawValue).joined(separator: separator)
    }

    /// The wage or income in rupiah; registrations of segments have no other base.
    var base: Double {
        if case .earnings(let rupiah) = subject.base { Double(rupiah.amount) } else { .nan }
    }

    /// Who registers people so.
    var source: String { scenario ?? "segments.yaml" }
}

extension CalibrationFinding {
    var kind: String {
        switch self {
        case .missing: "missing_months"
        case .revised: "revised"
        case .nowhere: "people_from_nowhere"
        case .leap: "leap"
        case .yearEnd: "year_end"
        case .redrawn(let change):
            change.from.count == 1
                ? "region_split" : change.into.count == 1 ? "region_merge" : "regions_redrawn"
        case .entrantsUnknown: "entrants_unknown"
        case .flowsUnknown: "flows_unknown"
        }
    }

    fileprivate var place: MonitoringTable.Place? {
        switch self {
        case .missing(let place, _), .revised(let place, _), .nowhere(let place, _, _),
            .leap(let place, _, _, _):
            place
        case .yearEnd, .redrawn, .entrantsUnknown, .flowsUnknown: nil
        }
    }

    fileprivate var segment: String? {
        if case .yearEnd(let segment, _, _) = self { segment } else { nil }
    }

    fileprivate var region: RegionCode? {
        if case .redrawn(let change) = self { change.from[0] } else { nil }
    }

    fileprivate var month: Month? {
        switch self {
        case .missing(_, let months): months.first
        case .nowhere(_, let month, _), .leap(_, let month, _, _), .yearEnd(_, let month, _):
            month
        case .redrawn(let change): change.month
        case .revised(_, let cells): cells.keys.min()
        case .entrantsUnknown, .flowsUnknown: nil
        }
    }

    /// Months that are missing, cells revised, persons from nowhere, standard deviations of a leap,
    /// places of a year's end, persons more after a split.
    fileprivate var amount: Double {
        switch self {
        case .missing(_, let months): Double(months.count)
        case .revised(_, let cells): Double(cells.values.reduce(0, +))
        case .nowhere(_, _, let persons): persons
        case .leap(_, _, _, let deviation): deviation
        case .yearEnd(_, _, let places): Double(places)
        case .redrawn(let change): change.after - change.before
        case .entrantsUnknown, .flowsUnknown: .nan
        }
    }

    /// All months, or all regions, of which there may be several.
    fileprivate var detail: String {
        switch self {
        case .missing(_, let months): months.map { "\($0)" }.joined(separator: " ")
        case .revised(_, let cells):
            cells.keys.sorted().map { "\($0)" }.joined(separator: " ")
        case .redrawn(let change):
            [change.from, change.into].map { $0.map(\.code).joined(separator: " ") }
                .joined(separator: " > ")
        case .nowhere, .leap, .yearEnd, .entrantsUnknown, .flowsUnknown: ""
        }
    }
}
