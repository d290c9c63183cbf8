import Analysis
import Formats
import Policy
import Quantities

/// What a scenario takes as it is: a table of settings with ranges, and the scenario that has it.
extension CalibrationResult {
    /// The names of both files.
    package static let settingsFile = "settings.csv"
    package static let scenarioFile = "calibrated.yaml"

    /// The settings, for a scenario's `{ table: ./settings.csv, column: value }`.
    package var settingsTable: ResultTable {
        let source = FilePath.name(of: file)
        return ResultTable("settings", settings) {
            Key("key", \.key.path)
            Key("region", \.rate.place.region.code)
            Key("segment", \.rate.place.segment)
            Column("value", .factor) { Self.rounded($0.rate.value) }
            Column("low", .factor) { Self.rounded($0.rate.low) }
            Column("high", .factor) { Self.rounded($0.rate.high) }
            Column("mark", .word) { _ in EvidenceMark.derived.rawValue }
            Column("source", .word) { _ in "lindung calibrate: \(source)" }
        }
    }

    /// Six figures, and never outside of what a key accepts.
    private static func rounded(_ value: Double) -> Double {
        var scale = 1.0
        while value * scale < 1e5, scale < 1e12 { scale *= 10 }
        return (value * scale).rounded() / scale
    }

    /// The scenario, or the sections that any scenario may take where none was named.
    ///
    /// - Parameters:
    ///   - folder: where it will stand.
    ///   - files: where relative paths begin.
    package func scenarioText(in folder: String, _ files: SourceFiles) -> String {
        var lines = Phrase.calibratedNote(isWhole: scenario != nil).map { "# " + $0 }
        if let scenario {
            let parent = FilePath.relative(
                files.absolute(scenario.scenario.file), from: files.absolute(folder))
            lines += [
                "name: \(scenario.scenario.name)-terkalibrasi", "title:",
                "  id: 'Laju dari pemantauan'", "  en: 'Rates from monitoring'",
                "extends: '\(parent.replacing("'", with: "''"))'",
            ]
        }
        lines.append("assumptions:")
        var told: [String] = []
        for (_, key) in settings where !told.contains(key.path) {
            told.append(key.path)
            lines.append("  \(key.path): { table: ./\(Self.settingsFile), column: value }")
        }
        let known = Set(settings.map { "\($0.key.path) \(name($0.rate.place))" })
        let pairs = calibration.pairs.filter { pair in
            [pair.first, pair.second].allSatisfy {
                known.contains("\($0.path) \(name(pair.place))")
            }
        }
        if !pairs.isEmpty { lines.append("correlations:") }
        for pair in pairs {
            let place = "\(pair.place.segment)@\(pair.place.region.code)"
            let rank = (pair.rank * 1000).rounded() / 1000
            lines.append(
                "  - { between: [\(pair.first.path).\(place), \(pair.second.path).\(place)],"
                    + " rank: \(rank) }")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
