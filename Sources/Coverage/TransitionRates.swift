import LinearAlgebra
import Policy

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

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

    /// The first rate that is negative or not finite, in the order of ``Parameters/rates``. NaN is
    /// refused too.
    var firstInvalid: (key: String, value: Double)? {
        let values = [
            selfEnrolment, employerEnrolment, employerLoss, lapse, returning, graduation, death,
            outOfLabourForce, movedAway, ageLimit,
        ]
        return zip(Parameters.rates, values).first { !($1 >= 0 && $1.isFinite) }
            .map { ($0.definition.path, $1) }
    }

    /// The rates as keys of a model give them. The death rate is that of the segment and without
    /// its load: cohorts may have rates of their own.
    init(_ value: (SegmentNumber) -> Double) {
        selfEnrolment = value(.selfEnrolment)
        employerEnrolment = value(.employerEnrolment)
        employerLoss = value(.employerLoss)
        lapse = value(.lapse)
        returning = value(.returning)
        graduation = value(.graduation)
        death = value(.death)
        ageLimit = value(.ageLimit)
        outOfLabourForce = value(.outOfLabourForce)
        movedAway = value(.movedAway)
        waits = value(.waits) != 0
        waitingRestarts = value(.restarts) != 0
    }

    /// The states of the generator: ten statuses and the arrival state `S0`.
    ///
    /// `S0` (index 10) is where a person stands between enrolling inside a month and its end; it
    /// has the rates of `S1`.
    static let states = Status.count + 1

    /// Writes one month's generator `Q/12` of those who stay, in one of eight worlds.
    ///
    /// Leaving has the same rate in every status, so it commutes with moving and is left out:
    ///
    ///     expm((Q - eps I) / 12) = exp(-eps / 12) expm(Q / 12)
    ///     Q[i][j] = rate(i -> j),   Q[i][i] = -(sum over j of rate(i -> j))
    ///
    /// On the PU route `S0` is never entered: who would arrive there is vested, `S`.
    ///
    /// - Parameter generator: `[11][11][8]`, zero in this world.
    func write(to generator: UnsafeMutablePointer<Double>, world: Int) {
        let arrival = Status.count
        /// Adds a yearly rate to an entry and takes it off the diagonal, so that rows sum to zero.
        func move(_ from: Int, _ to: Int, _ yearly: Double) {
            let rate = yearly / 12
            generator[(from * Self.states + to) * worldCount + world] += rate
            generator[(from * Self.states + from) * worldCount + world] -= rate
        }
        let entry = waits ? arrival : Status.selfPaying.rawValue
        let employer = Status.employer.rawValue
        move(Status.unprotected.rawValue, entry, selfEnrolment)
        for status in Status.enrollable + Status.selfPaid {
            move(status.rawValue, employer, employerEnrolment)
        }
        move(arrival, employer, employerEnrolment)
        move(employer, Status.unprotected.rawValue, employerLoss)
        for status in [Status.selfFirst.rawValue, Status.selfSecond.rawValue, arrival] {
            move(status, Status.lapsed.rawValue, lapse)
        }
        move(Status.selfPaying.rawValue, Status.lapsedVested.rawValue, lapse)
        move(Status.lapsed.rawValue, entry, returning)
        move(
            Status.lapsedVested.rawValue, waitingRestarts ? entry : Status.selfPaying.rawValue,
            returning)
        for (funded, own) in zip(Status.publiclyFunded, Status.selfPaid) {
            move(funded.rawValue, own.rawValue, graduation)
        }
    }

    /// The share of a cohort that leaves within a month, by cause, and the share that stays.
    ///
    ///     leaving[cause] = rate / eps (1 - exp(-eps / 12)),   stays = exp(-eps / 12)
    ///
    /// - Parameter death: the cohort's death rate, load included.
    /// - Returns: shares by death, age limit, out of the labour force, moved away; with the share
    ///   that stays they sum to 1.
    func leaving(death: Double) -> (causes: (Double, Double, Double, Double), stays: Double) {
        let total = death + ageLimit + outOfLabourForce + movedAway
        guard total > 0 else { return ((0, 0, 0, 0), 1) }
        let left = -expm1(-total / 12)
        return (
            (
                left * death / total, left * ageLimit / total, left * outOfLabourForce / total,
                left * movedAway / total
            ), 1 - left
        )
    }

    /// The generator `Q` per year of those who stay: ten statuses and the arrival state, 11 x 11.
    ///
    /// Linear in the rates: that of one rate of 1 is what the rate moves.
    package var generator: Matrix {
        let buffer = WorldBuffer(rows: Self.states * Self.states)
        buffer.fill(0)
        write(to: buffer.base, world: 0)
        return Matrix(rows: Self.states, columns: Self.states) {
            12 * buffer.row($0 * Self.states + $1)[0]
        }
    }
}
