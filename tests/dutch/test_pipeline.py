"""Pipelines: the bundled one, others, and those that lack a part."""

from pathlib import Path

import pytest
import spacy

from schrijfhulp import Engine, rulebook
from schrijfhulp.dutch import pipeline
from schrijfhulp.dutch.pipeline import PipelineError


def test_the_bundled_pipeline_has_all_parts(engine: Engine) -> None:
    assert engine.nlp.pipe_names == ["tok2vec", "morphologizer", "trainable_lemmatizer", "parser"]


def test_a_saved_pipeline_works_too(engine: Engine, tmp_path: Path) -> None:
    engine.nlp.to_disk(tmp_path / "own")
    other = Engine(pipeline.load(tmp_path / "own"), rulebook.load())
    text = "Middels deze brief wordt uw aanvraag afgewezen."
    assert other.check(text) == engine.check(text)


@pytest.mark.parametrize(
    ("lang", "message"), [("nl", "geen onderdeel ‘parser’"), ("en", "voor de taal ‘en’")], ids=["no parser", "English"]
)
def test_a_pipeline_that_lacks_a_part_is_refused(tmp_path: Path, lang: str, message: str) -> None:
    spacy.blank(lang).to_disk(tmp_path / "bare")
    with pytest.raises(PipelineError, match=message):
        pipeline.load(tmp_path / "bare")


def test_a_pipeline_without_word_classes_is_refused() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("parser")
    with pytest.raises(PipelineError, match="‘morphologizer’ of ‘tagger’"):
        pipeline.require_parts(nlp)


def test_an_unknown_pipeline_is_named() -> None:
    with pytest.raises(PipelineError, match="‘nl_bestaat_niet’"):
        pipeline.load("nl_bestaat_niet")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("d.m.v. art. 4, lid 2", ["d.m.v.", "art.", "4", ",", "lid", "2"]),
        ("(art. 4) (Stb. 2004, 3)", ["(", "art.", "4", ")", "(", "Stb.", "2004", ",", "3", ")"]),
        ("sinds 2004.Daarna", ["sinds", "2004", ".", "Daarna"]),
        ("op 1-7-2024 om 9.30 uur", ["op", "1-7-2024", "om", "9.30", "uur"]),
        ("€ 1.250,50.", ["€", "1.250,50", "."]),
        ("Mail info@gemeente.nl.", ["Mail", "info@gemeente.nl", "."]),
        ("Zie www.duo.nl/zakelijk.", ["Zie", "www.duo.nl/zakelijk", "."]),
        ("[VELD] en {{naam}} en …", ["[VELD]", "en", "{{naam}}", "en", "…"]),
        ("auto’s en foto's", ["auto’s", "en", "foto's"]),
        ("‘De brief’", ["‘", "De", "brief", "’"]),
    ],
)
def test_tokens_of_official_texts(engine: Engine, text: str, tokens: list[str]) -> None:
    assert [token.text for token in engine.nlp.make_doc(text)] == tokens
