import Analysis
import Formats
import Foundation
import Policy
import Quantities

/// What a sweep's results rest on, as its store and manifest name it.
///
/// Three parts make the digest: the program's version, the plan, and the data that the scenarios
/// rest on. A store of another digest is never added to.
public struct SweepHeader: Codable, Sendable, Equatable {
    /// A file by its content.
    public struct Content: Codable, Sendable, Equatable {
        public let file: String
        /// Of all its bytes, as 64 hexadecimal digits.
        public let sha256: String
    }

    /// A policy and the scenario that it is, or is laid on.
    public struct Policy: Codable, Sendable, Equatable {
        /// As rows name it.
        public let name: String
        /// The scenario's own file.
        public let scenario: String
    }

    /// The name of the sweep.
    public let name: String
    /// By language.
    public let title: [String: String]
    /// Its file, as it was named.
    public let file: String
    /// The version of the program that computed it.
    public let version: String
    /// The digest of the plan.
    public let plan: String
    /// How points are chosen.
    public let design: String
    /// The seed of draws; nil where nothing is drawn.
    public let seed: String?
    /// What stands in the rows.
    public let columns: SweepColumns
    /// The policies with their scenarios.
    public let policies: [Policy]
    /// The files that were read, by their bytes.
    public let inputs: [Content]
    /// Inputs that change no outcome.
    public let inert: [String]

    /// What names the results: of equal digests, equal results.
    ///
    /// Paths are left out, so that a sweep may be computed in parts in different folders.
    public var digest: String {
        SHA256(Array("\(version) \(plan) \(data)".utf8)).hexadecimal
    }

    var data: String {
        let digests = inputs.map(\.sha256).sorted()
        return SHA256(Array(digests.joined(separator: " ").utf8)).hexadecimal
    }

    /// A header of something that is computed but is no plan, for measuring.
    public init(name: String, columns: SweepColumns) {
        self.name = name
        title = [:]
        file = name
        version = ProgramVersion.current
        plan = SHA256(Array(name.utf8)).hexadecimal
        design = "list"
        seed = nil
        self.columns = columns
        policies = []
        inputs = []
        inert = []
    }

    /// The header of a plan.
    ///
    /// - Parameters:
    ///   - inert: positions of inputs that change nothing.
    ///   - inputs: the files that its scenarios rest on.
    public init(_ plan: SweepPlan, inert: [Int], inputs: [InputFile]) {
        let subject = plan.subject
        name = subject.name
        title = ["id": subject.title.indonesian, "en": subject.title.english]
        file = subject.file
        version = ProgramVersion.current
        self.plan = SHA256(Array(plan.identity.utf8)).hexadecimal
        design = plan.design.kind.rawValue
        seed = plan.design.seed.map { String($0) }
        columns = SweepColumns(plan)
        policies = subject.alternatives.map { Policy(name: $0.name, scenario: $0.scenario.file) }
        self.inputs = inputs.map { Content(file: $0.path, sha256: $0.digest.hexadecimal) }
        self.inert = inert.map { subject.inputs[$0].name }
    }

    /// The title, or the name where there is none.
    public var phrase: Phrase { Phrase { title[$0.rawValue] ?? name } }

    func result(_ summary: SweepSummary) -> SweepResult {
        SweepResult(
            name: name, title: phrase, design: design, columns: columns, inert: inert,
            summary: summary)
    }

    /// In what a sweep that is asked for differs: version, plan, data.
    ///
    /// Of data the files are named whose content no file of this one has.
    func differences(_ asked: SweepHeader) -> [Phrase] {
        var differences: [Phrase] = []
        if version != asked.version {
            differences.append(Phrase.otherVersion(version, asked.version))
        }
        if plan != asked.plan {
            differences.append(
                Phrase(
                    id: "rencananya lain (masukan, rancangan, benih, kebijakan atau besaran)",
                    en: "its plan is another (inputs, design, seed, policies or outcomes)"))
        }
        guard data != asked.data else { return differences }
        let known = Set(inputs.map(\.sha256))
        let changed = Phrase.list(
            asked.inputs.filter { !known.contains($0.sha256) }.map(\.file))
        return differences + [
            changed.isEmpty
                ? Phrase(id: "berkas datanya lain", en: "its data files are others")
                : Phrase(id: "data berubah: \(changed)", en: "data changed: \(changed)")
        ]
    }

    /// The header as one line of JSON, its members in order of name.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    /// The header that a line of JSON holds; nil where it holds none.
    init?(json: some Collection<UInt8>) {
        guard let header = try? JSONDecoder().decode(SweepHeader.self, from: Data(json)) else {
            return nil
        }
        self = header
    }
}
