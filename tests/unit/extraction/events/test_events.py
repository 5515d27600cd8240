"""Events: who did what to whom, and whether it is told as a fact."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest

from include.extraction.events.find import MOST_EVENTS, find_events
from include.extraction.names.find import find_mentions
from include.extraction.reading.models import Model, load
from include.extraction.times.find import find_times
from include.records import Event

pytestmark = pytest.mark.model
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@cache
def model() -> Model:
    return load("en", model_names={"en": "en_core_web_md"})


def events(body: str) -> tuple[Event, ...]:
    doc = model().nlp(body)
    return find_events(doc, find_mentions(doc, "en"), find_times(doc, NOW), day=NOW.date())


def told(body: str) -> str:
    return " ".join(f"{one.kind}/{one.status}" for one in events(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Gunmen attacked a police post near Herat on Tuesday, killing four officers.",
            "attack/actual",
        ),
        ("Russian forces shelled the town of Kupiansk overnight.", "attack/actual"),
        ("A drone struck an oil depot in Tuapse.", "attack/actual"),
        ("Critics attacked the government's plan to cut benefits.", ""),
        ("Police arrested two men in connection with the robbery.", "arrest/actual"),
        ("Mara Feld was arrested at her home on Friday.", "arrest/actual"),
        ("He was arrested and charged with fraud.", "arrest/actual charge/actual"),
        ("Prosecutors charged the banker Jonas Werth with insider trading.", "charge/actual"),
        ("A court in Lyon sentenced Paul Maret to seven years in prison.", "sentence/actual"),
        ("The former minister was jailed for three years for corruption.", "sentence/actual"),
        ("President Aliyev met the Turkish foreign minister in Baku.", "meet/actual"),
        ("The two leaders held talks with Chancellor Merz in Berlin.", "meet/actual"),
        ("The company met its targets.", ""),
        ("Paris summoned the Iranian ambassador over the missile test.", "summon/actual"),
        ("The board appointed Anna Lindqvist as chief executive.", "appoint/actual"),
        ("Tomas Berg was named head coach of the club.", "appoint/actual"),
        ("The finance minister resigned on Monday after protests.", "resign/actual"),
        ("Prime Minister Oli stepped down.", "resign/actual"),
        ("Lawmakers voted to impeach the president.", "vote/actual"),
        ("Parliament approved the budget by 112 votes to 80.", "vote/actual"),
        ("The two countries signed a trade agreement in Geneva.", "sign/actual"),
        ("Nurses went on strike at 40 hospitals on Wednesday.", "strike/actual"),
        ("Pilots walked out over pay.", "strike/actual"),
        ("Thousands of farmers protested outside parliament.", "protest/actual"),
        ("Shares rallied after the announcement.", ""),
        ("A bus carrying tourists overturned on a mountain road, injuring 20.", "accident/actual"),
        ("A train derailed near Dehradun.", "accident/actual"),
        ("A 6.4-magnitude earthquake struck eastern Turkey.", "disaster/actual"),
        ("Floods killed at least 30 people in Kerala.", "disaster/actual"),
        ("Norvik AG acquired the Danish startup Lumeno for 300 million euros.", "acquire/actual"),
        ("Norvik AG agreed to buy its rival Lumeno.", "acquire/forecast"),
        ("India launched a weather satellite on Sunday.", "launch/actual"),
        ("The US may attack Iran, officials warned.", "attack/possible"),
        ("The minister refused to resign.", "resign/negated"),
        ("The union threatened to strike over pay.", "strike/forecast"),
        ("Police denied that officers had shot the boy.", "attack/negated"),
        ("The man is accused of stabbing his neighbour.", "attack/possible"),
        ("If the minister resigns, elections will be held.", "resign/possible"),
        ("Workers plan to strike on Thursday.", "strike/forecast"),
        ("The minister was forced to resign.", "resign/actual"),
        ("Three people died in a helicopter crash in Nepal.", "accident/actual"),
        ("The militants carried out an attack on a school in Borno.", "attack/actual"),
        ("The attack on the embassy killed three guards.", "attack/actual"),
        ("The team launched a fierce attack on the Spanish goal.", ""),
        ("Ferrari launched its first electric car.", "launch/actual"),
        ("The jury charged him with the task.", ""),
        ("Inflation was arrested by the central bank.", ""),
        ("She met her husband at university in 1998.", "meet/earlier"),
        ("The president will meet union leaders on Thursday.", "meet/forecast"),
        ("The ceasefire deal was signed by both sides in Doha.", "sign/actual"),
        ("United signed the striker for 20 million pounds.", ""),
        ("Her appointment as minister was confirmed.", ""),
        ("The opposition leader, Maria Sole, was detained at the airport.", "arrest/actual"),
        ("A fire tore through a nightclub in Skopje, killing 59.", "accident/actual"),
        ("The prosecution of the two bankers continues.", ""),
        ("Protesters clashed with police outside the ministry.", ""),
        ("The resignation of the health minister was announced on Monday.", "resign/actual"),
        ("Two trams collided in Strasbourg.", "accident/actual"),
        ("A bridge collapsed in Gujarat after heavy rain.", "accident/actual"),
        ("Talks collapsed on Friday.", ""),
        ("The stock market crashed in 1929.", ""),
        ("A strike by bus drivers has paralysed Lisbon.", "strike/actual"),
        ("Villagers staged a protest against the mine.", "protest/actual"),
        ("The band launched into their hit.", ""),
        ("Google unveiled a new phone.", "launch/actual"),
        ("Mr Bevan, who was arrested in May, denies the charges.", "arrest/earlier"),
        ("Detectives want to arrest the man.", "arrest/forecast"),
        ("He was sentenced to death.", "sentence/actual"),
        ("The gang stabbed him with a knife.", "attack/actual"),
        ("The film was shot in Morocco.", ""),
        ("The photographer shot the wedding.", ""),
        ("Arsenal struck twice in the first half.", ""),
        ("The strike killed three commanders.", ""),
        ("An Israeli air strike on a school killed 20 people.", "attack/actual"),
        ("The Senate passed the bill 51-49.", "vote/actual"),
        ("The chairman quit after the scandal.", "resign/actual"),
        ("The chancellor is meeting her French counterpart in Paris.", "meet/actual"),
        ("The family met with the mayor on Tuesday.", "meet/actual"),
        ("The EU and Mercosur signed the deal.", "sign/actual"),
        ("The striker signed a four-year contract with Leeds.", "sign/actual"),
        ("Police detained at least 40 people during the march.", "arrest/actual"),
        ("The new king was crowned.", ""),
        ("She was appointed to the board in 2019.", "appoint/earlier"),
        ("The two men were charged over the killing of a shopkeeper.", "charge/actual"),
        ("The store charged customers in advance.", ""),
        ("Rebels seized the town and attacked a convoy.", "attack/actual"),
        ("The volcano erupted on Sunday.", "disaster/actual"),
        ("Anger erupted on Sunday.", ""),
        ("A ferry capsized off Zanzibar.", "accident/actual"),
        ("The company bought back shares worth $2 billion.", ""),
        ("He bought a house in Rome.", ""),
        ("Meta bought the startup.", "acquire/actual"),
        ("A judge ordered that he be detained.", "arrest/forecast"),
        ("Did the police arrest him?", ""),
        ("The alleged attack on the judge is being investigated.", "attack/possible"),
        ("Police foiled an attack on a church.", "attack/negated"),
        ("A planned strike by nurses was called off.", "strike/forecast"),
        ("Police arrested a man on Friday over the 2019 killing of a clerk.", "arrest/actual"),
        ("He was arrested and is due in court on Monday.", "arrest/actual"),
        ("A man was arrested in 2019 over the theft.", "arrest/earlier"),
        ("She was arrested and jailed on Friday.", "arrest/actual sentence/actual"),
        # words of war in a debate, and what only looks like a march or a launch
        ("Sanders stepped up his attacks on Clinton over trade.", ""),
        ("She went on to attack her rival in the debate.", ""),
        ("The firm struck a deal with the unions.", ""),
        ("The plan was torpedoed by the crisis.", ""),
        ("A spokesman demonstrated how the app works.", ""),
        ("She is marching toward a victory in November.", ""),
        ("He is holding a rally in San Jose on Thursday.", ""),
        ("The campaign began March with $8 million in hand.", ""),
        ("A flood of cheap imports left the mills idle.", ""),
        ("The agency launched its own internal probe.", ""),
        ("The committee charged with repairing the road met on Friday.", ""),
        ("The senator has voted for the bill.", ""),
        ("They criticised her response to the attack on the embassy.", "attack/actual"),
        ("A drone attack killed four people near Sumy.", "attack/actual"),
        ("Workers voted to end a two-week strike at the mill.", "vote/actual strike/actual"),
    ],
)
def test_what_happened_and_whether_it_did(body: str, expected: str) -> None:
    assert told(body) == expected


def test_both_voices_name_who_did_it_and_whom_it_befell() -> None:
    for body in (
        "Militants attacked a convoy near Mopti.",
        "A convoy was attacked by militants near Mopti.",
    ):
        [found] = events(body)
        assert found.actor is not None
        assert found.target is not None
        assert (found.actor.text.lower(), found.target.text.lower()) == ("militants", "a convoy")


def test_a_pronoun_stands_for_the_person_named_before() -> None:
    found = events("Mara Feld led the bank for nine years. She was arrested at her home on Friday.")
    assert [(one.kind, one.target.entity if one.target else None) for one in found] == [
        ("arrest", "Mara Feld")
    ]


def test_bullets_and_flames_are_nobody() -> None:
    [found] = events("Jonas Werth, 17, ran away. Two bullets struck him in the leg.")
    assert found.actor is not None
    assert found.actor.entity is None
    assert told("Firefighters launched an attack on the flames.") == ""


def test_place_and_day_are_those_of_the_sentence() -> None:
    body = "Police arrested two men in Lyon on Thursday."
    [found] = events(body)
    assert found.place_start == body.index("Lyon")
    assert found.time_start == body.index("Thursday")


def test_the_day_is_that_of_the_event_and_not_of_what_is_told_of_it() -> None:
    for body, day in (
        ("The quake that shook the valley on Tuesday killed nine, officials said on Friday.",
         "Tuesday"),
        ("Police arrested a man on Friday over a theft on Monday.", "Friday"),
    ):  # fmt: skip
        assert [one.time_start for one in events(body)] == [body.index(day)]
    [found] = events("Nine people died in the flood, and on Friday the toll was still rising.")
    assert found.time_start is None


def test_spans_are_the_characters_of_the_text() -> None:
    body = "“A court”, in Lyon — sentenced Paul Maret to nine years. Nurses went on strike."
    for one in events(body):
        assert body[one.start : one.end] == one.text
        for party in (one.actor, one.target):
            assert party is None or body[party.start : party.end] == party.text


def test_a_language_without_words_for_events_has_none() -> None:
    swedish = load("sv", model_names={})
    doc = swedish.nlp("Polisen grep två män i fredags.")
    assert find_events(doc, (), (), day=None) == ()


def test_events_of_one_text_are_bounded() -> None:
    body = "Police arrested two men. " * (MOST_EVENTS + 5)
    assert len(events(body)) == MOST_EVENTS
