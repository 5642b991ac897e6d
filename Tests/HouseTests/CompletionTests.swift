import Foundation
import TestSupport
import Testing

/// The completions, asked in the real shells.
@Suite struct CompletionTests {
  static let bash = FileManager.default.fileExists(atPath: "/usr/share/bash-completion/bash_completion")
  static let zsh = Tools.find("zsh") != nil
  static let fish = Tools.find("fish") != nil

  /// What is typed (the last word is completed), one word that must be offered, and one that must not.
  static let cases: [(typed: [String], offered: String, not: String)] = [
    (["segment", "--new"], "--newlines", "--split"),
    (["segment", "--on-error", "s"], "skip", "fail"),
    (["normalize", "--language", "e"], "en", "de"),
    (["normalize", "art"], "articles.jsonl", "--help"),
    (["translate-artifact-fix", "--explain", "orphan-m"], "orphan-mark", "doubled-mark"),
    (["translate-artifact-fix", "--only", "repeated-word,orphan-m"], "orphan-mark", "doubled-mark"),
    (["translate-artifact-fix", "--set", "orphan-mark=f"], "flag", "off"),
    (["tag-entities", "-o", "art"], "articles.jsonl", "--help"),
    (["extract-quotes", "--from", "windows-125"], "windows-1252", "UTF-8"),
  ]

  @Test(.enabled(if: bash, "bash-completion is not installed"), arguments: cases.indices)
  func bashOffers(index: Int) throws {
    let typed = Self.cases[index].typed
    let script = """
      . /usr/share/bash-completion/bash_completion
      . "$ROOT/completions/bash/\(typed[0])"
      COMP_LINE='\(typed.joined(separator: " "))'
      COMP_POINT=${#COMP_LINE}
      # As readline cuts words, at = and : too.
      COMP_WORDS=(\(Self.readlineWords(typed).map { "'\($0)'" }.joined(separator: " ")))
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      compopt() { :; }
      \(Self.function(typed[0])) 2> /dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    try expect(index, try folder().run(script))
  }

  @Test(.enabled(if: zsh, "zsh is not installed"), arguments: cases.indices)
  func zshOffers(index: Int) throws {
    // A pseudo-terminal, since zle completes nothing without: the line is typed, then ^D lists what fits.
    let line = Self.cases[index].typed.joined(separator: " ")
    let script = """
      cat > setup <<'END'
      fpath=($ROOT/completions/zsh $fpath)
      PROMPT='' RPROMPT=''
      unsetopt zle_bracketed_paste
      autoload -Uz compinit && compinit -u -d ./dump
      zstyle ':completion:*' list-prompt ''
      LISTMAX=10000
      bindkey '^D' list-choices
      END
      cat > drive <<'END'
      zmodload zsh/zpty
      export COLUMNS=60 LINES=100 TERM=dumb
      zpty shell 'stty columns 60 rows 100 2> /dev/null; zsh -f -i'
      zpty -w shell 'source ./setup; print RE""ADY'
      zpty -m -r shell ignored '*READY*'
      sleep 0.3
      zpty -n -w shell $'\(line)\\x04'
      sleep 1
      local chunk
      while zpty -r -t shell chunk; do print -r -- $chunk; done
      zpty -d shell
      END
      zsh -f drive
      """
    try expect(index, try folder().run(script))
  }

  @Test(.enabled(if: fish, "fish is not installed"), arguments: cases.indices)
  func fishOffers(index: Int) throws {
    let typed = Self.cases[index].typed
    let script = """
      cat > drive.fish <<'END'
      source $ROOT/completions/fish/\(typed[0]).fish
      complete -C '\(typed.joined(separator: " "))'
      END
      fish --no-config drive.fish | cut -f 1
      """
    try expect(index, try folder().run(script))
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("", to: "articles.jsonl")
    return folder
  }

  private func expect(_ index: Int, _ result: ShellResult) throws {
    let (typed, offered, not) = Self.cases[index]
    let separators: Set<Character> = [" ", "\n", "\t", ",", "=", "\r\n", "\r"]
    let words = result.text.split { separators.contains($0) }.map(String.init)
    #expect(words.contains(offered), "\(typed): \(result.text) \(result.errorText)")
    #expect(!words.contains(not), "\(typed): \(result.text)")
  }

  private static func function(_ tool: String) -> String {
    "_copydesk_" + tool.replacingOccurrences(of: "-", with: "_")
  }

  private static func readlineWords(_ typed: [String]) -> [String] {
    typed.flatMap { word -> [String] in
      guard let equals = word.firstIndex(of: "=") else { return [word] }
      return [String(word[..<equals]), "=", String(word[word.index(after: equals)...])].filter { !$0.isEmpty }
    }
  }
}
