import Glibc

/// Finds the plugin that a name on the command line means.  Nothing is loaded that was not asked for by name, and a bare
/// name never means a file in the current folder.
enum PluginLocator {
  /// The path of a plugin file.
  ///
  /// What has a slash in it is a path.  A bare name is looked for, as it is and with `.jsonl` and `.tsv`, in the folders of
  /// `$COPYDESK_PLUGIN_PATH`, then in the user's data folder, then in the one that was installed with the tools.
  static func path(of name: String) throws(Failure) -> String {
    if name.contains("/") {
      guard isFile(name) else { throw Failure(.noInput, "--plugin \(name): no such file") }
      return name
    }
    let folders = searched
    for folder in folders {
      for suffix in ["", ".jsonl", ".tsv"] {
        let path = "\(folder)/\(name)\(suffix)"
        if isFile(path) { return path }
      }
    }
    throw Failure(
      .noInput,
      "--plugin \(name): not found in \(folders.joined(separator: ", ")); for a file in this folder write ./\(name)")
  }

  /// The folders in the order in which they are searched.
  static var searched: [String] {
    var folders = (variable("COPYDESK_PLUGIN_PATH") ?? "").split(separator: ":").map(String.init)
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") {
      folders.append("\(data)/copydesk/plugins")
    } else if let home = variable("HOME"), !home.isEmpty {
      folders.append("\(home)/.local/share/copydesk/plugins")
    }
    if let prefix = installationPrefix { folders.append("\(prefix)/share/copydesk/plugins") }
    return folders
  }

  /// The folder above the `bin` that this program was started from.
  private static var installationPrefix: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let parts = path.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/")
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) != S_IFDIR
  }
}
