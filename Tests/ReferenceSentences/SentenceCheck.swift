import Language
import SentenceRules
import TextModel

/// Checks texts one after the other with segmentations that are made once, as a worker of the tool has them.
public final class SentenceCheck {
  private let modes = NewlineMode.allCases.map {
    ($0, Segmentation(selection: PluginSelection(), newlines: $0))
  }
  private let bare = Segmentation(selection: PluginSelection(only: ["none"]), newlines: .auto)
  private let breaker = SentenceBreaker()

  public init() {}

  /// Cuts a text with all rules in every newline mode, and with none; the first fault.
  public func fault(in text: Text, language: LanguageTag) -> String? {
    for (mode, segmentation) in modes {
      let document = Document(text, language: language)
      segmentation.annotate(document)
      if let fault = SentenceInvariant.fault(of: document.sentences ?? [], in: text) { return "\(mode): \(fault)" }
    }
    // Without rules the sentences are ICU's.
    let document = Document(text, language: .english)
    bare.annotate(document)
    let reference = SentenceInvariant.reference(text, breaker)
    return document.sentences == reference ? nil : "without rules it is not ICU: \(reference)"
  }
}
