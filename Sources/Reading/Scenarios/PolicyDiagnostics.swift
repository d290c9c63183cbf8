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
package struct PolicyDiagnostics {
    /// Named where a fault has no place of its own.
    private let scenario: Scenario
    private let regions: RegionTable
    private let files: SourceFiles

    /// - Parameters:
    ///   - scenario: the one that could not be resolved.
    ///   - regions: what regions are called.
    ///   - files: where the offending lines are read again.
    ///
    /// The files are read anew for their lines, so those must still stand where the scenario was
    /// read.
    package init(of scenario: Scenario, regions: RegionTable, files: SourceFiles = SourceFiles()) {
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
    package func diagnostics(_ faults: [PolicyFault]) -> [Diagnostic] {
        let session = ReadingSession(files: files)
        for missing in grouped(faults) {
            session.fault(
                Position(file: scenario.file), Phrase.missingValue(missing.key),
                hint: Phrase.missingFor(missing.regions, unit: missing.unit))
        }
        var told: Set<String> = []
        for fault in faults {
            let (_, subject, place) = fault.summary
            guard let place, told.insert("\(fault.label) \(place)\(subject)").inserted else {
                continue
            }
            let position = Position(place)
            let isStandard = position.line == 0
            if !isStandard { _ = session.source(position.file) }
            let (message, hint) = Phrase.policy(fault, regions)
            session.fault(
                isStandard ? Position(file: scenario.file) : position, message, hint: hint)
        }
        return session.diagnostics
    }

    /// A parameter without a value, with all the regions that lack it.
    private struct Missing {
        let key: String
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
    fileprivate var label: String { Mirror(reflecting: self).children.first?.label ?? "" }
}
