import CToolKit

/// The words behind the program's name, whether or not `/proc` is there to be asked.
///
/// A word that is not UTF-8 is repaired; no option has such a value, and a file of such a name cannot be named.
enum Arguments {
  static let words: [String] = {
    var words: [String] = []
    var next = ctoolkit_arguments()
    while let place = next, let word = place.pointee {
      words.append(String(cString: word))
      next = place + 1
    }
    return Array(words.dropFirst())
  }()
}
