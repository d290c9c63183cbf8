import Analysis
import Foundation
import Policy
import Quantities
import Reporting
import Sampling
import Store

extension Measure {
    /// What a sweep adds to each point: points, lines, store, results and their hash, around a
    /// model that gives back its first input. The rival keeps its results in memory only.
    static let overhead = Measure(name: "overhead", points: 10_000) {
        let count = 10_000
        let inputs = (0..<4).map { RegencySweep.input("x\($0)", "rate.lapse", .uniform(0...1)) }
        let design = try SweepDesign(
            .latinHypercube, of: inputs, correlations: [], count: count, seed: 1)
        let columns = SweepColumns(
            policies: ["p"], inputs: inputs.map { .init(name: $0.name) },
            outcomes: [.init(name: "y", unit: .share)], points: count)
        let work = SweepWork(alternatives: 1, points: count, point: design.point) { _, points in
            points.map { .values([$0[0]]) }
        }
        return {
            let folder = NSTemporaryDirectory() + "lindung-" + UUID().uuidString
            nonisolated(unsafe) var done = 0
            try waiting {
                let sweep = try SweepFolder(
                    folder, header: SweepHeader(name: "nothing", columns: columns))
                try await sweep.run(work, .init(threads: 1))
                try sweep.finish { _ in
                    []
                } report: {
                    Array(Report($0, in: .english).markdown(in: .english).utf8)
                } package: { _, _ in
                    []
                }
                done = sweep.done
            }
            try FileManager.default.removeItem(atPath: folder)
            let check = Double(done)
            return { [check] }
        }
    }

    /// Scenarios of one regency inside a sweep: five inputs, three outcomes, no store.
    static let regency = Measure(name: "regency", points: 4096) {
        let sweep = try RegencySweep()
        let blocks = SweepWork.blocks(of: [0..<4096], size: 256)
        return {
            nonisolated(unsafe) var last: [Double] = []
            try waiting {
                try await sweep.work.run(blocks, threads: 1) {
                    $0.results
                } take: { _, results in
                    if case .values(let values)? = results.last { last = values }
                }
            }
            let check = last
            return { check }
        }
    }
}

/// Waits for asynchronous work; measures are timed on one thread.
private func waiting(_ body: @escaping @Sendable () async throws -> Void) throws {
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var failure: (any Error)?
    Task.detached {
        do { try await body() } catch { failure = error }
        done.signal()
    }
    done.wait()
    if let failure { throw failure }
}

/// One regency, 12 segments, 60 months, five purses, without cohorts; five varied inputs.
struct RegencySweep: Sendable {
    let work: SweepWork

    init() throws {
        let settings = [
            Self.setting("quota", .number(1), .scale), Self.setting("funding.months", .number(12)),
            Self.setting("rate.lapse", .number(0.4)), Self.setting("eligible_share", .number(0.9)),
            Self.setting("purse.ceiling", .number(1), .scale),
        ]
        let base = Self.scenario
        let inputs = settings.enumerated().map { position, setting in
            VariedInput(
                name: setting.inputName, layer: base.layers.count, position: position,
                setting: setting, spread: .uniform(0...1))
        }
        let model = try PointModel(
            base.adding(Layer(name: "sweep", settings: settings)), inputs: inputs,
            outcomes: [
                Outcome(.measure(.publicBill)), Outcome(.measure(.gap)),
                Outcome(.indicator(.coverageOfWorkers)),
            ], law: try Self.law())
        work = SweepWork(alternatives: 1, points: 4096) { point in
            let u = Double(point) / 4096
            return [0.5 + u, Double(6 + point % 7), 0.1 + 0.7 * u, 0.5 + 0.4 * u, 0.3 + u]
        } evaluate: { _, points in
            model.results(at: points)
        }
    }

    static func input(_ name: String, _ path: String, _ spread: Spread) -> VariedInput {
        VariedInput(
            name: name, layer: 0, position: 0, setting: setting(path, .number(0.5)),
            spread: spread)
    }

    private static let place = Provenance(file: "", line: 1, column: 1, layer: "benchmark")

    private static func setting(
        _ path: String, _ value: SettingValue, _ verb: Setting.Verb = .replace,
        member: String? = nil
    ) -> Setting {
        Setting(
            address: Address(
                subject: Parameters.definition(path).map(Address.Subject.parameter) ?? .law(path),
                member: member), verb: verb, points: [.init(from: nil, value: value)],
            provenance: place)
    }

    private static var scenario: Scenario {
        let text = Phrase(id: "ukur", en: "measure")
        let names = (0..<12).map { "s\($0)" }
        let common: [(String, SettingValue)] = [
            ("workers", .number(3000)), ("base", .number(1_000_000)), ("route", .word("bpu")),
            ("opening.funded", .number(0.1)), ("opening.self", .number(0.05)),
            ("entrants", .perYear(0.03)), ("rate.lapse", .number(0.4)),
            ("rate.self_enrolment", .number(0.05)), ("rate.death", .number(0.004)),
            ("rate.moved_away", .number(0.01)), ("rate.employer_enrolment", .number(0.02)),
            ("rate.employer_loss", .number(0.1)), ("rate.return", .number(0.1)),
            ("retention", .number(0.2)), ("purse.ceiling", .number(60_000_000)),
        ]
        return Scenario(
            name: "regency", title: text, file: "",
            regions: [RegionCode("35.74")].compactMap { $0 },
            horizon: Month(2026, 1)...Month(2030, 12),
            segments: names.map { Segment(id: SegmentID($0), name: text, provenance: place) },
            purses: ["a", "b", "c", "d", "e"].map {
                Purse(
                    id: PurseID($0), name: text, payer: .apbd, segments: nil,
                    programmes: [.jkk, .jkm], budgetLines: [], provenance: place)
            }, cohorts: [],
            layers: [
                Layer(
                    name: "base",
                    settings: common.map { setting($0, $1) }
                        + names.enumerated().map {
                            setting("quota", .heads(Double(100 + 20 * $0)), member: $1)
                        })
            ])
    }

    private static func law() throws -> LawTree {
        func parameter(_ path: String, _ unit: Quantities.Unit, _ value: LawValue) throws
            -> LawParameter
        {
            let text = Phrase(id: path, en: path)
            let entry = LawEntry(
                value: value, mark: .derived, legal: Phrase(same: "PP 44/2015"),
                source: "PP 44/2015",
                checked: Month(2026, 4))
            return try LawParameter(
                path: path, unit: unit, range: nil, doc: text,
                periods: [.init(from: Month(2015, 7), entry: entry, provenance: place)])
        }
        func number(_ coefficient: Int64, _ scale: Int) -> LawValue {
            .decimal(ExactDecimal(coefficient: coefficient, scale: scale))
        }
        let bands = try LawBrackets([.init(upTo: nil, base: Rupiah(1_000_000))])
        return try LawTree(parameters: [
            try parameter("bpu.jkk.rate", .share, number(1, 2)),
            try parameter("bpu.jkm.amount", .rupiahPerPersonMonth, number(6800, 0)),
            try parameter("bpu.bands", .rupiah, .brackets(bands)),
            try parameter("pu.jkk.rate.1", .share, number(24, 4)),
            try parameter("pu.jkm.rate", .share, number(3, 3)),
        ])
    }
}
