import TextModel

/// A tagger of `tag-entities`: finds mentions.
public protocol EntityTagger: Plugin {}
