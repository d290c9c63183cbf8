import Foundation

/// The system's logarithm and exponential, for expected values.
func naturalLogarithm(_ x: Double) -> Double { log(x) }
func exponential(_ x: Double) -> Double { exp(x) }
