/// The conventions of LAPACK calls in one place.
enum LAPACK {
    /// What the returned code says: nil for success, the positive code for a failure of the
    /// numbers. A negative code names a wrong argument, which is this module's bug and traps.
    static func failure(_ info: Int32) -> Int? {
        precondition(info >= 0, "argument \(-info) of a LAPACK call is wrong")
        return info == 0 ? nil : Int(info)
    }

    /// For calls that cannot fail once their arguments are right.
    static func requireSuccess(_ info: Int32) {
        precondition(info == 0, "a LAPACK call that cannot fail returned \(info)")
    }

    static func letter(_ scalar: Unicode.Scalar) -> CChar { CChar(scalar.value) }
}
