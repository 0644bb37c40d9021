/// Draws the answer that a learner of this ability gives to an item: true when it is right.
package func simulateAnswer(
    parameters: ItemParameters, ability: Double, using generator: inout some RandomNumberGenerator
) -> Bool {
    generator.fraction() < parameters.probability(ofSuccessAt: ability)
}
