import Analysis
import Formats
import Foundation
import LinearAlgebra
import Policy
import Quantities

/// What a sweep's results rest on, as its store and manifest name it.
///
/// Three parts make the digest: the program's version, the plan, and the data that the scenarios
/// rest on. A store of another digest is never added to.
public struct SweepHeader: Codable, Sendable, Equatable {
    /// A policy and the scenario that it is, or is laid on.
    public struct Policy: Codable, Sendable, Equatable {
        package let name: String
        package let scenario: String
    }

    package let name: String
    /// By language.
    package let title: [String: String]
    package let file: String
    package let version: String
    package let plan: String
    package let design: String
    /// The seed of draws; nil where nothing is drawn.
    package let seed: String?
    package let columns: SweepColumns
    package let policies: [Policy]
    /// The files that were read, by their bytes.
    package let inputs: [InputFile]
    /// Inputs that change no outcome.
    package let inert: [String]

    /// What names the results: of equal digests, equal results.
    ///
    /// Paths are left out, so that a sweep may be computed in parts in different folders.
    package var digest: String {
        SHA256(Array("\(version) \(plan) \(data)".utf8)).hexadecimal
    }

    var data: String {
        let digests = inputs.map(\.digest.hexadecimal).sorted()
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
    package init(_ plan: SweepPlan, inert: [Int], inputs: [InputFile]) {
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
        self.inputs = inputs
        self.inert = inert.map { subject.inputs[$0].name }
    }

    /// The title, or the name where there is none.
    package var phrase: Phrase { Phrase { title[$0.rawValue] ?? name } }

    func result(_ summary: SweepSummary) -> SweepResult {
        SweepResult(
            name: name, title: phrase, design: design, columns: columns, inert: inert,
            summary: summary)
    }

    /// The manifest of its results: one for a sweep computed at once, resumed, or merged of parts.
    var manifest: RunManifest {
        let blas = BLASConfiguration.current
        return RunManifest(
            command: "sweep",
            [
                ("sweep", .text(name)), ("file", .text(file)), ("digest", .text(digest)),
                ("design", .text(design)), ("points", .number(columns.points)),
            ], seed: seed,
            [("policies", .rows(policies.map { [("name", $0.name), ("scenario", $0.scenario)] }))],
            inputs: inputs, numerics: (blas.coreName, blas.build, blas.threadCount),
            version: version)
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
        let known = Set(inputs.map(\.digest))
        let changed = Phrase.list(
            asked.inputs.filter { !known.contains($0.digest) }.map(\.path))
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
