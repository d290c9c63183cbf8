import Analysis
import Formats
import Quantities
import Sampling

/// What the options of `target` ask: a whole question about a scenario, or how to answer a file's.
package struct TargetOptions: Sendable {
    /// An option with its text, in the order in which the command has them.
    package struct Word: Sendable {
        let option: String
        let text: String

        package init(_ option: String, _ text: String) {
            self.option = option
            self.text = text
        }
    }

    package var lever: String?
    package var course: [Word] = []
    package var outcome: String?
    /// `--at-least`, `--at-most`, `--equals`.
    package var reach: [Word] = []
    package var draws: Int?
    package var design: DesignKind?
    package var seed: UInt64?
    package var grid: Int?

    /// No option given: the question is a file's, answered as the file says.
    package init() {}

    /// The first option that asks a question, which a file has of its own.
    fileprivate var question: String? {
        if lever != nil { return "--lever" }
        if let word = course.first { return word.option }
        if outcome != nil { return "--outcome" }
        return reach.first?.option
    }

    /// The options as the mapping that a file would have.
    ///
    /// - Throws: ``InputFaults`` for what is missing.
    fileprivate func root(_ file: String) throws(InputFaults) -> YAMLNode {
        let missing = [
            lever == nil ? "--lever" : nil, course.isEmpty ? "--scale" : nil,
            outcome == nil ? "--outcome" : nil, reach.isEmpty ? "--at-least" : nil,
        ].compactMap { $0 }
        guard missing.isEmpty, let lever, let outcome else {
            throw InputFaults(
                option: file, Phrase.targetMissing(missing), hint: Phrase.targetExample)
        }
        return Self.mapping([
            Self.entry("name", Word("--lever", "sasaran")),
            Self.entry("scenario", Word(file, FilePath.name(of: file))),
            Self.entry("outcome", Word("--outcome", outcome)),
            YAMLEntry(
                key: "reach", position: Position(file: reach[0].option),
                value: Self.mapping(reach.map { Self.entry($0.field, $0) })),
            YAMLEntry(
                key: "dial", position: Position(file: "--lever"),
                value: Self.mapping([
                    YAMLEntry(
                        key: lever, position: Position(file: "--lever"),
                        value: Self.mapping(course.map { Self.entry($0.field, $0) }))
                ])),
        ])
    }

    /// A mapping that stands in no file.
    private static func mapping(_ entries: [YAMLEntry]) -> YAMLNode {
        YAMLNode(
            content: .mapping(entries),
            position: entries.first?.value.position ?? Position(file: "target"))
    }

    private static func entry(_ key: String, _ word: Word) -> YAMLEntry {
        let place = Position(file: word.option)
        return YAMLEntry(
            key: key, position: place,
            value: YAMLNode(content: .scalar(word.text, isQuoted: true), position: place))
    }
}

extension TargetOptions.Word {
    /// The field that a file has for the option: `at_least` for `--at-least`.
    fileprivate var field: String {
        String(option.drop { $0 == "-" }.map { $0 == "-" ? "_" : $0 })
    }
}

extension Workspace {
    /// Reads what `target` is asked: by a file, or by options about a scenario.
    ///
    /// - Throws: ``InputFaults`` with everything that was found, warnings included.
    package func targetQuestion(
        _ file: String, _ options: TargetOptions
    ) throws(InputFaults) -> Checked<TargetQuestion> {
        let session = ReadingSession(files: files)
        guard let written = YAMLReader(session: session).root(of: file) else {
            throw InputFaults(session.diagnostics)
        }
        let isQuestion = ["dial", "reach", "outcome", "scenario"].contains { written[$0] != nil }
        if isQuestion, let option = options.question {
            throw InputFaults(
                option: option,
                Phrase(
                    id: "'\(file)' sudah bertanya sendiri; pilihan ini untuk skenario",
                    en: "'\(file)' asks by itself; this option is for a scenario"),
                hint: Phrase.targetExample)
        }
        let root = isQuestion ? written : try options.root(file)
        let question = TargetReader(workspace: self, session: session).read(root, options)
        guard let question, !session.diagnostics.hasErrors else {
            throw InputFaults(session.diagnostics)
        }
        return Checked(question, session.diagnostics)
    }
}
