"""A LanguageTool server at an address, asked through language-tool-python."""

import json
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit, urlunsplit

import requests
from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError
from pydantic import BaseModel, ValidationError

from schrijfhulp.grammar.matches import (
    Match,
    Ranges,
    UnavailableError,
    annotation,
    code_points,
)

API = 1  # the version of LanguageTool's API that we speak
HERE = ("localhost", "127.0.0.1", "::1")
LATE = "de server antwoordt niet op tijd"

T = TypeVar("T")


class _Named(BaseModel):
    id: str


class _Rule(_Named):
    category: _Named
    issueType: str  # noqa: N815  # LanguageTool's name


class _Replacement(BaseModel):
    value: str


class _Found(BaseModel):
    rule: _Rule
    offset: int
    length: int
    message: str
    replacements: list[_Replacement]


class _Software(BaseModel):
    apiVersion: int  # noqa: N815  # LanguageTool's name


class _Answer(BaseModel):
    software: _Software
    matches: list[_Found]


class _Client(LanguageTool):
    """language-tool-python's client with our time-out and annotated text; one try, for we have our own pause."""

    def __init__(self, url: str, timeout: float) -> None:
        self._TIMEOUT = timeout  # type: ignore[assignment]  # a constant of 300 seconds there
        # A text for a server on this machine never takes the way round over a proxy.
        proxies = {"http": "", "https": ""} if urlsplit(url).hostname in HERE else None
        super().__init__("nl", remote_server=url, proxies=proxies)

    def ask(self, runs: list[dict[str, str]], switched_off: str, timeout: float) -> Any:
        """The raw answer: `Match` there keeps the last text in the class, which goes wrong between threads."""
        self._TIMEOUT = timeout  # type: ignore[assignment]
        question = {"language": "nl", "data": json.dumps({"annotation": runs}), "disabledRules": switched_off}
        return self._query_server(urljoin(self.url, "check"), question, num_tries=1, method="post")


class Remote:
    """A running server. `timeout` is in seconds an answer; `switched_off` are rules that need not be looked for."""

    def __init__(self, url: str, *, timeout: float, switched_off: tuple[str, ...] = ()) -> None:
        self.name = _without_login(url)
        self._url = f"{url.rstrip('/').removesuffix('/v2')}/"
        self._timeout = timeout
        self._switched_off = ",".join(switched_off)
        self._client: _Client | None = None

    def ask(self, text: str, markup: Ranges, *, timeout: float | None = None) -> tuple[Match, ...]:
        """The mistakes in a block. Raises UnavailableError."""
        seconds = timeout or self._timeout
        return _within(seconds, partial(self._ask, text, markup, seconds))

    def close(self) -> None:
        if self._client:
            self._client.close()

    def _ask(self, text: str, markup: Ranges, timeout: float) -> tuple[Match, ...]:
        try:
            answer = self._connected(timeout).ask(annotation(text, markup), self._switched_off, timeout)
            return _matches(_Answer.model_validate(answer), text)
        except LanguageToolError as error:
            raise UnavailableError(_why(error)) from None
        except (ValidationError, ValueError, KeyError, RecursionError):  # no LanguageTool, or places outside the text
            raise UnavailableError("de server geeft een antwoord dat niet van LanguageTool is") from None

    def _connected(self, timeout: float) -> _Client:
        """The client; making one asks the server for its languages."""
        if self._client is None:
            try:
                self._client = _Client(self._url, timeout)
            except (AttributeError, TypeError):  # a list of languages that is no list of languages
                raise ValueError from None
            except ValueError:
                raise UnavailableError("de server kent geen Nederlands, of is geen LanguageTool") from None
        return self._client


def _without_login(url: str) -> str:
    """The address without a user name, a password, or a key in its query: `health` shows it to everyone."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment=""))


def _within(seconds: float, job: Callable[[], T]) -> T:
    """What the job gives. Raises UnavailableError after so many seconds; the client's own time starts anew with every byte."""
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(job())
        except BaseException as error:
            answer.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        return answer.result(seconds)
    except TimeoutError:
        raise UnavailableError(LATE) from None


def _matches(answer: _Answer, text: str) -> tuple[Match, ...]:
    if answer.software.apiVersion != API:
        raise UnavailableError(
            f"de server spreekt versie {answer.software.apiVersion} van LanguageTools API en niet {API}"
        )
    points = code_points(text, "utf-16-le")
    return tuple(
        Match(
            rule=found.rule.id,
            category=found.rule.category.id,
            kind=found.rule.issueType,
            start=points[found.offset],
            end=points[found.offset + found.length],
            message=found.message,
            suggestions=tuple(item.value for item in found.replacements),
        )
        for found in answer.matches
        if found.length > 0
    )


def _why(error: LanguageToolError) -> str:
    cause = error.__cause__
    if isinstance(cause, requests.Timeout):
        return LATE
    if isinstance(cause, requests.JSONDecodeError) or not isinstance(cause, OSError):
        return "de server meldt een fout, of is geen LanguageTool"
    return "de server is niet te bereiken"
