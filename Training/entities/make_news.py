#!/usr/bin/env python3
"""make_news.py: writes news.jsonl, sentences made from templates of our own, filled with names from the tables beside it.

They teach what the public sets lack or disagree on: compounds of two countries, ministries with the nation before them,
names alone, reporting verbs around surnames, news agencies, names of today.  Same seed, same bytes.  Licence: CC0."""
import json, os, random, re

here = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(2026)


def table(name, *classes):
    out = []
    for line in open(os.path.join(here, name), encoding='utf-8'):
        if line.startswith('#'):
            continue
        key, value = line.rstrip('\n').split('\t')
        if set(value.split()) & set(classes):
            out.append(key)
    return out


SMALL = {'of', 'the', 'and', 'for', 'in', 'de', 'la', 'von', 'der', 'bin', 'al', 'on', 'without', 'to'}
UPPER = {'mci', 'twa', 'ual', 'amr', 'csx', 'gte', 'kpmg', 'trw', 'rjr', 'anz', 'kfc', 'eni', 'rwe', 'ing', 'bnp', 'abn', 'amro', 'amd', 'bt', 'kpn', 'bhp', 'aig', 'sk', 'ag', 'ac',
         'fc', 'as', 'cf', 'aj', 'rc', 'hsc', 'sv', 'vfb', 'vfl', 'msv', 'sc', 'psv', 'az', 'rkc', 'paok', 'aek', 'cska', 'ifk', 'la', 'dc', 'psg', 'ccc', 'rb', 'ii', 'usda', 'faa', 'ntsb', 'nih', 'fema',
         'nyse', 'ncaa', 'pga', 'lpga', 'atp', 'wta', 'wba', 'wbc', 'ibf', 'fia', 'fina', 'iaaf', 'dfb', 'cbot', 'espn', 'aclu', 'naacp', 'aarp', 'uaw', 'tuc', 'raf', 'oau', 'oas', 'cis', 'eln', 'unita', 'mgm',
         'ap', 'afp', 'tass', 'dpa', 'ansa', 'efe', 'upi', 'pti', 'bbc', 'cnn', 'nbc', 'cbs', 'msnbc', 'cnbc', 'npr', 'pbs', 'itv', 'rt', 'ntv',
         'cctv', 'cgtn', 'tv', 'nhk', 'zdf', 'ard', 'rai', 'rte', 'cbc', 'ndtv', 'tvn', 'tf1', 'bfm', 'un', 'unesco', 'unicef', 'unhcr', 'unrwa', 'who',
         'wto', 'imf', 'iaea', 'icc', 'eu', 'ecb', 'osce', 'nato', 'oecd', 'opec', 'asean', 'gcc', 'sco', 'brics', 'g7', 'g8', 'g20', 'apec', 'csto',
         'ecowas', 'icrc', 'ioc', 'fifa', 'uefa', 'wada', 'cia', 'fbi', 'nsa', 'nasa', 'fda', 'cdc', 'epa', 'sec', 'ftc', 'fcc', 'irs', 'dea', 'us', 'gop',
         'mi5', 'mi6', 'nhs', 'snp', 'ukip', 'dup', 'fsb', 'gru', 'kgb', 'svr', 'ccp', 'cpc', 'pla', 'sbu', 'cdu', 'csu', 'spd', 'fdp', 'idf', 'plo', 'irgc',
         'isis', 'isil', 'pkk', 'ypg', 'farc', 'ira', 'bjp', 'isi', 'anc', 'pasok', 'akp', 'chp', 'hdp', 'csis', 'iiss', 'mit', 'nba', 'nfl', 'nhl', 'mlb',
         'ibm', 'amd', 'hp', 'zte', 'tsmc', 'smic', 'lg', 'sap', 'bmw', 'basf', 'edf', 'axa', 'lvmh', 'ubs', 'hsbc', 'bp', 'gsk', 'klm', 'ups', 'dhl',
         'gm', 'ge', 'byd', 'catl', 'icbc', 'usa', 'uk', 'uae', 'prc', 'drc', 'dprk', 'ussr', 'nbc', 'abc', 'ria', 'vtb', 'ice', 'rand', 'cnooc'}


