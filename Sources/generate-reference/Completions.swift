/// What the shells offer for a tool's options; the three scripts are written from this.
struct Completions {
  let tool: ToolInfo
  let entries: [RuleEntry]

  /// What an option's value can be.
  enum Value {
    case none
    case anything
    case file
    case one([String])
    /// Several with commas between.
    case several([String])
    /// `ID=MODE`.
    case setting
  }

  var ids: [String] { entries.map(\.id) }
  var function: String { "_copydesk_" + tool.name.map { $0 == "-" ? "_" : String($0) }.joined() }
  var options: [ToolInfo.Option] { tool.options.filter { !$0.isPositional } }

  func value(of option: ToolInfo.Option) -> Value {
    guard option.takesValue else { return .none }
    if let values = option.allValues, !values.isEmpty { return .one(values) }
    switch option.longName {
    case "only": return .several(ids + ["none"])
    case "skip": return .several(ids)
    case "explain": return .one(ids)
    case "set": return .setting
    case "language": return .one(Self.languages)
    case "from": return .one(Self.charsets)
    case "kinds": return .several(["direct", "mixed", "scare", "title"])
    case "labels": return .several(Self.labels)
    default: return option.valueName == "file" ? .file : .anything
    }
  }

  /// The abstract without its last full stop.
  func summary(_ option: ToolInfo.Option) -> String {
    var text = option.abstract ?? ""
    if text.last == "." { text.removeLast() }
    return text
  }

  static let modes = ["fix", "flag", "off"]
  static let labels = [
    "PER", "ORG", "LOC", "MISC", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "URL", "EMAIL",
  ]
  /// Primary tags of languages that news is written in.
  static let languages = [
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga", "gl", "he", "hi",
    "hr",
    "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "ms", "nl", "no", "pl", "pt", "ro", "ru",
    "sk",
    "sl", "sq", "sr", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh",
  ]
  /// Names of character sets that ICU knows and scraped text comes in.
  static let charsets = [
    "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "ISO-8859-2", "ISO-8859-5", "ISO-8859-7", "ISO-8859-9",
    "ISO-8859-15", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1257",
    "KOI8-R",
    "macintosh", "IBM437", "Shift_JIS", "EUC-JP", "EUC-KR", "GB18030", "Big5",
  ]
}
