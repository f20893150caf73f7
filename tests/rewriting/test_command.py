"""Commands in another tone: over a hundred verbs, and sentences worked out by hand."""

import pytest

from schrijfhulp import Engine

VERBS = """
aan|geven geef
aan|leveren lever
aan|melden meld
aan|vragen vraag
aan|vullen vul
aan|passen pas
af|geven geef
af|halen haal
af|sluiten sluit
af|spreken spreek
af|wachten wacht
bij|houden houd
bij|werken werk
bij|voegen voeg
door|geven geef
door|lezen lees
door|sturen stuur
in|dienen dien
in|leveren lever
in|schrijven schrijf
in|sturen stuur
in|vullen vul
mee|brengen breng
mee|delen deel
mee|nemen neem
mee|sturen stuur
na|kijken kijk
na|lezen lees
om|ruilen ruil
op|bergen berg
op|geven geef
op|halen haal
op|ruimen ruim
op|schrijven schrijf
op|sturen stuur
op|zeggen zeg
op|zoeken zoek
over|dragen draag
over|leggen leg
over|maken maak
terug|betalen betaal
terug|brengen breng
terug|geven geef
terug|sturen stuur
toe|lichten licht
toe|sturen stuur
uit|leggen leg
uit|printen print
uit|voeren voer
uit|zetten zet
vast|houden houd
vast|leggen leg
vast|maken maak
voor|bereiden bereid
voor|leggen leg
weg|halen haal
weg|gooien gooi
aanvaarden aanvaard
bekijken bekijk
beschrijven beschrijf
bestellen bestel
bespreken bespreek
betalen betaal
bewaren bewaar
bewijzen bewijs
blokkeren blokkeer
controleren controleer
dragen draag
doen doe
gebruiken gebruik
geven geef
halen haal
herhalen herhaal
herstellen herstel
houden houd
kiezen kies
kopen koop
laden laad
lezen lees
maken maak
melden meld
meten meet
noemen noem
noteren noteer
ondertekenen onderteken
onderzoeken onderzoek
onthouden onthoud
openen open
plaatsen plaats
regelen regel
reinigen reinig
repareren repareer
schrijven schrijf
slopen sloop
sluiten sluit
snoeien snoei
sturen stuur
tekenen teken
tonen toon
vegen veeg
vermelden vermeld
verplaatsen verplaats
verwijderen verwijder
vervangen vervang
verzenden verzend
volgen volg
vragen vraag
wijzigen wijzig
zeggen zeg
zoeken zoek
"""
PAIRS = [tuple(line.split()) for line in VERBS.split("\n") if line]
REFLEXIVE = [
    ("aan te melden", "Meld u vandaag aan.", "Wilt u zich vandaag aanmelden?"),
    ("in te schrijven", "Schrijf u vandaag in.", "Wilt u zich vandaag inschrijven?"),
    ("af te melden", "Meld u vandaag af.", "Wilt u zich vandaag afmelden?"),
    ("te melden", "Meld u vandaag.", "Wilt u zich vandaag melden?"),
    ("te legitimeren", "Legitimeer u vandaag.", "Wilt u zich vandaag legitimeren?"),
    ("voor te bereiden", "Bereid u vandaag voor.", "Wilt u zich vandaag voorbereiden?"),
]


def offered(engine: Engine, text: str, profile: str = "brief") -> list[str]:
    """The text with each suggestion of the rule applied."""
    findings = engine.check(text, profile=profile, enable=["sturing/bevel"]).findings
    assert len(findings) == 1
    return [text[: item.start] + item.text + text[item.end :] for item in findings[0].suggestions]


def test_the_list_holds_a_hundred_verbs() -> None:
    assert len(set(PAIRS)) >= 100


@pytest.mark.parametrize(("infinitive", "imperative"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_every_verb_becomes_an_imperative_and_a_question(engine: Engine, infinitive: str, imperative: str) -> None:
    particle, _, base = infinitive.rpartition("|")
    te = f"{particle} te {base}".strip()
    expected = f"{imperative[0].upper()}{imperative[1:]} dit vóór 1 mei {particle}".strip() + "."
    question = f"Wilt u dit vóór 1 mei {particle}{base}?"
    assert offered(engine, f"U dient dit vóór 1 mei {te}.") == [expected, question]


@pytest.mark.parametrize(("te", "imperative", "question"), REFLEXIVE)
def test_a_reflexive_verb_keeps_its_pronoun(engine: Engine, te: str, imperative: str, question: str) -> None:
    assert offered(engine, f"U dient zich vandaag {te}.") == [imperative, question]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Als u verhuist, dient u dat door te geven.", "Als u verhuist, geef dat dan door."),
        ("Bij ziekte gelieve u ons te bellen.", "Bel ons bij ziekte."),
        ("U wordt met klem verzocht hiervan af te zien.", "Zie hiervan af."),
        ("U dient vóór 1 mei te hebben betaald.", "U moet vóór 1 mei hebben betaald."),
        ("U dient vóór 1 mei te betalen, anders vervalt uw recht.", "Betaal vóór 1 mei, anders vervalt uw recht."),
        ("Wij verzoeken u hiermee rekening te houden.", "Houd hier rekening mee."),
        ("Het is verboden om honden los te laten lopen.", "U mag geen honden los laten lopen."),
        ("U dient er voor te zorgen dat de stoep schoon is.", "Zorg er voor dat de stoep schoon is."),
        (
            "Bent u het niet eens met het besluit, dan dient u binnen zes weken bezwaar te maken.",
            "Bent u het niet eens met het besluit, maak dan binnen zes weken bezwaar.",
        ),
        (
            "Wij hebben uw aanvraag ontvangen en u dient nu het formulier op te sturen.",
            "Wij hebben uw aanvraag ontvangen en u moet nu het formulier opsturen.",
        ),
    ],
)
def test_first_suggestion(engine: Engine, text: str, expected: str) -> None:
    assert offered(engine, text)[0] == expected


def test_a_decision_offers_no_question(engine: Engine) -> None:
    text = "U dient de schuur vóór 1 mei af te breken."
    assert offered(engine, text, "besluit") == [
        "Breek de schuur vóór 1 mei af.",
        "U moet de schuur vóór 1 mei afbreken.",
    ]


def test_a_verb_that_may_not_share_the_object_gets_no_imperative(engine: Engine) -> None:
    text = "U dient het formulier mee te nemen en op tijd te komen."
    assert offered(engine, text)[0] == "Wilt u het formulier meenemen en op tijd komen?"


def test_line_breaks_and_the_rest_of_the_text_stay(engine: Engine) -> None:
    text = "Goedemorgen. U dient het\nformulier in te leveren. Tot dan."
    assert offered(engine, text)[0] == "Goedemorgen. Lever het\nformulier in. Tot dan."