def case(name):
    if re.fullmatch(r'(\w\.)+', name):
        return name.upper()
    words = name.split(' ')
    out = []
    for k, w in enumerate(words):
        if w in UPPER and not (k and w in SMALL) or re.fullmatch(r'(\w\.)+', w):
            out.append(w.upper())
        elif k and w in SMALL:
            out.append(w)
        else:
            out.append('-'.join(p[:1].upper() + p[1:] if p not in SMALL or not i else p for i, p in enumerate(w.split('-'))))
    return ' '.join(out)


given = table('census_names.tsv', 'given')
census = table('census_names.tsv', 'surname')
known = table('news_names.tsv', 'surname')
bodies = table('news_names.tsv', 'body')
companies = table('news_names.tsv', 'company')
places = table('news_names.tsv', 'place')
countries = [c for c in table('territories.tsv', 'country') + table('news_names.tsv', 'country') if c.isascii() and not re.search(r'[(&]|outlying|minor', c)]
cities = [c for c in table('geonames.tsv', 'city') if c.isascii() and 4 < len(c) < 16]
demonyms = [d for d in table('news_names.tsv', 'demonym') if not d.endswith('s') or d.endswith(('ss', 'us'))]
demonyms = [d for d in demonyms if d not in ('republican', 'democrat', 'western', 'muslim', 'islamic', 'catholic', 'orthodox', 'hindu', 'jewish', 'sikh', 'sunni', 'shia')]
teams = table('news_names.tsv', 'team')
universities = [b for b in bodies if 'university' in b or 'college' in b or 'hospital' in b]
STATES = ['Ala.', 'Ariz.', 'Ark.', 'Calif.', 'Colo.', 'Conn.', 'Del.', 'Fla.', 'Ga.', 'Ill.', 'Ind.', 'Iowa', 'Kan.', 'Ky.', 'La.', 'Maine', 'Md.', 'Mass.',
          'Mich.', 'Minn.', 'Miss.', 'Mo.', 'Mont.', 'Neb.', 'Nev.', 'N.H.', 'N.J.', 'N.M.', 'N.Y.', 'N.C.', 'N.D.', 'Ohio', 'Okla.', 'Ore.', 'Pa.', 'R.I.', 'S.C.',
          'S.D.', 'Tenn.', 'Texas', 'Utah', 'Vt.', 'Va.', 'Wash.', 'W.Va.', 'Wis.', 'Wyo.', 'D.C.', 'Ontario', 'Quebec', 'Alberta']
MEETINGS = ['World Cup', 'European Cup', 'FA Cup', 'Cup Winners’ Cup', 'UEFA Cup', 'Champions League', 'Davis Cup', 'Ryder Cup', 'U.S. Open', 'Australian Open', 'French Open', 'Wimbledon',
            'Super Bowl', 'World Series', 'Stanley Cup', 'Asian Cup', 'Asian Games', 'Tour de France', 'Copa America', 'Grand Slam', 'Six Nations', 'Ashes', 'Masters', 'Monaco Grand Prix']
FORMS = ['Corp.', 'Inc.', 'Co.', 'Ltd.', 'Plc', 'Group', 'Industries', 'Holdings', 'Brothers', '& Co.', '& Sons', 'Airlines', 'Bank', 'Bancorp', 'Financial', 'Securities', 'Capital', 'Partners',
         'Steel', 'Motors', 'Foods', 'Stores', 'Oil', 'Energy', 'Mining', 'Technologies', 'Systems', 'Software', 'Pharmaceuticals', 'Laboratories', 'Insurance', 'Communications', 'Electric', 'SA', 'AG', 'NV', 'SpA']
PLACES = ['County', 'Island', 'River', 'Lake', 'Valley', 'Beach', 'Heights', 'Park', 'Street', 'Avenue', 'Bridge', 'Airport', 'Square', 'Mountain', 'Bay', 'Canyon', 'Prison', 'Dam', 'Stadium', 'Province', 'District']
media = ['Reuters', 'AFP', 'TASS', 'Xinhua', 'CNN', 'BBC', 'Sputnik', 'Interfax', 'RIA Novosti', 'Bloomberg', 'Politico', 'Al Jazeera', 'Kyodo', 'Yonhap', 'Le Monde',
         'Der Spiegel', 'Axios', 'Euronews', 'Anadolu', 'Ukrinform', 'Kommersant', 'Izvestia', 'Bild', 'Haaretz', 'Global Times', 'CCTV', 'NHK', 'Fox News', 'Sky News', 'NBC News']
