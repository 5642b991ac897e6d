/// What the manual says of one plugin: the doc comment of its type, as `make reference` found it.
public struct PluginManualEntry: Sendable, Hashable {
  public let id: String
  /// One sentence, without markup.
  public let summary: String
  /// The whole entry, the summary first: paragraphs with an empty line between, each on one line, code in backticks.
  public let text: String

  public init(id: String, summary: String, text: String) {
    self.id = id
    self.summary = summary
    self.text = text
  }
}
