import TextModel

/// A rule of `segment`: joins or splits at a place where a sentence may end.
public protocol SentenceRule: Plugin {}
