import Language
import TextModel

/// Runs the taggers over a document and settles their overlaps: what `tag-entities` does.
///
/// Taggers run in the order of `EntityCatalog`.  A mention that overlaps one of an earlier tagger is dropped.  `labels`
/// and `minimumScore` choose from the settled mentions, so a narrower choice is always a part of the full result.  A very
/// long text is read in windows, each a document of its own, so that memory stays bounded: see `LongText`.
public final class EntityTagging: Annotator {
  private let taggers: [any EntityTagger]
  private let labels: Set<String>?
  private let minimumScore: Double
  private var settled: [Mention] = []
  private var merged: [Mention] = []
  private var proposed: [Mention] = []

  /// - Parameters:
  ///   - labels: which labels to keep; nil keeps all.
  ///   - minimumScore: mentions with a lower score are dropped at the end.
  public init(selection: PluginSelection, labels: Set<String>? = nil, minimumScore: Double = 0) {
    var running = EntityCatalog.taggers.filter { selection.runs($0) }
    if let labels {
      // Taggers that come after the last one wanted cannot change what is wanted.
      // (One without labels of its own can give any.)
      while let last = running.last, !last.labels.isEmpty, labels.isDisjoint(with: last.labels) { running.removeLast() }
    }
    taggers = running
    self.labels = labels
    self.minimumScore = minimumScore
  }

  public func annotate(_ document: Document) {
    var found: [Mention] = []
    annotate(document) { found.append(contentsOf: document.mentions ?? []) }
    document.mentions = found
  }

  public func annotate(_ document: Document, inParts isDone: () -> Void) {
    let windows = LongText.windows(of: document)
    let part = Document(language: .undetermined, lists: document.lists)
    var bytes: [UInt8] = []
    var nextSentence = 0
    for window in windows {
      if windows.count == 1 {
        read(document)
      } else {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: document.text[window])
        part.reset(validated: &bytes, language: document.language)
        part.sentences = document.sentences.map { LongText.sentences($0, in: window, from: &nextSentence) }
        read(part)
      }
      var found: [Mention] = []
      for var mention in settled where mention.score >= minimumScore && labels?.contains(mention.label) != false {
        mention.span = Span(mention.span.start + window.start, mention.span.end + window.start)
        found.append(mention)
      }
      document.mentions = found
      isDone()
    }
  }

  /// Fills `settled` with the mentions of a text.
  private func read(_ document: Document) {
    settled.removeAll(keepingCapacity: true)
    let language = document.language
    for tagger in taggers where tagger.languages.covers(language) {
      if let trigger = tagger.trigger, document.byteClasses.isDisjoint(with: trigger) { continue }
      proposed.removeAll(keepingCapacity: true)
      tagger.tag(document, &proposed)
      merge()
    }
  }

  /// Adds the proposed mentions that overlap no settled one; both lists are sorted and stay so.
  private func merge() {
    guard !proposed.isEmpty else { return }
    merged.removeAll(keepingCapacity: true)
    var next = 0
    for mention in proposed {
      while next < settled.count, settled[next].span.end <= mention.span.start {
        merged.append(settled[next])
        next += 1
      }
      let overlapsSettled = next < settled.count && settled[next].span.start < mention.span.end
      let overlapsOwn = merged.last.map { $0.span.end > mention.span.start } ?? false
      if !overlapsSettled, !overlapsOwn { merged.append(mention) }
    }
    merged.append(contentsOf: settled[next...])
    swap(&settled, &merged)
  }
}
