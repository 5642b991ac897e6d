"""pages.py - an article as the page of a news site: what its template sets around and between the paragraphs.

A page is a list of lines, (kind, text); those of the article are paragraphs or its headline, all others go again.  The words come from
three places: the programs of `furniture.py`; the other articles, whose headlines are the links to other stories, whose sentences
are the captions; and this file, which has what every news site prints, an agency's name or the size of an advertisement.
"""
import re

NAMES = ["Jonas Weil", "Ana Brito", "Keiko Mori", "Sam Ortega", "Lena Hartog", "Paul Okoro", "Miriam Katz", "Tom Ashdown"]
SITES = ["Harbor Gazette", "The Daily Ledger", "Northfield Times", "Valley Courier", "Metro Herald", "Capital Tribune", "newsroom24.com"]
SECTIONS = ["Politics", "World", "Business", "Opinion", "Health", "Culture", "U.S. News", "Economy"]
AGENCIES = ["AP", "AFP", "Reuters", "Getty Images", "EPA", "Bloomberg"]
NETWORKS = ["Facebook", "Twitter", "WhatsApp", "LinkedIn", "Pinterest", "Reddit", "Telegram", "Email", "Print", "Copy link"]
DATES = ["November 3, 2021", "12 May 2019", "2022-08-14", "Sept. 26, 2016", "Monday, 9 January 2023", "03/07/2020"]
TIMES = ["10:45", "6:05 p.m.", "9:30 AM EDT", "14:12 GMT", "07:20 CET"]
LABELS = ["Read more", "READ MORE", "See also", "Related", "Also read", "Read also", "More on this", "Don't miss"]
ADVERTS = ["Advertisement", "ADVERTISEMENT", "Advertisements", "Sponsored", "Ad", "Advertising", "Sponsored content", "Story continues below advertisement",
           "300x250", "728x90", "Advertisement - Continue reading below", "- Advertisement -"]
SIGN_UPS = ["Subscribe to our newsletter", "Sign up for our daily newsletter", "Follow us on Facebook", "Follow us on Twitter",
            "Get the latest news in your inbox", "Download our app", "Follow {site} on Twitter", "Join our Telegram channel",
            "Sign up here to get the {site} newsletter every morning"]
# The names of WordPress's own short codes, and what its editor writes for pictures.
SHORTCODES = ['[caption id="attachment_{n}" align="alignnone" width="{w}"]', "[/caption]", '[gallery ids="{n},{m}"]', "[embed]https://example.org/{n}[/embed]",
              '[audio mp3="{n}.mp3"]', '[video width="{w}" height="360"]', '[playlist ids="{n}"]']
NOTES = ["{name} is a staff writer for {site}.", "{name} covers {section} for {site}. Before joining the paper in 2012, {name} reported from Brussels.",
         "{name} is the author of three books and a regular contributor to {site}. Email {name} at news@example.org.",
         "About the author: {name} is a freelance journalist based in London.",
         "{name} is a senior reporter. Follow on Twitter at @newsroom."]
FOOTERS = ["© {year} {site}", "Copyright {year} {site}. All rights reserved.", "© {year} {site}. All Rights Reserved", "Copyright © {year}",
           "Terms of use", "Privacy policy"]


def sentences(article):
    """The sentences of an article that can stand alone: without a quotation mark, neither short nor long."""
    found = []
    for paragraph in article[1:]:
        for sentence in re.findall(r"(?:(?<=[.!?] )|^)[A-Z][^.!?“”\"\n]{50,150}\.(?= |$)", paragraph):
            found.append(sentence)
    return found


class Desk:
    """The stories of all articles, from which a page takes its links and captions."""

    def __init__(self, articles):
        self.articles = articles
        self.headlines = [article[0] for article in articles]

    def others(self, article, noise):
        return noise.choice([headline for headline in self.headlines if headline != article[0]])

    def caption(self, article, noise):
        own = sentences(article)
        return noise.choice(own or sentences(noise.choice(self.articles)) or ["The building on Monday."])


def fill(text, noise):
    slots = {"{name}": noise.choice(NAMES), "{site}": noise.choice(SITES), "{year}": str(noise.randrange(2009, 2026)),
             "{section}": noise.choice(SECTIONS).lower(), "{date}": noise.choice(DATES), "{time}": noise.choice(TIMES), "{agency}": noise.choice(AGENCIES),
             "{n}": str(noise.randrange(100, 9999)), "{m}": str(noise.randrange(100, 9999)), "{w}": str(noise.choice([300, 560, 640, 1024])),
             "{minutes}": str(noise.randrange(2, 9))}
    for slot, value in slots.items():
        text = text.replace(slot, value)
    return text


def byline(noise):
    ways = [["By {name}"], ["By {name}", "{date}"], ["{name}", "{date}"], ["By {name}, {site}"], ["{date} {time}"], ["Published {date}"],
            ["Posted on {date} by {name}"], ["By {name} | {date}"], ["{name}", "Published: {date}", "Updated: {date}"], ["{date}", "{minutes} min read"],
            ["By {name}", "Updated {time}, {date}"], ["{date} / {time} / {agency}"], ["Written by {name} on {date}"], ["BY {NAME}"]]
    name = noise.choice(NAMES)
    return [("byline", fill(text.replace("{name}", name).replace("{NAME}", name.upper()), noise)) for text in noise.choice(ways)]


