/// The scale on which series are modelled, by the name that a command takes.
package enum ScaleName: String, Sendable, CaseIterable {
    /// As they are.
    case level
    /// In natural logarithms; medians and quantiles are carried back.
    case log
}
