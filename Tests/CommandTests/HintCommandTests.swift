import Testing

/// Words of the command line that are wrong, with the proposal of their hint typed in their place.
struct HintCommandTests {
    private static let dasar = "scenarios/kota-probolinggo/dasar.yaml"
    private static let outcome = "coverage_protected_end_of_workers_share 2029"

    /// Arguments as they were typed, the one at fault, and what it must lead to.
    static let cases: [(arguments: [String], wrong: String, meant: String)] = [
        (["check", "scenarios/kota-probolinggo/dasr.yaml"], "dasr", "dasar"),
        (["diff", dasar, "scenarios/kota-probolinggo/mandri.yaml"], "mandri", "mandiri"),
        (["explain", dasar, "qouta.petani@35.74"], "qouta.petani@35.74", "quota.petani@35.74"),
        (["explain", dasar, "quota.petan"], "petan", "petani"),
        (["explain", dasar, "quota.petani@35.07"], "35.07", "35.74"),
        (["explain", dasar, "purse.ceiling.apbd"], "apbd", "apbd-kabkota"),
        (["explain", dasar, "purse.dbh"], "purse.dbh", "purse.dbh-cht"),
        (["explain", dasar, "public_bil_rp"], "public_bil_rp", "public_bill_rp"),
        (["explain", dasar, "quota.petani", "--at", "2026-5"], "2026-5", "2026-05"),
        (["compare", dasar, "--baseline", "dasr"], "dasr", "dasar"),
        (["init", "Malang"], "Malang", "35.07"),
        (["init", "Kota Probolingo"], "Kota Probolingo", "35.74"),
        (["init", "35.1"], "35.1", "35.10"),
        (["poverty", "state", "Kota Probolingo"], "Kota Probolingo", "35.74"),
        (
            [
                "tariff", "--route", "bpo", "--programmes", "jkk", "--payer", "apbd", "--date",
                "2025-05",
            ],
            "bpo", "bpu"
        ),
        (
            [
                "tariff", "--route", "bpu", "--programmes", "jkkk", "--payer", "apbd", "--date",
                "2025-05",
            ],
            "jkkk", "jkk"
        ),
        (
            [
                "tariff", "--route", "bpu", "--programmes", "jkk", "--payer", "apb", "--date",
                "2025-05",
            ],
            "apb", "apbd"
        ),
        (target("qouta.petani", "1 .. 5", outcome, "30 %"), "qouta.petani", "quota.petani"),
        (target("quota.petani", "1 - 5", outcome, "30 %"), "1 - 5", "1 .. 5"),
        (target("quota.petani", "1 .. 5", outcome, "30"), "30", "30 %"),
        (
            target("quota.petani", "1 .. 5", "coverage_protected_end_of_worker_share 2029", "30 %"),
            "coverage_protected_end_of_worker_share 2029", outcome
        ),
    ]

    private static func target(
        _ lever: String, _ scale: String, _ outcome: String, _ least: String
    ) -> [String] {
        [
            "target", dasar, "--lever", lever, "--scale", scale, "--outcome", outcome,
            "--at-least", least,
        ]
    }

    @Test("A proposal typed in place of the wrong word is accepted", arguments: cases)
    func typed(_ arguments: [String], _ wrong: String, _ meant: String) throws {
        for (language, intro) in [("en", "hint: "), ("id", "petunjuk: ")] {
            let run = try LindungProcess(arguments + ["--lang", language])
            #expect(run.status == 2)
            let hint = run.errors.split(separator: "\n").first { $0.contains(intro) } ?? ""
            let proposals = hint.split(separator: "'", omittingEmptySubsequences: false)
            let proposal = proposals.count > 1 ? String(proposals[1]) : ""
            #expect(proposal.contains(meant), "\(run.errors)")
        }
        let mended = arguments.map { $0 == wrong ? meant : $0.replacing(wrong, with: meant) }
        #expect(mended != arguments)
        let run = try LindungProcess(mended)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test(
        "Words that the options themselves list are accepted", arguments: ["--design", "--locale"])
    func listed(_ option: String) throws {
        let some = ["run", Self.dasar, "--draws", "2"]
        let wrong = try LindungProcess(some + [option, "sobl", "--lang", "en"])
        #expect(wrong.status == 2)
        let words = wrong.errors.split(separator: "'").map(String.init).filter {
            ["mc", "lhs", "sobol", "id-ID", "en-US"].contains($0)
        }
        #expect(words.count >= 2)
        for word in Set(words) {
            #expect(try LindungProcess(some + [option, word]).status == 0)
        }
    }
}
