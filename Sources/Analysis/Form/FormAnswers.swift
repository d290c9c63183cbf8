import Policy
import Quantities

/// What a returned workbook says of a form.
package struct FormAnswers: Sendable {
    /// A cell whose value is not the one of the form.
    package struct Change: Sendable {
        package let cell: FormCell
        package let value: SettingValue
        /// The last month in which it holds; nil to the end.
        package let until: Month?
        /// Where it stands: the sheet as it is called there, and the cell.
        package let sheet: String
        package let place: String
        /// Where its author says that it is from.
        package let source: String?
        package let mark: EvidenceMark?

        package init(
            _ cell: FormCell, _ value: SettingValue, until: Month?, sheet: String, place: String,
            source: String?, mark: EvidenceMark?
        ) {
            self.cell = cell
            self.value = value
            self.until = until
            self.sheet = sheet
            self.place = place
            self.source = source
            self.mark = mark
        }
    }

    package let form: RegionForm
    /// The workbook, as it was named.
    package let file: String
    /// In the order of the form.
    package let changes: [Change]
    /// Cells that say what the form says.
    package let unchanged: Int
    /// Cells of the form that are empty or missing, for which its values hold.
    package let missing: Int

    package init(
        _ form: RegionForm, file: String, changes: [Change], unchanged: Int, missing: Int
    ) {
        self.form = form
        self.file = file
        self.changes = changes
        self.unchanged = unchanged
        self.missing = missing
    }
}
