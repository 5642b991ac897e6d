import TestSupport
import Testing

/// What is long is written part by part; nobody is to see where the parts end.
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

  /// An edit or a suspect a word, in one record and in many short ones, of which one is bad.
  private static let dense = """
    set -eu
    words=$(yes 'e\u{301} a\u{202E}b ' | head -n 40000 | tr -d '\\n')
    printf '{"id":1,"text":"%s","more":[1, 2.50]}\\n' "$words" > one
    few=$(yes 'e\u{301} ' | head -n 500 | tr -d '\\n')
    yes "{\\"text\\":\\"$few\\"}" | head -n 200 > short
    (cat short; echo '{"text":'; cat short) > cut
    """

  @Test func editsAndSuspectsPartByPartAreWhole() throws {
    let folder = try TemporaryFolder()
    let result = try Shell.run(
      Self.dense + """

        normalize one > told
        grep -o '"by":"unicode-form"' told | wc -l
        grep -o '"by":"bidi-control"' told | wc -l
        normalize --undo told | sed 's/,"suspects":.*/}/' | cmp - one
        cat one one one | normalize -j 2 | cmp - <(cat told told told)
        """, in: folder.url, seconds: 600)
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text.split(separator: "\n").map { $0.filter(\.isNumber) } == ["40000", "80000"])
  }

  @Test func whatIsWrittenBeforeABadRecordIsWhatStandsBeforeIt() throws {
    let folder = try TemporaryFolder()
    let result = try Shell.run(
      Self.dense + """

        normalize short > told
        normalize cut > before || echo "status $?"
        cmp told before
        normalize --on-error skip -j 2 cut > around || echo "status $?"
        cmp around <(cat told told)
        normalize -q one > /dev/full || echo "status $?"
        normalize -q short > /dev/full || echo "status $?"
        """, in: folder.url, seconds: 600)
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text == "status 65\nstatus 74\nstatus 74\n")
  }
}
