import Benchmark
import LinearAlgebra

/// A full matrix of small numbers out of its indices.
private func filled(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns) { Double(($0 * 31 + $1 * 17) % 101) / 101 }
}

/// Yearly rates between all states, with leavers.
private func generator(order: Int, _ number: Int) -> Matrix {
    var rates = Matrix(rows: order, columns: order) { row, column in
        row == column ? 0 : Double((row * 3 + column * 5 + number) % 101) / 500
    }
    for row in 0..<order {
        rates[row, row] = -(0..<order).reduce(0.001) { $0 + rates[row, $1] }
    }
    return rates
}

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput], maxDuration: .seconds(3))

    Benchmark("product 512 x 512") { benchmark in
        let left = filled(512, 512)
        let right = filled(512, 512)
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(left * right) }
    }

    Benchmark("product 10280 x 10 by 10 x 10") { benchmark in
        let lanes = filled(10280, 10)
        let moves = filled(10, 10)
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(lanes * moves) }
    }

    Benchmark("exponentials of 1000 generators of order 6") { benchmark in
        let generators = (0..<1000).map { generator(order: 6, $0) }
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try matrixExponentials(generators)) }
    }

    Benchmark("exponential of order 100") { benchmark in
        let rates = generator(order: 100, 0)
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try matrixExponential(rates)) }
    }
}
