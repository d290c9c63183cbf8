import LinearAlgebra
import RealModule
import Testing
import _LindungKernels
import _TestSupport

@testable import Coverage

struct TransitionOperatorTests {
    @Test("operator equals the plain exponential with advancing months", arguments: UInt64(1)...24)
    func equalsPlainExponential(seed: UInt64) throws {
        var draws = SeededDraws(seed)
        let most = seed.isMultiple(of: 4) ? 100.0 : 6.0
        let plain = PlainRates(
            selfEnrolment: draws.real(0...most), employerEnrolment: draws.real(0...most),
            employerLoss: draws.real(0...most), lapse: draws.real(0...most),
            returning: draws.real(0...most), graduation: draws.real(0...most),
            death: draws.real(0...0.1), outOfLabourForce: draws.real(0...0.3),
            movedAway: draws.real(0...0.3), ageLimit: draws.real(0...0.1))
        for (waits, restarts) in [(true, true), (true, false), (false, true), (false, false)] {
            let made = try TransitionOperator(plain.transitionRates(waits, restarts))
            let expected = plain.monthly(waits: waits, restarts: restarts)
            for from in 0..<10 {
                for to in 0..<10 {
                    let found = made.probabilities[from, to]
                    #expect(
                        isNear(found, expected[from][to], 1e-12), "seed \(seed) \(from) -> \(to)")
                    #expect((0...1).contains(found), "seed \(seed) \(from) -> \(to)")
                }
                for (cause, rate) in [
                    plain.death, plain.ageLimit, plain.outOfLabourForce, plain.movedAway,
                ].enumerated() {
                    let share = plain.monthlyShare(rate)
                    #expect(isNear(made.exits[from, cause], share, 1e-13), "seed \(seed) \(cause)")
                }
            }
        }
    }

    /// What the projection kernel leaves out is 0 whatever the rates, and all else can happen.
    @Test(
        "the kernel reads the moves that rates can make, and no others", arguments: [true, false])
    func reach(waits: Bool) {
        var possible = Array(repeating: Int32(0), count: Status.count)
        for restarts in [true, false] {
            var draws = SeededDraws(restarts ? 71 : 72)
            let buffer = MoveBuffer()
            for world in 0..<worldCount {
                var rates = TransitionRates()
                (rates.waits, rates.waitingRestarts) = (waits, restarts)
                for path in [
                    \TransitionRates.selfEnrolment, \.employerEnrolment, \.employerLoss, \.lapse,
                    \.returning, \.graduation,
                ] { rates[keyPath: path] = world == 0 ? 1 : draws.real(0.01...8) }
                rates.write(to: buffer.generator.base, world: world)
            }
            buffer.exponentiate()
            for cell in 0..<Status.count * Status.count {
                let row = buffer.result.row(cell)
                guard (0..<worldCount).contains(where: { row[$0] != 0 }) else { continue }
                possible[cell / Status.count] |= 1 << Int32(cell % Status.count)
            }
        }
        let reach = PackOperators.reach(routes: [waits], hasTable: false)
        #expect(possible == (0..<Int32(Status.count)).map { lk_reach(reach, $0) })
    }

    @Test("tables and packs of both routes are read whole")
    func wholeReach() {
        let whole = Int32(LK_REACH_ALL)
        #expect(PackOperators.reach(routes: [true, false], hasTable: false) == whole)
        #expect(PackOperators.reach(routes: [true], hasTable: true) == whole)
        #expect(PackOperators.reach(routes: [false], hasTable: true) == whole)
    }

    @Test("deaths within a month are mu/(mu+eps) (1 - exp(-(mu+eps)/12)) from every status")
    func deathFormula() throws {
        for (mu, eps) in [(0.0038, 0.0), (0.0038, 0.2), (0.5, 3.0), (0.0, 0.4)] {
            var rates = TransitionRates()
            rates.death = mu
            rates.movedAway = eps / 4
            rates.outOfLabourForce = eps * 3 / 4
            rates.lapse = 2
            rates.selfEnrolment = 1
            let made = try TransitionOperator(rates)
            let expected =
                mu + eps == 0 ? 0 : mu / (mu + eps) * -Double.expMinusOne(-(mu + eps) / 12)
            for status in Status.allCases {
                let found = made.exits[status.rawValue, ExitCause.death.rawValue]
                #expect(abs(found - expected) <= 1e-15 + 1e-12 * expected)
            }
        }
    }

    @Test("a negative or infinite rate names its key")
    func invalidRates() {
        let rates: [(String, WritableKeyPath<TransitionRates, Double>)] = [
            ("rate.self_enrolment", \.selfEnrolment),
            ("rate.employer_enrolment", \.employerEnrolment),
            ("rate.employer_loss", \.employerLoss), ("rate.lapse", \.lapse),
            ("rate.return", \.returning), ("rate.graduation", \.graduation),
            ("rate.death", \.death), ("rate.age_limit", \.ageLimit),
            ("rate.out_of_labour_force", \.outOfLabourForce), ("rate.moved_away", \.movedAway),
        ]
        for (key, path) in rates {
            for value in [-0.01, .infinity] {
                var bad = TransitionRates()
                bad[keyPath: path] = value
                #expect(throws: CoverageFault.invalidRate(key: key, value: value)) {
                    try TransitionOperator(bad)
                }
            }
        }
        var unknown = TransitionRates()
        unknown.lapse = .nan
        #expect(throws: CoverageFault.self) { try TransitionOperator(unknown) }
    }

    @Test("without rates only the consecutive months advance")
    func restIsAdvance() throws {
        let made = try TransitionOperator(TransitionRates())
        let next: [Status: Status] = [
            .fundedFirst: .fundedSecond, .fundedSecond: .funded, .selfFirst: .selfSecond,
            .selfSecond: .selfPaying,
        ]
        for from in Status.allCases {
            for to in Status.allCases {
                let expected = (next[from] ?? from) == to ? 1.0 : 0.0
                #expect(made.probabilities[from.rawValue, to.rawValue] == expected)
            }
        }
        #expect(made.exits.maximumAbsolute == 0)
    }

    @Test("newcomers and returners stand in the first month, in the vested one where nobody waits")
    func arrivals() throws {
        var rates = TransitionRates()
        rates.selfEnrolment = 1
        rates.returning = 2
        let (u, l, lv) = (0, Status.lapsed.rawValue, Status.lapsedVested.rawValue)
        let (s1, s) = (Status.selfFirst.rawValue, Status.selfPaying.rawValue)
        let joined = -Double.expMinusOne(-1.0 / 12)
        let returned = -Double.expMinusOne(-2.0 / 12)
        let waiting = try TransitionOperator(rates).probabilities
        #expect(isNear(waiting[u, s1], joined, 1e-14) && waiting[u, s] == 0)
        #expect(isNear(waiting[l, s1], returned, 1e-14) && isNear(waiting[lv, s1], returned, 1e-14))
        rates.waitingRestarts = false
        let kept = try TransitionOperator(rates).probabilities
        #expect(isNear(kept[l, s1], returned, 1e-14) && isNear(kept[lv, s], returned, 1e-14))
        rates.waits = false
        let wage = try TransitionOperator(rates).probabilities
        #expect(isNear(wage[u, s], joined, 1e-14) && isNear(wage[l, s], returned, 1e-14))
        #expect(wage[u, s1] == 0 && wage[l, s1] == 0)
    }
}

extension PlainRates {
    /// The same rates for the product.
    func transitionRates(_ waits: Bool, _ restarts: Bool) -> TransitionRates {
        var rates = TransitionRates()
        rates.selfEnrolment = selfEnrolment
        rates.employerEnrolment = employerEnrolment
        rates.employerLoss = employerLoss
        rates.lapse = lapse
        rates.returning = returning
        rates.graduation = graduation
        rates.death = death
        rates.ageLimit = ageLimit
        rates.outOfLabourForce = outOfLabourForce
        rates.movedAway = movedAway
        rates.waits = waits
        rates.waitingRestarts = restarts
        return rates
    }
}
