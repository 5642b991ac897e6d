import Language

/// The rules of `normalize`, in the order that settles conflicts.
public enum NormalizerCatalog {
  public static let rules: [any RewriteRule] = []
}
