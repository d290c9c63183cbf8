import LinearAlgebra
import Testing

@Suite struct MatrixLendingTests {
    let a = Matrix(rows: [[1, 2, 3], [4, 5, 6]])

    @Test func `a column is lent as a span`() {
        let sum = a.withColumn(1) { column in
            column.indices.reduce(0) { $0 + column[$1] }
        }
        #expect(sum == 7)
    }

    @Test func `a column is changed in place`() {
        var b = a
        b.withMutableColumn(2) { column in
            for index in column.indices { column[index] *= 10 }
        }
        #expect(b == Matrix(rows: [[1, 2, 30], [4, 5, 60]]))
    }

    @Test func `all entries are lent column after column`() {
        var b = a
        b.withUnsafeMutableBufferPointer { $0[1] = -4 }
        #expect(b[1, 0] == -4)
        #expect(b.withUnsafeBufferPointer { Array($0) } == [1, -4, 2, 5, 3, 6])
    }

    @Test func `a column that is not there traps`() async {
        await #expect(processExitsWith: .failure) {
            Matrix(rows: [[1, 2]]).withColumn(2) { _ in }
        }
    }
}
