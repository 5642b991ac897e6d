// Written by `make reference` from the doc comments; not to be edited.
// swift-format-ignore-file

import Language

/// What the manual says of the plugins in this family's catalog, in its order.
public enum ArtifactManual {
  public static let entries: [PluginManualEntry] = [
    PluginManualEntry(
      id: "orphan-mark",
      summary: "Deletes a full stop or comma that stands alone after another mark.",
      text: "Deletes a full stop or comma that stands alone after another mark.\n\nWhen a link, a footnote or a tag is cut out of a sentence, the mark behind it stays: `countries. . The`, `the harbour, , and`. The second mark goes, with the space before it. Spaced ellipses (`. . .`), and any run of three or more, stay."),
  ]
}
