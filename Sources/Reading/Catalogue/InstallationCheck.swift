import Formats
import Foundation
import LinearAlgebra
import Policy
import Quantities

/// What `doctor` finds: each part of the installation, whether it is sound, and what it is.
///
/// A wrong linear algebra library must not cost a wrong budget, and a missing data folder must not
/// be found out halfway: this is the first command to run on a new machine.
package struct InstallationCheck: Sendable {
    package struct Finding: Sendable {
        package enum Result: Sendable {
            case passed, failed
            /// What can be done without is not there; the detail says how to get it.
            case absent

            var words: Phrase {
                switch self {
                case .passed: Phrase.passed
                case .failed: Phrase.failed
                case .absent: Phrase(id: "belum ada", en: "not here")
                }
            }
        }

        package let part: String
        package let result: Result
        package let detail: Phrase

        package var isSound: Bool { result != .failed }
    }

    /// What was looked at, in order.
    package private(set) var findings: [Finding] = []

    package var isSound: Bool { findings.allSatisfy(\.isSound) }

    /// Checks program, BLAS and LAPACK, other libraries, the data folder, its tables and the law,
    /// the scenarios beside it, and the tools that can be added.
    package init(asked: String?, executable: String?, files: SourceFiles = SourceFiles()) {
        add("lindung", true, Self.same(ProgramVersion.current))
        checkAlgebra()
        checkProgrammes()
        checkWorkbooks()
        do throws(InputFaults) {
            let data = try Workspace.folder(asked, nil, executable, files)
            add("data", true, Self.same(data.path))
            checkTables(data, files)
            guard checkLaw(data, files) else { return }
            let workspace = try Workspace(asked: data.path, files: files)
            let catalogue = workspace.catalogue
            add(
                "catalogue", true,
                Phrase.catalogue(
                    catalogue.regions.regions.count, catalogue.segments.count,
                    catalogue.purses.count))
            checkScenarios(workspace)
            checkTools(data, files)
        } catch {
            for fault in error.diagnostics {
                add("data", false, Phrase { fault.rendered(in: $0) })
            }
        }
    }

    /// Reads the law; false where it cannot be used.
    private mutating func checkLaw(_ data: DataDirectory, _ files: SourceFiles) -> Bool {
        do throws(InputFaults) {
            let law = try Workspace.law(in: data, files)
            add(
                "law", true,
                Phrase(
                    id: "\(law.parameters.count) parameter, \(law.overlays.count) aturan sementara",
                    en: "\(law.parameters.count) parameters, \(law.overlays.count) temporary rules")
            )
            return true
        } catch {
            for fault in error.diagnostics {
                add("law", false, Phrase { fault.rendered(in: $0) })
            }
            return false
        }
    }

    package func table(in language: Language) -> ResultTable {
        ResultTable("doctor", findings.indices) {
            Key("check") { findings[$0].part + suffix($0) }
            Column("result", .word) {
                findings[$0].result.words[language]
            }
            Column("detail", .word) { findings[$0].detail[language] }
        }
    }

    private func suffix(_ index: Int) -> String {
        let earlier = findings[..<index].filter { $0.part == findings[index].part }.count
        return earlier == 0 ? "" : " \(earlier + 1)"
    }

    mutating func add(_ part: String, _ isSound: Bool, _ detail: Phrase) {
        add(part, isSound ? .passed : .failed, detail)
    }

    mutating func add(_ part: String, _ result: Finding.Result, _ detail: Phrase) {
        findings.append(Finding(part: part, result: result, detail: detail))
    }

    /// Which BLAS runs, whether on one thread, and whether it solves problems with known answers.
    private mutating func checkAlgebra() {
        let blas = BLASConfiguration.current
        add("blas", true, Self.same("\(blas.coreName); \(blas.build)"))
        add(
            "threads", blas.isReproducible,
            blas.isReproducible
                ? Self.same("\(blas.threadCount)")
                : Phrase(
                    id: "hasil dapat bergantung pada banyaknya utas",
                    en: "results may depend on the number of threads"))
        do throws(LinearAlgebraError) {
            let check = try BLASConfiguration.smokeCheck()
            let worst = check.worstErrors.values.max() ?? 0
            add("lapack", true, Phrase.worst(worst))
        } catch {
            add("lapack", false, Self.same("\(error)"))
        }
    }

    /// Counts the tables and the different texts in their columns `source`.
    private mutating func checkTables(_ data: DataDirectory, _ files: SourceFiles) {
        let session = ReadingSession(files: files)
        let reader = CSVReader(session: session)
        let root = files.absolute(data.path)
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
        var sources: Set<String> = []
        var count = 0
        for name in names.sorted() where name.hasSuffix(".csv") {
            guard let table = reader.table(data.file(name)) else { continue }
            count += 1
            guard let column = table.index(of: "source") else { continue }
            for row in table.rows { sources.insert(row.cells[column].text) }
        }
        add(
            "tables", count > 0 && !session.diagnostics.hasErrors,
            Phrase.tables(count, sources.count))
        for fault in session.diagnostics { add("tables", false, Phrase { fault.rendered(in: $0) }) }
    }

    static func same(_ text: String) -> Phrase { Phrase { _ in text } }
}
