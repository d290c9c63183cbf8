import Formats
import Foundation
import Optimization
import Quantities

extension InstallationCheck {
    /// Whether Clp finds the best of a programme whose answer is known.
    mutating func checkProgrammes() {
        var programme = LinearProgramme(.maximise)
        let first = programme.addVariable(cost: 3, upper: 40)
        let second = programme.addVariable(cost: 2)
        programme.addRow([(first, 1), (second, 1)], upper: 100)
        let found = try? programme.solution().objective
        add(
            "clp", found.map { abs($0 - 240) < 1e-9 } ?? false,
            Phrase(id: "program linear dengan jawaban 240", en: "a linear programme of answer 240"))
    }

    /// Whether a workbook that is written reads as it was written.
    mutating func checkWorkbooks() {
        let words = "Kota Probolinggo"
        var sheet = Sheet("Periksa")
        sheet[0, 0] = .text(words)
        sheet[0, 1] = SheetCell(.number(16800))
        let bytes = try? Workbook(title: words, [sheet]).bytes()
        let read = bytes.flatMap { try? ReadSheet.sheets(of: Data($0)).first?.cells }
        let isSame =
            read?[CellPlace(0, 0)] == .text(words)
            && read?[CellPlace(0, 1)] == .number(16800, isPercentage: false)
        add(
            "xlsx", isSame,
            Phrase(id: "buku kerja ditulis dan dibaca", en: "a workbook written and read"))
    }

    /// Whether the scenarios beside the data can be resolved with it: of each folder the first.
    mutating func checkScenarios(_ workspace: Workspace) {
        let place = FilePath.join(
            FilePath.folder(of: workspace.data.path), "scenarios")
        let folders = ScenarioFolder.all(in: place, workspace.files)
        guard !folders.isEmpty else {
            return add(
                "scenarios", .absent,
                Phrase(
                    id: "tulis sendiri: lindung init 35.78 --out dasar.yaml",
                    en: "write your own: lindung init 35.78 --out dasar.yaml"))
        }
        var faults: [Diagnostic] = []
        for file in folders.compactMap(\.entries.first?.file) {
            do throws(InputFaults) {
                _ = try workspace.policy(file)
            } catch {
                faults += error.diagnostics.filter { $0.severity == .error }
            }
        }
        for fault in faults { add("scenarios", false, Phrase { fault.rendered(in: $0) }) }
        guard faults.isEmpty else { return }
        let count = folders.reduce(0) { $0 + $1.entries.count }
        add(
            "scenarios", true,
            Phrase(
                id: "\(count) skenario dalam \(folders.count) folder: \(place)",
                en: "\(count) scenarios in \(folders.count) folders: \(place)"))
    }

    /// What sets documents and draws pictures, for the command and for the page.
    mutating func checkTools(_ data: DataDirectory, _ files: SourceFiles) {
        do throws(InputFaults) {
            let tools = try DocumentTools(beside: data.path, in: files)
            add("documents", true, Self.same(tools.python))
        } catch {
            for fault in error.diagnostics {
                add("documents", .absent, fault.hint ?? fault.message)
            }
        }
        if let script = data.pictureScript(in: files) {
            add("pictures", true, Self.same(script))
        } else {
            add(
                "pictures", .absent,
                Phrase(
                    id: "halaman menunjukkan tabel; gambar dengan 'make tools' di folder proyek",
                    en: "the page shows tables; pictures by 'make tools' in the project's folder"))
        }
    }
}
