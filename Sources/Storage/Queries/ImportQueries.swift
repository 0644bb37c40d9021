import Foundation
package import Organization

extension Connection {
    /// The people with these staff numbers whom the scope reaches; a number that is not spelled as stored finds nobody.
    package func people(numbered numbers: [String], in scope: Scope) throws -> [Person] {
        try numbers.inChunks.flatMap { chunk in
            try all(
                """
                SELECT * FROM person
                WHERE staff_number IN \(list: chunk) AND \(scope.condition(on: .person))
                """, Person.init(row:))
        }
    }

    /// Those of the numbers that somebody has, anywhere in the state: whose they are is not told.
    package func takenStaffNumbers(among numbers: [String]) throws -> [String] {
        try numbers.inChunks.flatMap { chunk in
            try values("SELECT staff_number FROM person WHERE staff_number IN \(list: chunk)")
        }
    }

    /// Every staff number of the state, as stored.
    package func staffNumbers() throws -> [String] { try values("SELECT staff_number FROM person") }
}

extension String {
    /// The text with each letter as one character: some programs write *ş* as *s* with a cedilla after it, which
    /// Swift takes for the same and the database, comparing bytes, for another.
    package var composed: String { precomposedStringWithCanonicalMapping }
}

extension [String] {
    /// Pieces that one `IN` list holds: few enough that both engines take them, many enough that 20,000 lines are 40
    /// questions.
    fileprivate var inChunks: [[String]] {
        stride(from: 0, to: count, by: 500).map { Array(self[$0..<Swift.min($0 + 500, count)]) }
    }
}
