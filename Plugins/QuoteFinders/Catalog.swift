import Language

/// The rules of `extract-quotes`, in the order in which they run: what is quoted, what kind it is, who speaks, what the
/// speaker's name is.  Of the rules that name a speaker the first that knows one decides.
public enum QuoteCatalog {
  public static let finders: [any QuoteFinder] = [
    MarkedQuotation(),
    DoubledApostrophes(),
    DashDialogue(),
    QuotationKind(),
    TranscriptLabel(),
    TagBehind(),
    TagBefore(),
    AccordingTo(),
    InTheWordsOf(),
    Signature(),
    ClauseSubject(),
    IntroducedByColon(),
    SentenceBefore(),
    ActionBeat(),
    SpeakerGoesOn(),
    NestedQuotation(),
    ResolvedName(),
  ]
}
