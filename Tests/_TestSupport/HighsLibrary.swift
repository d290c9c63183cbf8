import Foundation

/// The solver HiGHS, loaded while tests run where it is installed: a second opinion on linear
/// programmes, from another team's code.
///
/// Found by `HIGHS_LIB`, else where `make opinion` puts it. Programmes travel as MPS text, so that
/// what is compared is the file that any solver would read.
public final class HighsLibrary: @unchecked Sendable {
    /// The library; nil where it is not installed.
    public static let shared = HighsLibrary()

    private typealias Create = @convention(c) () -> UnsafeMutableRawPointer
    private typealias Act = @convention(c) (UnsafeMutableRawPointer) -> Int32
    private typealias End = @convention(c) (UnsafeMutableRawPointer) -> Void
    private typealias Option =
        @convention(c) (
            UnsafeMutableRawPointer, UnsafePointer<CChar>, Int32
        ) -> Int32
    private typealias Read =
        @convention(c) (
            UnsafeMutableRawPointer, UnsafePointer<CChar>
        ) -> Int32
    private typealias Value = @convention(c) (UnsafeMutableRawPointer) -> Double

    private let create: Create
    private let destroy: End
    private let setFlag: Option
    private let read: Read
    private let solve: Act
    private let status: Act
    private let objective: Value

    private init?() {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
        let installed = root + "/.build/opinion/highspy/libhighs.so.1"
        let path = ProcessInfo.processInfo.environment["HIGHS_LIB"] ?? installed
        guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { return nil }
        func function<F>(_ name: String, _ type: F.Type) -> F? {
            dlsym(library, name).map { unsafeBitCast($0, to: type) }
        }
        guard let create = function("Highs_create", Create.self),
            let destroy = function("Highs_destroy", End.self),
            let setFlag = function("Highs_setBoolOptionValue", Option.self),
            let read = function("Highs_readModel", Read.self),
            let solve = function("Highs_run", Act.self),
            let status = function("Highs_getModelStatus", Act.self),
            let objective = function("Highs_getObjectiveValue", Value.self)
        else { return nil }
        (self.create, self.destroy, self.setFlag) = (create, destroy, setFlag)
        (self.read, self.solve, self.status, self.objective) = (read, solve, status, objective)
    }

    /// What HiGHS says of a programme.
    public enum Answer: Equatable, Sendable {
        /// The least value of the costs in the file.
        case optimal(Double)
        case infeasible
        case unbounded
        /// Any other status.
        case other(Int32)
    }

    /// Solves a programme in MPS format.
    public func answer(mps: String) throws -> Answer {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("lindung-\(UUID().uuidString).mps").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        try mps.write(toFile: file, atomically: true, encoding: .utf8)
        let model = create()
        defer { destroy(model) }
        _ = setFlag(model, "output_flag", 0)
        _ = read(model, file)
        _ = solve(model)
        switch status(model) {
        case 7: return .optimal(objective(model))
        case 8: return .infeasible
        // 9 says that it is one of the two.
        case 9, 10: return .unbounded
        case let code: return .other(code)
        }
    }
}
