/// One world's bills, paid purse by purse as the model is written: the second implementation.
struct PlainSettlement {
    let bill: BillCase
    let world: Int
    var available: [Double]
    /// By month, line and bearer (purses, then the gap): person-months and rupiah.
    var payments: [[[(personMonths: Double, rupiah: Double)]]] = []
    var gap = 0.0

    init(_ bill: BillCase, world: Int) {
        self.bill = bill
        self.world = world
        available = (0..<bill.purses).map { bill.available[row: $0, world: world] }
    }

    /// Pays all months.
    mutating func run() {
        for month in 0..<bill.months {
            payments.append([])
            for line in 0..<bill.lines { pay(month, line) }
        }
    }

    private mutating func pay(_ month: Int, _ line: Int) {
        var parts = Array(repeating: (personMonths: 0.0, rupiah: 0.0), count: bill.purses + 1)
        let cell = month * bill.lines + line
        let funded = (1...3).reduce(0) { $0 + bill.record[row: month * 32 + $1, world: world] }
        let persons = funded * bill.active[row: cell, world: world]
        var unpaid = persons
        for purse in bill.orders[Int(bill.planOf[month])][world]
        where bill.mayPay[line * bill.purses + purse] == 1 {
            let price = bill.price[
                row: cell * bill.payers + Int(bill.payerOf[purse]), world: world]
            var paid = min(
                unpaid, bill.share[row: month * bill.purses + purse, world: world] * persons)
            let match = bill.match[row: month * bill.purses + purse, world: world]
            if match > 0, price > 0, bill.partner[purse] >= 0 {
                paid = min(paid, match * parts[Int(bill.partner[purse])].rupiah / price)
            }
            if price > 0 { paid = min(paid, available[purse] / price) }
            unpaid -= paid
            available[purse] = max(0, available[purse] - paid * price)
            parts[purse] = (paid, paid * price)
        }
        let open = unpaid * bill.gapPrice[row: cell, world: world]
        if open > 1e-3 {
            gap += open
            parts[bill.purses] = (unpaid, open)
        }
        payments[month].append(parts)
    }
}
