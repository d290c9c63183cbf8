import Quantities

extension Column {
    /// A figure or ratio of each row under its own name and unit; money that adds up is whole
    /// rupiah.
    package init(_ quantity: Quantity, _ value: @escaping (Row) -> Double) {
        self.init(figure: quantity.name, quantity.unit, value)
    }
}
