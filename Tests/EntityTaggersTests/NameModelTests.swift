import CTables
import Language
import Testing
import TextModel

@testable import EntityTaggers

/// The model in the program is whole, and a file that is none is refused.
@Suite struct NameModelTests {
  @Test func checksumIsThatOfTheBytes() throws {
    let model = try #require(NameModel.embedded)
    #expect(model.checksum == model.computedChecksum())
    #expect(model.bytes.count <= 15_000_000)
    #expect(model.version >= 1)
  }

  @Test func otherBytesAreNoModel() {
    let zeros = [UInt8](repeating: 0, count: 4096)
    zeros.withUnsafeBytes { #expect(NameModel($0) == nil) }
    let file = ctables_name_model()
    let cut = UnsafeRawBufferPointer(start: file.start, count: file.length / 2)
    #expect(NameModel(cut) == nil)
    #expect(NameModel(UnsafeRawBufferPointer(start: file.start, count: 40)) == nil)
  }

  @Test func tagsThatMayFollowOneAnother() {
    #expect(NameLabel.allows(NameLabel.outside, NameLabel.begin(1)))
    #expect(!NameLabel.allows(NameLabel.outside, NameLabel.last(1)))
    #expect(!NameLabel.allows(NameLabel.begin(1), NameLabel.last(2)))
    #expect(NameLabel.allows(NameLabel.unit(0), NameLabel.unit(0)))
    #expect(!NameLabel.allows(NameLabel.inside(0), NameLabel.outside))
  }

  @Test func exponentialIsThatOfTheTextbook() {
    #expect(abs(exponential(0) - 1) < 1e-6)
    #expect(abs(exponential(1) - 2.718_281_8) < 1e-5)
    #expect(abs(exponential(-5) - 0.006_737_947) < 1e-8)
    #expect(exponential(-100) == 0)
  }
}