papers = ['New York Times', 'Washington Post', 'Wall Street Journal', 'Financial Times', 'Guardian', 'Daily Telegraph', 'Jerusalem Post', 'Times of India', 'Moscow Times',
          'Kyiv Independent', 'South China Morning Post', 'Boston Globe', 'Economist', 'Los Angeles Times', 'Associated Press', 'BBC', 'Sunday Times', 'Daily Mail']
chinese = ['Wang', 'Li', 'Zhang', 'Liu', 'Chen', 'Yang', 'Zhao', 'Huang', 'Zhou', 'Wu', 'Xu', 'Sun', 'Hu', 'Zhu', 'Gao', 'Lin', 'He', 'Guo', 'Ma', 'Luo', 'Xi', 'Qin', 'Han', 'Shen',
           'Kim', 'Park', 'Choi', 'Lee', 'Nguyen', 'Tran', 'Pham', 'Yu', 'Cao', 'Deng', 'Ding', 'Fang', 'Feng', 'Jiang', 'Kong', 'Lu', 'Mao', 'Peng', 'Qian', 'Song', 'Tang', 'Wei', 'Xie', 'Ye', 'Zheng', 'Zhong']
syllables = ['Yi', 'Wei', 'Jie', 'Ming', 'Jun', 'Hong', 'Li', 'Bin', 'Jinping', 'Wenbin', 'Xiaoming', 'Guoqiang', 'Jianhua', 'Ying', 'Lei', 'Yong', 'Qiang', 'Keqiang', 'Zhiyuan',
             'Chunying', 'Lijian', 'Yang', 'Hao', 'Gang', 'Jun-ho', 'Min-seok', 'Jae-in', 'Yo-jong', 'Van Dung', 'Minh Duc', 'Meng', 'Shuang', 'Fei', 'Dan', 'Xin', 'Tao', 'Peng']
eastern = ['Sergei', 'Sergey', 'Vladimir', 'Dmitry', 'Dmitri', 'Nikolai', 'Mikhail', 'Igor', 'Oleg', 'Yuri', 'Andrei', 'Alexei', 'Aleksandr', 'Viktor', 'Volodymyr', 'Oleksandr', 'Andriy', 'Dmytro',
           'Yevgeny', 'Maria', 'Olga', 'Olena', 'Tatiana', 'Anna', 'Irina', 'Natalia', 'Petro', 'Yulia', 'Vitali', 'Mykhailo', 'Ruslan', 'Konstantin']
eastnames = ['Sokolov', 'Kuznetsov', 'Morozov', 'Volkov', 'Lebedev', 'Orlov', 'Belov', 'Komarov', 'Tarasov', 'Zaitsev', 'Titov', 'Baranov', 'Antonov', 'Melnyk', 'Shevchenko', 'Bondarenko', 'Kovalenko',
             'Tkachenko', 'Oliynyk', 'Savchenko', 'Petrenko', 'Rudenko', 'Hrytsenko', 'Lysenko', 'Sidorov', 'Gusev', 'Karpov', 'Nikitin', 'Zakharov', 'Borisenko', 'Chernov', 'Chernova', 'Ivanova', 'Popova']
arab = ['Ahmed', 'Mohammed', 'Ali', 'Hassan', 'Hussein', 'Omar', 'Khalid', 'Ibrahim', 'Mahmoud', 'Yusuf', 'Abdullah', 'Amir', 'Hamid', 'Saeed', 'Mustafa', 'Faisal', 'Bashar', 'Tariq', 'Nabil', 'Rashid']
arabnames = ['al-Masri', 'Haddad', 'Khan', 'Rahmani', 'Karimi', 'al-Hashimi', 'Mansour', 'Nasser', 'Aziz', 'Shah', 'Yousafzai', 'Hosseini', 'Salehi', 'Al-Jubouri', 'Zadeh', 'Qureshi', 'Malik', 'Habibi', 'al-Sudani', 'Bakri']
europe = ['Jens', 'Olaf', 'Emmanuel', 'Giorgia', 'Viktor', 'Pedro', 'Annalena', 'Ursula', 'Josep', 'Charles', 'Jean-Claude', 'Recep', 'Aleksandar', 'Marcin', 'Katarzyna', 'Pavel', 'Zoltan', 'Lars', 'Mette', 'Nikos', 'Elena', 'Luis', 'Carlos', 'Joao']
eurnames = ['Hoffmann', 'Dubois', 'Rossi', 'Novak', 'Kowalski', 'Horvath', 'Jensen', 'Andersson', 'Papadopoulos', 'Popescu', 'Garcia', 'Fernandes', 'Moreau', 'Schmitt', 'Ricci', 'Nowak', 'Svensson', 'Virtanen', 'Yilmaz', 'Petrovic', 'de Vries', 'van den Berg', 'Lefebvre', 'Keller']


