import Policy
import Quantities

/// The stages of a budget year with what each comes to, ready to be told.
///
/// Holds no words yet: the same result is told in both languages, as a report or as tables.
package struct StagesResult: Sendable {
    package let file: StageFile
    /// In order of the file's entries.
    package let accounts: [StageAccount]
    package let locks: StageLocks
    package let catalogue: Catalogue

    package init(
        file: StageFile, accounts: [StageAccount], locks: StageLocks, catalogue: Catalogue
    ) {
        self.file = file
        self.accounts = accounts
        self.locks = locks
        self.catalogue = catalogue
    }

    package subscript(stage: BudgetStage) -> StageAccount? {
        zip(file.entries, accounts).first { $0.0.stage == stage }?.1
    }

    package var variances: [(before: BudgetStage, after: BudgetStage, variance: StageVariance)] {
        zip(zip(file.entries, accounts), zip(file.entries, accounts).dropFirst()).map { old, new in
            (old.0.stage, new.0.stage, StageVariance(from: old.1, to: new.1))
        }
    }

    /// Identifiers of all stages' purses in order of first appearance, then the gap.
    package var purses: [String] {
        var found: [String] = []
        for purse in accounts.flatMap(\.purses) where !found.contains(purse) {
            found.append(purse)
        }
        return found + [StageAccount.gap]
    }

    package func with(_ locks: StageLocks) -> StagesResult {
        StagesResult(
            file: file, accounts: accounts, locks: locks, catalogue: catalogue)
    }
}
