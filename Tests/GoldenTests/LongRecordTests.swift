import TestSupport
import Testing

/// The names of a long text are written part by part; nobody is to see where the parts end.
@Suite struct LongRecordTests {
  /// A text of more than a megabyte as a record, and what `tag-entities` makes of it.
  private static let script = """
    set -eu
    text=$(yes 'Ada Kay paid $5 million in Paris on 4 July. So they say, and the long road goes on over the hill. ' | head -n 11000 | tr -d '\\n')
    printf '{"id":1,"text":"%s","more":[1, 2.50]}\\n' "$text" > new
    printf '{"id":1,"text":"%s","more":[1, 2.50],"entities":[]}\\n' "$text" > old
    printf '{"text":"Kay."}\\n' > short
    """

  @Test func partByPartIsTheSameAsInOne() throws {
    let folder = try TemporaryFolder()
    let result = try Shell.run(
      Self.script + """

        tag-entities new short > parts
        tag-entities old short > whole
        cmp parts whole
        head -n 1 parts | grep -o '"label":"PER"' | wc -l
        wc -l < parts
        """, in: folder.url, seconds: 600)
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text.split(separator: "\n").map { $0.filter(\.isNumber) } == ["11000", "2"])
  }

  @Test func aFullDiskIsTold() throws {
    let folder = try TemporaryFolder()
    let result = try Shell.run(Self.script + "\ntag-entities new > /dev/full", in: folder.url, seconds: 600)
    #expect(result.status == 74, "\(result.errorText)")
  }
}
