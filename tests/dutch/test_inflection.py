"""Tables of known Dutch forms, and what holds for every word."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schrijfhulp.dutch import inflection
from schrijfhulp.dutch.inflection import SLOTS, Slot
from schrijfhulp.dutch.spelling import rows, tables, words

# infinitive: ik, hij, past singular, past plural, participle
VERBS = """
werken: werk werkt werkte werkten gewerkt
leven: leef leeft leefde leefden geleefd
verhuizen: verhuis verhuist verhuisde verhuisden verhuisd
reizen: reis reist reisde reisden gereisd
praten: praat praat praatte praatten gepraat
antwoorden: antwoord antwoordt antwoordde antwoordden geantwoord
melden: meld meldt meldde meldden gemeld
zetten: zet zet zette zetten gezet
controleren: controleer controleert controleerde controleerden gecontroleerd
informeren: informeer informeert informeerde informeerden geïnformeerd
evalueren: evalueer evalueert evalueerde evalueerden geëvalueerd
creëren: creëer creëert creëerde creëerden gecreëerd
initiëren: initieer initieert initieerde initieerden geïnitieerd
veranderen: verander verandert veranderde veranderden veranderd
verbeteren: verbeter verbetert verbeterde verbeterden verbeterd
handelen: handel handelt handelde handelden gehandeld
beoordelen: beoordeel beoordeelt beoordeelde beoordeelden beoordeeld
delen: deel deelt deelde deelden gedeeld
rekenen: reken rekent rekende rekenden gerekend
lenen: leen leent leende leenden geleend
ademen: adem ademt ademde ademden geademd
eindigen: eindig eindigt eindigde eindigden geëindigd
beëindigen: beëindig beëindigt beëindigde beëindigden beëindigd
beïnvloeden: beïnvloed beïnvloedt beïnvloedde beïnvloedden beïnvloed
eisen: eis eist eiste eisten geëist
innen: in int inde inden geïnd
uiten: uit uit uitte uitten geuit
oefenen: oefen oefent oefende oefenden geoefend
uniformeren: uniformeer uniformeert uniformeerde uniformeerden geüniformeerd
uploaden: upload uploadt uploadde uploadden geüpload
downloaden: download downloadt downloadde downloadden gedownload
updaten: update updatet updatete updateten geüpdatet
mailen: mail mailt mailde mailden gemaild
managen: manage managet managede manageden gemanaged
skiën: ski skiet skiede skieden geskied
oliën: olie oliet oliede olieden geolied
raadplegen: raadpleeg raadpleegt raadpleegde raadpleegden geraadpleegd
handhaven: handhaaf handhaaft handhaafde handhaafden gehandhaafd
waarborgen: waarborg waarborgt waarborgde waarborgden gewaarborgd
bezigen: bezig bezigt bezigde bezigden gebezigd
genereren: genereer genereert genereerde genereerden gegenereerd
gebruiken: gebruik gebruikt gebruikte gebruikten gebruikt
geschieden: geschied geschiedt geschiedde geschiedden geschied
mislukken: mislukt_ mislukt mislukte mislukten mislukt
misbruiken: misbruik misbruikt misbruikte misbruikten misbruikt
verwelkomen: verwelkom verwelkomt verwelkomde verwelkomden verwelkomd
ontmoeten: ontmoet ontmoet ontmoette ontmoetten ontmoet
zinspelen: zinspeel zinspeelt zinspeelde zinspeelden gezinspeeld
naderen: nader nadert naderde naderden genaderd
grijpen: grijp grijpt greep grepen gegrepen
begrijpen: begrijp begrijpt begreep begrepen begrepen
vergelijken: vergelijk vergelijkt vergeleek vergeleken vergeleken
schrijven: schrijf schrijft schreef schreven geschreven
geven: geef geeft gaf gaven gegeven
lezen: lees leest las lazen gelezen
nemen: neem neemt nam namen genomen
ondernemen: onderneem onderneemt ondernam ondernamen ondernomen
bidden: bid bidt bad baden gebeden
treffen: tref treft trof troffen getroffen
heffen: hef heft hief hieven geheven
verliezen: verlies verliest verloor verloren verloren
vriezen: vries vriest vroor vroren gevroren
vinden: vind vindt vond vonden gevonden
zenden: zend zendt zond zonden gezonden
worden: word wordt werd werden geworden
houden: houd houdt hield hielden gehouden
vergeten: vergeet vergeet vergat vergaten vergeten
eten: eet eet at aten gegeten
genieten: geniet geniet genoot genoten genoten
genezen: genees geneest genas genazen genezen
verzoeken: verzoek verzoekt verzocht verzochten verzocht
denken: denk denkt dacht dachten gedacht
brengen: breng brengt bracht brachten gebracht
kopen: koop koopt kocht kochten gekocht
zeggen: zeg zegt zei zeiden gezegd
vragen: vraag vraagt vroeg vroegen gevraagd
lachen: lach lacht lachte lachten gelachen
zijn: ben is was waren geweest
hebben: heb heeft had hadden gehad
kunnen: kan kan kon konden gekund
zullen: zal zal zou zouden gezuld
mogen: mag mag mocht mochten gemogen
willen: wil wil wilde wilden gewild
moeten: moet moet moest moesten gemoeten
doen: doe doet deed deden gedaan
voldoen: voldoe voldoet voldeed voldeden voldaan
gaan: ga gaat ging gingen gegaan
staan: sta staat stond stonden gestaan
ontstaan: ontsta ontstaat ontstond ontstonden ontstaan
slaan: sla slaat sloeg sloegen geslagen
zien: zie ziet zag zagen gezien
komen: kom komt kwam kwamen gekomen
weten: weet weet wist wisten geweten
aanvangen: aanvang aanvangt aanving aanvingen aangevangen
voorbereiden: voorbereid voorbereidt voorbereidde voorbereidden voorbereid
aanbevelen: aanbeveel aanbeveelt aanbeval aanbevalen aanbevolen
toezeggen: toezeg toezegt toezegde toezegden toegezegd
opofferen: opoffer opoffert opofferde opofferden opgeofferd
meedelen: meedeel meedeelt meedeelde meedeelden meegedeeld
overleggen: overleg overlegt overlegde overlegden overlegd
aanvaarden: aanvaard aanvaardt aanvaardde aanvaardden aanvaard
overschrijden: overschrijd overschrijdt overschreed overschreden overschreden
onderzoeken: onderzoek onderzoekt onderzocht onderzochten onderzocht
""".replace("mislukt_", "misluk")

SEPARABLE = """in|leveren op|sturen aan|vragen terug|betalen mee|doen door|geven uit|voeren af|wijzen vast|stellen
plaats|vinden deel|nemen samen|werken goed|keuren kwijt|schelden onder|brengen vol|houden om|zetten over|dragen
voor|leggen bij|dragen na|leven toe|kennen open|stellen vrij|stellen bekend|maken tegemoet|komen weer|geven"""
INSEPARABLE = """overleggen voldoen ondertekenen aanvaarden overschrijden voorkomen voorzien weerleggen achterhalen
omschrijven onderzoeken overtuigen overwegen informeren opereren toetsen naderen volgen missen openen
mislukken voltooien aanbidden doorlopen bereiken verzoeken weerhouden overhandigen omvatten"""

PLURALS = """gemeente gemeenten
brief brieven
huis huizen
prijs prijzen
mens mensen
kans kansen
grens grenzen
eis eisen
adres adressen
boom bomen
bus bussen
stof stoffen
wet wetten
dag dagen
weg wegen
lid leden
raadslid raadsleden
stad steden
binnenstad binnensteden
schip schepen
kind kinderen
ei eieren
verbod verboden
verdrag verdragen
besluit besluiten
bedrag bedragen
bezwaar bezwaren
oorlog oorlogen
overheid overheden
mogelijkheid mogelijkheden
kwaliteit kwaliteiten
vergunning vergunningen
organisatie organisaties
provincie provincies
subsidie subsidies
categorie categorieën
industrie industrieën
idee ideeën
zee zeeën
tafel tafels
inwoner inwoners
burger burgers
sleutel sleutels
bodem bodems
middel middelen
maatregel maatregelen
ambtenaar ambtenaren
winnaar winnaars
directeur directeuren
monteur monteurs
motor motoren
professor professoren
formulier formulieren
passagier passagiers
auto auto's
foto foto's
baby baby's
display displays
café cafés
niveau niveaus
museum musea
centrum centra
album albums
politicus politici
fotograaf fotografen
tarief tarieven
bedrijf bedrijven
computer computers
team teams
e-mail e-mails
bijlage bijlagen
procedure procedures
boete boetes
voorwaarde voorwaarden
betrokkene betrokkenen
huisje huisjes
partij partijen
trui truien
koe koeien
ziekenhuis ziekenhuizen
rijbewijs rijbewijzen
document documenten
gebouw gebouwen
model modellen"""

DE = """gemeente brief aanvraag vergunning overheid kwaliteit organisatie ambtenaar auto zaak termijn regeling
rechtbank provincie boete afdeling bijlage burger persoon datum einddatum politie mogelijkheid commissie monteur
bakkerij bestelbus parkeerplaats brandstof maatschappij gevangenis"""
HET = """besluit formulier belastingformulier huis gemeentehuis kind bezwaar bezwaarschrift beroep document museum
centrum toerisme meisje winkeltje gebouw gesprek overleg schrijven indienen bedrag rijbewijs probleem beleidsplan
toetsingskader gevolg recht lid raadslid standpunt virus orgaan"""

ADJECTIVES = """groot grote
lief lieve
boos boze
wit witte
snel snelle
digitaal digitale
sociaal sociale
officieel officiële
financieel financiële
reëel reële
actueel actuele
actief actieve
serieus serieuze
precies precieze
grijs grijze
vals valse
los losse
overzees overzeese
Chinees Chinese
Frans Franse
Parijs Parijse
zeker zekere
bijzonder bijzondere
simpel simpele
dubbel dubbele
flexibel flexibele
crimineel criminele
nodig nodige
belangrijk belangrijke
adequaat adequate
additioneel additionele
grof grove
half halve
vrij vrije
mooi mooie
nieuw nieuwe
blauw blauwe
laag lage
dom domme
verplicht verplichte
passend passende
aangevraagd aangevraagde
klein kleine
groen groene
gemeen gemene
schoon schone
modern moderne
links linkse
open open
eigen eigen
houten houten
gekozen gekozen
tevreden tevreden
gratis gratis
extra extra
prima prima
roze roze
oranje oranje
privé privé
standaard standaard
online online"""

NOMINAL = """beoordeling beoordelen
indiening indienen
verstrekking verstrekken
besluit besluiten
onderzoek onderzoeken
controle controleren
handhaving handhaven
evaluatie evalueren
betaling betalen
uitvoering uitvoeren
registratie registreren
publicatie publiceren
financiering financieren
vaststelling vaststellen
deelname deelnemen
inspectie inspecteren"""
THINGS = """woning vergunning rekening regering verordening opleiding uitkering instelling regeling voorziening
bijeenkomst koning ring haring honing paling gemeente station situatie informatie huis ketting leerling richting"""


def _pairs(table: str) -> list[tuple[str, str]]:
    return [(first, second) for first, second in (line.split() for line in table.strip().splitlines())]


@pytest.mark.parametrize("line", VERBS.strip().splitlines(), ids=lambda line: line.split(":")[0])
def test_verbs(line: str) -> None:
    infinitive, _, forms = line.partition(": ")
    slots: tuple[Slot, ...] = ("pres_1sg", "pres_3sg", "past_sg", "past_pl", "participle")
    assert [inflection.inflect(infinitive, slot) for slot in slots] == forms.split()


@pytest.mark.parametrize("marked", SEPARABLE.split())
def test_separable_verbs(marked: str) -> None:
    particle, _, base = marked.partition("|")
    assert inflection.split(particle + base) == (particle, base)
    found = inflection.verb(marked)
    assert found == inflection.verb(particle + base)
    assert found.form("pres_3sg") == particle + found.apart("pres_3sg")
    assert found.apart("pres_3sg") == inflection.inflect(base, "pres_3sg")


@pytest.mark.parametrize("infinitive", INSEPARABLE.split())
def test_inseparable_verbs(infinitive: str) -> None:
    assert inflection.split(infinitive) == ("", infinitive)


def test_the_mark_decides() -> None:
    assert inflection.inflect("voor|komen", "participle") == "voorgekomen"
    assert inflection.inflect("voorkomen", "participle") == "voorkomen"
    assert inflection.inflect("over|leggen", "participle") == "overgelegd"


@pytest.mark.parametrize(
    ("infinitive", "slot", "variants"),
    [
        ("zijn", "pres_2sg", ("bent",)),
        ("zijn", "imperative", ("wees",)),
        ("zijn", "pres_pl", ("zijn",)),
        ("hebben", "pres_2sg", ("hebt", "heeft")),
        ("hebben", "pres_2sg_inv", ("heb",)),
        ("kunnen", "pres_2sg", ("kunt", "kan")),
        ("kunnen", "pres_2sg_inv", ("kun", "kan")),
        ("zullen", "pres_2sg", ("zult", "zal")),
        ("willen", "pres_2sg", ("wilt", "wil")),
        ("willen", "past_sg", ("wilde", "wou")),
        ("mogen", "pres_2sg", ("mag",)),
        ("worden", "pres_2sg_inv", ("word",)),
        ("houden", "pres_1sg", ("houd", "hou")),
        ("doen", "present_participle", ("doend",)),
        ("gaan", "present_participle_inflected", ("gaande",)),
        ("zetten", "participle_inflected", ("gezette",)),
        ("doen", "participle_inflected", ("gedane",)),
        ("zien", "participle_inflected", ("geziene",)),
        ("schrijven", "participle_inflected", ("geschreven",)),
        ("vergroten", "participle_inflected", ("vergrote",)),
        ("updaten", "participle_inflected", ("geüpdatete",)),
        ("toe|wijzen", "participle_inflected", ("toegewezen",)),
    ],
)
def test_slots(infinitive: str, slot: Slot, variants: tuple[str, ...]) -> None:
    assert inflection.verb(infinitive).variants[slot] == variants


def test_forms_index_every_slot() -> None:
    forms = inflection.forms("aan|vangen")
    assert forms["aanvangt"] == {"pres_2sg", "pres_3sg"}
    assert forms["aanvangen"] == {"infinitive", "pres_pl"}
    assert forms["aangevangen"] == {"participle", "participle_inflected"}
    assert "vangt" not in forms
    assert inflection.forms("vangen")["ving"] == {"past_sg"}


def test_slots_of_tag() -> None:
    assert inflection.slots_of_tag("WW|pv|tgw|met-t") == {"pres_2sg", "pres_3sg"}
    assert inflection.slots_of_tag("WW|vd|vrij|zonder") == {"participle"}
    assert inflection.slots_of_tag("N|soort|ev|basis|zijd|stan") == frozenset()


@pytest.mark.parametrize("word", ["huis", "", "n", "mooi"])
def test_no_infinitive(word: str) -> None:
    with pytest.raises(ValueError, match="geen infinitief"):
        inflection.verb(word)


@pytest.mark.parametrize(("noun", "plural"), _pairs(PLURALS))
def test_plurals(noun: str, plural: str) -> None:
    assert inflection.plural(noun) == plural


@pytest.mark.parametrize("noun", ["beleid", "personeel", "overlast"])
def test_no_plural(noun: str) -> None:
    assert inflection.plural(noun) is None


def test_plurals_that_vary() -> None:
    assert inflection.plurals("centrum") == ("centra", "centrums")
    assert inflection.plurals("ziekte") == ("ziekten", "ziektes")


@pytest.mark.parametrize("noun", DE.split())
def test_de(noun: str) -> None:
    assert inflection.gender(noun) == "de"


@pytest.mark.parametrize("noun", HET.split())
def test_het(noun: str) -> None:
    assert inflection.gender(noun) == "het"


@pytest.mark.parametrize("noun", ["xyz", "soort", "blik", ""])
def test_gender_undecided(noun: str) -> None:
    assert inflection.gender(noun) is None


@pytest.mark.parametrize(("base", "form"), _pairs(ADJECTIVES))
def test_adjectives(base: str, form: str) -> None:
    assert inflection.inflected(base) == form
    assert inflection.uninflected(form) == base


@pytest.mark.parametrize(
    ("form", "base"), [("Oude", "Oud"), ("Grijze", "Grijs"), ("andere", "ander"), ("koloniale", "koloniaal")]
)
def test_uninflected(form: str, base: str) -> None:
    assert inflection.uninflected(form) == base


@pytest.mark.parametrize(
    ("adjective", "comparative", "superlative"),
    [
        ("groot", "groter", "grootst"),
        ("duur", "duurder", "duurst"),
        ("snel", "sneller", "snelst"),
        ("lief", "liever", "liefst"),
        ("vies", "viezer", "viest"),
        ("goed", "beter", "best"),
        ("veel", "meer", "meest"),
        ("open", "opener", "openst"),
        ("juist", "juister", "meest juist"),
        ("officieel", "officiëler", "officieelst"),
    ],
)
def test_degrees(adjective: str, comparative: str, superlative: str) -> None:
    assert inflection.comparative(adjective) == comparative
    assert inflection.superlative(adjective) == superlative


def test_agreement() -> None:
    assert inflection.agreeing("groot", definite=False, gender="het") == "groot"
    assert inflection.agreeing("groot", definite=True, gender="het") == "grote"
    assert inflection.agreeing("groot", definite=False, gender="de") == "grote"
    assert inflection.agreeing("groot", definite=False, gender="het", plural=True) == "grote"
    assert inflection.agreeing("extra", definite=True, gender="de") == "extra"


@pytest.mark.parametrize(("noun", "verb"), _pairs(NOMINAL))
def test_verb_of_noun(noun: str, verb: str) -> None:
    assert inflection.verb_of_noun(noun) == verb


@pytest.mark.parametrize("noun", THINGS.split())
def test_no_verb_of_a_thing(noun: str) -> None:
    assert inflection.verb_of_noun(noun) is None


@pytest.mark.parametrize(
    ("model", "word", "result"),
    [
        ("Brief", "ijs", "IJs"),
        ("BRIEF", "ijs", "IJS"),
        ("brief", "ijs", "ijs"),
        ("IJs", "ijzer", "IJzer"),
        ("A", "met", "Met"),
        ("Onverwijld", "zo snel mogelijk", "Zo snel mogelijk"),
        ("‘Brief", "schrijven", "Schrijven"),
        ("Brief", "‘schrijven’", "‘Schrijven’"),
        ("", "brief", "brief"),
        ("Brief", "", ""),
        ("brief", "Amsterdam", "Amsterdam"),
    ],
)
def test_like(model: str, word: str, result: str) -> None:
    assert inflection.like(model, word) == result


def _listed_verbs() -> list[str]:
    listed = {*rows("verbs", "strong"), *rows("verbs", "weak"), *tables("verbs", "irregular"), *words("verbs", "known")}
    return sorted(listed | words("verbs", "inseparable") | words("verbs", "separable"))


def test_table_of_strong_verbs() -> None:
    own = {infinitive for infinitive in rows("verbs", "strong") if "|" not in infinitive} | set(
        tables("verbs", "irregular")
    )
    assert len(own) >= 220
    assert all(len(row) == 2 for row in rows("verbs", "strong").values())
    assert all(len(row) == 3 for row in rows("verbs", "weak").values())


@pytest.mark.parametrize("noun", sorted(words("nouns", "thing")))
def test_things_are_needed_or_known(noun: str) -> None:
    assert inflection.verb_of_noun(noun) is None


@given(st.sampled_from(_listed_verbs()))
def test_every_verb_has_every_slot(infinitive: str) -> None:
    found = inflection.verb(infinitive)
    assert set(found.variants) == set(SLOTS)
    for slot, variants in found.variants.items():
        assert variants
        assert len(set(variants)) == len(variants)
        for form in variants:
            assert slot in inflection.forms(infinitive)[form]
            assert form.startswith(found.particle)


TEXT = st.text(alphabet=string.printable + "ëïéüÉ‘’–", max_size=12)
WORDS = st.text(alphabet=string.ascii_lowercase + "ëïéü-'", max_size=16)


@given(WORDS)
def test_any_word_is_handled(word: str) -> None:
    inflection.plurals(word)
    inflection.gender(word)
    inflection.verb_of_noun(word)
    inflection.comparative(word)
    inflection.superlative(word)
    inflection.uninflected(word)
    inflection.is_verb(word)
    assert inflection.inflected(word).startswith(word[:1])


@given(WORDS.map(lambda stem: stem + "en"))
def test_any_infinitive_gives_all_forms_or_an_error(infinitive: str) -> None:
    for slot in SLOTS:
        assert isinstance(inflection.inflect(infinitive, slot), str)


@given(st.sampled_from(sorted(words("nouns", "de") | words("nouns", "het"))))
def test_nouns_give_forms(noun: str) -> None:
    assert all(form != noun or noun.endswith("en") for form in inflection.plurals(noun))


@given(TEXT, TEXT)
def test_like_changes_only_capitals(model: str, word: str) -> None:
    assert inflection.like(model, word).casefold() == word.casefold()


def test_forms_of_an_adjective_put_another_in_the_same_form() -> None:
    forms = inflection.adjective_forms("complex")
    made = {form: make("ingewikkeld") for form, make in forms.items()}
    assert made == {
        "complex": "ingewikkeld",
        "complexe": "ingewikkelde",
        "complexer": "ingewikkelder",
        "complexere": "ingewikkeldere",
        "complexst": "ingewikkeldst",
        "complexste": "ingewikkeldste",
    }
