import UseCases

/// What has just been done, carried by the address to which a form leads.
struct StaffDone: Sendable {
    enum What: String {
        case assigned, extraTime = "extra-time", fault
    }

    let what: What
    let count: Int
    let finishedBefore: Int

    init?(_ fields: FormFields) {
        guard let what = What(rawValue: fields["done"]) else { return nil }
        self.what = what
        count = max(0, Int(fields["count"]) ?? 1)
        finishedBefore = max(0, Int(fields["finished"]) ?? 0)
    }

    static func query(_ what: What, count: Int = 1, finishedBefore: Int = 0) -> String {
        "done=\(what.rawValue)&count=\(count)&finished=\(finishedBefore)"
    }

    static func query(_ assignment: CourseAssignment) -> String {
        query(.assigned, count: assignment.assigned.count, finishedBefore: assignment.finishedBefore)
    }

    func text(_ words: Words) -> String {
        switch what {
        case .assigned where finishedBefore == 0: words["staff.done.assigned", ["count": String(count)]]
        case .assigned:
            words["staff.done.assigned-some", ["count": String(count), "finished": String(finishedBefore)]]
        case .extraTime: words["staff.done.extra-time"]
        case .fault: words["staff.done.fault"]
        }
    }
}
