"""What an organisation can set about its server: environment variables that start with `SCHRIJFHULP_`."""

from typing import Annotated, Any

from limits import parse_many
from pydantic import Field, FilePath, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from schrijfhulp.grammar.selection import AUTO

PREFIX = "SCHRIJFHULP_"


class SettingsError(ValueError):
    """An environment variable that is not right; the message names it, in Dutch."""


class Settings(BaseSettings):
    """Each field is the environment variable of that name in capitals; a list is separated by commas."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, hide_input_in_errors=True)

    site_name: str = "Online Schrijfhulp"
    logo_text: str = "Vraag Rijk"
    contact: str = ""
    theme_file: FilePath | None = None
    profile: str = "brief"
    max_characters: int = Field(default=100_000, gt=0)
    api_keys: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    rate_limit: str = ""
    metrics: bool = False
    request_timeout: int = Field(default=60, gt=0)
    trusted_proxies: int = Field(default=0, ge=0)
    languagetool: str = AUTO

    @field_validator("api_keys", "cors_origins", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return [item.strip() for item in value.split(",") if item.strip()] if isinstance(value, str) else value

    @field_validator("rate_limit")
    @classmethod
    def _limit(cls, value: str) -> str:
        if value:
            parse_many(value)
        return value


def from_environment() -> Settings:
    """The settings of this process. Raises SettingsError."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"{PREFIX}{first['loc'][0]}".upper()
        raise SettingsError(f"{name}: {_in_dutch(first['type'])}.") from None


def _in_dutch(kind: str) -> str:
    known = {
        "int_parsing": "moet een heel getal zijn",
        "greater_than": "moet meer dan 0 zijn",
        "greater_than_equal": "moet 0 of meer zijn",
        "bool_parsing": "moet ‘true’ of ‘false’ zijn",
        "path_not_file": "dit bestand bestaat niet",
        "value_error": "schrijf bijvoorbeeld ‘60 per minute’",
    }
    return known.get(kind, "deze waarde kan niet")
