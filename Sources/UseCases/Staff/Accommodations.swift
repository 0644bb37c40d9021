package import Assessment
package import Organization
import Storage

extension Bilik {
    /// Extra time in the exams that the person starts from now on, in percent of an exam's minutes.
    ///
    /// Why somebody needs it is nobody's business here and is not kept.
    package func setExtraTime(of id: PersonID, percent: Int?, in scope: Scope, by officer: PersonID) async throws {
        guard let percent, Person.extraTimePercents.contains(percent) else { throw StaffError.noPercent }
        try await database.write { transaction in
            guard let person = try transaction.person(id, in: scope) else { throw StaffError.notFound }
            guard person.extraTimePercent != percent else { return }
            try transaction.setExtraTime(of: id, percent: percent)
            try transaction.audit(.extraTimeSet, by: officer, about: [id], detail: "percent=\(percent)")
        }
    }

    /// Notes that an unfinished exam failed for technical reasons, so that it is no sitting.
    ///
    /// The first note stands: a fault that has been recorded is not recorded again.
    package func recordFault(
        _ note: String, of attempt: AttemptID, sittingOf id: PersonID, in scope: Scope, by officer: PersonID
    ) async throws {
        guard !note.isEmpty else { throw StaffError.noNote }
        guard note.count <= Self.longestNote else { throw StaffError.noteTooLong(maximum: Self.longestNote) }
        try await database.write { transaction in
            guard let exam = try transaction.staffMember(id, in: scope)?.exams.first(where: { $0.id == attempt }),
                exam.outcome == .unfinished
            else { throw StaffError.notFound }
            guard exam.faultNote == nil else { return }
            try transaction.recordFault(note, of: attempt)
            try transaction.audit(.faultRecorded, by: officer, about: [id], detail: "attempt=\(attempt)")
        }
    }

    /// Characters of a note about a fault.
    package static var longestNote: Int { 300 }
}
