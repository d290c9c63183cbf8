import Testing

@testable import Welfare

@Suite struct LorenzFitTests {
    /// Grouped data of the World Bank's wbpip tests.
    static let people = [0.0005, 0.0032, 0.0148, 0.0443, 0.0991, 0.257, 0.4385, 0.5938, 0.7089, 1]
    static let shares = [
        5.824760527e-5, 6.04029410841e-4, 3.7949334793617e-3, 0.0139888786522, 0.0369921645831,
        0.1214070890613, 0.2453139188308, 0.3744667016929, 0.4875311624119, 1,
    ]
    static let mean = 51.5660557757944
    static let line = 57.791666666666664

    /// Rural India 1983, as printed in Datt (1998).
    static let india = (
        people: [
            0.0092, 0.0339, 0.0850, 0.1640, 0.2609, 0.4133, 0.5497, 0.7196, 0.8196, 0.9174, 0.9570,
            0.9751, 1,
        ],
        shares: [
            0.00208, 0.01013, 0.03122, 0.07083, 0.12808, 0.23498, 0.34887, 0.51994, 0.64270,
            0.79201, 0.86966, 0.91277, 1,
        ]
    )

    @Test("The general quadratic fit comes out as the World Bank publishes it")
    func quadratic() throws {
        let curve = try QuadraticLorenz(
            GroupedShares(people: Self.people, consumption: Self.shares))
        #expect(abs(curve.a - 0.79598154) < 5e-9)
        #expect(abs(curve.b + 1.44459339) < 5e-9)
        #expect(abs(curve.c - 0.14728192) < 5e-9)
        let indices = curve.indices(mean: Self.mean, line: Self.line)
        #expect(abs(indices.headcount - 0.7600581) < 5e-8)
        #expect(abs(indices.gap - 0.27617606) < 5e-9)
        #expect(abs(indices.severity - 0.12832887) < 5e-9)
        #expect(abs(curve.gini - 0.32126464) < 5e-9)
        #expect(curve.fault == nil)
    }

    @Test("The beta fit has the coefficients of the World Bank's tests")
    func beta() throws {
        let curve = try BetaLorenz(GroupedShares(people: Self.people, consumption: Self.shares))
        #expect(abs(curve.theta - 0.57803721740313529) < 1e-9)
        #expect(abs(curve.gamma - 0.94205090386544987) < 1e-9)
        #expect(abs(curve.delta - 0.52578600019473676) < 1e-9)
        // Their Gini is a sum over 500 strips.
        #expect(abs(curve.gini - 0.31236656171451094) < 5e-6)
    }

    @Test("Both forms agree with a second implementation", arguments: ["wbpip", "india-1983"])
    func reference(_ name: String) throws {
        let isIndia = name != "wbpip"
        let shares = try GroupedShares(
            people: isIndia ? Self.india.people : Self.people,
            consumption: isIndia ? Self.india.shares : Self.shares)
        let (mean, line) = isIndia ? (109.9, 89) : (Self.mean, Self.line)
        let curves: [(String, any LorenzCurve)] = [
            ("quadratic", try QuadraticLorenz(shares)), ("beta", try BetaLorenz(shares)),
        ]
        for (form, curve) in curves {
            let indices = curve.indices(mean: mean, line: line)
            PovertyReference.expect(
                [
                    "headcount": indices.headcount, "gap": indices.gap,
                    "severity": indices.severity, "watts": indices.watts, "gini": curve.gini,
                    "valid_from": try #require(curve.validFrom),
                ], of: "\(name)-\(form)", within: 1e-9)
            #expect(curve.fault == nil)
        }
    }

    @Test("Slope and curvature are the derivatives of the share")
    func derivatives() {
        let curves: [any LorenzCurve] = [
            QuadraticLorenz(a: 0.8, b: -1.44, c: 0.15),
            QuadraticLorenz(a: 2.2, b: -3, c: 0.2),
            BetaLorenz(theta: 0.55, gamma: 0.93, delta: 0.55),
        ]
        let step = 1e-6
        for curve in curves {
            for p in [0.05, 0.3, 0.77] {
                let slope = (curve.share(p + step) - curve.share(p - step)) / (2 * step)
                let bend = (curve.slope(p + step) - curve.slope(p - step)) / (2 * step)
                #expect(abs(slope - curve.slope(p)) < 1e-8)
                #expect(abs(bend - curve.curvature(p)) < 1e-7)
            }
            let area = doubleExponentialIntegral(0, 1, curve.share)
            #expect(abs(curve.gini - (1 - 2 * area)) < 1e-10)
        }
    }

    @Test("The better form is chosen by its errors among the poor")
    func choice() throws {
        let fit = try LorenzFit(
            GroupedShares(people: Self.india.people, consumption: Self.india.shares),
            mean: 109.9, line: 89)
        #expect(fit.candidates.map(\.form) == [.quadratic, .beta])
        let best = fit.candidates.min { $0.squaredErrors < $1.squaredErrors }
        #expect(fit.form == best?.form)
    }

    @Test("What is no Lorenz curve is told apart")
    func faults() {
        #expect(QuadraticLorenz(a: 0.5, b: -1, c: 0.2).fault == .ends(at: 0.7))
        #expect(QuadraticLorenz(a: 1.2, b: -0.5, c: -0.1).fault == .falling(at: 0))
        #expect(QuadraticLorenz(a: -3, b: 1, c: 0.5).fault == .undefined(at: 0))
        #expect(BetaLorenz(theta: 0.5, gamma: 0.4, delta: 0.5).fault == .falling(at: 0))
        #expect(BetaLorenz(theta: 0.9, gamma: 0.7, delta: 0.5).fault == .falling(at: 0.001))
        #expect(BetaLorenz(theta: 0.3, gamma: 1.4, delta: 0.5).fault == .bendingDown(at: 0.001))
    }

    @Test("Where both forms fail there is no fit")
    func noFit() throws {
        // Nearly equal but for one person: neither form can bend so sharply.
        let shares = try GroupedShares(
            people: [0.2, 0.4, 0.6, 0.8, 0.999, 1],
            consumption: [0.001, 0.002, 0.003, 0.004, 0.005, 1])
        #expect(throws: LorenzFit.Fault.self) {
            try LorenzFit(shares, mean: 100, line: 20)
        }
    }

    @Test("Shares that are no points of a Lorenz curve are refused")
    func shares() {
        typealias Fault = GroupedShares.Fault
        func expect(_ fault: Fault, _ people: [Double], _ consumption: [Double]) {
            #expect(throws: fault) {
                try GroupedShares(people: people, consumption: consumption)
            }
        }
        expect(.tooFew(rows: 2, needed: 5), [0.5, 1], [0.3, 1])
        expect(.notRising(row: 2), [0.2, 0.4, 0.4, 0.8, 1], [0.1, 0.2, 0.3, 0.6, 1])
        expect(.notRising(row: 1), [0.2, 0.4, 0.6, 0.8, 1], [0.1, .nan, 0.3, 0.6, 1])
        expect(
            .endsElsewhere(people: 1, consumption: 0.97), [0.2, 0.4, 0.6, 0.8, 1],
            [0.08, 0.2, 0.37, 0.6, 0.97])
        expect(.notConvex(row: 2), [0.2, 0.4, 0.6, 0.8, 1], [0.08, 0.3, 0.4, 0.65, 1])
    }
}
