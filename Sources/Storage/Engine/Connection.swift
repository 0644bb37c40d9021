package import FoundationEssentials
import GRDB
package import Organization

/// One consistent view of the database; the queries are extensions of it.
package class Connection {
    /// The one instant of this unit of work.
    package let now: Date
    package let zone: TimeZone
    fileprivate let database: GRDB.Database
    fileprivate let kept: FrozenValues

    fileprivate init(database: GRDB.Database, kept: FrozenValues, now: Date, zone: TimeZone) {
        self.database = database
        self.kept = kept
        self.now = now
        self.zone = zone
    }

    /// The date of `now` on the state's clocks.
    package var today: Day { Day(of: now, in: zone) }

    package func all<Element>(_ sql: SQL, _ read: (Row) throws -> Element) throws -> [Element] {
        let statement = try statement(sql)
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: sql.arguments)
        var elements: [Element] = []
        while let row = try cursor.next() { elements.append(try read(Row(row, columns: statement.columnNames))) }
        return elements
    }

    package func first<Element>(_ sql: SQL, _ read: (Row) throws -> Element) throws -> Element? {
        let statement = try statement(sql)
        guard let row = try GRDB.Row.fetchOne(statement, arguments: sql.arguments) else { return nil }
        return try read(Row(row, columns: statement.columnNames))
    }

    /// The first column of every row.
    package func values<Value: SQLConvertible>(_ sql: SQL, as type: Value.Type = Value.self) throws -> [Value] {
        try all(sql) { try $0[0] }
    }

    /// The first column of the first row.
    package func value<Value: SQLConvertible>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
        try first(sql) { try $0[0] }
    }

    package func exists(_ sql: SQL) throws -> Bool {
        try GRDB.Row.fetchOne(statement(sql), arguments: sql.arguments) != nil
    }

    /// A value that never changes once committed: from memory where it is known, decoded otherwise.
    func frozen<Value: Sendable>(_ key: String, _ decode: () throws -> Value?) throws -> Value? {
        if let known: Value = kept.value(key) { return known }
        guard let value = try decode() else { return nil }
        // What a transaction reads may be its own and be undone: only what readers see is kept.
        if !(self is Transaction) { kept.keep(value, as: key) }
        return value
    }

    fileprivate func statement(_ sql: SQL) throws -> Statement { try database.cachedStatement(sql: sql.text) }
}

/// A view that may also change rows; either all of its changes last or none.
package final class Transaction: Connection {
    /// Runs one statement and answers how many rows it changed.
    @discardableResult
    package func run(_ sql: SQL) throws -> Int {
        try statement(sql).execute(arguments: sql.arguments)
        return database.changesCount
    }

    /// The same unit of work at another instant: how the demo's builder lets time pass within one commit.
    package func at(_ instant: Date) -> Transaction {
        Transaction(database: database, kept: kept, now: instant, zone: zone)
    }

    /// Runs several statements that take no values: a migration.
    package func runScript(_ script: String) throws {
        try database.execute(sql: script)
    }
}

/// One row of an answer.
package struct Row {
    private let row: GRDB.Row
    /// The statement's own list: looking a name up in it takes a tenth of what GRDB takes, which minds no case.
    private let columns: [String]

    fileprivate init(_ row: GRDB.Row, columns: [String]) {
        self.row = row
        self.columns = columns
    }

    package subscript<Value: SQLConvertible>(column: String) -> Value {
        get throws {
            guard let index = columns.firstIndex(of: column) else { throw RowError.noColumn(column) }
            return try converted(row[index] as DatabaseValue, column)
        }
    }

    package subscript<Value: SQLConvertible>(index: Int) -> Value {
        get throws {
            guard columns.indices.contains(index) else { throw RowError.noColumn(String(index)) }
            return try converted(row[index] as DatabaseValue, String(index))
        }
    }

    private func converted<Value: SQLConvertible>(_ stored: DatabaseValue, _ column: String) throws -> Value {
        let value: SQLValue =
            switch stored.storage {
            case .null: .null
            case .int64(let integer): .integer(integer)
            case .double(let real): .real(real)
            case .string(let text): .text(text)
            case .blob(let data): .blob([UInt8](data))
            }
        guard let converted = Value(sqlValue: value) else {
            throw RowError.unexpected(column: column, value: value, wanted: "\(Value.self)")
        }
        return converted
    }
}

/// A row that does not hold what the program expects: a fault of the program or of the stored data.
package enum RowError: Error, CustomStringConvertible {
    case noColumn(String)
    case unexpected(column: String, value: SQLValue, wanted: String)

    /// Without the value: errors are logged, and a value may be somebody's name.
    package var description: String {
        switch self {
        case .noColumn(let column): "the answer has no column \(column)"
        case .unexpected(let column, _, let wanted): "the column \(column) holds no \(wanted)"
        }
    }
}

extension SQL {
    fileprivate var arguments: StatementArguments {
        StatementArguments(
            bindings.map { binding -> (any DatabaseValueConvertible)? in
                switch binding {
                case .null: nil
                case .integer(let value): value
                case .real(let value): value
                case .text(let value): value
                case .blob(let value): Data(value)
                }
            })
    }
}

/// The engine's side: makes the views that the rest of the program sees.
extension GRDB.Database {
    func connection(kept: FrozenValues, now: Date, zone: TimeZone) -> Connection {
        Connection(database: self, kept: kept, now: now, zone: zone)
    }

    func transaction(kept: FrozenValues, now: Date, zone: TimeZone) -> Transaction {
        Transaction(database: self, kept: kept, now: now, zone: zone)
    }
}