def person():
    k = rng.random()
    if k < .3:
        return case(rng.choice(given)), case(rng.choice(census[:] if rng.random() < .7 else known)), False
    if k < .5:
        return rng.choice(syllables), rng.choice(chinese), True
    if k < .7:
        return rng.choice(eastern), rng.choice(eastnames) if rng.random() < .7 else case(rng.choice(known)), False
    if k < .83:
        return rng.choice(arab), rng.choice(arabnames), False
    return rng.choice(europe), rng.choice(eurnames), False


def full(p):
    return f'{p[1]} {p[0]}' if p[2] else f'{p[0]} {p[1]}'


MINISTRIES = ['Foreign Ministry', 'Defense Ministry', 'Defence Ministry', 'Interior Ministry', 'Finance Ministry', 'Health Ministry', 'Energy Ministry', 'Justice Ministry', 'Commerce Ministry', 'Education Ministry']
OFFICES = ['Academy of Sciences', 'Institute of International Relations', 'Central Bank', 'Supreme Court', 'Security Council', 'Communist Party', 'Football Federation', 'Red Cross', 'Academy of Social Sciences',
           'Chamber of Commerce', 'Olympic Committee', 'Space Agency', 'Medical Association', 'National Bank', 'Coast Guard', 'Air Force', 'Broadcasting Corporation']
THINK = ['Institute', 'House', 'Foundation', 'Center', 'Council', 'Society', 'University', 'Academy', 'Group', 'College', 'Bank', 'Holdings', 'Energy', 'Motors', 'Airlines', 'Partners', 'Press', 'News', 'Radio', 'TV', 'Observatory', 'Union', 'Party', 'Forum', 'Alliance', 'Initiative', 'Association', 'Agency', 'Club']
EVENTS = ['Security Conference', 'Peace Prize', 'World Cup', 'Film Festival', 'Economic Forum', 'Book Fair', 'Summit', 'Olympics', 'Accords', 'Treaty', 'Protocol', 'Marathon', 'Grand Prix', 'Agreement', 'Convention']


