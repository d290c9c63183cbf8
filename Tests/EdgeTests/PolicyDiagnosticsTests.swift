import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// What is told of faults that putting layers together finds.
@Suite struct PolicyDiagnosticsTests {
    private let place = Provenance(
        file: "Broken/parts/dasar.yaml", line: 8, column: 3, layer: "uji")

    private func told(_ faults: [PolicyFault]) throws -> [String] {
        let scenario = try FixtureFolder.scenario("Broken/parts/dasar.yaml")
        let regions = try FixtureFolder.catalogue().regions
        return PolicyDiagnostics(of: scenario, regions: regions, files: FixtureFolder.files)
            .diagnostics(faults).map(\.message.english)
    }

    @Test("Two kinds of fault at one place and key are both told")
    func kinds() throws {
        let address = Address(
            subject: .parameter(Parameters.fundedMonths.definition), member: "petani")
        let faults: [PolicyFault] = [
            .outOfRange(
                address: address, month: Month(2025, 1), value: 13.5, range: 0...12, place),
            .notWhole(address: address, month: Month(2025, 2), value: 4.5, place),
        ]
        #expect(try told(faults).count == 2)
    }

    @Test("One kind of fault at one place and key is told once")
    func repeated() throws {
        let faults = ["35.05", "35.10"].compactMap(RegionCode.init).map { region in
            PolicyFault.notWhole(
                address: Address(
                    subject: .parameter(Parameters.fundedMonths.definition), member: "petani",
                    region: region),
                month: Month(2025, 2), value: 4.5, place)
        }
        #expect(faults.count == 2)
        #expect(try told(faults).count == 1)
    }
}
