/// How the probability P of one answer changes with ability, relative to itself.
///
/// The ratios stay finite where P underflows, so everything that scoring needs is built from them: the score P′/P, the
/// expected information Σ P (P′/P)², the observed information (P′/P)² − P″/P.
struct AnswerSlopes {
    /// P′/P.
    let first: Double
    /// P″/P.
    let second: Double
}
