import Testing

@testable import Reporting

/// Who pays first for people whom several purses share.
@Suite struct PayerTurnTests {
    private static func turns(
        _ payers: [(purse: Int, persons: Double, lastNeed: Int)], months: Int = 12
    ) -> [PayerTurn] {
        PayerTurn.turns(
            of: payers.map { .init(purse: $0.purse, persons: $0.persons, lastNeed: $0.lastNeed) },
            segment: 3, months: months)
    }

    @Test("A purse that nobody needs later comes first, in one turn")
    func free() {
        #expect(Self.turns([(2, 10, 3)]) == [PayerTurn(month: 0, purses: [2])])
        #expect(
            Self.turns([(0, 10, 7), (4, 90, 3)]) == [PayerTurn(month: 0, purses: [4, 0])])
        #expect(
            Self.turns([(5, 10, 1), (4, 90, 3), (0, 1, 9)])
                == [PayerTurn(month: 0, purses: [5, 4, 0])])
    }

    @Test("Those that are needed later each lead for their part of the year")
    func shared() {
        // 300 and 900 of 1,200 persons: 3 and 9 months.
        #expect(
            Self.turns([(0, 300, 8), (1, 900, 9)]) == [
                PayerTurn(month: 0, purses: [0, 1]), PayerTurn(month: 3, purses: [1, 0]),
            ])
        // 4 of 12 months by a free purse, then 2, 3 and 3.
        #expect(
            Self.turns([(0, 400, 3), (1, 200, 7), (2, 300, 8), (3, 300, 9)]) == [
                PayerTurn(month: 0, purses: [0, 1, 2, 3]),
                PayerTurn(month: 6, purses: [0, 2, 3, 1]),
                PayerTurn(month: 9, purses: [0, 3, 1, 2]),
            ])
    }

    @Test("A part of less than half a month has no turn of its own")
    func slight() {
        #expect(
            Self.turns([(0, 1, 8), (1, 999, 9)]) == [PayerTurn(month: 0, purses: [1, 0])])
        #expect(
            Self.turns([(0, 999, 8), (1, 1, 9)]) == [PayerTurn(month: 0, purses: [0, 1])])
        #expect(
            Self.turns([(0, 1, 8), (1, 2, 9)], months: 3) == [
                PayerTurn(month: 0, purses: [0, 1]), PayerTurn(month: 1, purses: [1, 0]),
            ])
    }

    @Test("Turns follow each other, name every purse once, and the months are the persons'")
    func months() {
        for seed in 0..<200 {
            let payers = (0..<1 + seed % 5).map { purse in
                (
                    purse: purse, persons: Double((seed * 7919 + purse * 104_729) % 997 + 1),
                    lastNeed: 3 + (seed + purse * 3) % 4
                )
            }
            let turns = Self.turns(payers)
            #expect(turns.first?.month == 0)
            #expect(zip(turns, turns.dropFirst()).allSatisfy { $0.month < $1.month })
            let total = payers.reduce(0) { $0 + $1.persons }
            let shared = payers.filter { $0.lastNeed > 3 }
            for (place, turn) in turns.enumerated() {
                #expect(turn.purses.sorted() == payers.map(\.purse))
                let leader = turn.purses.first { purse in shared.contains { $0.purse == purse } }
                guard let leader, place > 0, place + 1 < turns.count else { continue }
                let length = Double(turns[place + 1].month - turn.month)
                #expect(abs(length - payers[leader].persons / total * 12) <= 1)
            }
        }
    }
}