def fills():
    a, b = person(), person()
    c = {}
    cs = rng.sample(countries, 3)
    ct = rng.sample(cities, 3)
    for i, x in enumerate((a, b), 1):
        c[f'P{i}'] = (full(x), 'PER')
        c[f'S{i}'] = (x[1], 'PER')
    for i in range(3):
        c[f'C{i+1}'] = (case(cs[i]), 'LOC')
        c[f'T{i+1}'] = (case(ct[i]), 'LOC')
    c['L'] = (case(rng.choice(places)), 'LOC')
    d = rng.sample(demonyms, 2)
    c['D1'], c['D2'] = (case(d[0]), 'MISC'), (case(d[1]), 'MISC')
    c['M'] = (f'{case(d[0])} {rng.choice(MINISTRIES)}', 'ORG')
    c['N'] = (rng.choice(MINISTRIES), 'ORG')
    c['F'] = (f'{case(d[0])} {rng.choice(OFFICES)}', 'ORG')
    c['O'] = (case(rng.choice(bodies)), 'ORG')
    c['Q'] = (case(rng.choice(bodies)), 'ORG')
    c['B'] = (case(rng.choice(companies)), 'ORG')
    c['A'] = (case(rng.choice(companies)), 'ORG')
    c['R'] = (rng.choice(media), 'ORG')
    c['W'] = (rng.choice(papers), 'ORG')
    k = rng.random()
    head = case(rng.choice(census)) if k < .5 else case(ct[2]) if k < .8 else case(d[1])
    c['I'] = (f'{head} {rng.choice(THINK)}', 'ORG')
    long = rng.choice([f'{case(cs[0])} {rng.choice(["People’s Party", "National Front", "Democratic Union", "Workers Party", "Liberation Army", "Freedom Movement"])}',
                       f'National {rng.choice(["Bureau", "Council", "Institute", "Agency", "Commission"])} of {rng.choice(["Statistics", "Health", "Security Studies", "Public Opinion", "Energy"])}',
                       f'{rng.choice(["International", "European", "Central", "United", "African", "Asian"])} {rng.choice(["Trade", "Energy", "Aid", "Space", "Rescue", "Labour", "Transport"])} {rng.choice(["Organization", "Agency", "Committee", "Union", "Federation", "Authority"])}'])
    c['G'] = (long, 'ORG')
    c['H'] = (''.join(w[0] for w in re.findall(r'[A-Z]\w+', long)), 'ORG')
    u = rng.sample(teams, 4)
    for i in range(4):
        c[f'X{i+1}'] = (case(u[i]), 'ORG')
    c['J1'], c['J2'] = ((v, 'LOC') for v in rng.sample(STATES, 2))
    c['U'] = (rng.choice(MEETINGS), 'MISC')
    c['Z'] = (case(rng.choice(universities)), 'ORG')
    c['V'] = (f"{case(rng.choice(census))} {rng.choice(FORMS)}", 'ORG')
    c['Y'] = (f"{case(rng.choice(census))} {rng.choice(PLACES)}", 'LOC')
    c['E'] = (f'{case(ct[0])} {rng.choice(EVENTS)}', 'MISC')
    c['K'] = (f'{rng.choice(["Republic of", "People’s Republic of", "Islamic Republic of", "Kingdom of", "Democratic Republic of"])} {case(cs[0])}' if rng.random() < .6 else f'{case(d[0])} Federation', 'LOC')
    return c


