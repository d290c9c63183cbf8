import Quantities

/// A kind of work for which a temporary rule is made.
///
/// A group is no segment: segments are the planner's own, groups are what a decree names.
public enum WorkerGroup: String, Sendable, CaseIterable {
    /// Any other work.
    case general
    /// Transport workers, drivers and couriers among them (PP 50/2025).
    case transport
    /// Labour-intensive industry of six sectors with 50 workers or more (PP 7/2025).
    case labourIntensive = "labour-intensive"
}

/// A temporary adjustment laid over the tariff: a cut or a deferral of contributions for some
/// programmes, routes, groups and payers in some months.
///
/// Its numbers are parameters of the tree, so they can be asked for and overridden:
/// `overlay.<id>.factor` is the share that stays due; `overlay.<id>.<clause>.active` is 1 in the
/// months of a clause; `overlay.<id>.excludes.<payer>` is 1 where that payer gets nothing of it.
///
/// A rule was made an overlay, not a dated tariff value, because it concerns some payers and
/// groups only: the tariff of one month then differs between two persons of one route.
///
/// Example: PP 50/2025 halves JKK and JKM of the BPU route, transport workers from 2026-01 to
/// 2027-03 and all others from 2026-04 to 2026-12, and leaves out whoever APBN or APBD pays for.
public struct LawOverlay: Sendable {
    /// What happens to the part that is not due. PP 49/2020 has both: JKK and JKM cut, JP
    /// deferred.
    public enum Kind: String, Sendable, CaseIterable {
        /// It is gone.
        case cut
        /// It is owed and paid later: the contribution accrues in full.
        case deferral
    }

    /// Which groups of workers a clause is for.
    public enum Scope: Sendable, Hashable {
        /// All groups.
        case everyone
        /// That group alone.
        case only(WorkerGroup)
        /// All groups but that one.
        case except(WorkerGroup)

        /// Whether the clause is for a worker of the group.
        public func includes(_ group: WorkerGroup) -> Bool {
            switch self {
            case .everyone: true
            case .only(let one): group == one
            case .except(let one): group != one
            }
        }
    }

    /// Programmes, routes and groups that share the months and the kind of relief.
    public struct Clause: Sendable, Hashable {
        /// Short name, part of the path of its flag.
        public let name: String
        /// What happens to the part that is not due.
        public let kind: Kind
        /// The programmes that it relieves.
        public let programmes: Set<Programme>
        /// The registration routes that it is for.
        public let routes: Set<RegistrationRoute>
        /// The groups of workers that it is for.
        public let scope: Scope
        /// The months as enacted; a scenario changes them through the parameter `active`.
        public let months: ClosedRange<Month>

        /// A clause as a decree states it; names are checked where the rule is made.
        ///
        /// - Parameter months: first to last, both included.
        public init(
            name: String, kind: Kind, programmes: Set<Programme>, routes: Set<RegistrationRoute>,
            scope: Scope, months: ClosedRange<Month>
        ) {
            self.name = name
            self.kind = kind
            self.programmes = programmes
            self.routes = routes
            self.scope = scope
            self.months = months
        }
    }

    /// Short name of the rule: `pp-50-2025`.
    public let id: String
    /// What it is, in a few words.
    public let doc: Phrase
    /// Whom and what it relieves, and when; cuts that meet in a month multiply.
    public let clauses: [Clause]
    /// The payers about whom the rule or its open points say something.
    public let payers: [Payer]
    /// Its numbers. The factor, then a flag for each clause, then a flag for each payer.
    public let parameters: [LawParameter]

    /// The path of the share that stays due.
    public var factorPath: String { "overlay.\(id).factor" }
    /// The path of the flag that a clause is in force.
    public func activePath(_ clause: Clause) -> String { "overlay.\(id).\(clause.name).active" }
    /// The path of the flag that a payer is left out.
    public func exclusionPath(_ payer: Payer) -> String {
        "overlay.\(id).excludes.\(payer.rawValue)"
    }
}

extension LawOverlay {
    /// A payer, whether the rule leaves it out, and how well that is known.
    ///
    /// A payer that no exclusion names gets the relief. Where the text is silent about a payer
    /// that is likely to be asked about (village money, company money), the exclusion says so with
    /// the mark `gap`.
    public struct Exclusion: Sendable {
        /// Who pays.
        public let payer: Payer
        /// Whether the payer gets nothing of the rule.
        public let excluded: Bool
        /// How well that is known; `gap` where the text was not seen to say.
        public let mark: EvidenceMark

        /// A payer about whom a rule says something, with how well that is known.
        public init(payer: Payer, excluded: Bool, mark: EvidenceMark) {
            self.payer = payer
            self.excluded = excluded
            self.mark = mark
        }
    }

    /// A rule from its numbers; `entry` holds the factor and what is known about the rule.
    ///
    /// - Throws: ``LawFault`` when the factor is no share or a clause or payer comes twice.
    public init(
        id: String, doc: Phrase, entry: LawEntry, clauses: [Clause],
        exclusions: [Exclusion] = [], provenance: Provenance
    ) throws(LawFault) {
        self.id = id
        self.doc = doc
        self.clauses = clauses
        payers = exclusions.map(\.payer)
        let months = clauses.map(\.months)
        let first = months.map(\.lowerBound).min() ?? Month(ordinal: 0)
        let maker = OverlayParameters(doc: doc, entry: entry, provenance: provenance)
        var made = [
            try maker.parameter(
                "overlay.\(id).factor", .factor, from: first, entry.value, entry.mark)
        ]
        for clause in clauses {
            made.append(try maker.flag("overlay.\(id).\(clause.name).active", in: clause.months))
        }
        for item in exclusions {
            let value = LawValue.decimal(ExactDecimal(item.excluded ? 1 : 0))
            let path = "overlay.\(id).excludes.\(item.payer.rawValue)"
            made.append(try maker.parameter(path, .flag, from: first, value, item.mark))
        }
        parameters = made
    }
}

/// Makes the parameters of one rule, which share their legal reference, source and place. So a
/// reader who asks for any of them is led to the same decree.
private struct OverlayParameters {
    let doc: Phrase
    let entry: LawEntry
    let provenance: Provenance

    /// A number that holds from a month on.
    func parameter(
        _ path: String, _ unit: Unit, from: Month, _ value: LawValue, _ mark: EvidenceMark
    ) throws(LawFault) -> LawParameter {
        try LawParameter(
            path: path, unit: unit, range: .share, doc: doc,
            periods: [.init(from: from, entry: stating(value, mark), provenance: provenance)])
    }

    /// A flag that is 1 in the months and 0 after them. Before them it has no value, which is read
    /// as not in force.
    func flag(_ path: String, in months: ClosedRange<Month>) throws(LawFault) -> LawParameter {
        let after = months.upperBound.advanced(by: 1)
        return try LawParameter(
            path: path, unit: .flag, range: .share, doc: doc,
            periods: [(months.lowerBound, Int64(1)), (after, 0)].map { month, value in
                let entry = stating(.decimal(ExactDecimal(value)), entry.mark)
                return .init(from: month, entry: entry, provenance: provenance)
            })
    }

    private func stating(_ value: LawValue, _ mark: EvidenceMark) -> LawEntry {
        LawEntry(
            value: value, mark: mark, legal: entry.legal, source: entry.source,
            checked: entry.checked, note: entry.note)
    }
}

extension ClosedRange<ExactDecimal> {
    /// 0 to 1.
    static var share: Self { ExactDecimal(0)...ExactDecimal(1) }
}
