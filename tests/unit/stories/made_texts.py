"""Reports made by program, and what happens to reports: for tests of copies."""

from __future__ import annotations

from random import Random

_ONSETS = ["b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "h", "j", "k", "l", "m", "n", "p", "r"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "oo", "ou"]
_CODAS = ["", "", "n", "r", "s", "t", "ck", "ll", "nd", "st"]


def make_word(rnd: Random) -> str:
    """A word that looks like one."""
    return "".join(
        rnd.choice(_ONSETS) + rnd.choice(_VOWELS) + rnd.choice(_CODAS)
        for _ in range(rnd.randint(1, 3))
    )


def make_report(rnd: Random, words: int) -> list[str]:
    """The sentences of a report of about `words` words, with names and numbers."""
    vocabulary = [make_word(rnd) for _ in range(250)]
    names = [make_word(rnd).capitalize() for _ in range(12)]
    sentences: list[str] = []
    count = 0
    while count < words:
        length = rnd.randint(9, 22)
        parts = [
            rnd.choice(names)
            if rnd.random() < 0.1
            else str(rnd.randint(2, 9000))
            if rnd.random() < 0.04
            else rnd.choice(vocabulary)
            for _ in range(length)
        ]
        sentences.append(parts[0].capitalize() + " " + " ".join(parts[1:]) + ".")
        count += length
    return sentences


def edit(text: str, share: float, rnd: Random) -> str:
    """`text` with this share of its words dropped, replaced or followed by another."""
    words = text.split()
    for at in rnd.sample(range(len(words)), max(1, int(share * len(words)))):
        how = rnd.randrange(3)
        words[at] = ["", make_word(rnd), f"{words[at]} {make_word(rnd)}"][how]
    return " ".join(word for word in words if word)


def weather(rnd: Random) -> str:
    """One of many weather items in one frame."""
    town, other = (make_word(rnd).capitalize() for _ in range(2))
    low = rnd.randint(-5, 14)
    return (
        f"Skies over {town} will be partly cloudy in the morning, with sunny spells from midday "
        f"and a high of {low + rnd.randint(5, 12)} degrees. Winds from the west will reach "
        f"{rnd.randint(8, 60)} kilometres an hour near {other}. Overnight the temperature will "
        f"fall to {low} degrees, with a {rnd.randint(1, 19) * 5} percent chance of rain before "
        f"dawn. The sun sets at {rnd.randint(16, 22)}.{rnd.randint(10, 59)} and rises at "
        f"{rnd.randint(4, 8)}.{rnd.randint(10, 59)}. The outlook for {other} and the coast is "
        f"published again at noon."
    )


def market(rnd: Random) -> str:
    """One of many market items: the same names every day, other numbers."""

    def number(low: int, high: int) -> str:
        return f"{rnd.randint(low, high)}.{rnd.randint(10, 99)}"

    return (
        f"The Halvern All-Share closed at {number(5000, 8000)} points on the day, a change of "
        f"{number(0, 3)} percent. Shares in Norbank and the insurer Pellham Re traded at "
        f"{number(20, 90)} and {number(100, 400)} crowns. The miner Oxtar ended the session at "
        f"{number(10, 60)} crowns with {rnd.randint(101, 999)} thousand shares changing hands. "
        f"The crown bought {number(0, 2)} euros late in Halvern, dealers said, while a barrel of "
        f"Brent oil cost {number(50, 110)} dollars in London."
    )


def police(rnd: Random) -> str:
    """One of many police items in one frame."""
    first, last, street, town, officer = (make_word(rnd).capitalize() for _ in range(5))
    return (
        f"A {rnd.randint(18, 70)}-year-old man has been charged after an incident in {street} "
        f"Street, {town}, on the evening of {rnd.randint(1, 28)} March. Officers were called to "
        f"the scene at {rnd.randint(17, 23)}.{rnd.randint(10, 59)} following reports of a "
        f"disturbance outside a licensed premises. {first} {last}, of {town}, is to appear before "
        f"magistrates. Inspector {officer} appealed for anyone with information to call the force "
        f"on 101 quoting reference {rnd.randint(10000, 99999)}."
    )
