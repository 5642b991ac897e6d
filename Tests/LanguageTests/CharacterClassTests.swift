import Testing

@testable import Language

@Suite struct CharacterClassTests {
  /// What is answered at once is what the tables of Unicode say.
  @Test func agreesWithTheTables() {
    let spaces: Set<UInt32> = [0xA0, 0x85, 0x202F, 0x2028, 0x2029]
    for value in Array(0...0x24F) + Array(0x2010...0x2060) {
      guard let scalar = Unicode.Scalar(UInt32(value)), !spaces.contains(scalar.value) else { continue }
      let found = CharacterClass.of(scalar)
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        #expect(found == .letter, "\(value)")
      case .decimalNumber: #expect(found == .digit, "\(value)")
      case .format: #expect(found == .extend, "\(value)")
      case .spaceSeparator where value > 0x80: #expect(found == .space, "\(value)")
      default: #expect(found == (value == 0x2019 ? .apostrophe : .other), "\(value)")
      }
    }
  }
}
