import Formats

/// How the cells of workbooks look, the same in all that this program writes.
enum SheetStyle {
    static let ink: UInt32 = 0x1F2933
    static let muted: UInt32 = 0x6B7780
    static let line: UInt32 = 0xD5DBE0

    static let title = SheetCell.Style().with {
        $0.isBold = true
        $0.size = 14
    }
    static let note = SheetCell.Style().with { $0.colour = muted }
    static let wrapped = SheetCell.Style().with {
        $0.isWrapped = true
        $0.alignment = .left
    }
    static let heading = SheetCell.Style().with {
        $0.isBold = true
        $0.fill = 0xE6EEF4
        $0.border = line
        $0.isWrapped = true
        $0.alignment = .centre
    }
    static let label = SheetCell.Style().with { $0.border = line }
    static let code = label.with { $0.colour = muted }
    static let strong = label.with { $0.isBold = true }

    /// A number that is computed.
    static func number(_ format: SheetCell.NumberFormat) -> SheetCell.Style {
        label.with {
            $0.format = format
            $0.alignment = .right
        }
    }

    /// A sum.
    static func sum(_ format: SheetCell.NumberFormat) -> SheetCell.Style {
        number(format).with {
            $0.isBold = true
            $0.fill = 0xF3F6F8
        }
    }

    /// A cell to be filled in.
    static func open(_ format: SheetCell.NumberFormat) -> SheetCell.Style {
        number(format).with {
            $0.isOpen = true
            $0.fill = 0xFFF8E1
        }
    }
}
