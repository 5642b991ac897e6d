import JSONLines
import Testing

@Suite struct RecordTests {
  private func spliced(_ line: String, _ change: (inout Splice, [Member]) -> Void) throws -> String {
    let members = try scan(line).get()
    var splice = Splice()
    change(&splice, members)
    var output: [UInt8] = []
    withBytes(line) { line in
      splice.write(line, members) {
        output.append(contentsOf: $0)
      } late: {
        output.append(contentsOf: "<\($0)>".utf8)
      }
    }
    return string(output)
  }

  @Test func anUnchangedRecordLeavesAsItCame() throws {
    let line = " {\"a\" :1.0e5, \"a\":\"\\u0041\\/\"\t} \r"
    #expect(try spliced(line) { _, _ in } == line)
  }

  @Test func changedMembersAreSplicedIn() throws {
    let line = #" { "id" : 1e2 , "text":"a\/b" , "n":[1 , 2] } "#
    #expect(
      try spliced(line) { splice, members in
        splice.append("edits") { json in
          json.beginArray()
          json.endArray()
        }
        splice.replace(members[1].value, withString: Array("\"é\n".utf8))
        splice.append("score") { $0.fixed(0.5, digits: 2) }
      } == #" { "id" : 1e2 , "text":"\"é\n" , "n":[1 , 2],"edits":[],"score":0.50 } "#)
  }

  @Test func membersAreTakenOutWithTheirComma() throws {
    let line = #"{ "a":1, "b":2 , "c":3 }"#
    #expect(try spliced(line) { splice, _ in splice.remove(0) } == #"{ "b":2 , "c":3 }"#)
    #expect(try spliced(line) { splice, _ in splice.remove(1) } == #"{ "a":1 , "c":3 }"#)
    #expect(try spliced(line) { splice, _ in splice.remove(2) } == #"{ "a":1, "b":2 }"#)
    #expect(
      try spliced(line) { splice, members in
        splice.replace(members[0].value, withString: [])
        for place in 0..<3 { splice.remove(place) }
        splice.append("d") { $0.int(-4) }
      } == #"{ "d":-4 }"#)
    #expect(try spliced("{ }") { splice, _ in splice.append("d") { $0.bool(true) } } == #"{"d":true }"#)
  }

  @Test func valuesThatArePutOffComeInTheirPlace() throws {
    let line = #"{ "a":1, "b":[2, 3] , "c":3 }"#
    #expect(
      try spliced(line) { splice, members in
        splice.append("d") { $0.int(4) }
        splice.append(Array("e".utf8), late: 7)
        splice.replace(members[2].value) { $0.bool(true) }
        splice.replace(members[1].value, late: 8)
        splice.remove(0)
      } == #"{ "b":<8> , "c":true,"d":4,"e":<7> }"#)
    #expect(try spliced("{}") { splice, _ in splice.append(Array("e".utf8), late: 7) } == #"{"e":<7>}"#)
  }

  @Test func aDeeperValueIsReplaced() throws {
    let line = #"{"a":{"x":0,"b~/":["p","q"]},"z":1}"#
    let members = try scan(line).get()
    let pointer = try #require(JSONPointer("/a/b~0~1/1"))
    guard case .value(let range, .string) = withBytes(line, { pointer.resolve(in: $0, members) }) else {
      Issue.record("not found")
      return
    }
    #expect(
      try spliced(line) { splice, _ in splice.replace(range, withString: Array("new".utf8)) }
        == #"{"a":{"x":0,"b~/":["p","new"]},"z":1}"#)
  }

  @Test func pointers() throws {
    let line = #"{"a":{"b":1,"b":2,"c":{"d":[]}},"/x":3,"a/b":4,"":{"":5}}"#
    let members = try scan(line).get()
    func target(_ spelling: String) throws -> String {
      let pointer = try #require(JSONPointer(spelling))
      return withBytes(line) {
        switch pointer.resolve(in: $0, members) {
        case .missing: "missing"
        case .ambiguous(let offset): "ambiguous at \(offset)"
        case .value(let range, _): string($0[range])
        }
      }
    }
    #expect(try target("a/b") == "4")
    #expect(try target("/a/b") == "ambiguous at 12")
    #expect(try target("/a/c/d") == "[]")
    #expect(try target("/a/c/d/0") == "missing")
    #expect(try target("/~1x") == "3")
    #expect(try target("//") == "5")
    #expect(try target("/a/c/d/e/f") == "missing")
    #expect(JSONPointer("/a~") == nil)
    #expect(JSONPointer("/a~2") == nil)
  }

  @Test func theReaderKeepsItsPlace() throws {
    let line = #"{"start": 12 ,"end":-3.0,"label":"PER\u0021","x":[{"y":[1,"]"]}, null],"score":1e-1,"ok":true}"#
    withBytes(line) { bytes in
      var reader = JSONReader(bytes, at: 0..<bytes.count)
      var seen: [String] = []
      let isObject = reader.enterObject()
      #expect(isObject)
      while let key = reader.nextKey() {
        if reader.key(key, is: "start") || reader.key(key, is: "end") {
          seen.append("\(reader.readInt() ?? 99)")
        } else if reader.key(key, is: "label") {
          seen.append(reader.readString() ?? "none")
        } else if reader.key(key, is: "score") {
          seen.append("\(reader.readDouble() ?? 99)")
        } else if reader.key(key, is: "x") {
          let isArray = reader.enterArray()
          #expect(isArray)
          while reader.nextElement() { seen.append(string(bytes[reader.skip()])) }
        } else {
          let number = reader.readInt()
          #expect(number == nil)
        }
      }
      #expect(seen == ["12", "-3", "PER!", #"{"y":[1,"]"]}"#, "null", "0.1"])
    }
  }

  @Test func numbersAreWritten() {
    var json = JSONBuilder()
    json.beginArray()
    for value in [0, 1, -1, .max, .min] { json.int(value) }
    for value in [0.0, 1, 0.005, -0.25, 0.999, 12.5, .nan, .infinity, -0.001] { json.fixed(value, digits: 2) }
    json.string("a\u{7}")
    json.raw("{}".utf8)
    json.object("start", 0, "end", .max)
    json.object("a", 10, "b", 7)
    json.endArray()
    #expect(
      string(json.bytes)
        == #"[0,1,-1,9223372036854775807,-9223372036854775808,0.00,1.00,0.01,-0.25,1.00,12.50,0.00,0.00,0.00,"a\u0007",{},{"start":0,"end":9223372036854775807},{"a":10,"b":7}]"#
    )
  }
}
