import ArgumentParser
import Language
import TextModel

/// A number of bytes: `65536`, `64K`, `1M`, `2G` (powers of 1024).
struct ByteSize: ExpressibleByArgument, Sendable, Hashable {
  var bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    var digits = Substring(argument)
    var shift = 0
    switch argument.last {
    case "K", "k": shift = 10
    case "M", "m": shift = 20
    case "G", "g": shift = 30
    default: break
    }
    if shift > 0 { digits.removeLast() }
    guard let number = Int(digits), number > 0, number <= Int.max >> shift else { return nil }
    bytes = number << shift
  }

  var defaultValueDescription: String {
    for (shift, letter) in [(30, "G"), (20, "M"), (10, "K")] where bytes > 0 && bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(letter)"
    }
    return String(bytes)
  }
}

/// How many bad records are borne: a number, or a share of all records in percent.
enum ErrorLimit: ExpressibleByArgument, Sendable, Hashable {
  case count(Int)
  case percent(Double)

  init?(argument: String) {
    if argument.hasSuffix("%") {
      guard let share = Double(argument.dropLast()), share >= 0, share <= 100 else { return nil }
      self = .percent(share)
    } else {
      guard let number = Int(argument), number >= 0 else { return nil }
      self = .count(number)
    }
  }
}

/// A language tag on the command line.
struct LanguageOption: ExpressibleByArgument, Sendable {
  var tag: LanguageTag

  init?(argument: String) {
    guard let tag = LanguageTag(argument) else { return nil }
    self.tag = tag
  }
}

/// `--offsets` spells the units as the member `offset_unit` does.
extension OffsetUnit: ExpressibleByArgument {}

/// Rule ids with commas between.
struct IDList: ExpressibleByArgument, Sendable, Hashable {
  var ids: [String]

  init?(argument: String) {
    ids = argument.split(separator: ",").map(String.init)
    if ids.isEmpty { return nil }
  }
}

/// `ID=fix|flag|off`.
struct ModeSetting: ExpressibleByArgument, Sendable, Hashable {
  var id: String
  var mode: PluginMode

  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "=") else { return nil }
    guard let mode = PluginMode(rawValue: String(argument[argument.index(after: equals)...])) else { return nil }
    id = String(argument[..<equals])
    if id.isEmpty { return nil }
    self.mode = mode
  }
}

/// Names with commas between: labels, kinds, members.
public struct NameList: ExpressibleByArgument, Sendable, Hashable {
  public var names: [String]

  public init?(argument: String) {
    names = argument.split(separator: ",").map(String.init)
    if names.isEmpty { return nil }
  }
}
