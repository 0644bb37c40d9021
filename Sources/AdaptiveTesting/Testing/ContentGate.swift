/// Keeps a test on its content rule: which cells of the pool may be asked next, so that its end stays possible.
struct ContentGate: Sendable {
    /// The most questions that the rule and the test allow.
    let longest: Int
    private let shortest: Int
    private var progress: Progress
    /// The place that the rule gives to each cell of the pool.
    private let placeOfCell: [Int]

    private enum Progress: Sendable {
        case anything
        case blueprint(BlueprintProgress)
        case shares(ShareProgress)
    }

    init(_ rule: ContentRule, cells: [ContentTag], shortest: Int, longest: Int) {
        switch rule {
        case .anything:
            progress = .anything
            placeOfCell = cells.map { _ in 0 }
            self.longest = longest
            self.shortest = max(shortest, 1)
        case .blueprint(let blueprint):
            let counted = BlueprintProgress(of: blueprint, cells: cells)
            progress = .blueprint(counted)
            placeOfCell = cells.map { counted.index(of: $0) }
            self.longest = min(longest, blueprint.length)
            self.shortest = min(max(shortest, 1), max(blueprint.length, 1))
        case .shares(let shares):
            let counted = ShareProgress(of: shares)
            progress = .shares(counted)
            placeOfCell = cells.map { counted.index(of: $0.competency) }
            self.longest = longest
            self.shortest = max(shortest, 1)
        }
    }

    /// One more item of this cell may be asked, or one less.
    mutating func change(_ cell: Int, by difference: Int) {
        let place = placeOfCell[cell]
        switch progress {
        case .anything: return
        case .blueprint(var counted):
            // Let go of the copy in the enum, or every change would copy the arrays.
            progress = .anything
            counted.remaining[place] += difference
            progress = .blueprint(counted)
        case .shares(var counted):
            progress = .anything
            counted.remaining[place] += difference
            progress = .shares(counted)
        }
    }

    /// An item of this cell is asked that was counted among those that may be.
    mutating func take(_ cell: Int) {
        let place = placeOfCell[cell]
        switch progress {
        case .anything: return
        case .blueprint(var counted):
            progress = .anything
            counted.take(place)
            progress = .blueprint(counted)
        case .shares(var counted):
            progress = .anything
            counted.take(place)
            progress = .shares(counted)
        }
    }

    /// Marks the cells from which the next item may come, after so many that count.
    func open(after count: Int, into isOpen: inout [Bool]) {
        switch progress {
        case .anything:
            for cell in isOpen.indices { isOpen[cell] = true }
        case .blueprint(let counted):
            let length = horizon(of: counted, after: count)
            for cell in isOpen.indices { isOpen[cell] = counted.canTake(placeOfCell[cell], toLength: length) }
        case .shares(let counted):
            let length = counted.longest(upTo: longest)
            for cell in isOpen.indices { isOpen[cell] = counted.canTake(placeOfCell[cell], toLength: length) }
        }
    }

    /// Whether the test can go on to an end that covers what it must.
    func isPossible(after count: Int) -> Bool {
        switch progress {
        case .anything: true
        case .blueprint(let counted): counted.isPossible(length: horizon(of: counted, after: count))
        case .shares(let counted):
            counted.longest(upTo: longest) >= max(shortest, count)
                && (count >= longest || counted.canTakeAny(toLength: max(shortest, count)))
        }
    }

    /// Whether the test may stop here as far as its content goes.
    var mayStop: Bool {
        switch progress {
        case .anything, .shares: true
        case .blueprint(let counted): counted.minimaAreMet
        }
    }

    /// What keeps a test from covering what it must, or nil.
    var shortage: BlueprintShortage? {
        let gaps: [BlueprintShortage.Gap]
        switch progress {
        case .anything: gaps = []
        case .blueprint(let counted): gaps = counted.gaps
        case .shares(let counted): gaps = counted.gaps(atLength: shortest)
        }
        return gaps.isEmpty ? nil : BlueprintShortage(gaps: gaps)
    }

    /// The minima are filled by the earliest end, or the test could never end early.
    private func horizon(of counted: BlueprintProgress, after count: Int) -> Int {
        count < shortest && counted.isPossible(length: shortest) ? shortest : longest
    }
}
