import Testing

/// Lower modules never import higher ones, and foreign code stays behind its own door.
@Suite struct LadderTests {
    private static let platforms: Set<String> = ["Glibc", "Musl", "Darwin"]
    private static let ladder: [String: Set<String>] = [
        "Quantities": ["RealModule"],
        "LinearAlgebra": platforms.union(["COpenBLAS", "CLAPACKE", "_LindungKernels"]),
        "Policy": ["Quantities"],
        "Sampling": ["Quantities", "LinearAlgebra", "_LindungKernels", "RealModule"],
        "Optimization": ["CClp"],
        "Coverage": platforms.union(["Quantities", "Policy", "LinearAlgebra", "_LindungKernels"]),
        "Costing": ["Quantities", "Policy", "Coverage", "_LindungKernels"],
        "Welfare": [
            "Quantities", "LinearAlgebra", "Policy", "Coverage", "_LindungKernels", "RealModule",
        ],
        "Analysis": [
            "Quantities", "LinearAlgebra", "Policy", "Sampling", "Optimization", "Coverage",
            "Costing", "Welfare", "RealModule", "Synchronization",
        ],
        "LindungFiles": [
            "Quantities", "LinearAlgebra", "Policy", "Sampling", "Optimization", "Coverage",
            "Costing", "Welfare", "Analysis", "Foundation", "Glibc", "Yams",
        ],
        "lindung": [
            "Quantities", "LinearAlgebra", "Policy", "Sampling", "Optimization", "Coverage",
            "Costing", "Welfare", "Analysis", "LindungFiles", "ArgumentParser", "Foundation",
            "Glibc",
        ],
    ]

    @Test("Imports follow the ladder")
    func imports() throws {
        for file in try SourceTree("Sources").files {
            guard let allowed = Self.ladder[file.target] else {
                Issue.record("\(file.path) is in no module of the ladder")
                continue
            }
            let higher = file.imports.subtracting(allowed)
            #expect(higher.isEmpty, "\(file.path) imports \(higher.sorted())")
        }
    }

    @Test("Arguments are parsed in the command, YAML and CSV in the files module only")
    func doors() throws {
        for file in try SourceTree("Sources").files {
            for (module, door) in [
                ("ArgumentParser", "lindung"), ("Yams", "LindungFiles"),
                ("COpenBLAS", "LinearAlgebra"), ("CLAPACKE", "LinearAlgebra"),
                ("CClp", "Optimization"),
            ] where file.imports.contains(module) {
                #expect(file.target == door, "\(file.path) imports \(module)")
            }
        }
    }
}
