/// What the value of a parameter decides: which numbers it becomes, and for whom.
///
/// Declared with the parameter, once. Whoever writes the values of draws switches over it without
/// default, so that nothing which a draw may change is forgotten. A parameter may decide two
/// things: the route says who waits and what a month costs.
public enum ParameterBinding: Sendable, Hashable {
    /// What the people of a segment do.
    case people(PeopleBinding)
    /// What members are registered as, and so what a person-month costs.
    case registration(RegistrationBinding)
    /// How much of a bill a purse may pay.
    case limit(LimitBinding)
    /// A part of what a purse may spend in a year.
    case ceiling(CeilingParts.Part)
    /// Which purse pays, and when.
    case payment(PaymentBinding)
    /// What the protected are paid, and how their families live without them.
    case benefit(BenefitBinding)
    /// How poor the people of a region are.
    case poverty(PovertyNumber)
    /// How many persons live on one income.
    case household
    /// Employed persons, a denominator.
    case employed
    /// A figure of the region's own budget. Tests of the budget read it as written; no other figure
    /// depends on it.
    case budget
}

/// How a value becomes numbers of a segment's people.
public enum PeopleBinding: Sendable, Hashable {
    /// The number as it is; 1 and 0 for yes and no.
    case number(SegmentNumber)
    /// Persons, or a share of the eligible; the number that is not meant is 0.
    case quota
    /// Persons a month, or a share of the opening workers a year; the number that is not meant
    /// is 0.
    case entrants
    /// Whether newcomers wait.
    case route

    /// The numbers that it sets.
    public var numbers: [SegmentNumber] {
        switch self {
        case .number(let number): [number]
        case .quota: [.heads, .share]
        case .entrants: [.entrantsPerMonth, .entrantsPerYear]
        case .route: [.waits]
        }
    }

    /// What has to be made anew when the value changes.
    public var parts: SegmentParts { numbers.reduce(into: []) { $0.formUnion($1.parts) } }

    /// Gives each of the numbers that a value comes to; nothing for a value out of the parameter's
    /// domain, which readers have refused.
    ///
    ///     PeopleBinding.quota.encode(.share(0.4))  // heads 0, share 0.4
    @inlinable public func encode(_ value: SettingValue, _ set: (SegmentNumber, Double) -> Void) {
        switch self {
        case .number(let number):
            if case .flag(let on) = value {
                set(number, on ? 1 : 0)
            } else if let plain = value.number {
                set(number, plain)
            }
        case .quota:
            switch value {
            case .heads(let heads): (set(.heads, heads), set(.share, 0))
            case .share(let share): (set(.heads, 0), set(.share, share))
            default: break
            }
        case .entrants:
            switch value {
            case .perMonth(let flow): (set(.entrantsPerMonth, flow), set(.entrantsPerYear, 0))
            case .perYear(let rate): (set(.entrantsPerMonth, 0), set(.entrantsPerYear, rate))
            default: break
            }
        case .route:
            guard case .word(let word) = value else { return }
            set(.waits, RegistrationRoute(rawValue: word)?.hasWaitingMonths == true ? 1 : 0)
        }
    }
}

/// A part of what members are registered as.
public enum RegistrationBinding: Sendable, Hashable {
    case programmes, route, base, riskClass, group
}

/// How much of a bill a purse may pay: a fixed share, or so much for each rupiah of its partner.
public enum LimitBinding: Sendable, Hashable {
    case share, match
}

/// A rule of payment.
public enum PaymentBinding: Sendable, Hashable {
    /// The order in which purses pay.
    case purses
    /// Who would have to close a gap.
    case gapPayer
    /// What happens when ceilings do not suffice.
    case budgetPolicy
    /// When APBD perubahan takes effect.
    case revisionMonth
}

/// How a value becomes numbers of a segment's benefits.
public enum BenefitBinding: Sendable, Hashable {
    /// The number as it is.
    case number(BenefitNumber)
    /// 1 for each programme of benefits that members have, 0 for each that they lack.
    case programmes

    /// Gives each of the numbers that a value comes to.
    public func encode(_ value: SettingValue, _ set: (BenefitNumber, Double) -> Void) {
        switch self {
        case .number(let number): if let plain = value.number { set(number, plain) }
        case .programmes:
            guard case .words(let words) = value else { return }
            set(.hasJKK, words.contains(Programme.jkk.rawValue) ? 1 : 0)
            set(.hasJKM, words.contains(Programme.jkm.rawValue) ? 1 : 0)
        }
    }
}

extension ParameterDefinition {
    /// Whether a value decides what a person-month costs, or who is asked for a price.
    package var movesPrices: Bool {
        bindings.contains { binding in
            switch binding {
            case .registration, .payment(.gapPayer): true
            case .people, .limit, .ceiling, .payment, .benefit, .poverty, .household, .employed,
                .budget:
                false
            }
        }
    }

    /// Whether a value decides what the people of a segment do.
    package var movesPeople: Bool {
        bindings.contains { if case .people = $0 { true } else { false } }
    }
}
