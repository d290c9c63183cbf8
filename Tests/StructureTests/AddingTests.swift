import Foundation
import Testing

/// What adding a lever or a yearly column costs: no list of them stands anywhere but where they are
/// declared. `Tests/Scripts/add-lever.sh` adds one of each and runs them.
@Suite struct AddingTests {
    private let sources: [SourceTree.File]
    /// By path, without comments.
    private let code: [String: String]
    /// Keys by name, with the file that declares them: `lapse`.
    private let keys: [String: String]
    /// `rate.lapse`.
    private let paths: Set<String>
    /// `releasedPersons`.
    private let measures: [String]

    private static let table = "Sources/Analysis/Results/Measure.swift"

    init() throws {
        sources = try SourceTree("Sources").files
        code = Dictionary(
            uniqueKeysWithValues: sources.map { file in
                let lines = file.lines.map { line in
                    line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? line
                }
                return (file.path, lines.joined(separator: "\n"))
            })
        let declaration = /public static let (\w+)(?:: ParameterKey<\w+>)?\s*=\s*[a-zP]\w*[<(]/
        let path =
            /(number|belief|welfare|budgeted|flag|word|Definition|rate|opening)\(\s*"([a-z_.]+)"/
        let declared = code.filter { $0.key.hasPrefix("Sources/Policy/Parameters/Parameters") }
        keys = declared.reduce(into: [:]) { keys, file in
            for match in file.value.matches(of: declaration) {
                keys[String(match.output.1)] = file.key
            }
        }
        paths = Set(
            declared.values.flatMap { text in
                text.matches(of: path).map { match in
                    let group = ["rate", "opening"].contains(match.output.1)
                    return (group ? match.output.1 + "." : "") + match.output.2
                }
            })
        let rows = code[Self.table]?.matches(of: /Row\(\s*\.(\w+)/) ?? []
        measures = rows.map { String($0.output.1) }
    }

    /// Files other than its own that name a key, those that explain figures aside.
    private func files(naming key: String) -> [String] {
        code.filter { file, text in
            file != keys[key] && !file.hasPrefix("Sources/Reporting/Figures/")
                && text.mentions("Parameters.\(key)")
        }.map(\.key)
    }

    @Test("The test finds what is declared")
    func finds() {
        #expect(keys.count > 55 && paths.count > 60 && measures.count > 30)
        #expect(paths.isSuperset(of: ["quota", "rate.lapse", "opening.self", "purse.match"]))
        #expect(files(naming: "quota").count > 3)
    }

    @Test("A declared key is listed in the file that declares it")
    func listed() {
        for (key, file) in keys {
            let uses = code[file]?.components(separatedBy: key).count ?? 0
            #expect(uses > 2, "\(key) is in no list of \(file)")
        }
    }

    @Test("A plain lever is named in two files besides its declaration, the kernel aside")
    func plainLevers() {
        let makers = ["rate", "belief", "budgeted"]
        let others = ["refill", "entrants", "waitingRestarts", "revenueShare"]
        var count = 0
        for (key, file) in keys {
            let maker = makers.first { code[file]?.contains("let \(key) = \($0)(") == true }
            guard maker != nil || others.contains(key) else { continue }
            count += 1
            // The engine knows a rate by its number.
            let files = files(naming: key)
            #expect(files.count <= (maker == "rate" ? 1 : 2), "\(key): \(files.sorted())")
        }
        #expect(count > 25)
    }

    @Test("No other file lists levers")
    func lists() {
        // What a result rests on month by month, told for who computes it again.
        let description = "Sources/Reporting/Resolved/ResolvedConfiguration.swift"
        let figures = "Sources/Reporting/Figures/ExplanationFigure.swift"
        for (file, text) in code where !file.hasPrefix("Sources/Policy/Parameters/") {
            let named = keys.keys.filter {
                text.mentions("Parameters.\($0)")
            }
            let limit = keys.count / ([description, figures].contains(file) ? 2 : 5)
            #expect(named.count <= limit, "\(file) names \(named.sorted())")
        }
    }

    @Test("Below the readers no path of a parameter is written or compared")
    func strings() {
        let below = ["Policy", "Coverage", "Costing", "Welfare", "Analysis"]
        let compared =
            /(?:definition|cell)\.path\s*[!=]=|switch \S*\.path\b|hasPrefix\("(?:rate|opening)/
        for file in sources where below.contains(file.target) {
            guard !file.path.hasPrefix("Sources/Policy/Parameters/"), let text = code[file.path]
            else { continue }
            let written = text.matches(of: /"([a-z_.]+)"/).map { String($0.output.1) }
                .filter { paths.contains($0) && $0.contains(".") }
            #expect(written.isEmpty, "\(file.path): \(written)")
            if file.name != "ParameterDefinition.swift" {
                #expect(text.firstMatch(of: compared) == nil, "\(file.path)")
            }
        }
    }

    @Test("No other file lists the numbers of a segment")
    func numbers() throws {
        let declared = try #require(code["Sources/Policy/Parameters/Parameters+Segment.swift"])
        let body = try #require(declared.firstMatch(of: /(?s)enum SegmentNumber.*?static let/))
        let numbers = body.output.split(separator: "\n").filter { $0.hasPrefix("    case ") }
            .flatMap { $0.dropFirst(9).split { !$0.isLetter } }
        #expect(numbers.count > 25)
        for file in sources where ["Coverage", "Costing", "Analysis"].contains(file.target) {
            let named = numbers.filter { code[file.path]?.mentions(".\($0)") == true }
            #expect(named.count <= numbers.count / 2, "\(file.path) names \(named)")
        }
    }

    @Test("A yearly column is a row of the table and a line that adds it up")
    func measuresAreListedOnce() {
        let adding = "Sources/Analysis/Results/Summary.swift"
        let figures = "Sources/Reporting/Figures/ExplanationFigure.swift"
        for (file, text) in code where ![Self.table, adding, figures].contains(file) {
            let named = measures.filter { text.mentions(".\($0)") }
            #expect(named.count <= measures.count / 2, "\(file) names \(named)")
        }
        // Those that no report singles out.
        for measure in [
            "selfPaid", "employerPaid", "familiesKeptLow", "familiesKeptPoor",
        ] {
            let files = code.filter { file, text in
                !file.hasPrefix("Sources/Reporting/Figures/") && text.mentions(".\(measure)")
            }
            #expect(files.count == 2, "\(measure): \(files.keys.sorted())")
        }
    }
}

extension String {
    /// Whether a name stands in the text, and not as the beginning of a longer one or the end of
    /// another.
    fileprivate func mentions(_ name: String) -> Bool {
        var rest = self[...]
        while let found = rest.range(of: name) {
            let before =
                found.lowerBound == startIndex ? nil : self[index(before: found.lowerBound)]
            rest = rest[found.upperBound...]
            let isEnd = rest.first.map { $0.isLetter || $0.isNumber || $0 == "_" } != true
            if isEnd, before.map({ $0.isLetter || $0.isNumber || $0 == ")" }) != true {
                return true
            }
        }
        return false
    }
}
