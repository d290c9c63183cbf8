import Foundation
import Testing

/// Lower modules never import higher ones, and foreign code stays behind its own door.
@Suite struct LadderTests {
    /// What comes with the system or the toolchain and needs no declaration.
    private static let platforms: Set<String> = [
        "Dispatch", "Foundation", "Glibc", "Musl", "Darwin", "Synchronization", "Testing",
    ]

    /// What each target may depend on.
    private static let ladder: [String: Set<String>] = [
        "_LindungKernels": [],
        "Quantities": ["RealModule"],
        "LinearAlgebra": ["COpenBLAS", "CLAPACKE", "_LindungKernels"],
        "Policy": ["Quantities"],
        "Sampling": ["Quantities", "LinearAlgebra", "_LindungKernels", "RealModule"],
        "Optimization": ["LinearAlgebra", "CClp"],
        "Coverage": ["Quantities", "Policy", "LinearAlgebra", "_LindungKernels"],
        "Costing": ["Quantities", "Policy", "Coverage", "_LindungKernels"],
        "Welfare": [
            "Quantities", "LinearAlgebra", "Policy", "Coverage", "_LindungKernels", "RealModule",
        ],
        "Exploration": ["Quantities", "LinearAlgebra", "Sampling", "Optimization", "RealModule"],
        // Likelihoods are maximised by the searches of Optimization.
        "Forecasting": ["Quantities", "LinearAlgebra", "Sampling", "Optimization", "RealModule"],
        "Analysis": [
            "Quantities", "LinearAlgebra", "Policy", "Sampling", "Optimization", "Coverage",
            "Costing", "Welfare", "Exploration", "Forecasting",
        ],
        "Formats": ["Quantities", "CCrypto", "CExpat", "CXlsxwriter", "CZip", "Yams"],
        // The law is read by a reader of its own, down to the parser.
        "Reading": [
            "Quantities", "LinearAlgebra", "Policy", "Sampling", "Optimization", "Coverage",
            "Costing", "Welfare", "Exploration", "Forecasting", "Analysis", "Formats", "Yams",
        ],
        "Store": [
            "Quantities", "LinearAlgebra", "Policy", "Sampling", "Optimization", "Coverage",
            "Costing", "Welfare", "Exploration", "Forecasting", "Analysis", "Formats", "GRDB",
        ],
        "Reporting": [
            "Quantities", "LinearAlgebra", "Policy", "Sampling", "Optimization", "Coverage",
            "Costing", "Welfare", "Exploration", "Forecasting", "Analysis", "Formats",
        ],
        "Lindung": [
            "Quantities", "LinearAlgebra", "Policy", "Sampling", "Optimization", "Coverage",
            "Costing", "Welfare", "Exploration", "Forecasting", "Analysis", "Formats", "Reading",
            "Store",
            "Reporting",
        ],
        "LindungApp": [
            "Quantities", "Policy", "Analysis", "Formats", "Reading", "Store", "Reporting",
            "ArgumentParser", "Hummingbird", "HummingbirdCore",
        ],
        "lindung": [
            "Quantities", "Policy", "Sampling", "Costing", "Analysis", "Formats", "Reading",
            "Store", "Reporting", "ArgumentParser",
        ],
    ]

    @Test("The manifest follows the ladder")
    func declared() throws {
        let targets = try #require(try Manifest().targets["Sources"])
        #expect(Set(targets.keys) == Set(Self.ladder.keys))
        for (target, dependencies) in targets {
            let higher = dependencies.subtracting(Self.ladder[target] ?? [])
            #expect(higher.isEmpty, "\(target) depends on \(higher.sorted())")
        }
    }

    @Test(
        "Every import is declared, and what is declared is imported",
        arguments: ["Sources", "Tests"])
    func imports(_ folder: String) throws {
        let targets = try #require(try Manifest().targets[folder])
        var imported: [String: Set<String>] = [:]
        for file in try SourceTree(folder).files {
            let modules = file.imports.subtracting(Self.platforms)
            let unknown = modules.subtracting(targets[file.target] ?? [])
            #expect(unknown.isEmpty, "\(file.path) imports \(unknown.sorted())")
            imported[file.target, default: []].formUnion(modules)
        }
        // The command's tests run the program and import nothing of it.
        for (target, dependencies) in targets {
            let idle = dependencies.subtracting(imported[target] ?? []).subtracting(["lindung"])
            #expect(idle.isEmpty, "\(target) declares \(idle.sorted()) and imports none of it")
        }
    }

    @Test("One folder knows the web framework")
    func framework() throws {
        for file in try SourceTree("Sources").files
        where file.imports.contains(where: { $0.hasPrefix("Hummingbird") }) {
            #expect(file.path.hasPrefix("Sources/LindungApp/Server/"), "\(file.path)")
        }
    }

    @Test("Foundation is for files and above")
    func foundation() throws {
        let above = ["Formats", "Reading", "Store", "Reporting", "lindung", "LindungApp"]
        for file in try SourceTree("Sources").files where file.imports.contains("Foundation") {
            #expect(above.contains(file.target), "\(file.path)")
        }
    }
}

/// What `Package.swift` says that each target depends on.
private struct Manifest {
    /// By name, the targets of a folder: `Sources` or `Tests`.
    private(set) var targets: [String: [String: Set<String>]] = ["Sources": [:], "Tests": [:]]

    init() throws {
        let path = SourceTree.root.appendingPathComponent("Package.swift")
        let text = try String(contentsOf: path, encoding: .utf8)
        for entry in text.components(separatedBy: "\n        .").dropFirst() {
            guard let kind = entry.prefixMatch(of: /target|executableTarget|testTarget/) else {
                continue
            }
            let isTest = kind.output == "testTarget" || entry.contains("path: \"Tests/")
            let listed =
                entry.prefixMatch(of: /(?s).*?(?=exclude:|path:|\n    \]|\z)/)?.output ?? ""
            let names = listed.matches(of: /(package: )?"([A-Za-z_]+)"/)
                .filter { $0.output.1 == nil }.map { String($0.output.2) }
            guard let name = names.first else { continue }
            targets[isTest ? "Tests" : "Sources"]?[name] = Set(names.dropFirst())
        }
    }
}