TEMPLATES = [l for l in '''
Trains between {C1} and {C2} are full since the spring.
{C1}-{C2} trade fell by a third in two years, brokers say.
The {C1}-{C2} border stayed closed on Tuesday.
“The {C1}-{C2} railway will pay for itself,” {S1} told farmers in {T1}.
Analysts see a {C1}-{C2} axis in the making.
Talks on {C1}-{C2} trade resumed in {T1}, said {S1}.
The {M} said in a statement that the talks had failed.
A {M} spokesman, {P1}, told reporters in {T1} that nothing had changed.
According to the {M}, three {D1} sailors were missing.
“The road is open,” said {M} spokeswoman {P1}.
The head of {C1}'s {N}, {P1}, met {S2} in {T1}.
{C1}’s {N} denied the report.
The {N} said late on Friday that {P1} would resign.
The {F} issued a warning to {C2}.
{P1}, a researcher at the {F}, said the deal would hold.
{D1} President {P1} arrived in {T1} for talks with {P2}.
{D1} Foreign Minister {P1} and {D2} Foreign Minister {P2} toured a school in {T1}.
{D1} Prime Minister {P1} has told {S2} that {C1} will not yield.
{S1} said {C1} would answer in kind.
{S1} responded coolly to the offer, and {S2} left the room.
{S1} and {S2} spoke by telephone for an hour.
{S1}, who was in {T1} last week, met {P2} behind closed doors.
Mr. {S1} lent Mr. {S2} his car.
Mrs. {S1} will travel on to {T2}, {C2}.
Under {S1}, {C1} has turned towards {C2}.
With {S1} at his side, {S2} praised the army.
It was {S1}’s third visit to {T1} since the war began.
{S1}'s aides declined to comment.
She asked {S1} whether the budget would pass.
The mayors asked {S1} to open the bridge in {T1}.
The two leaders, {S1} and {S2}, shook hands.
“Let us be frank,” {S1} was quoted as saying by {R}.
{R} reported that {S1} had left {T1}.
{R} quoted {S1} as saying that {C1} was ready.
The report, first published by {R}, cites people close to {S1}.
Sources told {R} that the ship had been hit near {T1}.
The {W} wrote in March that the mine would close.
The {W} published the letters in full.
In an interview with the {W}, {P1} blamed {C1}.
{T1} ({R}) {D1} troops crossed the river at dawn.
({R}) {P1} said on Thursday that {C1} had stopped the exports.
Find {R} on {B} for daily updates.
The Kremlin said it had no knowledge of the plan.
The Kremlin's spokesman rejected the charge.
Officials in the Kremlin expect {S1} to come.
The White House said {S1} had been told.
Engineers from the West built the port of {C1}.
{C1} buys its grain in the West.
In the West, few believe {S1}.
The countries of {L} have suffered most.
Fighting in {L} went on through the night.
Ships in the {L} were told to turn back.
Troops in eastern {C1} came under fire near {T1}.
In northern {C1}, farmers fled to {T1}.
Storms hit southern {C1} and western {C2}.
The province of {T1}, in central {C1}, is calm.
{T1}’s mayor, {P1}, called for help.
Residents of {T1} and {T2} queued for water.
Flights from {T1} to {T2} via {T3} were cancelled.
He was born in {T1}, {C1}, and grew up in {T2}.
Protests spread to {T1}, {T2} and {T3}.
The {K} does not recognise the court.
The {K} and {C2} exchanged prisoners.
The {G} ({H}) published its yearly report in {T1}.
Members of the {G} ({H}) voted against {P1}.
{H} will meet again in {T1} in June.
The {O} warned {C1} against further tests.
The {O} and the {Q} sent observers to {T1}.
{O} officials said that {C1} had not paid.
A {O} spokesman said the strike was a mistake.
{P1}, who leads the {O}, called the vote a farce.
{B} shares fell after {A} cut its forecast.
{B} said it would close its plant in {T1}.
{B} and {A} are in talks over a merger, {R} reported.
The company, owned by {B}, employs 3,000 people in {C1}.
{P1}, chief executive of {B}, sold his shares.
{B}'s offices in {T1} were searched.
Two teachers of the {I} doubt the figures.
{P1} of the {I} in {T1} sees no way back.
{P1}, a senior fellow at {I}, said {S2} had miscalculated.
A study by {I} found that {D1} exports doubled.
On the eve of the {E}, {P1} praised {C1}.
The {E} opened on Sunday without {S1}.
{D1} and {D2} officials met in {T1}.
{D1}-{D2} talks will go on, said {P1}.
Many {D1} families have relatives in {C2}.
The {D1} army shelled {T1} again.
The {D1} government has asked the {O} for help.
Three {D1} journalists were arrested in {T1}.
The {D1} capital, {T1}, was quiet.
US officials said {C1} had crossed a line.
The US and {O} have paid for the dam in {C1}.
The U. S. has warned {C1} twice.
The U. S. Secretary of State, {P1}, landed in {T1}.
According to U. S. intelligence, {S1} is ill.
The U.S. military said that {T1} had been hit.
The EU imposed sanctions on {P1} and {P2}.
EU foreign policy chief {P1} spoke in {T1}.
UN Secretary-General {P1} flew to {T1}.
Read more: {P1} loses vote in {C1}
Photo: {P1} / {R}
More: {P1} on the harvest in {C1}
Related: {C1} and {C2} sign gas deal
By {P1}
By {P1}, {R}
{P1} and {P2} contributed to this report.
{T1}, {C1} — {P1} had been waiting for hours.
{P1} in {T1} contributed.
Share this on {B} or {A}.
{S1} Urges {C1} to End War
{C1}, {C2} Sign Deal as {C3} Watches
{P1} Wins Vote in {C1}, {R} Reports
{S1} to Meet {S2} in {T1} Next Week
{C1} Rejects {O} Report on {T1}
What {S1} Wants From {C1}
{X1} beat {X2} 3-1 on Saturday to go top of the table.
{X1} drew 1-1 with {X2} at home after {S1} was sent off.
{S1} scored twice as {X1} came from behind to beat {X2}.
{X1} striker {P1} will miss the match against {X2}.
{X1} manager {P1} said his side deserved to win.
{X1} signed {D1} midfielder {P1} from {X2}.
{P1}, the {X1} goalkeeper, broke a finger in training.
{S1} hit a three-run homer to lift the {X1} over the {X2}, 7-4.
The {X1} beat the {X2} in overtime on Sunday night.
The {X1} traded {P1} to the {X2} for a draft pick.
In {T1}, {P1} scored 31 points as {X1} won their fifth in a row.
At {T1}, {S1} had two goals and {X1} shut out {X2} 4-0.
{X1} 2, {X2} 0
{X1} 1 {X2} 1
{X1} 98, {X2} 91
{X1} 12 7 3 2 21 10 24
Saturday’s results: {X1} 3 {X2} 2, {X3} 0 {X4} 0.
Standings: {X1}, {X2}, {X3}, {X4}.
{P1} ({C1}) beat {P2} ({C2}) 6-3 6-4
1. {P1} ({C1}) 2:08.14
2. {P1}, {C1}, 1 minute 44 seconds behind
{P1} of {C1} won the 200 metres in {T1} from {P2} of {C2}.
Top seed {P1} lost to {C1}’s {P2} in the second round of the {U}.
{C1} beat {C2} 2-0 in a {U} qualifier in {T1} on Wednesday.
{C1} will play {C2} in the final of the {U}.
{C1} coach {P1} named three new players for the match with {C2}.
{P1} of {C1} leads the {U} by four strokes.
SOCCER - {X1} BEAT {X2}.
{D1} Soccer: {X1} held by {X2}
{D1} first division summaries
{T1}, {C1}
{T1}, {J1} ({R})
{T1}, {J1} — A judge ordered {P1} held without bail on Friday.
{T1}, {J1} ({R}) — The school board voted to close the gym.
{P1}, 34, of {T1}, {J1}, was charged with fraud.
Police in {T1}, {J1}, said {S1} had been drinking.
A jury in {Y} convicted {P1} of murder.
The fire began near {Y}, about 40 miles from {T1}.
{P1} was taken to {Z} with burns.
{P1}, a professor of law at {Z}, disagreed.
Researchers at {Z} and {I} tested 900 mice.
Sen. {P1}, R-{J1}, said he would oppose the bill.
Rep. {P1}, D-{J1}, asked for a hearing.
Gov. {P1} signed the bill in {T1}.
{V} said its profit rose 12 percent in the third quarter.
{V}, based in {T1}, {J1}, makes valves.
{V} agreed to buy {A} for $2.1 billion in cash and stock.
Shares of {V} fell $1.25 to $40 on the {O}.
{P1}, an analyst at {V}, rated {B} a buy.
{P1} of {V} said the dollar would weaken.
{B} Corp. named {P1} chairman.
{B} Ltd and {V} will build a plant in {C1}.
{B} rose 3 pence to 412 and {A} lost 5.
Moody’s cut its rating of {V} to Baa2.
{V} workers at the {T1} plant walked out.
Lawyers for {V} told the court that {S1} had lied.
Oil rose as {C1} and {C2} argued at {O}.
Dealers in {T1} said the {D1} central bank had sold dollars.
{T1} shares closed lower, {R} said.
The {O} said in {T1} that growth in {C1} would slow.
The {O} and {C1} reached a deal on loans.
{D1} rebels of the {G} held {T1} for a day.
{D1} prosecutors want to question {P1}.
{D1} Cup, second round
A {D1} court sentenced {P1}, a {D2}, to six years.
{D1}s and {D2}s live side by side in {T1}.
The {P1} trial moved to {T1}.
The {S1} administration sent aid to {C1}.
The {S1} family lives in {Y}.
The {W} said {S1} would run again.
These are the main stories in the {W} this morning.
{R} has not verified these stories.
{T1} newsroom, {R}
-- {R}, {T1}
(Additional reporting by {P1} in {T1})
'''.split('\n') if l]

with open(os.path.join(here, 'news.jsonl'), 'w', encoding='utf-8') as out:
    n = 0
    for _ in range(30):
        for t in TEMPLATES:
            values = fills()
            text, entities, at = '', [], 0
            for m in re.finditer(r'\{(\w+)\}', t):
                text += t[at:m.start()]
                value, label = values[m[1]]
                entities.append({'start': len(text), 'end': len(text) + len(value), 'label': label})
                text += value
                at = m.end()
            text += t[at:]
            for m in re.finditer(r"(?:Kremlin|White House|\bWest\b|\bUS\b|U\. S\.|U\.S\.|\bEU\b|\bUN\b)", text):
                if not any(e['start'] < m.end() and m.start() < e['end'] for e in entities):
                    entities.append({'start': m.start(), 'end': m.end(), 'label': 'ORG' if m[0] in ('EU', 'UN') else 'LOC'})
            entities.sort(key=lambda e: e['start'])
            out.write(json.dumps({'id': f'news-{n:04}', 'text': text, 'entities': entities}, ensure_ascii=False) + '\n')
            n += 1
