import Quantities

/// What members are registered as, and so what a person-month costs.
extension Parameters {
    /// A lever, not a fact about the segment: the same person costs Rp 5,400 as PU and Rp 16,800
    /// as BPU at a wage of Rp 1,000,000. No standard value, since a wrong guess triples the bill.
    public static let route: ParameterKey<RegistrationRoute> = word(
        "route", .lever, [.pu, .bpu], id: "Jalur pendaftaran", en: "Registration route",
        short: Phrase(id: "jalur pendaftaran", en: "registration route"), .people(.route),
        .registration(.route))
    /// In order of programme whatever the order in which they are written.
    public static let programmes = ParameterKey<[Programme]>(
        ParameterDefinition(
            "programmes", .lever, .segment, .words(Programme.allCases.map(\.rawValue)),
            standard: .words(["jkk", "jkm"]),
            id: "Program yang dibiayai", en: "Programmes that are funded",
            short: Phrase(id: "program yang dibiayai", en: "funded programmes"),
            [.registration(.programmes), .benefit(.programmes)])
    ) {
        guard case .words(let words) = $0 else { return nil }
        return words.compactMap(Programme.init(rawValue:)).sorted()
    }

    static let ofRegistrationLevers = [route.definition, programmes.definition]

    /// The wage of wage earners; for BPU the declared income, which chooses the band. Rupiah a
    /// month.
    public static let base = number(
        "base", .assumption, .segment, .rupiahPerMonth, 0...1e9,
        id: "Upah atau penghasilan yang dilaporkan", en: "Reported wage or income",
        short: Phrase(id: "dasar iuran", en: "contribution base"),
        usual: UsualRange(1e5...1e8, slip: .thousands), .registration(.base),
        .benefit(.number(.wage)))
    /// Sets the JKK rate of wage earners (PP 44/2015); BPU contributions do not depend on it.
    public static let riskClass = number(
        "risk_class", .assumption, .segment, .riskClass, 1...5, standard: 1,
        id: "Kelompok risiko kerja (1 sangat rendah .. 5 sangat tinggi)",
        en: "Work risk class (1 very low .. 5 very high)",
        short: Phrase(id: "kelas risiko", en: "risk class"), .registration(.riskClass))
    /// Decides which temporary rules concern the segment, such as PP 50/2025 for transport.
    public static let group = word(
        "group", .assumption, WorkerGroup.allCases, standard: .general,
        id: "Kelompok pekerjaan untuk keringanan iuran",
        en: "Kind of work, for contribution relief",
        short: Phrase(id: "kelompok pekerjaan", en: "kind of work"), .registration(.group))

    static let ofRegistration = [base.definition, riskClass.definition, group.definition]
}
