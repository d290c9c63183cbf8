import Foundation
import Testing

/// `--draws`: what is uncertain is drawn, and results become intervals.
@Suite struct EnsembleCommandTests {
    /// A small scenario of its own.
    ///
    /// - Parameter spread: whether its ranges are wider than a point.
    private static func scenario(_ name: String, spread: Bool, quota: Int = 150) -> String {
        func value(_ number: String, _ range: String) -> String {
            spread ? "{ value: \(number), range: \(range) }" : "\(number) .. \(number)"
        }
        return """
            name: \(name)
            title: { id: \(name), en: \(name) }
            regions: [35.74]
            horizon: { from: 2025-01, until: 2026-12 }
            segments: [petani, nelayan]
            purses: [apbd-kabkota]
            levers:
              quota: \(quota)
              purse.ceiling: 20000000
            assumptions:
              workers: \(value("1000", "800 .. 1300"))
              opening.self: \(value("0.05", "0.02 .. 0.1"))
              eligible_share: \(value("0.9", "0.5 .. 0.97"))
              retention: \(value("0.2", "0.05 .. 0.5"))
              rate.lapse: \(value("0.4", "0.2 .. 0.8"))
              rate.death: 0.004
            correlations:
              - { between: [rate.lapse, retention], rank: -0.5 }

            """
    }

    /// Runs the command on scenarios written into a folder.
    private static func run(_ folder: TemporaryFolder, _ arguments: [String]) throws
        -> LindungProcess
    {
        try LindungProcess(arguments + ["--data", "notebooks-data", "--lang", "en"])
    }

