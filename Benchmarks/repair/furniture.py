"""furniture.py - what a site's software writes around an article, in the words of its translators.

The words are not in this project: they are read from the message catalogs (*.mo) of programs that run sites, wherever these
are unpacked.  Three are known, each with the order in which its templates print them:

  wordpress   the Debian package wordpress-l10n           (GPL-2+)
  zinnia      django-blog-zinnia from PyPI                 (BSD)
  mezzanine   mezzanine from PyPI                          (BSD)

A program knows a language if its catalog has enough of the messages.  The messages themselves are English.
"""
import gettext
import html
import os
import re

# A slot is a list of messages that are printed in a line of their own each, in this order; {} is a name, a date, a headline, tags.
PROGRAMS = {
    "wordpress": {
        "marks": "Leave a Reply",
        "before": [["Posts by {name}", "Categories: {tags}"], ["{date}"], ["1 Comment", "No Comments", "Leave a comment"]],
        "after": [
            ["Tags: {tags}"], ["Previous Post", "{headline}"], ["Next Post", "{headline}"],
            ["Leave a Reply", "Cancel reply", "Your email address will not be published. Required fields are marked *",
             "Comment", "Name *", "Email *", "Website", "Post Comment"],
            ["Comments are closed."], ["Search"], ["Recent Posts", "{headline}", "{headline}"], ["Recent Comments"],
            ["Archives", "{month}", "{month}"], ["Powered by WordPress"],
        ],
    },
    "zinnia": {
        "marks": "Be first to comment!",
        "before": [["Written by {name}"], ["{date}"], ["No comments yet."]],
        "after": [
            ["Tags: {tags}"], ["Similar entries", "{headline}", "{headline}"], ["Previous entry", "{headline}"],
            ["Next entry", "{headline}"], ["Comments", "Be first to comment!"], ["Comments are closed."], ["Post your comment"],
            ["Popular entries", "{headline}"], ["Recent comments"], ["RSS Feed"],
        ],
    },
    "mezzanine": {
        "marks": "Share on Facebook",
        "before": [["Posted by {name}"], ["Category: {tags}"]],
        "after": [
            ["Tags: {tags}"], ["Share on Facebook", "Share on Twitter"], ["Related posts", "{headline}", "{headline}"],
            ["Comments", "There are currently no comments"], ["New Comment", "Name", "Email", "Website", "Comment"],
            ["Recent Posts", "{headline}"], ["Powered by Mezzanine"],
        ],
    },
}
NAMES = ["Jonas Weil", "Ana Brito", "Keiko Mori", "Sam Ortega", "Lena Hartog", "Paul Okoro"]
DATES = ["November 3, 2021", "12 May 2019", "2022-08-14", "03/07/2020 10:45", "Monday, 9 January 2023"]
MONTHS = ["May 2019", "November 2021", "August 2022", "January 2023"]
TAGS = ["economy", "harbour", "elections", "climate", "rail", "schools", "energy", "culture", "health"]
HEADLINES = [
    "Ferry line to open in spring", "Why the old bridge will stay", "Five things to know about the vote",
    "Council delays decision on tram", "Harvest better than feared", "Museum shows lost letters",
]


class Catalog:
    """The messages of one program in one language."""

    def __init__(self, program, language, messages):
        self.program, self.language, self.messages = program, language, messages

    def say(self, text, noise):
        """A line of the page: each message that the catalog knows in its language, and what it speaks of."""
        for message in re.split(r"(?<=\.) (?=[A-Z])|(?<=:) (?=\{)| (?=[*{])", text):
            bare = message.rstrip(":")
            said = next((self.messages[key] for key in (message, message + " ", bare, bare + " %s") if key in self.messages), message)
            said = re.sub("<[^>]+>", "", html.unescape(said)).replace("%s", "").strip()
            if message.endswith(":") and said[-1:] != ":":
                said += ":"
            text = text.replace(message, said, 1)
        slots = {
            "{name}": noise.choice(NAMES), "{date}": noise.choice(DATES), "{month}": noise.choice(MONTHS),
            "{headline}": noise.choice(HEADLINES), "{tags}": ", ".join(noise.sample(TAGS, noise.randrange(1, 5))),
        }
        for slot, value in slots.items():
            text = text.replace(slot, value)
        return text

    def sentence(self, noise):
        """A sentence of another script, for one that a translator left; nothing where the language is written in Latin letters."""
        found = [said for said in self.messages.values() if 30 < len(said) < 140 and not re.search("[A-Za-z%<&{]", said) and said.count(" ") > 3]
        return noise.choice(found) if found else ""

    def around(self, noise):
        """The lines that were taken along with an article: the last ones before it, the first ones behind it."""
        layout = PROGRAMS[self.program]
        before = [slot for slot in layout["before"] if noise.random() < 0.7][noise.randrange(0, 3):]
        after = [slot for slot in layout["after"] if noise.random() < 0.7][:noise.randrange(0, 7)]
        return ([self.say(noise.choice(slot), noise) for slot in before],
                [self.say(text, noise) for slot in after for text in slot])


def catalogs(folders):
    """Every catalog below some folders that is of a known program, English ones first."""
    messages = {}
    for folder in folders:
        for place, _, files in sorted(os.walk(folder)):
            for name in sorted(files):
                if not name.endswith(".mo"):
                    continue
                # A program's parts have a catalog each: …/LANGUAGE/LC_MESSAGES/django.mo.
                language = name[:-3] if name != "django.mo" else os.path.basename(os.path.dirname(place))
                with open(os.path.join(place, name), "rb") as source:
                    part = gettext.GNUTranslations(source)._catalog
                messages.setdefault((folder, language), {}).update(
                    (key, said) for key, said in part.items() if isinstance(key, str) and said)
    found = [Catalog(program, "en", {}) for program in PROGRAMS] if messages else []
    for (_, language), known in messages.items():
        for program, layout in PROGRAMS.items():
            if known.get(layout["marks"], layout["marks"]) != layout["marks"]:
                found.append(Catalog(program, language, known))
    return found
