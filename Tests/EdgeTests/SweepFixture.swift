import Analysis
import Foundation
import Quantities

@testable import Reading
@testable import Reporting
@testable import Store

/// Sweeps that tests run: the shipped data for plans, a plain function for stores.
enum SweepFixture {
    /// The data of the package, for files beside the tests.
    static let workspace = Result {
        let package = URL(fileURLWithPath: FixtureFolder.root)
            .deletingLastPathComponent().deletingLastPathComponent()
        return try Workspace(
            asked: package.appendingPathComponent("notebooks-data").path,
            files: FixtureFolder.files)
    }

    /// Why an evaluation of ``work(_:)`` fails.
    struct Refused: Error {}

    /// Two policies at some points: sums and ratios of a point; every ninth point fails.
    static func work(_ points: Int) -> SweepWork {
        SweepWork(
            alternatives: 2, points: points,
            point: { [Double($0) / 7, Double($0 % 3)] },
            evaluate: { alternative, points in
                points.map { point in
                    let number = Int((point[0] * 7).rounded())
                    if number % 9 == 8 { return .failed(Refused()) }
                    return .values([
                        point[0] * 1e9 + Double(alternative), -1 / point[0],
                        number % 4 == 0 ? .nan : Double(number),
                    ])
                }
            })
    }

    /// The picture that goes into a folder.
    static func picture(_ sweep: SweepResult) -> [UInt8] { sweep.picture(in: .indonesian) }

    /// The report that goes into a folder.
    static func report(_ sweep: SweepResult) -> [UInt8] {
        Array(Report(sweep, in: .indonesian).markdown(in: .indonesian).utf8)
    }

    /// What describes the results of a folder.
    static func package(_ sweep: SweepResult, _ rows: [UInt8]) -> [UInt8] {
        sweep.package(of: rows, marks: .plain, in: .indonesian)
    }

    /// The columns of ``work(_:)``.
    static func header(_ points: Int, name: String = "uji") -> SweepHeader {
        SweepHeader(
            name: name,
            columns: SweepColumns(
                policies: ["dasar", "lain, \"dua\""],
                inputs: [.init(name: "x"), .init(name: "pilihan", choices: ["pu", "a,b", "bpu"])],
                outcomes: [
                    .init(name: "jumlah", unit: .rupiah), .init(name: "rasio", unit: .share),
                    .init(name: "titik", unit: .factor),
                ], points: points))
    }
}