    private static func write(
        _ folder: TemporaryFolder, _ name: String, spread: Bool = true, quota: Int = 150
    ) throws -> String {
        let path = folder.path(name + ".yaml")
        try scenario(name, spread: spread, quota: quota).write(
            toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private static func rows(_ folder: TemporaryFolder, _ name: String) throws -> [[String]] {
        try String(contentsOfFile: folder.path(name), encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("One draw of what cannot vary is what run computes, to the last digit")
    func pointSpreads() throws {
        let folder = try TemporaryFolder()
        let file = try Self.write(folder, "titik", spread: false)
        let run = try Self.run(
            folder, ["run", file, "--draws", "1", "--out", folder.path("a"), "--quiet"])
        #expect(run.status == 0, "\(run.errors)")
        let written = try Self.rows(folder, "a/yearly-total.csv")
        let drawn = try Self.rows(folder, "a/ensemble-total.csv")
        #expect(drawn[0].prefix(5) == ["scenario", "year", "quantity", "unit", "mean"])
        var compared = 0
        for row in written.dropFirst() {
            for (name, value) in zip(written[0], row).dropFirst() {
                let other = try #require(
                    drawn.first { $0[1] == row[0] && $0[2] == name }, "\(name)")
                #expect(other[4] == value, "\(name) \(row[0])")
                #expect(other[7...13].allSatisfy { $0 == value || value.isEmpty })
                compared += 1
            }
        }
        #expect(compared == 88)
    }

    @Test("The same seed gives the same bytes, another seed others, and the manifest says which")
    func seeds() throws {
        let folder = try TemporaryFolder()
        let file = try Self.write(folder, "dasar")
        for (name, seed) in [("a", "1"), ("b", "1"), ("c", "2")] {
            let run = try Self.run(
                folder,
                [
                    "run", file, "--draws", "20", "--design", "lhs", "--seed", seed, "--out",
                    folder.path(name), "--quiet",
                ])
            #expect(run.status == 0, "\(run.errors)")
        }
        let tables = ["ensemble-total.csv", "ensemble-region.csv", "ensemble-segment.csv"]
        for table in tables + ["manifest.json", "report.md"] {
            let bytes = try ["a", "b", "c"].map {
                try String(contentsOfFile: folder.path("\($0)/\(table)"), encoding: .utf8)
            }
            #expect(bytes[0] == bytes[1])
            #expect(bytes[0] != bytes[2])
        }
        let manifest = try String(contentsOfFile: folder.path("a/manifest.json"), encoding: .utf8)
        #expect(manifest.contains("\"seed\": \"1\""))
        #expect(manifest.contains("\"draws\": 20"))
        #expect(manifest.contains("\"design\": \"lhs\""))
        #expect(manifest.contains("ensemble-segment.csv"))
    }

    @Test("Scenarios are compared draw by draw, and every draw can be written")
    func comparison() throws {
        let folder = try TemporaryFolder()
        let files = [
            try Self.write(folder, "dasar"), try Self.write(folder, "kuota", quota: 200),
        ]
        let run = try Self.run(
            folder,
            ["compare"] + files + [
                "--draws", "40", "--out", folder.path("a"), "--all-draws", folder.path("d.csv"),
            ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Spread, the whole horizon"))
        #expect(run.output.contains("of 40 draws (mc, seed 1) of 5 inputs"))
        #expect(!run.output.contains("point values"))
        let differences = try Self.rows(folder, "a/ensemble-difference-total.csv")
        let bill = try #require(differences.first { $0[1] == "all" && $0[2] == "public_bill_rp" })
        #expect(bill[0] == "kuota")
        #expect(bill.suffix(2) == ["1", "0"], "a larger quota costs more in every draw")
        let draws = try Self.rows(folder, "d.csv")
        #expect(draws.count == 81)
        #expect(draws[0].prefix(3) == ["scenario", "draw", "failed"])
        #expect(
            draws[0][3...7] == [
                "workers", "opening.self", "eligible_share", "retention",
                "rate.lapse",
            ])
        let place = try #require(draws[0].firstIndex(of: "public_bill_rp"))
        let (base, more) = (draws[1], draws[2])
        #expect(base[0] == "dasar" && more[0] == "kuota" && base[1] == "1")
        #expect(base[3...7] == more[3...7], "scenarios share their draws")
        let changes = stride(from: 1, to: 81, by: 2).compactMap { row -> Double? in
            guard let a = Double(draws[row][place]), let b = Double(draws[row + 1][place]) else {
                return nil
            }
            return b - a
        }
        #expect(changes.count == 40)
        let mean = changes.reduce(0, +) / 40
        #expect(abs((Double(bill[4]) ?? 0) / mean - 1) < 1e-9)
    }

    @Test("Years come as median and range, and without draws the report names the option")
    func report() throws {
        let folder = try TemporaryFolder()
        let file = try Self.write(folder, "dasar")
        let plain = try Self.run(folder, ["run", file])
        #expect(plain.output.contains("'--draws 1000' computes"))
        let drawn = try Self.run(folder, ["run", file, "--draws", "30", "--design", "sobol"])
        #expect(drawn.output.contains("Spread by year"))
        #expect(drawn.output.contains("of 30 draws (sobol, seed 1) of 5 inputs"))
        #expect(drawn.output.contains(" % ("))
        #expect(!drawn.output.contains("computes"))
        let csv = try Self.run(folder, ["run", file, "--draws", "3", "--format", "csv"])
        #expect(csv.output.contains("mean,sd,mc_error,p05,p25,p50,p75,p95,min,max,n"))
    }

    @Test("Draws that fail are told with their number and reason, and not counted")
    func failures() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("rapuh.yaml")
        try Self.scenario("rapuh", spread: true)
            .replacing(
                "  rate.death: 0.004", with: "  rate.death: 0.004\n  opening.funded: 0.5 .. 0.97"
            )
            .write(toFile: path, atomically: true, encoding: .utf8)
        let run = try Self.run(
            folder, ["run", path, "--draws", "60", "--out", folder.path("a")])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("NOTE: "))
        #expect(run.output.contains(" of 60 draws of 'rapuh' have no result"))
        let count = try #require(
            Self.rows(folder, "a/ensemble-total.csv")[1].last.flatMap { Int($0) })
        #expect(run.output.contains("NOTE: \(60 - count) of 60"))
    }

    @Test("Options that mean nothing are refused with a hint")
    func refused() throws {
        let folder = try TemporaryFolder()
        let file = try Self.write(folder, "dasar")
        let alone = try Self.run(folder, ["run", file, "--design", "lhs"])
        #expect(alone.status == 2)
        #expect(
            alone.errors == """
                --design: error: this option means something with --draws only
                  hint: add --draws 1000, for example

                """)
        let none = try Self.run(folder, ["run", file, "--draws", "0"])
        #expect(none.status == 2)
        #expect(none.errors.contains("--draws: error: the number of draws must be at least 1"))
        let unknown = try Self.run(folder, ["run", file, "--draws", "9", "--design", "grid"])
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("mc"))
    }

    @Test("A scenario in which nothing is uncertain has nothing to draw")
    func nothingUncertain() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("pasti.yaml")
        let text = """
            name: pasti
            title: { id: Pasti, en: Certain }
            regions: [35.74]
            horizon: { from: 2025-01, until: 2025-12 }
            segments: [petani]
            purses: [apbd-kabkota]
            levers: { quota: 100 }
            assumptions: { workers: 1000 }

            """
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let run = try Self.run(folder, ["run", path, "--draws", "10"])
        #expect(run.status == 2)
        #expect(
            run.errors == """
                --draws: error: no input has a range, so that there is nothing to draw
                  hint: give a range in the scenario, such as 'retention: 0.02 .. 0.3', or leave \
                'draws' out

                """)
    }
}
