"""LiNT-II: the published scores from the published features, and the features of hand-parsed sentences."""

import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from schrijfhulp.dutch.frequency import UNSEEN, zipf
from schrijfhulp.readability import lint
from schrijfhulp.readability.lint import Coefficients, Features, SentenceFeatures

REFERENCE = sorted((Path(__file__).parents[3] / "shared" / "lint").glob("*.json"))
# The fit, in six decimals, that the reference files were made with; the published one differs by at most 0.1 points.
FIRST_FIT = Coefficients(
    constant=-4.20782,
    word_frequency=17.283729,
    dependency_length=-1.624415,
    content_words_per_clause=-2.53678,
    concrete_nouns=16.001231,
)
VOCAB = spacy.blank("nl").vocab


def parsed(*rows: str) -> Doc:
    """A Doc from rows `word lemma POS dep head`, the head counted from 0; a finite verb has POS VERB! or AUX!."""
    cells = [row.split() for row in rows]
    return Doc(
        VOCAB,
        words=[cell[0] for cell in cells],
        lemmas=[cell[1] for cell in cells],
        pos=[cell[2].rstrip("!") for cell in cells],
        morphs=["VerbForm=Fin" if cell[2].endswith("!") else "" for cell in cells],
        deps=[cell[3] for cell in cells],
        heads=[int(cell[4]) for cell in cells],
        sent_starts=[i == 0 for i in range(len(cells))],
    )


def measured(*rows: str) -> SentenceFeatures:
    features = lint.sentence_features(parsed(*rows))
    assert features is not None
    return features


def features(frequency: float | None, length: float | None, density: float | None, concrete: float | None) -> Features:
    return Features(
        word_frequency=frequency,
        dependency_length=length,
        content_words_per_clause=density,
        concrete_nouns=concrete,
    )


OUDEGRACHT = (
    "De de DET det 1",
    "Oudegracht Oudegracht PROPN nsubj 5",
    "is zijn AUX! cop 5",
    "het het DET det 5",
    "sfeervolle sfeervol ADJ amod 5",
    "hart hart NOUN ROOT 5",
    "van van ADP case 8",
    "de de DET det 8",
    "stad stad NOUN nmod 5",
    ". . PUNCT punct 5",
)


def test_score_of_the_example_in_the_original() -> None:
    assert lint.score(features(5.2, 3, 4.5, 0.6)) == pytest.approx(21.010140322363895, abs=1e-12)


def test_score_by_hand() -> None:
    weights = Coefficients(
        constant=10, word_frequency=10, dependency_length=-1, content_words_per_clause=-2, concrete_nouns=20
    )
    assert lint.score(features(4, 5, 3, 0.5), coefficients=weights) == 100 - (10 + 40 - 5 - 6 + 10)


def test_score_stays_between_0_and_100() -> None:
    assert lint.score(features(7.5, 0, 0, 1)) == 0
    assert lint.score(features(1.4, 30, 20, 0)) == 100


@pytest.mark.parametrize("missing", range(4))
def test_no_score_without_all_features(missing: int) -> None:
    values: list[float | None] = [5.0, 3.0, 4.0, 0.5]
    values[missing] = None
    assert lint.score(features(*values)) is None


@pytest.mark.parametrize(
    ("score", "level"),
    [(None, None), (0, 1), (33.99, 1), (34, 2), (45.99, 2), (46, 3), (57.99, 3), (58, 4), (100, 4)],
)
def test_level(score: float | None, level: int | None) -> None:
    assert lint.level(score) == level


def test_sentence_of_the_example_in_the_original() -> None:
    # Its noun list marks "hart" as undefined; it does not know Oudegracht, which we take for a place.
    ours = measured(*OUDEGRACHT)
    assert ours.zipf_sum == pytest.approx(5.293120582960477 + 5.435577664689725)
    assert (ours.zipf_words, ours.content_words, ours.finite_verbs) == (2, 4, 1)
    assert ours.dependency_length == 3
    assert (ours.concrete_nouns, ours.known_nouns) == (2, 3)
    assert lint.score(features(ours.features.word_frequency, 3, 4, 0.5)) == pytest.approx(18.488663741182307)


def test_punctuation_does_not_count_in_a_distance() -> None:
    ours = measured(
        "Wie wie PRON nsubj 5",
        ", , PUNCT punct 5",
        "zoals zoals SCONJ mark 3",
        "u u PRON nsubj 5",
        ", , PUNCT punct 5",
        "belt bellen VERB! ROOT 5",
    )
    assert ours.dependency_length == 2  # zoals, u


