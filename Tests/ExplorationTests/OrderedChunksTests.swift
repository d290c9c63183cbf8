import Testing

@testable import Exploration

/// Threads finish in any order; what is taken does not.
@Suite struct OrderedChunksTests {
    private struct Stop: Error {}

    /// Chunks that give way to others a number of times that falls with their position, so that
    /// later ones overtake earlier ones.
    private func taken(_ count: Int, concurrency: Int) async throws -> [Int] {
        var taken: [Int] = []
        try await OrderedChunks(count: count, concurrency: concurrency).run { chunk in
            for _ in 0..<(chunk % 5 == 0 ? 200 : 0) { await Task.yield() }
            return chunk * chunk
        } take: { chunk, square in
            #expect(square == chunk * chunk)
            taken.append(chunk)
        }
        return taken
    }

    @Test("Chunks are taken in order, each once", arguments: [0, 1, 2, 3, 8, 100])
    func order(_ concurrency: Int) async throws {
        for count in [0, 1, 2, 7, 40] {
            #expect(try await taken(count, concurrency: concurrency) == Array(0..<count))
        }
    }

    @Test("No more than twice as many chunks as threads are begun ahead of what is taken")
    func memory() async throws {
        let begun = Begun()
        try await OrderedChunks(count: 60, concurrency: 3).run { chunk in
            await begun.add(chunk)
            for _ in 0..<(chunk == 0 ? 500 : 0) { await Task.yield() }
            return await begun.highest
        } take: { chunk, highest in
            #expect(highest < chunk + 6)
        }
    }

    private actor Begun {
        var highest = 0
        func add(_ chunk: Int) { highest = max(highest, chunk) }
    }

    @Test("What a chunk or its taker throws is thrown")
    func errors() async throws {
        await #expect(throws: Stop.self) {
            try await OrderedChunks(count: 9, concurrency: 2).run { chunk in
                if chunk == 4 { throw Stop() }
            } take: { chunk, _ in
                #expect(chunk < 4)
            }
        }
        await #expect(throws: Stop.self) {
            try await OrderedChunks(count: 9, concurrency: 2).run {
                $0
            } take: { chunk, _ in
                if chunk == 2 { throw Stop() }
            }
        }
    }
}
