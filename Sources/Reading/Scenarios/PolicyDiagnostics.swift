import Formats
import Policy
import Quantities

/// Tells what is wrong with a scenario once its layers are put together.
///
/// ``PolicyFault`` carries the provenance of the value at fault; here it gets its words and the
/// line is read again from the file. Values that nobody wrote are told at the scenario's file.
///
/// A fault of this kind is seen only when all layers are there: each file was read without fault,
/// and together they leave a gap, go out of range, or name purses that may not pay.
public struct PolicyDiagnostics {
    /// Named where a fault has no place of its own.
    private let scenario: Scenario
    /// For the names beside codes.
    private let regions: RegionTable
    /// For the lines.
    private let files: SourceFiles

    /// - Parameters:
    ///   - scenario: the one that could not be resolved.
    ///   - regions: what regions are called.
    ///   - files: where the offending lines are read again.
    ///
    /// The files are read anew for their lines, so those must still stand where the scenario was
    /// read.
    public init(of scenario: Scenario, regions: RegionTable, files: SourceFiles = SourceFiles()) {
        self.scenario = scenario
        self.regions = regions
        self.files = files
    }

    /// One diagnostic for each thing to repair.
    ///
    /// A missing key is told once, at the scenario's file, with all regions that lack it. Faults of
    /// one kind that have the same place and speak of the same key or segment are told once: the
    /// first of them, since a province's line would otherwise be told for each of its kabupaten.
    ///
    /// - Parameter faults: as `Scenario.resolved()` throws them.
    /// - Returns: in order of file and place; every one is an error.
    public func diagnostics(_ faults: [PolicyFault]) -> [Diagnostic] {
        let session = ReadingSession(files: files)
        for missing in grouped(faults) {
            session.fault(
                Position(file: scenario.file), Phrase.missingValue(missing.key),
                hint: Phrase.missingFor(missing.regions, unit: missing.unit))
        }
        var told: Set<String> = []
        for fault in faults {
            guard let (place, key) = fault.place,
                told.insert("\(fault.kind) \(place)\(key)").inserted
            else { continue }
            let position = Position(place)
            let isStandard = position.line == 0
            if !isStandard { _ = session.source(position.file) }
            session.fault(
                isStandard ? Position(file: scenario.file) : position,
                Phrase.policy(fault, regions), hint: Phrase.policyHint(fault))
        }
        return session.diagnostics
    }

    /// A parameter without a value, with all the regions that lack it.
    private struct Missing {
        /// The key with its segment or purse.
        let key: String
        /// What the value would count.
        let unit: Unit?
        /// In the order in which they were found.
        var regions: [(code: String, name: String)]
    }

    /// Missing values by key, in order of appearance.
    ///
    /// The region is dropped from the key, so that `workers.petani` that 38 regions lack is one
    /// entry.
    private func grouped(_ faults: [PolicyFault]) -> [Missing] {
        var order: [String] = []
        var byKey: [String: Missing] = [:]
        for case .missing(let address) in faults {
            let key = Address(subject: address.subject, member: address.member).description
            if byKey[key] == nil {
                order.append(key)
                byKey[key] = Missing(key: key, unit: address.standardUnit, regions: [])
            }
            if let region = address.region {
                byKey[key]?.regions.append((region.code, regions.name(of: region)))
            }
        }
        return order.compactMap { byKey[$0] }
    }
}

extension PolicyFault {
    /// The name of the case, which tells apart what is wrong at one place in two ways.
    fileprivate var kind: String { Mirror(reflecting: self).children.first?.label ?? "" }

    /// Where the faulty value was set, and what it speaks of besides the region; nil for a value
    /// that nobody set.
    ///
    /// The key tells apart what one line can do wrong twice: a line for all segments can leave two
    /// of them without a purse.
    var place: (Provenance, key: String)? {
        switch self {
        case .missing: nil
        case .gap(let address, _, _, let place), .outOfRange(let address, _, _, _, let place),
            .ends(let address, _, let place), .notWhole(let address, _, _, let place),
            .totalOfWiderRegion(let address, _, let place):
            (place, address.key + (address.member ?? ""))
        case .sharesExceedOne(let segment, _, _, let place), .noPurse(let segment, let place),
            .noPurseForProgramme(let segment, _, let place),
            .pursesPayPart(let segment, _, _, let place), .noProgramme(let segment, let place),
            .fundingPastDecember(let segment, _, _, _, let place):
            (place, segment.name)
        case .purseMayNotPay(let purse, let segment, let place):
            (place, purse.name + segment.name)
        case .matchWithoutPartner(let purse, let place), .partnerLeftOut(let purse, _, let place),
            .partnerNotBefore(let purse, _, _, let place),
            .matchExceedsBill(let purse, _, _, _, let place):
            (place, purse.name)
        }
    }
}
