"""What the API takes and gives, as types that validate requests and describe both in the OpenAPI document.

The descriptions are Dutch: they are what a developer reads on the page of the API.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    RootModel,
    WithJsonSchema,
    computed_field,
    model_validator,
)
from werkzeug.datastructures import FileStorage

from schrijfhulp.rulebook import Example
from schrijfhulp.types import Block, Finding, Notice, Report, Severity

Text = Annotated[str, Field(pattern=r"^[^\x00]*$")]
Names = tuple[Text, ...]
Offsets = Annotated[
    Literal["codepoint", "utf16"],
    Field(description="Hoe plaatsen tellen: in Unicode-tekens, of zoals JavaScript in UTF-16."),
]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RuleChoice(_Request):
    """Welke regels meedoen: namen van regels of groepen."""

    enable: Names = Field(default=(), description="Gebruik alleen deze regels of groepen.")
    disable: Names = Field(default=(), description="Sla deze regels of groepen over.")


class CheckRequest(_Request):
    """Een tekst, als platte tekst, Markdown of HTML, en hoe die gelezen moet worden."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["text"]}, {"required": ["markdown"]}, {"required": ["html"]}]},
    )

    text: Text = Field(default="", description="Platte tekst.")
    markdown: Text = Field(default="", description="Markdown; de plaatsen in het antwoord zijn die in de Markdown.")
    html: Text = Field(default="", description="HTML, een pagina of een stuk; de plaatsen zijn die in de HTML.")
    profile: str = Field(default="", description="De soort tekst, zie /api/v1/profiles. Leeg: de keuze van de server.")
    rules: RuleChoice = RuleChoice()
    ignore: Names = Field(default=(), description="Woorden die de schrijver zo wil laten.")
    offsets: Offsets = "codepoint"

    @model_validator(mode="after")
    def _one_text(self) -> Self:
        if len({"text", "markdown", "html"} & self.model_fields_set) != 1:
            raise ValueError("geef precies één van ‘text’, ‘markdown’ en ‘html’")
        return self


def _a_file(value: Any) -> FileStorage:
    if not isinstance(value, FileStorage):
        raise ValueError("moet één bestand zijn")
    return value


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value  # a form does not tell one value from a list of one


Upload = Annotated[FileStorage, PlainValidator(_a_file), WithJsonSchema({"type": "string", "format": "binary"})]
Repeated = Annotated[Names, BeforeValidator(_as_list)]


class FileRequest(_Request):
    """Een bestand, en hoe dat gelezen moet worden."""

    file: Upload = Field(description="Een .txt, .md, .html, .docx, .odt of .pdf van hoogstens 10 MB.")
    profile: str = Field(default="", description="De soort tekst, zie /api/v1/profiles. Leeg: de keuze van de server.")
    enable: Repeated = Field(default=(), description="Gebruik alleen deze regel of groep. Mag vaker.")
    disable: Repeated = Field(default=(), description="Sla deze regel of groep over. Mag vaker.")
    ignore: Repeated = Field(default=(), description="Een woord dat de schrijver zo wil laten. Mag vaker.")
    offsets: Offsets = "codepoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingInText(Finding):
    """A finding with its line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReport(Report):
    """The report of the command line on one text."""

    version: Literal[1]
    schrijfhulp: str
    findings: tuple[FindingInText, ...]


class CheckAnswer(RootModel[TextReport]):
    """Alles wat Schrijfhulp over de tekst te zeggen heeft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport(TextReport):
    """The same on a file, with the text that was read in it: the offsets are those of that text."""

    format: str
    text: str
    blocks: tuple[Block, ...]


class FileAnswer(RootModel[FileReport]):
    """Alles over de tekst in het bestand, en die tekst zelf met haar alinea’s, koppen, punten en cellen."""


class RuleSummary(BaseModel):
    """Een regel."""

    model_config = ConfigDict(from_attributes=True)

    rule: str = Field(validation_alias="key", description="De naam zoals die in een vondst staat: groep/regel.")
    id: str
    category: str
    severity: Severity
    title: str
    why: str = Field(description="Waarom dit de lezer in de weg staat.")
    source: str = Field(description="Waar de regel vandaan komt.")

    @computed_field(description="De pagina met uitleg voor mensen.")  # type: ignore[prop-decorator]  # pydantic's own form
    @property
    def url(self) -> str:
        return f"/regels/{self.rule}"


class RuleAnswer(RuleSummary):
    """Een regel met voorbeelden."""

    message: str
    examples: tuple[Example, ...]


class RulesAnswer(BaseModel):
    """Alle regels."""

    rules: tuple[RuleSummary, ...]


class ProfileSummary(BaseModel):
    """Een soort tekst."""

    profile: str
    title: str
    why: str


class ProfilesAnswer(BaseModel):
    """Alle soorten tekst."""

    profiles: tuple[ProfileSummary, ...]


class HealthAnswer(BaseModel):
    """Hoe het met de server gaat."""

    ready: bool
    schrijfhulp: str
    pipeline: str
    rules: int
    languagetool: str = Field(
        description="Waar spelling en grammatica vandaan komen: een adres, een map, ‘ingebouwd’ of ‘uit’."
    )
    degraded: tuple[Notice, ...] = Field(description="Onderdelen die nu niet werken.")


class FieldError(BaseModel):
    """Wat er mis is met een veld."""

    field: str
    message: str


class ProblemAnswer(BaseModel):
    """Een fout, volgens RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[FieldError, ...] = ()
