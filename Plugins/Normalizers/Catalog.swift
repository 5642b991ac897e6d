import Language

/// The rules of `normalize`, in the order in which conflicts between them are settled: what stands earlier wins.
public enum NormalizerCatalog {
  public static let rules: [any RewriteRule] = [
    // Misread encodings
    Mojibake()
  ]
}
