// Written by `make reference` from the doc comments; not to be edited.
// swift-format-ignore-file

import Language

/// What the manual says of the plugins in this family's catalog, in its order.
public enum QuoteManual {
  public static let entries: [PluginManualEntry] = [
  ]
}