def test_conjunct_has_the_head_of_the_first() -> None:
    ours = measured(
        "Wij wij PRON nsubj 1",
        "sturen sturen VERB! ROOT 1",
        "brieven brief NOUN obj 1",
        "en en CCONJ cc 4",
        "kaarten kaart NOUN conj 2",
    )
    assert ours.dependency_length == 2  # brieven, en: between kaarten and sturen


def test_subject_reaches_the_last_verb() -> None:
    ours = measured(
        "Zij zij PRON nsubj 1",
        "belt bellen VERB! ROOT 1",
        "en en CCONJ cc 4",
        "daarna daarna ADV advmod 4",
        "schrijft schrijven VERB! conj 1",
    )
    assert ours.dependency_length == 3  # belt, en, daarna
    assert ours.finite_verbs == 2


def test_plural_taken_for_an_infinitive_is_finite_by_its_subject() -> None:
    clause = (
        "cellen cel NOUN nsubj 3",
        "die die PRON nsubj 2",
        "zorgen zorgen VERB acl:relcl 0",
        "groeien groeien VERB! ROOT 3",
    )
    assert measured(*clause).finite_verbs == 2
    helped = ("cellen cel NOUN nsubj 2", "kunnen kunnen AUX! aux 2", "zorgen zorgen VERB ROOT 2")
    assert measured(*helped).finite_verbs == 1


def test_copulas_and_ordinals_are_no_content_words() -> None:
    ours = measured(
        "Het het PRON nsubj 3",
        "wordt worden VERB! cop 3",
        "de de DET det 3",
        "eenentwintigste eenentwintig ADJ ROOT 3",
    )
    assert ours.content_words == 0
    assert ours.features.word_frequency is None


@pytest.mark.parametrize(
    "word", ["eerste", "allereerste", "tweede", "19e", "3de", "100ste", "veertiende", "vijfenzestigste"]
)
def test_ordinals(word: str) -> None:
    assert lint.ORDINAL.fullmatch(word)


@pytest.mark.parametrize(
    "word", ["laatste", "beduidende", "dezelfde", "prachtigste", "gevorderde", "gewonde", "bijzondere"]
)
def test_no_ordinals(word: str) -> None:
    assert not lint.ORDINAL.fullmatch(word)


def test_compound_is_as_frequent_as_its_last_part() -> None:
    ours = measured("de de DET det 1", "huurwoning huurwoning NOUN ROOT 1")
    assert ours.zipf_sum == zipf("woning")


def test_word_that_the_subtitles_lack() -> None:
    ours = measured("de de DET det 1", "ontheffingsvereistes ontheffingsvereiste NOUN ROOT 1")
    assert ours.zipf_sum == UNSEEN


def test_names_count_as_content_without_a_frequency() -> None:
    ours = measured("Jansen Jansen PROPN nsubj 1", "wint winnen VERB! ROOT 1", "Pietersen Pietersen PROPN obj 1")
    assert ours.content_words == 3
    assert ours.zipf_words == 1


def test_words_with_a_capital_side_by_side_are_one_name() -> None:
    start = ("aan aan ADP case 3", "de de DET det 3")
    assert measured(*start, "diepe diep ADJ amod 3", "zee zee NOUN ROOT 3").zipf_words == 2
    assert measured(*start, "Ionische Ionisch ADJ amod 3", "Zee Zee NOUN ROOT 3").zipf_words == 0


def test_unlisted_names_are_places_and_people_or_acronyms() -> None:
    place = measured("in in ADP case 1", "Qwertinge Qwertinge PROPN ROOT 1")
    organisation = measured("bij bij ADP case 1", "XQZ XQZ PROPN ROOT 1")
    code = measured("nummer nummer X dep 1", "AB-12/3 AB-12/3 PROPN ROOT 1")
    assert (place.concrete_nouns, place.known_nouns) == (1, 1)
    assert (organisation.concrete_nouns, organisation.known_nouns) == (0, 1)
    assert (code.concrete_nouns, code.known_nouns) == (0, 0)


def test_units_are_concrete_but_the_letter_of_a_list_item_is_not() -> None:
    assert measured("5 5 NUM nummod 1", "km km SYM ROOT 1").known_nouns == 1
    assert measured("a a X dep 1", "tellen tellen VERB ROOT 1").known_nouns == 0


def test_noun_types() -> None:
    assert lint.noun_type("paard") == "concrete"
    assert lint.noun_type("Vrijheid") == "abstract"
    assert lint.noun_type("hart") == "undefined"
    assert lint.noun_type("qwxz") is None


