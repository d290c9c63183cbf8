/// What is timed; gives numbers that the rival must agree with, made outside the clock.
typealias Job = () throws -> () -> [Double]

/// One piece of fixed work.
struct Measure {
    /// What `run.py` asks for.
    let name: String
    /// By the clock, when this program runs alone.
    var repetitions = 7
    /// Multiplications and additions of one run, where a rate is of interest. The rate of a dense
    /// product is then taken just before and just after each run.
    var operations: Double?
    /// Points of a sweep, or series, in one run, where the time of one is of interest.
    var points: Double?
    /// Makes the inputs.
    let prepare: @Sendable () throws -> Job

    /// Runs a job by the clock and says so as one line of JSON.
    func line(_ job: Job, repetitions: Int) throws -> String {
        var wall: [Double] = []
        var processor: [Double] = []
        var rates: [Double] = []
        var check: [Double] = []
        for _ in 0..<repetitions {
            if operations != nil { rates.append(DenseProduct.rate()) }
            let start = Clock.now()
            let numbers = try job()
            let end = Clock.now()
            if operations != nil { rates.append(DenseProduct.rate()) }
            wall.append(end.wall - start.wall)
            processor.append(end.processor - start.processor)
            check = numbers()
        }
        var fields = ["\"name\": \"\(name)\"", "\"seconds\": \(wall)", "\"cpu\": \(processor)"]
        if let operations { fields.append("\"operations\": \(operations), \"dgemm\": \(rates)") }
        if let points { fields.append("\"points\": \(points)") }
        fields.append("\"check\": \(check)")
        return "{\(fields.joined(separator: ", "))}"
    }
}
