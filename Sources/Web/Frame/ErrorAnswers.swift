import Assessment
import HTTPTypes
import Hummingbird
import Logging
import UseCases

extension Site {
    /// The page, or the way on, for a request that went wrong.
    ///
    /// Nothing of an unknown error is shown but its request id.
    func answer(to error: any Error, request: Request, context: VisitContext) -> Response {
        let visit = context.visit
        switch error {
        case let refusal as Refusal:
            return answer(to: refusal, visit: visit, requestID: context.id)
        case AssessmentError.notFound, TrainingError.notFound, StaffError.notFound:
            return problem(.notFound, visit, context.id)
        case AssessmentError.closed(let attempt):
            return .seeOther("/attempts/\(attempt)/result")
        case AssessmentError.notAsked(let attempt):
            return .seeOther("/attempts/\(attempt)")
        case let error as HTTPError where error.status == .notFound:
            return problem(.notFound, visit, context.id)
        case let error as HTTPError where error.status.code < 500:
            return problem(.badRequest, visit, context.id)
        default:
            context.logger.error(
                "request failed", metadata: ["error": "\(error)", "path": "\(context.endpointPath ?? "")"])
            return problem(.internalServerError, visit, context.id)
        }
    }

    private func answer(to refusal: Refusal, visit: Visit, requestID: String) -> Response {
        switch refusal {
        case .notFound: problem(.notFound, visit, requestID)
        case .signInFirst(let back): .seeOther("/sign-in?to=\(QueryText.escaped(back))")
        case .secondFactorFirst: .seeOther("/second-factor")
        case .acknowledgePrivacyFirst(let back): .seeOther("/privacy/acknowledge?to=\(QueryText.escaped(back))")
        case .formExpired: problem(.forbidden, visit, requestID)
        case .badForm: problem(.badRequest, visit, requestID)
        case .tooLarge: problem(.contentTooLarge, visit, requestID)
        case .wrongMethod(let allowed): wrongMethod(allowed, visit, requestID)
        }
    }

    /// RFC 9110 wants the methods named that would have worked.
    private func wrongMethod(_ allowed: [String], _ visit: Visit, _ requestID: String) -> Response {
        var response = problem(.methodNotAllowed, visit, requestID)
        response.headers[.allow] = allowed.joined(separator: ", ")
        return response
    }

    private func problem(_ status: HTTPResponse.Status, _ visit: Visit, _ requestID: String) -> Response {
        page(
            ProblemPage(status: status, requestID: requestID, words: words(for: visit)), for: visit, status: status)
    }
}

/// What a visitor reads when there is no page.
struct ProblemPage: Page {
    static let template = "problem"
    let title: String
    let heading: String
    let advice: String
    /// By which the request's line is found in the program's log.
    let requestID: String
    var isColumn: Bool { true }

    init(status: HTTPResponse.Status, requestID: String, words: Words) {
        switch status {
        case .notFound:
            heading = words["problem.not-found.title"]
            advice = words["problem.not-found.advice"]
        case .forbidden:
            heading = words["problem.form-expired.title"]
            advice = words["problem.form-expired.advice"]
        case .contentTooLarge:
            heading = words["problem.too-large.title"]
            advice = words["problem.too-large.advice"]
        case .methodNotAllowed:
            heading = words["problem.method.title"]
            advice = words["problem.method.advice"]
        case .internalServerError:
            heading = words["problem.internal.title"]
            advice = words["problem.internal.advice"]
        default:
            heading = words["problem.bad-request.title"]
            advice = words["problem.bad-request.advice"]
        }
        title = heading
        self.requestID = requestID
    }
}
