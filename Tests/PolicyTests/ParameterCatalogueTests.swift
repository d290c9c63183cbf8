import Quantities
import Testing

@testable import Policy

struct ParameterCatalogueTests {
    @Test("paths are unique and found again")
    func paths() {
        let paths = Parameters.catalogue.map(\.path)
        #expect(Set(paths).count == paths.count && paths.count > 30)
        for definition in Parameters.catalogue {
            #expect(Parameters.definition(definition.path) == definition)
        }
        #expect(Parameters.definition("rate.lapsed") == nil)
    }

    @Test("no path begins another one, so that a member after it is never ambiguous")
    func prefixes() {
        let paths = Parameters.catalogue.map(\.path)
        for path in paths {
            let longer = paths.filter { $0.hasPrefix(path + ".") }
            #expect(longer.isEmpty, "\(path) begins \(longer)")
        }
    }

    @Test("every parameter is documented in both languages, differently")
    func documentation() {
        for definition in Parameters.catalogue {
            let meaning = definition.meaning
            #expect(meaning.indonesian.count > 3 && meaning.english.count > 3, "\(definition.path)")
            #expect(meaning.indonesian != meaning.english, "\(definition.path)")
        }
        let english = Parameters.catalogue.map(\.meaning.english)
        #expect(Set(english).count == english.count)
    }

    @Test("standard values are in range and of the right kind")
    func standards() {
        for definition in Parameters.catalogue {
            guard let standard = definition.standard else { continue }
            switch (definition.domain, standard) {
            case (.number(let units, let range), let value):
                #expect(value.number.map(range.contains) == true, "\(definition.path)")
                #expect(!units.isEmpty && definition.standardUnit == units[0])
            case (.flag, .flag): #expect(definition.standardUnit == .flag)
            case (.word(let words), .word(let word)): #expect(words.contains(word))
            case (.words(let words), .words(let chosen)):
                #expect(Set(chosen).isSubset(of: Set(words)))
            case (.purses, .words(let chosen)): #expect(chosen.isEmpty)
            case (.purse, .word(let purse)): #expect(purse == "apbd-kabkota")
            default: Issue.record("\(definition.path) has the standard \(standard)")
            }
        }
    }

    @Test("Every number of the engine is set by one parameter, and every parameter sets something")
    func bindings() {
        var people: [SegmentNumber] = []
        var benefits: [BenefitNumber] = []
        for definition in Parameters.catalogue {
            #expect(!definition.bindings.isEmpty, "\(definition.path)")
            for binding in definition.bindings {
                if case .people(let binding) = binding { people += binding.numbers }
                if case .benefit(.number(let number)) = binding { benefits.append(number) }
            }
        }
        #expect(people.map(\.rawValue).sorted() == SegmentNumber.allCases.map(\.rawValue))
        // Programmes set two, and the range of the fall of consumption two more.
        let others: [BenefitNumber] = [.hasJKK, .hasJKM, .fallLow, .fallHigh]
        #expect(
            (benefits + others).map(\.rawValue).sorted() == BenefitNumber.allCases.map(\.rawValue))
    }

    @Test("A value of one unit leaves nothing of the other")
    func encoding() {
        func numbers(_ binding: PeopleBinding, _ value: SettingValue) -> [SegmentNumber: Double] {
            var numbers: [SegmentNumber: Double] = [:]
            binding.encode(value) { numbers[$0] = $1 }
            #expect(Set(numbers.keys) == Set(binding.numbers))
            return numbers
        }
        #expect(numbers(.quota, .share(0.4)) == [.heads: 0, .share: 0.4])
        #expect(numbers(.quota, .heads(40)) == [.heads: 40, .share: 0])
        #expect(
            numbers(.entrants, .perYear(0.1)) == [.entrantsPerMonth: 0, .entrantsPerYear: 0.1])
        #expect(numbers(.entrants, .perMonth(3)) == [.entrantsPerMonth: 3, .entrantsPerYear: 0])
        #expect(numbers(.route, .word("bpu")) == [.waits: 1])
        #expect(numbers(.route, .word("pu")) == [.waits: 0])
        #expect(numbers(.number(.refill), .flag(false)) == [.refill: 0])
        #expect(numbers(.number(.lapse), .number(0.3)) == [.lapse: 0.3])
    }

    @Test("words are those of their types")
    func words() {
        let policy = Parameters.budgetPolicy.definition.domain
        #expect(policy == .word(["report", "cap-heads", "cap-months"]))
        #expect(Parameters.route.definition.domain == .word(["pu", "bpu"]))
        let programmes = Parameters.programmes
        #expect(programmes.decode(.words(["jht", "jkk"])) == [.jkk, .jht])
        #expect(Parameters.quota.decode(.share(0.5)) == .shareOfEligible(0.5))
        #expect(Parameters.quota.decode(.number(5)) == nil)
        #expect(Parameters.entrants.decode(.perYear(0.1)) == .perYearOfOpening(0.1))
        #expect(Parameters.entrants.decode(.perMonth(3)) == .personsPerMonth(3))
        #expect(Parameters.refill.decode(.word("yes")) == nil)
    }
}