def test_sentence_without_words() -> None:
    assert lint.sentence_features(parsed("... ... PUNCT punct 0", "! ! PUNCT ROOT 1")) is None
    assert lint.sentence_features([]) is None


def test_heading_of_one_word_has_no_score() -> None:
    ours = measured("Samenwerking samenwerking NOUN ROOT 0")
    assert ours.dependency_length is None
    assert ours.features.content_words_per_clause is None
    assert lint.score(ours.features) is None
    assert lint.document([ours])[:2] == (None, None)


def test_part_of_a_doc_is_measured_like_the_sentence_alone() -> None:
    alone = parsed(*OUDEGRACHT)
    both = Doc.from_docs([parsed("Ja ja INTJ ROOT 0", ". . PUNCT punct 0"), alone])
    assert both is not None
    assert lint.sentence_features(both[2:]) == lint.sentence_features(alone)


def test_document_by_hand() -> None:
    first = SentenceFeatures(
        zipf_sum=10.0,
        zipf_words=2,
        dependency_length=4,
        content_words=4,
        finite_verbs=2,
        concrete_nouns=1,
        known_nouns=1,
    )
    second = SentenceFeatures(
        zipf_sum=3.0,
        zipf_words=1,
        dependency_length=7,
        content_words=3,
        finite_verbs=1,
        concrete_nouns=0,
        known_nouns=3,
    )
    heading = SentenceFeatures(
        zipf_sum=0.0,
        zipf_words=0,
        dependency_length=None,
        content_words=1,
        finite_verbs=0,
        concrete_nouns=0,
        known_nouns=0,
    )
    score, level, means = lint.document([first, second, heading])
    assert means == features(13 / 3, 5.5, 2.5, 0.25)
    assert score == lint.score(means)
    assert level == lint.level(score)


def test_empty_document() -> None:
    assert lint.document([]) == (None, None, features(None, None, None, None))


finite = st.floats(-100, 100)


@given(finite, finite, finite, finite)
def test_score_is_defined_and_bounded(frequency: float, length: float, density: float, concrete: float) -> None:
    score = lint.score(features(frequency, length, density, concrete))
    assert score is not None
    assert 0 <= score <= 100


def counts(sentence: dict[str, Any]) -> SentenceFeatures:
    """What we would have counted, from what the reference file says of each word."""
    words = sentence["word_features"]
    types = [kind for word in words if (kind := word.get("super_sem_type")) not in {None, "unknown"}]
    frequencies = [word["word_frequency"] for word in words if "word_frequency" in word]
    clauses = sum("WW|pv" in word["tag"] for word in words)
    return SentenceFeatures(
        zipf_sum=sum(frequencies),
        zipf_words=len(frequencies),
        dependency_length=sentence["max_sdl"],
        content_words=round((sentence["content_words_per_clause"] or 0) * clauses),
        finite_verbs=clauses,
        concrete_nouns=types.count("concrete"),
        known_nouns=len(types),
    )


@pytest.mark.parametrize("path", REFERENCE, ids=lambda path: path.stem)
def test_reference_texts(path: Path) -> None:
    text = json.loads(path.read_text(encoding="utf8"))
    sentences = [counts(sentence) for sentence in text["sentences"]]
    for ours, theirs in zip(sentences, text["sentences"], strict=True):
        score = lint.score(ours.features, coefficients=FIRST_FIT)
        assert score == (None if theirs["lint_score"] is None else pytest.approx(theirs["lint_score"], abs=1e-9))
        assert lint.level(score) == theirs["difficulty_level"]
    means = lint.mean_features(sentences)
    assert lint.score(means, coefficients=FIRST_FIT) == pytest.approx(text["document_lint_score"], abs=1e-9)
    assert lint.score(means) == pytest.approx(text["document_lint_score"], abs=0.1)
    assert lint.document(sentences)[1] == text["document_difficulty_level"]


@pytest.mark.parametrize("path", REFERENCE, ids=lambda path: path.stem)
def test_reference_frequencies_and_types(path: Path) -> None:
    for sentence in json.loads(path.read_text(encoding="utf8"))["sentences"]:
        for word in sentence["word_features"]:
            if word["pos"] in {"VERB", "ADJ"} and "word_frequency" in word:
                assert (zipf(word["text"]) or UNSEEN) == pytest.approx(word["word_frequency"], abs=1e-12)
            if word["pos"] == "NOUN" and (known := lint.noun_type(word["text"])):
                assert known == word["super_sem_type"]
