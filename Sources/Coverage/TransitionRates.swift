/// The yearly intensities that move one lane, and the waiting rule it lives under.
///
/// All in events per person-year at risk, not negative.
///
/// The rates do not depend on the month of the year or on how long a person has been in a status,
/// which is what makes one matrix of them.
public struct TransitionRates: Sendable, Hashable {
    /// `U -> S0`.
    public var selfEnrolment = 0.0
    /// `U, S*, L, LV -> E`.
    public var employerEnrolment = 0.0
    /// `E -> U`.
    public var employerLoss = 0.0
    /// `S1, S2 -> L` and `S -> LV`.
    public var lapse = 0.0
    /// `L -> S0`, `LV -> S0` (`S` where waiting does not restart).
    public var returning = 0.0
    /// `F1 -> S1`, `F2 -> S2`, `F -> S`.
    public var graduation = 0.0
    /// From every status.
    public var death = 0.0
    /// From every status; with cohorts in addition to who leaves the last age band in January.
    public var ageLimit = 0.0
    /// From every status.
    public var outOfLabourForce = 0.0
    /// From every status.
    public var movedAway = 0.0
    /// Whether newcomers wait three months: the BPU route.
    public var waits = true
    /// Whether those who lapsed after vesting wait again.
    public var waitingRestarts = true

    /// Nobody moves and nobody leaves.
    public init() {}

    /// The rate of each cause of leaving, in the order of ``ExitCause``.
    var exits: [Double] { [death, ageLimit, outOfLabourForce, movedAway] }

    /// The first rate that is negative or not finite, by its scenario key.
    var firstInvalid: (key: String, value: Double)? {
        let all = [
            ("rate.self_enrolment", selfEnrolment), ("rate.employer_enrolment", employerEnrolment),
            ("rate.employer_loss", employerLoss), ("rate.lapse", lapse),
            ("rate.return", returning), ("rate.graduation", graduation), ("rate.death", death),
            ("rate.age_limit", ageLimit), ("rate.out_of_labour_force", outOfLabourForce),
            ("rate.moved_away", movedAway),
        ]
        return all.first { !($0.1 >= 0 && $0.1.isFinite) }
    }

    /// The generator `Q` over the ten statuses and the arrival state `S0`, per year.
    ///
    /// `S0` (index 10) is where a person stands between enrolling inside a month and its end; it
    /// has the rates of `S1`. Each row's missing sum is the rate of leaving.
    ///
    ///     Q[i][j] = rate(i -> j),   Q[i][i] = -(sum over j of rate(i -> j) + rate of leaving)
    ///
    /// On the PU route `S0` is never entered: who would arrive there is vested, `S`.
    func generatorRows() -> [[Double]] {
        let arrival = Status.count
        var q = Array(repeating: Array(repeating: 0.0, count: arrival + 1), count: arrival + 1)
        func move(_ from: Status, _ to: Int, _ rate: Double) { q[from.rawValue][to] += rate }
        let entry = waits ? arrival : Status.selfPaying.rawValue
        let employer = Status.employer.rawValue
        move(.unprotected, entry, selfEnrolment)
        for status in Status.enrollable + Status.selfPaid {
            move(status, employer, employerEnrolment)
        }
        move(.employer, Status.unprotected.rawValue, employerLoss)
        move(.selfFirst, Status.lapsed.rawValue, lapse)
        move(.selfSecond, Status.lapsed.rawValue, lapse)
        move(.selfPaying, Status.lapsedVested.rawValue, lapse)
        move(.lapsed, entry, returning)
        move(.lapsedVested, waitingRestarts ? entry : Status.selfPaying.rawValue, returning)
        move(.fundedFirst, Status.selfFirst.rawValue, graduation)
        move(.fundedSecond, Status.selfSecond.rawValue, graduation)
        move(.funded, Status.selfPaying.rawValue, graduation)
        q[arrival] = q[Status.selfFirst.rawValue]
        let leaving = exits.reduce(0, +)
        for row in q.indices { q[row][row] = -(q[row].reduce(0, +) + leaving) }
        return q
    }
}
