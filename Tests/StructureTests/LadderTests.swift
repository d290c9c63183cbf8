import Testing

/// Lower modules never import higher ones, and foreign code stays behind its own door.
@Suite struct LadderTests {
    private static let ladder: [String: Set<String>] = [
        "Quantities": ["RealModule"],
        "LinearAlgebra": ["COpenBLAS", "CLAPACKE", "Glibc", "Musl", "Darwin"],
        "Policy": ["Quantities"],
        "Coverage": ["Quantities", "Policy", "LinearAlgebra"],
        "Costing": ["Quantities", "Policy", "Coverage"],
        "Analysis": ["Quantities", "Policy", "Coverage", "Costing"],
        "LindungFiles": [
            "Quantities", "LinearAlgebra", "Policy", "Coverage", "Costing", "Analysis",
            "Foundation", "Glibc", "Yams",
        ],
        "lindung": [
            "Quantities", "LinearAlgebra", "Policy", "Coverage", "Costing", "Analysis",
            "LindungFiles", "ArgumentParser", "Foundation", "Glibc",
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
            ] where file.imports.contains(module) {
                #expect(file.target == door, "\(file.path) imports \(module)")
            }
        }
    }
}
