import Glibc
import JSONLines
import Language

/// `--stats`: what a run did, and all that decided it: versions, catalog, options, counts.
struct Manifest {
  private let configuration: Configuration
  private let catalog: [any Plugin]
  private let tally: Tally

  init(_ configuration: Configuration, _ catalog: [any Plugin], _ tally: Tally) {
    self.configuration = configuration
    self.catalog = catalog
    self.tally = tally
  }

  /// Writes and publishes it; the caller abandons the target where that fails.
  func write(to target: OutputTarget) throws(Failure) {
    try target.write(json() + [0x0A])
    try target.commit()
  }

  private func json() -> [UInt8] {
    var json = JSONBuilder()
    json.beginObject()
    json.key("tool")
    json.string(configuration.tool)
    json.key("version")
    json.string(Version.copydesk)
    json.key("libraries")
    json.string(Version.libraries)
    json.key("arguments")
    json.beginArray()
    for word in Arguments.words { json.string(word) }
    json.endArray()
    json.key("rules")
    json.beginObject()
    for plugin in catalog {
      json.key(Array(plugin.id.utf8))
      json.string(configuration.selection.mode(of: plugin).rawValue)
    }
    json.endObject()
    json.key("catalog_hash")
    json.string(CatalogHash.hash(catalog, configuration.selection))
    json.key("counts")
    json.beginObject()
    for (name, count) in counts {
      json.key(Array(name.utf8))
      json.int(count)
    }
    json.endObject()
    json.key("by_rule")
    json.beginObject()
    for (id, count) in tally.byRule.sorted(by: { $0.key < $1.key }) {
      json.key(Array(id.utf8))
      json.int(count)
    }
    json.endObject()
    json.key("suspects_by_rule")
    json.beginObject()
    for (id, count) in tally.suspectsByRule.sorted(by: { $0.key < $1.key }) {
      json.key(Array(id.utf8))
      json.int(count)
    }
    json.endObject()
    json.endObject()
    return json.bytes
  }

  private var counts: [(String, Int)] {
    [
      ("records", tally.records), ("unchanged", tally.unchanged), ("blank_lines", tally.blankLines),
      ("rejected", tally.rejected), ("replacements", tally.replacements), ("dropped_spans", tally.droppedSpans),
      ("bytes_read", tally.bytesRead), ("bytes_written", tally.bytesWritten),
    ]
  }
}

/// A fingerprint of which rules ran and how: two runs with the same one, and the same versions, do the same.
enum CatalogHash {
  /// 64-bit FNV-1a over ids and modes in catalog order, as 16 hexadecimal digits.
  static func hash(_ catalog: [any Plugin], _ selection: PluginSelection) -> String {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for plugin in catalog {
      for byte in "\(plugin.id)=\(selection.mode(of: plugin).rawValue);".utf8 {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
