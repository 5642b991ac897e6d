#!/usr/bin/env python3
"""make_clean.py OUT_FOLDER [--seed N] [--installed [ROOT]] - writes clean texts of other kinds than news, on which every edit is harm.

Each file is JSON Lines of `id` and `text` (and `language` where it is not English).  All of it was written for Copydesk or is
generated: news from a grammar, technical text (Markdown, code, tables, addresses, logs, numbered clauses), verse, drama, dialect,
and ten other languages.

With --installed, larger files are made of what Debian packages have put under ROOT (default: /), a few megabytes each, nothing of which is
kept here: manual pages in English and in other languages, documents of packages, the sources of Python's documentation
(python3.11-doc), rules and policy (debian-policy, developers-reference), code and tables, and, with verse, plays and dialect among
them, the fortunes (fortunes, fortunes-min), the jargon file and the devil's dictionary (dict-jargon, dict-devil).  A package
can be unpacked elsewhere: `apt-get download NAME; dpkg -x NAME_*.deb ROOT`.
"""
import argparse
import glob
import gzip
import os
import random
import re
import subprocess

from gold import write

PLACES = ["Lisbon", "Nairobi", "Osaka", "Quito", "Riga", "Tunis", "Utrecht", "Winnipeg", "Brisbane", "Dakar", "Oslo", "Tbilisi"]
PEOPLE = ["Ana Moreira", "Ruth Okafor", "Kenji Sato", "Luis Andrade", "Ilze Kalnina", "Sami Trabelsi", "Joost de Vries", "Mary McDonald",
          "Ferdinand Oduya", "Karen LaSalle", "Sirhan Sirhan", "Anton Karenin"]
BODIES = ["the port authority", "the city council", "the teachers’ union", "the central bank", "the health ministry", "YouTube",
          "the U.N. office", "The Daily Mercury", "the Association of Shipowners", "LinkedIn", "the A.T.V. network", "OpenRoad"]
