import Foundation
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// Every hint of every broken input, typed in.
///
/// A hint holds where the file that follows it no longer has the fault, and no other fault in its
/// stead. What cannot be typed is listed, with the reason.
@Suite struct HintTests {
    /// Folders of broken inputs.
    static let folders = [
        "Broken", "BrokenSweep", "BrokenTarget", "BrokenAllocation", "BrokenData",
    ]

    static let files = folders.flatMap { folder in
        FixtureFolder.files.names(in: folder).filter {
            $0.hasSuffix(".yaml") || $0.hasSuffix(".csv")
        }.map { folder + "/" + $0 }
    }

    /// Beginnings of hints that no text follows from, and why.
    static let prose: [(hint: String, reason: String)] = [
        ("name the table and its column", "the table is known to its author alone"),
        ("unit: ", "the number is known to its author alone"),
        ("write the number alone", "the number is known to its author alone"),
        ("a share is written 0 to 1", "the number is known to its author alone"),
        ("leave out a value that is not known", "where it is needed, its author alone knows it"),
        ("the value is the median of the 90 % range: change", "the author alone knows the number"),
        ("use one of: value", "the value is known to its author alone"),
        ("write one number here", "the number is known to its author alone"),
        ("lower one 'opening.*'", "which of the shares is known to their author alone"),
        ("add a value for", "the number is known to its author alone"),
        ("an earlier row or the lower layers hold", "says what holds, asks for nothing"),
        ("required where a scenario has no", "what it covers is known to its author alone"),
        ("begin with a line such as", "the rest of the file is known to its author alone"),
        ("the first one is on line", "which of two is right is known to their author alone"),
        ("opened on line", "where it ends is known to its author alone"),
        ("this is the last row", "what was cut off is not in the file"),
        ("close the quotation mark", "what was cut off is not in the file"),
        ("close it with the same", "where it ends is known to its author alone"),
        ("check the spelling of the file", "there is no file of a similar name"),
        ("name a file inside it", "which file is known to its author alone"),
        ("name a scenario file", "which file is known to its author alone"),
        ("make a table with", "the table is known to its author alone"),
        ("its columns are: ", "no column has a similar name"),
        ("add a column 'region'", "whose rows they are is known to their author alone"),
        ("save the file again as UTF-8", "typed in a program, not in the file"),
        ("check the indentation", "which line it belongs to is known to its author alone"),
        ("check that the line before", "which of two is meant is known to its author alone"),
        ("indent it like", "which line it belongs to is known to its author alone"),
        ("Broken/parts/cycle-a.yaml -> ", "which file is to let go is known to its author alone"),
        ("there is no row for: ", "the numbers of the regions are known to their author alone"),
        ("set it for: ", "the numbers of the regions are known to their author alone"),
        ("regions are listed in", "no region has a similar code"),
        ("the rules of purses are in", "which of purse and segment is meant is not known"),
        ("the law's keys are in", "no key of the law has a similar name"),
        ("the horizon is", "the month is known to its author alone"),
        ("the month is written 01 to 12", "the month is known to its author alone"),
        ("write a year of four digits", "the year is known to its author alone"),
        ("only scenarios with the same", "which scenario is known to its author alone"),
        ("take it out of one of them", "which of the groups is known to their author alone"),
        ("for instance groups:", "which inputs belong together is known to their author alone"),
        ("set it in a scenario", "typed in as many scenarios as there are words"),
    ]

    /// A copy of all fixtures, in which files are typed over.
    final class Copy {
        let root: String
        let workspace: Workspace
        let catalogue: Catalogue

        init() throws {
            let manager = FileManager.default
            let folder = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            root = folder.path
            for name in HintTests.folders + ["Data"] {
                try manager.copyItem(
                    atPath: FixtureFolder.root + "/" + name, toPath: root + "/" + name)
            }
            let package = URL(fileURLWithPath: FixtureFolder.root)
                .deletingLastPathComponent().deletingLastPathComponent()
            workspace = try Workspace(
                asked: package.appendingPathComponent("notebooks-data").path,
                files: SourceFiles(root: root))
            catalogue = try FixtureFolder.catalogue()
        }

        deinit { try? FileManager.default.removeItem(atPath: root) }

        /// The text of a file.
        func text(_ file: String) throws -> String {
            try String(contentsOfFile: root + "/" + file, encoding: .utf8)
        }

        /// The same diagnostics with a file of another text.
        func told(_ name: String, _ file: String, _ text: String) throws -> [Diagnostic] {
            let path = root + "/" + file
            let old = try String(contentsOfFile: path, encoding: .utf8)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            workspace.files.forget(workspace.files.canonical(file))
            defer {
                try? old.write(toFile: path, atomically: true, encoding: .utf8)
                workspace.files.forget(workspace.files.canonical(file))
            }
            return try told(name)
        }

