// Written by `make reference` from the doc comments; not to be edited.
// swift-format-ignore-file

import Language

/// What the manual says of the plugins in this family's catalog, in its order.
public enum EntityManual {
  public static let entries: [PluginManualEntry] = [
    PluginManualEntry(
      id: "listed-name",
      summary: "Names from the user's gazetteers.",
      text: "Names from the user's gazetteers.\n\nFinds every name and alias of the lists given with `--plugin` (kind `gazetteer`), the longest where several begin at one word, at word boundaries and with the same case. `name` is the entry's name, `ref` its identifier. Stands first in the catalog: what a user lists is not for other taggers to decide."),
    PluginManualEntry(
      id: "suggested-name",
      summary: "Names that plugin programs found.",
      text: "Names that plugin programs found.\n\nTakes over the spans that programs given with `--plugin exec:…` answered; `by` is the program's id. Stands behind `listed-name` and before all other taggers."),
    PluginManualEntry(
      id: "url",
      summary: "Web addresses.",
      text: "Web addresses.\n\nAnything with a scheme (`https://…`), what starts with `www.`, and host names with a well-known ending (`example.com/page`). Marks that end a sentence or close a bracket stay outside."),
    PluginManualEntry(
      id: "email",
      summary: "E-mail addresses.",
      text: "E-mail addresses.\n\nA local part, `@`, and a host name with at least one dot, all ASCII."),
    PluginManualEntry(
      id: "money",
      summary: "Amounts of money.",
      text: "Amounts of money.\n\nA currency sign or code with a number (`$5 million`, `US$1.2bn`, `EUR 300`), or a number with the name of a currency (`50 million euros`, `two hundred rubles`). \"Pounds\" without a word of scale is a weight, and `won` a verb."),
    PluginManualEntry(
      id: "percent",
      summary: "Percentages.",
      text: "Percentages.\n\nA number or a range with `%`, `percent`, `per cent`, `pct` or `percentage points`."),
    PluginManualEntry(
      id: "names",
      summary: "Persons, organisations, places and other names.",
      text: "Persons, organisations, places and other names.\n\nA linear-chain model over words, shapes, affixes, clusters and gazetteers reads each sentence (see `MODEL-CARD.md`); then the document is read as one: mentions of the same name agree, and a surname alone is a person once the full name is known. `name` is the fullest form in the document."),
    PluginManualEntry(
      id: "date",
      summary: "Dates, and spans of time of a day or longer.",
      text: "Dates, and spans of time of a day or longer.\n\n`4 July 2020`, `July 13, 2024`, `2024-07-13`, `Wednesday`, `mid-2020`, `in 1998`, `the 1990s`, `last week`, `two years ago`, `spring of 2023`. May and March are months only beside a day, a year or a word such as \"in\"; a bare number is a year only where the words around it allow."),
    PluginManualEntry(
      id: "time",
      summary: "Times of day and spans of time shorter than a day.",
      text: "Times of day and spans of time shorter than a day.\n\n`10:30`, `5 p.m. EST`, `noon`, `this morning`, `three hours ago`, `ten o’clock`."),
    PluginManualEntry(
      id: "quantity",
      summary: "Measured quantities.",
      text: "Measured quantities.\n\nA number or a range with a unit of length, area, weight, volume, temperature, speed, power or data: `20 km`, `five-mile`, `300 square metres`, `30°C`."),
    PluginManualEntry(
      id: "ordinal",
      summary: "Ordinal numbers.",
      text: "Ordinal numbers.\n\n`1st`, `22nd`, `third`, `twenty-first`. `Second` that counts time is none."),
  ]
}
