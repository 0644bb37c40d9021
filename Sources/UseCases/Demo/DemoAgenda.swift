import Assessment
import Competencies
import FoundationEssentials
import Organization

/// What one person of the demo does at some instant.
enum DemoHappening: Sendable {
    case isAssigned(course: String, due: Day)
    /// Opens a lesson, answers its self-check and, unless interrupted, finishes it.
    case reads(lesson: Int, course: String, finishes: Bool)
    /// Practice or placement; some leave it lying open.
    case practises(Purpose, CompetencyID, breaksOff: Bool)
    case sits(certification: String)
    case moves(unit: String, jobRole: String)
    case leaves
}

/// What lies before one person, the earliest first; what happens may add to it.
struct DemoAgenda: Sendable {
    private struct Entry: Sendable {
        let instant: Date
        let happening: DemoHappening
    }

    /// The earliest stands last.
    private var entries: [Entry] = []

    mutating func add(_ happening: DemoHappening, at instant: Date) {
        // What was added first happens first where two things have the same instant.
        let place = entries.firstIndex { $0.instant <= instant } ?? entries.endIndex
        entries.insert(Entry(instant: instant, happening: happening), at: place)
    }

    mutating func next() -> (instant: Date, happening: DemoHappening)? {
        entries.popLast().map { ($0.instant, $0.happening) }
    }
}
