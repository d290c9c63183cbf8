import Analysis
import Forecasting
import Formats
import Quantities

extension ForecastOptions {
    /// The dates of policies, with a warning of each series that does not show one that others do.
    ///
    /// - Throws: ``InputFaults``, also where no series shows one.
    func policies(
        _ method: MethodName, in members: [SeriesTable.Member]
    ) throws(InputFaults) -> Checked<[PolicyDate]> {
        var policies: [PolicyDate] = []
        var warnings: [Diagnostic] = []
        for (kind, texts) in [(PolicyDate.Kind.step, steps), (.pulse, pulses)] {
            guard !texts.isEmpty else { continue }
            let option = "--\(kind.rawValue)"
            guard method == .arima else {
                throw InputFaults(
                    option: option, Phrase.takesNoPolicies(method),
                    hint: Phrase(
                        id: "tambahkan --method arima", en: "add --method arima"))
            }
            let words = texts.joined(separator: ",")
                .split(separator: ",", omittingEmptySubsequences: false)
            for word in words {
                let read = try Self.policy(kind, word.trimmed, members, option)
                if policies.contains(read.value) { continue }
                policies.append(read.value)
                warnings += read.warnings
            }
        }
        return Checked(policies, warnings)
    }

    private static func policy(
        _ kind: PolicyDate.Kind, _ text: String, _ members: [SeriesTable.Member],
        _ option: String
    ) throws(InputFaults) -> Checked<PolicyDate> {
        let areNumbers = members.contains { $0.first.kind == .number }
        guard let time = SeriesTime(text, areNumbers: areNumbers) else {
            throw InputFaults(
                option: option, Phrase.notATime(text), hint: Phrase.timeHint(text))
        }
        let policy = PolicyDate(kind, time)
        let blind = members.filter { policy.intervention(in: $0) == nil }
        if let first = blind.first, blind.count == members.count {
            throw InputFaults(
                option: option, Phrase.blind(to: policy, first), hint: Phrase.timesOf(first, kind))
        }
        return Checked(
            policy,
            blind.map { member in
                Diagnostic(
                    .warning, at: Position(file: option), Phrase.blind(to: policy, member),
                    hint: Phrase.withoutEffect)
            })
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension Phrase {
    fileprivate static func takesNoPolicies(_ method: MethodName) -> Phrase {
        Phrase(
            id: "metode '\(method.rawValue)' tidak memperhitungkan tanggal kebijakan; hanya"
                + " 'arima' yang dapat",
            en: "method '\(method.rawValue)' takes no dates of policies; 'arima' alone does")
    }

    /// Why a series does not show the effect of a policy.
    fileprivate static func blind(to policy: PolicyDate, _ member: SeriesTable.Member) -> Phrase {
        let (name, time) = (member.name, policy.time.text)
        let (first, last) = (member.first.text, member.last.text)
        guard let step = member.step(of: policy.time) else {
            let isOutside =
                policy.time.kind == member.first.kind
                && (policy.time < member.first || member.last < policy.time)
            return isOutside
                ? Phrase(
                    id: "\(time) di luar deret '\(name)' (\(first) sampai \(last))",
                    en: "\(time) is outside series '\(name)' (\(first) to \(last))")
                : Phrase(
                    id: "deret '\(name)' tidak memuat waktu seperti \(time)",
                    en: "series '\(name)' has no times such as \(time)")
        }
        return member.series.values[step].isNaN
            ? Phrase(
                id: "deret '\(name)' tidak punya nilai pada \(time)",
                en: "series '\(name)' has no value at \(time)")
            : Phrase(
                id: "deret '\(name)' baru dimulai pada \(time), sehingga tingkat sebelumnya tidak"
                    + " terlihat",
                en: "series '\(name)' only begins at \(time), so that the level before it is not"
                    + " seen")
    }

    fileprivate static let withoutEffect = Phrase(
        id: "deret ini diramal tanpa pengaruhnya", en: "this series is continued without its effect"
    )

    /// Between which times a policy can be.
    fileprivate static func timesOf(
        _ member: SeriesTable.Member, _ kind: PolicyDate.Kind
    ) -> Phrase {
        let (first, last) = (member.time(kind == .step ? 1 : 0).text, member.last.text)
        return Phrase(
            id: "pilih waktu dari \(first) sampai \(last) yang punya nilai",
            en: "choose a time from \(first) to \(last) that has a value")
    }
}