EVENTS = ["a strike", "the flood", "the new tariff", "a $3.5 million grant", "the vote", "the merger", "an outbreak", "the storm"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
SENTENCES = [
    "{body} said on {day} that {event} would cost the region more than {n} jobs.",
    "“We had had no warning,” said {person}, who has lived in {place} since 19{y}.",
    "Mr. {last}, a former official, told reporters that that was “not a matter of opinion.”",
    "The U.S. and the E.U. have agreed to meet again in {place}, according to {body}.",
    "{person} — who declined to give a date — said that “nothing has been decided, and nothing will be decided in {place}.”",
    "It is the third time in {n} years that {body} has reported a fall of {n}.{y} percent.",
    "“What it is is a mess,” {last} said. “I told them so; I told them very, very clearly.”",
    "In a statement, {body} called {event} “a step in the right direction”.",
    "They met in the New York office of {person} at 9 a.m. and left at 5.30 p.m.",
    "According to {person}’s lawyer, the company’s and the bank’s accounts were opened in May and closed in March.",
    "She said, “‘Never again’ is what my mother used to say,” and laughed.",
    "The report, released by {body} on {day}, ran to {n} pages (and two appendices).",
    "Polish workers polish the stone by hand, and may march with the Turkish delegation in August.",
]


def news(noise, count):
    for number in range(count):
        paragraphs, last = [], None
        for _ in range(noise.randrange(5, 9)):
            lines = []
            for sentence in noise.sample([s for s in SENTENCES if s != last], noise.randrange(1, 4)):
                last = sentence
                person = noise.choice(PEOPLE)
                line = sentence.format(
                    body=noise.choice(BODIES), day=noise.choice(DAYS), event=noise.choice(EVENTS), person=person,
                    last=noise.choice(PEOPLE).split()[-1], place=noise.choice(PLACES), n=noise.randrange(3, 90), y=noise.randrange(10, 99))
                lines.append(line[0].upper() + line[1:] if line[0].isalpha() and not line.startswith(("YouTube", "LinkedIn")) else line)
            paragraphs.append(" ".join(lines))
        title = f"{noise.choice(PLACES)} waits for {noise.choice(EVENTS)}"
        yield {"id": f"news-{number}", "text": title + "\n\n" + "\n\n".join(paragraphs)}


TECHNICAL = ["""# Installing

1. Download `tool-1.4.2.tar.gz` (see [the mirror](https://example.org/pub/tool/)).
2. Run `./configure --prefix=/usr && make && make install`.

* `-v`, `--verbose`: say more
* `-q` , `--quiet` : say less

```sh
for f in *.txt; do echo "$f" ; done
if [ "$x" = "y" ]; then exit 1; fi ; : ;
```

| name | type   | default |
|------|--------|---------|
| host | string | `localhost` |
| port | int    | 8080    |

Set `locale=english` in config.ini . See also: [FAQ](#faq), §4.2.1, and RFC 8259.
""", """func toString(inOrder: Bool) -> String {
  let theValue = self.value // the value
  return inOrder ? "\\(theValue)" : "n/a"
}

// iPhone and iPad: call forEach, isEmpty, addAll.
let x = a.b.c ? d : e ; print( x )
""", """2024-03-05T12:00:01Z INFO  server: started on 0.0.0.0:8080
2024-03-05T12:00:02Z WARN  db: retry 1 of 3 ... failed
2024-03-05T12:00:02Z WARN  db: retry 2 of 3 ... failed
2024-03-05T12:00:03Z ERROR db: connection refused (errno=111)
    at com.example.db.Pool.get(Pool.java:42)
    at com.example.db.Pool.get(Pool.java:42)
""", """§ 4. Definitions. (1) In this Act, unless the context otherwise requires,—
(a) “the Authority” means the Port Authority;
(b) “vessel” includes any ship, boat, or craft;
(c) “the said Act” means the Act of 1922 (12 & 13 Geo. 5. c. 16).
(2) The Authority may, with the consent of the Minister, make by-laws for—
(i) the regulation of traffic in the harbour;
(ii) the regulation of traffic in the approaches.
Section 5.1.2(a)(iii) applies mutatis mutandis. Cf. Smith v. Jones, 12 F.3d 345, 350 (9th Cir. 1994).
""", """Name,Born,Died
Ada,1815,1852
Alan,1912,1954

To: ops@example.com
Cc: a.b.c@example.co.uk, "Doe, J." <jd@example.net>
Subject: Re: RE: Fwd: the report

> > On Tue, 5 Mar 2024, at 12:00, Jo wrote:
> > see https://example.com/a_b/c?d=e&f=g#h , or ftp://x.y.z/ .
""", """The Hall–Petch relation: σ_y = σ_0 + k_y · d^(−1/2). For d < 10 nm, the inverse effect applies [12]–[15]. As in Fig. 3a, vitamin A and
hepatitis B were measured at 37 °C (p < 0.05; n = 12). T cells, B cells, and E. coli K-12 were grown in LB. The C major scale has
no sharps; A minor has none either. See also: Eqs. (3) and (4). The DNA was cut with EcoRI and HindIII.
"""]

VERSE = ["""The tide goes out, the tide comes in,
  And still the old men mend and spin
Their yarns of wrack and herring.
O the wind, the wind, the weary wind!
  And who will go a-sparing?

Row, row, and never rest,
Row, row, from east to west,
  Row till the light is over.
The moon, the moon, the moon is high,
The moon is over Dover.

“Who calls?” “’Tis I.” “And who are you?”
“The same that called before, and knew
  The same, the same old sorrow.”
Good night, good night! the lamps are few;
Good night until to-morrow.
""", """I had a garden; in it grew
Nor rose nor rue, but only you,
And only you, and you again,
And after you the rain, the rain.
"""]

DRAMA = ["""ACT I. SCENE II.

A quay. Enter MARTHA and the BOATMAN.

MARTHA. Is it— is it him? I— I can’t see.
BOATMAN. ’Tis him, ’tis him. [Aside.] Poor soul, poor soul!
MARTHA. Then call him. Call him, I say!
  (He calls. No answer.)
BOATMAN. No, no, no. He’ll not hear. THE SEA has him.
MARTHA [weeping]. Who—who told you that that was so?
BOATMAN. Them as knows. Them as had had it from the captain.
  Exeunt.

SCENE III. The same.

Enter the GHOST.
"""]

DIALECT = ["""“I warn’t a-goin’ to tell ye nuthin’,” says he, “but yer a good ’un, so I’ll say it: dey wuz lookin’ fer ’im all de mornin’, an’ dey
ain’t foun’ ’im yit.”

“Whatsomever d’ye mean by that there?” says I. “He’s bin an’ gone an’ done it, hisself, theirselves bein’ witness. By and by
we’ll see, by and by.”

“Och, dinna fash yersel’, lassie. It’s a braw bricht moonlicht nicht the nicht, and I’m no’ awa’ tae bide awa’.”

“G-g-get out! I—I—I won’t! Very very well, then. Hear, hear! Ha ha ha! There, there, now, now.”

Monsieur Duval bowed. M. Duval was a tall man; Madame Duval was not. Herr Doktor Weiss said, “Ja, ja, natürlich.”
"""]

LANGUAGES = {
    "de": "„Wir haben nichts gewusst“, sagte Frau Müller am Montag. Die Behörde teilte mit, dass 3,5 Millionen Euro fehlen. Der der Stadt "
          "gehörende Hafen bleibt geschlossen. »Und nun?«, fragte er. Das, was das Amt sagt, ist z. B. nicht neu.",
    "fr": "« Nous n’avions rien vu », a déclaré M. Dupont mardi. Le ministère — qui n’a pas répondu — annonce 3,5 millions d’euros. Nous nous "
          "sommes réunis à 17 h 30 ; et après ? « Rien ! » Vous vous trompez, dit-elle.",
    "es": "—¿Quién lo dijo? —preguntó el señor Ruiz. «Nadie», respondió ella. El informe en inglés, publicado el lunes, cita 3,5 millones de "
          "euros. ¡No, no y no! La Sra. Pérez llegó a las 9.30 h.",
    "it": "«Non sappiamo nulla», ha detto il signor Rossi lunedì. Il ministero annuncia 3,5 milioni di euro. Piano piano si va lontano; e poi? "
          "“Niente”, rispose. L’incontro è alle 17.30.",
    "pt": "“Não sabíamos de nada”, disse o Sr. Silva na segunda-feira. O relatório em português fala em 3,5 milhões de euros. E agora? «Nada», "
          "respondeu ela às 17h30.",
    "nl": "‘We wisten van niets’, zei mevrouw De Vries maandag. Het ministerie meldt dat 3,5 miljoen euro ontbreekt. Dat dat zo is, is is een "
          "raadsel; „en nu?” vroeg hij om 17.30 uur.",
    "pl": "„Nic nie wiedzieliśmy” – powiedział pan Nowak w poniedziałek. Ministerstwo podało, że brakuje 3,5 mln euro. „I co teraz?” – zapytał "
          "o godz. 17.30. To to samo co wczoraj.",
    "ru": "«Мы ничего не знали», — сказал г-н Иванов в понедельник. Министерство сообщило, что не хватает 3,5 млн евро. — И что теперь? — "
          "спросил он в 17:30. То, что то же самое повторится, ясно.",
    "el": "«Δεν ξέραμε τίποτα», είπε ο κ. Παπαδόπουλος τη Δευτέρα. Το υπουργείο ανακοίνωσε ότι λείπουν 3,5 εκατ. ευρώ. «Και τώρα;» ρώτησε "
          "στις 17:30. Τίποτα, τίποτα.",
    "tr": "“Hiçbir şey bilmiyorduk” dedi Bay Yılmaz pazartesi günü. Bakanlık 3,5 milyon avro eksik olduğunu duyurdu. “Peki şimdi?” diye "
          "sordu. Yavaş yavaş, dedi o da saat 17.30’da.",
}


def text_of(path):
    try:
        with (gzip.open if path.endswith((".gz", ".dz")) else open)(path, "rb") as file:
            return file.read().decode("utf-8")
    except (OSError, UnicodeDecodeError, EOFError):
        return ""


def page_of(path):
    """A manual page as it is read, overstriking left out."""
    done = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=78", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return re.sub(".\x08", "", done.stdout.decode("utf-8", "replace"))


def pieces(text, size=6000):
    """A long text in pieces that end at blank lines."""
    out, length = [], 0
    for block in re.split(r"\n{2,}", text):
        if length > size:
            yield "\n\n".join(out)
            out, length = [], 0
        out.append(block)
        length += len(block)
    if out:
        yield "\n\n".join(out)


def whole(path):
    return [text_of(path)]


def parts(path):
    return pieces(text_of(path))


def sayings(path):
    """The sayings of a file of fortunes, some twenty a text; those that are encoded (rot13) are none."""
    found = re.split(r"\n%\n", text_of(path))
    return ["\n\n".join(found[k:k + 20]) for k in range(0, len(found), 20)]


INSTALLED = {
    "manual": (["usr/share/man/man[1-8]/*"], lambda path: [page_of(path)]),
    "manual-languages": ([f"usr/share/man/{tag}/man[1-8]/*" for tag in "cs da de el es fi fr hu id it ko nb nl pl pt_BR ro ru sr sv uk vi".split()],
                         lambda path: [page_of(path)]),
    "documents": (["usr/share/doc/*/README*", "usr/share/doc/*/NEWS*", "usr/share/doc/*/FAQ*", "usr/share/doc/*/*.txt*", "usr/share/doc/*/TODO*"],
                  parts),
    "markup": (["usr/share/doc/python3*/html/_sources/**/*.txt", "usr/share/doc/*/*.md", "usr/share/doc/*/*.md.gz"], parts),
    "policy": (["usr/share/doc/debian-policy/*.txt.gz", "usr/share/doc/debian-policy/*/*.txt", "usr/share/developers-reference/*.txt*",
                "usr/share/doc/*/copyright"], parts),
    "code": (["usr/lib/python3*/*.py", "usr/include/*.h", "usr/share/perl/*/*.pm", "usr/share/perl5/**/*.pm"], parts),
    "tables": (["usr/share/zoneinfo/*.tab", "etc/services", "etc/mime.types", "usr/share/misc/*", "usr/share/doc/*/*.csv"], parts),
    "sayings": (["usr/share/games/fortunes/*.u8"], sayings),
    "dictionaries": (["usr/share/dictd/*.dict.dz"], parts),
}


def installed(root, noise, limit=3_000_000):
    for name, (patterns, read) in INSTALLED.items():
        paths = sorted({path for pattern in patterns for path in glob.glob(os.path.join(root, pattern), recursive=True)})
        noise.shuffle(paths)
        records, size = [], 0
        for path in paths:
            for number, text in enumerate(read(path)):
                if len(text) > 200 and "\0" not in text and size < limit:
                    records.append({"id": f"{os.path.relpath(path, root)}#{number}", "text": text})
                    size += len(text)
        yield name, records


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--installed", nargs="?", const="/")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    noise = random.Random(options.seed)

    def put(name, texts):
        write(os.path.join(options.out, name + ".jsonl"), [{"id": f"{name}-{k}", "text": t} for k, t in enumerate(texts)])

    write(os.path.join(options.out, "news.jsonl"), list(news(noise, 60)))
    put("technical", TECHNICAL)
    put("verse", VERSE)
    put("drama", DRAMA)
    put("dialect", DIALECT)
    # With and without saying which language it is.
    write(os.path.join(options.out, "languages.jsonl"), [{"id": tag, "text": text} for tag, text in LANGUAGES.items()])
    if options.installed:
        for name, records in installed(options.installed, noise):
            write(os.path.join(options.out, f"installed-{name}.jsonl"), records)
            print(f"installed-{name}: {len(records)} texts, {sum(len(r['text']) for r in records)} characters")


if __name__ == "__main__":
    main()