def figure(desk, article, noise):
    """A picture: its file or what stands in its place, its caption, whose it is."""
    lines = []
    if noise.random() < 0.25:
        lines.append(("file name", noise.choice(["IMG_{n}.jpg", "photo-{n}.jpeg", "news_{year}_{n}.png", "{n}-{w}x360.jpg", "image{n}.gif"])))
    caption = desk.caption(article, noise)
    credit = noise.choice(["{name}/{agency}", "({name}/{agency})", "Photo: {name}", "Photo: {name}/{agency}", "Credit: {name}/{agency}", "© {name}",
                           "{agency}", "Photo by {name}", "(Photo by {name}/{agency})", "Image: {agency}", "{agency} / {name}",
                           "Photograph: {name}/{agency}", "(AP Photo/{name})"])
    way = noise.random()
    if way < 0.4:
        lines.append(("caption", f"{caption} {credit}"))
    elif way < 0.7:
        lines += [("caption", caption), ("credit", credit)]
    else:
        lines.append(("credit", credit))
    return [(kind, fill(text, noise)) for kind, text in lines]


def before(desk, article, site, noise):
    """The head of the page, above the headline, and what stands between it and the text."""
    above, below = [], []
    if noise.random() < 0.25:
        above.append(("site", site))
        if noise.random() < 0.5:
            above.append(("site", fill(noise.choice(["{date}", "News from the region", "Independent since 1911"]), noise)))
    if noise.random() < 0.3:
        above.append(("title", article[0] + noise.choice([" - ", " | ", " – "]) + noise.choice([site, site, noise.choice(SECTIONS)])))
    elif noise.random() < 0.2:
        above.append(("title", article[0]))
    if noise.random() < 0.15:
        below.append(("label", noise.choice(SECTIONS + ["Exclusive", "Breaking News", "Analysis", "Live", "News", noise.choice(AGENCIES)])))
    if noise.random() < 0.5:
        below += byline(noise)
    if noise.random() < 0.2:
        below += share(noise)
    if noise.random() < 0.35:
        below += figure(desk, article, noise)
    return above, below


def share(noise):
    names = noise.sample(NETWORKS, noise.randrange(2, 7))
    label = [noise.choice(["Share this:", "Share", "Share this article", "SHARE ON"])] if noise.random() < 0.5 else []
    return [("share", line) for line in label + (names if noise.random() < 0.6 else [" ".join(names)])]


def between(desk, article, number, site, noise):
    """What a template or an editor puts between two paragraphs of the text."""
    way = noise.random()
    headline = desk.others(article, noise)
    if way < 0.2:
        return figure(desk, article, noise)
    if way < 0.35:
        return [("advert", noise.choice(ADVERTS))]
    if way < 0.45:
        label = noise.choice(LABELS)
        return [("teaser", f"{label}: {headline}")] if noise.random() < 0.7 else [("teaser", label + ":"), ("teaser", headline)]
    if way < 0.56:
        return [("headline", headline)]
    if way < 0.58:
        # What stands for the picture of the link says it too.
        return [("headline", f"{headline} {headline}")]
    if way < 0.72:
        quoted = noise.choice(sentences([""] + article[max(1, number - 2):number + 3]) or [""])
        return [("pull quote", noise.choice([quoted, f"“{quoted}”"]))] if quoted else []
    if way < 0.82:
        return [("sign-up", noise.choice(SIGN_UPS).replace("{site}", site))]
    if way < 0.92:
        return [("shortcode", fill(noise.choice(SHORTCODES), noise))]
    return share(noise)


def after(desk, article, site, noise):
    lines = []
    if noise.random() < 0.25:
        lines.append(("author note", fill(noise.choice(NOTES).replace("{site}", site), noise)))
    if noise.random() < 0.2:
        lines += share(noise)
    if noise.random() < 0.3:
        label = noise.choice(["Related", "Related stories", "More from " + site, "Most read", "You may also like", "Read next"])
        lines += [("related", label)] + [("related", desk.others(article, noise)) for _ in range(noise.randrange(1, 4))]
    if noise.random() < 0.2:
        lines.append(("sign-up", noise.choice(SIGN_UPS).replace("{site}", site)))
    if noise.random() < 0.25:
        lines += [("footer", fill(text.replace("{site}", site), noise)) for text in noise.sample(FOOTERS, noise.randrange(1, 3))]
    return lines


def lay_out(desk, article, paragraphs, noise):
    """The lines of the page; `paragraphs` are the article's own, in whatever state, the headline first."""
    site = noise.choice(SITES)
    above, below = before(desk, article, site, noise)
    page = above + [("article", paragraphs[0])] + below
    teaser = [("repeated block", p) for p in paragraphs[1:3]]
    if len(paragraphs) > 6 and noise.random() < 0.08:
        page += teaser
    for number, paragraph in enumerate(paragraphs[1:], 1):
        page.append(("article", paragraph))
        if number < len(paragraphs) - 1 and noise.random() < 0.08:
            page += between(desk, article, number, site, noise)
    return page + after(desk, article, site, noise)
