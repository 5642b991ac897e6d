import Foundation

/// As much of JSON Schema 2020-12 as `man/text-record.schema.json` uses; an unknown keyword is an error, so that the
/// schema cannot say what is not checked.
struct JSONSchema {
  private let root: [String: Any]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What is wrong with a value; nothing where it is valid.
  func problems(_ value: Any) -> [String] { check(value, root, at: "") }

  private static let silent: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  private func check(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var problems: [String] = []
    func expect(_ isTrue: Bool, _ problem: @autoclosure () -> String) {
      if !isTrue { problems.append("\(path.isEmpty ? "/" : path): \(problem())") }
    }
    for (keyword, argument) in schema where !Self.silent.contains(keyword) {
      switch (keyword, argument) {
      case ("$ref", let reference as String):
        let name = String(reference.split(separator: "/").last ?? "")
        let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
        expect(target != nil, "no definition \(reference)")
        problems += check(value, target ?? [:], at: path)
      case ("type", let type as String):
        expect(Self.isOf(type, value), "is not of type \(type): \(value)")
      case ("enum", let values as [String]):
        expect((value as? String).map(values.contains) ?? false, "is none of \(values): \(value)")
      case ("minimum", let bound as NSNumber):
        expect((value as? NSNumber).map { $0.doubleValue >= bound.doubleValue } ?? true, "is below \(bound)")
      case ("maximum", let bound as NSNumber):
        expect((value as? NSNumber).map { $0.doubleValue <= bound.doubleValue } ?? true, "is above \(bound)")
      case ("minLength", let bound as Int):
        expect((value as? String).map { $0.unicodeScalars.count >= bound } ?? true, "is shorter than \(bound)")
      case ("pattern", let pattern as String):
        let text = value as? String ?? ""
        expect(text.range(of: pattern, options: .regularExpression) != nil, "does not match \(pattern): \(text)")
      case ("items", let items as [String: Any]):
        for (k, element) in (value as? [Any] ?? []).enumerated() {
          problems += check(element, items, at: "\(path)/\(k)")
        }
      case ("properties", let properties as [String: [String: Any]]):
        for (name, member) in value as? [String: Any] ?? [:] {
          if let schema = properties[name] { problems += check(member, schema, at: "\(path)/\(name)") }
        }
      case ("required", let names as [String]):
        for name in names { expect((value as? [String: Any])?[name] != nil, "has no member \(name)") }
      case ("additionalProperties", let isAllowed as Bool):
        let known = schema["properties"] as? [String: Any] ?? [:]
        for name in (value as? [String: Any] ?? [:]).keys where !isAllowed {
          expect(known[name] != nil, "has the member \(name)")
        }
      default: expect(false, "keyword \(keyword) is not checked")
      }
    }
    return problems
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": value is NSNumber
    default: false
    }
  }
}
