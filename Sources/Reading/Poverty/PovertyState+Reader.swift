import Analysis
import Formats
import Policy
import Quantities
import Welfare

extension PovertyState {
    /// Reads the shipped tables.
    ///
    /// - Parameters:
    ///   - code: a province, kabupaten or kota.
    ///   - mean: consumption per person-month, in place of the Gini; nil keeps the Gini.
    ///   - errors: of payments.
    /// - Throws: ``InputFaults`` where there are no data.
    public init(
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
                hint: Phrase.noLognormalHint)
        }
    }
}

extension PaymentErrors {
    /// Reads both options; 0 where they are not given.
    ///
    /// - Throws: ``InputFaults`` with each that is no share.
    public init(leakage: String?, exclusion: String?) throws(InputFaults) {
        /// A share from 0 up to but not 1; 0 where the option is not given.
        func read(_ text: String?, _ option: String) throws(InputFaults) -> Double {
            guard let text else { return 0 }
            let number = try OptionNumber.read(text, option)
            guard number >= 0, number < 1 else {
                throw InputFaults(
                    option: option, Phrase.notAnErrorShare(text), hint: Phrase.errorShareHint)
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
