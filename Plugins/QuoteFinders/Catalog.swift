import Language

/// The finders of `extract-quotes`, in the order in which they are asked.
public enum QuoteCatalog {
  public static let finders: [any QuoteFinder] = []
}