        /// What reading a fixture says.
        func told(_ name: String) throws -> [Diagnostic] {
            do {
                switch String(name.prefix { $0 != "/" }) {
                case "BrokenSweep": return SweepReader(workspace).plan(name).diagnostics
                case "BrokenTarget":
                    _ = try workspace.targetQuestion(name, TargetOptions())
                case "BrokenAllocation":
                    _ = try workspace.futures(of: try workspace.allocationQuestion(name).value)
                case "BrokenData": return try data(name)
                default: return scenario(name)
                }
                return []
            } catch let faults as InputFaults {
                return faults.diagnostics
            }
        }

        private func scenario(_ name: String) -> [Diagnostic] {
            let reading = ScenarioReader(
                catalogue: catalogue, lawUnits: FixtureFolder.lawUnits,
                files: SourceFiles(root: root)
            ).read(name)
            guard let scenario = reading.value else { return reading.diagnostics }
            do {
                _ = try scenario.resolved()
                return reading.diagnostics
            } catch {
                return PolicyDiagnostics(
                    of: scenario, regions: catalogue.regions, files: SourceFiles(root: root)
                ).diagnostics(error.faults)
            }
        }

        /// A data file in place of a sound one.
        private func data(_ name: String) throws -> [Diagnostic] {
            let file = String(name.drop { $0 != "." }.dropFirst())
            let place = file == "regions.csv" ? "regions/regions.csv" : file
            let target = root + "/Data/" + place
            let sound = try String(contentsOfFile: target, encoding: .utf8)
            defer { try? sound.write(toFile: target, atomically: true, encoding: .utf8) }
            try String(contentsOfFile: root + "/" + name, encoding: .utf8)
                .write(toFile: target, atomically: true, encoding: .utf8)
            return CatalogueReader(files: SourceFiles(root: root)).read(FixtureFolder.data)
                .diagnostics
        }
    }

    @Test("There are many broken inputs, and most hints can be typed in")
    func many() {
        #expect(Self.files.count > 200)
        #expect(Self.prose.count * 6 < Self.files.count)
    }

    @Test("Every hint, typed in, is accepted", arguments: [Language.english, .indonesian])
    func typed(_ language: Language) throws {
        let copy = try Copy()
        var (done, said) = (0, 0)
        for name in Self.files where FileManager.default.fileExists(atPath: copy.root + "/" + name)
        {
            guard (try? String(contentsOfFile: copy.root + "/" + name, encoding: .utf8)) != nil
            else { continue }
            let faults = try copy.told(name)
            for fault in faults {
                guard let hint = fault.hint else { continue }
                if Self.prose.contains(where: { hint.english.hasPrefix($0.hint) }) {
                    said += 1
                    continue
                }
                done += 1
                let isSame =
                    language != .english
                    && HintText.proposals(hint.english) == HintText.proposals(hint[language])
                // What reads alike in both languages is typed once.
                guard !isSame else { continue }
                let left = try Self.fails(fault, hint, language, name, faults, copy)
                #expect(left == nil, "\(name): \(fault.rendered(in: language))")
            }
        }
        #expect(done > 2 * said, "\(done) typed, \(said) not")
    }

    /// What is left where a hint does not hold; nil where it does: typed in some place that it
    /// speaks of, the fault is gone and no other stands in its stead.
    private static func fails(
        _ fault: Diagnostic, _ hint: Phrase, _ language: Language, _ name: String,
        _ faults: [Diagnostic], _ copy: Copy
    ) throws -> String? {
        let isData = name.hasPrefix("BrokenData")
        let file = isData ? name : fault.position.file
        let text = try String(contentsOfFile: copy.root + "/" + file, encoding: .utf8)
        guard
            let typing = HintTyping(
                fault, text, isTable: file.hasSuffix(".csv"),
                parent: try copy.text("Broken/parts/dasar.yaml"))
        else {
            return "no such line"
        }
        let before = Set(faults.map(\.message))
        let count = faults.count { $0.severity == .error || $0 == fault }
        var nearest: [Diagnostic]?
        var tried: Set = [text]
        for candidate in typing.candidates(hint, in: language)
        where tried.insert(candidate).inserted {
            let left = try copy.told(name, file, candidate).filter {
                $0.severity == .error || $0.message == fault.message
            }
            let isGone = !left.contains {
                $0.message == fault.message && $0.position == fault.position
            }
            let new = left.filter { !before.contains($0.message) }
            if isGone, left.count < count, new.isEmpty { return nil }
            if isGone, new.count < nearest?.count ?? .max { nearest = new }
        }
        return nearest?.map(\.message.english).joined(separator: "; ") ?? "nothing to type"
    }
}
