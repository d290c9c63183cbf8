import Analysis
import Exploration
import Formats
import Quantities

extension DiscoverQuestion {
    /// What options of the command ask of a sweep.
    ///
    /// Texts, not numbers: a planner writes `Rp 1.200.000.000` and `80 %`, and a fault names the
    /// option.
    ///
    /// - Parameters:
    ///   - above: the limit of cases that lie above it; nil where `below` is given.
    ///   - threshold: the least density of a box.
    ///
    /// - Throws: ``InputFaults`` for options that make no sense together.
    package init(
        _ source: ExperimentSource, outcome: String, above: String?, below: String?,
        threshold: String,
        boxes: Int
    ) throws(InputFaults) {
        let outcome = try source.outcome(outcome)
        guard (above == nil) != (below == nil), let text = above ?? below else {
            throw InputFaults(
                option: above == nil ? "--above" : "--below",
                Phrase(
                    id: "sebutkan salah satu: --above atau --below",
                    en: "name one of --above and --below"),
                hint: Phrase(id: "misalnya --above 0", en: "such as --above 0"))
        }
        let isAbove = above != nil
        let limit = try OptionNumber.read(text, isAbove ? "--above" : "--below")
        let density = try OptionNumber.share(threshold, "--threshold", isOneAllowed: true)
        guard (1...20).contains(boxes) else {
            throw InputFaults(
                option: "--boxes", Phrase.boxCount(boxes), hint: Phrase.sizes(1, 20))
        }
        self.init(
            outcome: outcome, isAbove: isAbove, limit: limit, density: density, boxes: boxes)
    }

    /// Looks for boxes.
    ///
    /// Asked for only after the points are there: whether all or none are cases is not known
    /// before.
    ///
    /// - Throws: ``InputFaults`` where there is nothing to tell apart, or too little to tell it by.
    package func find(in source: ExperimentSource) throws(InputFaults) -> DiscoveryFinding {
        let inputs = source.points.inputs.count
        guard source.points.points.count > inputs else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: source.file),
                    Phrase(
                        id: "\(source.points.points.count) titik terlalu sedikit untuk \(inputs)"
                            + " masukan",
                        en: "\(source.points.points.count) points are too few for \(inputs)"
                            + " inputs"),
                    hint: Phrase.fewPointsHint(inputs))
            ])
        }
        do throws(PrimFault) {
            return try source.points.cases(of: outcome, isCase).find(density: density, boxes: boxes)
        } catch {
            throw InputFaults([diagnostic(error, source)])
        }
    }

    /// Tests the boxes that were found on fresh points; nil where none was found.
    ///
    /// - Throws: ``InputFaults`` as ``find(in:)``.
    package func test(
        _ finding: DiscoveryFinding, in source: ExperimentSource
    ) throws(InputFaults) -> FreshTest? {
        guard !finding.boxes.isEmpty else { return nil }
        do throws(PrimFault) {
            return try finding.points.freshTest(density: density, boxes: finding.boxes.count)
        } catch {
            throw InputFaults([diagnostic(error, source)])
        }
    }

    /// Why boxes cannot be looked for, in words.
    ///
    /// A limit beyond all values is the likeliest mistake, so the hint says between which they lie.
    private func diagnostic(_ fault: PrimFault, _ source: ExperimentSource) -> Diagnostic {
        let option = Position(file: isAbove ? "--above" : "--below")
        let label = source.outcomes[outcome]
        switch fault {
        case .sameOutcome(let isAll):
            let count = source.points.policies.count * source.points.points.count
            let range = source.points.range(of: outcome) ?? 0...0
            let (low, high) = (label.value(range.lowerBound), label.value(range.upperBound))
            return Diagnostic(
                at: option,
                Phrase.allOrNone(
                    isAll, words(source), of: count - source.points.missing(outcome)),
                hint: range.lowerBound.isAbout(range.upperBound)
                    ? Phrase(
                        id: "hasilnya \(low.indonesian) di semua titik; variasikan masukan lain",
                        en: "it is \(low.english) at every point; vary other inputs")
                    : Phrase(
                        id: "pilih batas antara \(low.indonesian) dan \(high.indonesian)",
                        en: "choose a limit between \(low.english) and \(high.english)"))
        case .pointCount:
            return Diagnostic(at: Position(file: source.file), Phrase.noValues(label.name))
        default:
            return Diagnostic(
                at: Position(file: source.file),
                Phrase(
                    id: "kotak tidak dapat dicari: \(fault)",
                    en: "boxes cannot be looked for: \(fault)"))
        }
    }
}
