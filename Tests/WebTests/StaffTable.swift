import Organization

/// The staff list as a reader takes it in, from the page or from the file.
struct StaffTable {
    /// Staff number, name, job role, unit, then standing and last day for each certification.
    var rows: [[String]]

    init(page: String) {
        rows = page.matches(of: #/<tr><td class="ticks">(.*?)<\/tr>/#.dotMatchesNewlines()).map { match in
            let row = String(match.1)
            let person = row.firstMatch(
                of: #/<th scope="row"><a href="[^"]*">([^<]*)<\/a>.*?job">([^<]*) · <span class="num">([^<]*)<\/span>/#
                    .dotMatchesNewlines())
            let unit = row.firstMatch(of: #/<td class="wide" lang="az">([^<]*)/#)
            let cells = row.matches(
                of: #/<td><span class="tag [^"]*">([^<]*)<\/span><br><span class="small soft num">([^<]*)<\/span>/#)
            return [person.map { $0.3 }, person.map { $0.1 }, person.map { $0.2 }, unit.map { $0.1 }].map {
                String($0 ?? "?")
            } + cells.flatMap { [String($0.1), String($0.2)] }
        }
    }

    init(file bytes: [UInt8]) throws {
        rows = try DelimitedText(TextEncodingDetection.text(of: bytes)).records.dropFirst().map(\.fields)
    }
}
