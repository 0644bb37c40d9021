import Testing
import UseCases

struct SignInDelayTests {
    @Test(arguments: [
        (-1, 0), (0, 0), (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 60), (8, 60), (64, 60), (Int.max, 60),
    ])
    func `doubles the wait with every wrong password, up to a minute`(failures: Int, seconds: Int) {
        #expect(SignInDelay.seconds(afterFailures: failures) == seconds)
    }
}
