/// Two groups whose answers to each item are compared among people of equal ability.
package struct GroupComparison: Sendable {
    let responses: ResponseMatrix
    let columns: ItemColumns
    let isFocal: [Bool]
    let matching: Matching

    /// What makes people comparable.
    package enum Matching: Hashable, Sendable {
        /// The number of right answers among the matching items and the studied one; for forms that all answered.
        case score
        /// A stratum for each row, such as the tenth of the ability scale; where people answered different items.
        case strata([Int])
    }

    /// For each row of the matrix whether it belongs to the focal group, the one that might be at a disadvantage.
    package init(
        _ responses: ResponseMatrix, isFocal: [Bool], matching: Matching = .score
    ) throws(GroupComparisonError) {
        guard isFocal.count == responses.rowCount else { throw .groupsForOtherPeople }
        if case .strata(let strata) = matching, strata.count != responses.rowCount { throw .groupsForOtherPeople }
        guard isFocal.contains(true), isFocal.contains(false) else { throw .oneGroup }
        self.responses = responses
        self.isFocal = isFocal
        self.matching = matching
        columns = ItemColumns(responses)
    }

    /// The matching variable for an item: the score on these items and on the item itself, or the stratum.
    func matches(for item: Int, anchors: Set<Int>, scores: [Int]) -> [Int] {
        guard case .score = matching else {
            if case .strata(let strata) = matching { return strata }
            return scores
        }
        guard !anchors.contains(item) else { return scores }
        var own = scores
        for answer in columns.answers(to: item) where answer.correct { own[answer.row] += 1 }
        return own
    }

    /// Each row's number of right answers to these items.
    func scores(on anchors: Set<Int>) -> [Int] {
        (0..<responses.rowCount).map { row in
            responses.answers(inRow: row).count { $0.correct && anchors.contains($0.item) }
        }
    }
}

package enum GroupComparisonError: Error, Hashable, Sendable {
    /// There is not one group, or one stratum, for each row.
    case groupsForOtherPeople
    /// All people are in one group.
    case oneGroup
}
