#!/usr/bin/env python3
"""make_clean.py OUT_FOLDER [--seed N] - writes clean texts of other kinds than news, on which every edit is harm.

Each file is JSON Lines of `id` and `text` (and `language` where it is not English).  All of it was written for Copydesk or is
generated: news from a grammar, technical text (Markdown, code, tables, addresses, logs, numbered clauses), verse, drama, dialect,
and ten other languages.
"""
import argparse
import os
import random

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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
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


if __name__ == "__main__":
    main()
