"""Money by sign, code and word: which ISO 4217 code an amount is in."""

from __future__ import annotations

import re

from include.languages import language as language_of

#: Signs before a number. "$" alone is taken for the US dollar.
SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "S$": "SGD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "NT$": "TWD",
    "R$": "BRL",
    "MX$": "MXN",
    "Mex$": "MXN",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₸": "KZT",
    "Rs.": "INR",
    "Rs": "INR",
    "RM": "MYR",
    "R": "ZAR",
    "Kč": "CZK",
    "zł": "PLN",
    "Sh": "shilling",
    "KSh": "KES",
    "Ksh": "KES",
}
#: Letters that are signs only where a digit follows at once.
_CLOSE = ("R", "S$", "A$", "C$", "Sh")
CODES = frozenset(
    str.split(
        "USD EUR GBP CHF JPY CNY CAD AUD NZD HKD SGD TWD INR PKR LKR NPR BDT KRW THB MYR IDR PHP "
        "VND RUB UAH PLN CZK HUF RON BGN SEK NOK DKK ISK TRY ILS EGP SAR AED QAR KWD BHD OMR JOD "
        "IQD IRR LBP SYP ZAR NGN KES UGX TZS GHS ETB RWF XOF XAF MAD TND DZD MXN BRL ARS CLP COP "
        "PEN UYU BOB PYG VES CRC GTQ DOP JMD TTD KZT UZS GEL AMD AZN BYN RSD"
    )
)


def before_number() -> str:
    """A pattern of what stands before a number: signs and codes, with the space behind them."""
    close = "|".join(re.escape(sign) for sign in _CLOSE)
    wide = "|".join(
        re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True) if sign not in _CLOSE
    )
    codes = "|".join(sorted(CODES))
    return rf"(?-i:(?:{wide}|{codes})[\s\u00a0\u202f]?(?=[\d.])|(?:{close})(?=\d))"


def after_number(language: str) -> str:
    """A pattern of what stands behind a number: names of money in any number, signs, codes."""
    written = language_of(language).numbers
    names = sorted({*written.money_of, *written.currencies}, key=len, reverse=True)
    words = "|".join(
        r"\s".join(rf"{re.escape(word)}(?:e?s|n)?" for word in name.split()) for name in names
    )
    codes = "|".join(sorted(CODES))
    return rf"(?:{words or '(?!)'}|(?-i:{codes}))"


def code_of(written_as: str, language: str) -> str | None:
    """The code of a sign, a code or a name as written; a name of many countries stays a name."""
    word = " ".join(written_as.split())
    if word in SIGNS:
        return SIGNS[word]
    if word in CODES:
        return word
    known = language_of(language).numbers
    names = {**known.money_of, **known.currencies}
    for form in _singulars(word.casefold()):
        if form in names:
            return names[form]
    return None


def _singulars(name: str) -> list[str]:
    """A name as it is and without the endings of a plural, of all its words."""
    found = [name]
    found += [" ".join(w.removesuffix(ending) for w in name.split()) for ending in ("s", "es", "n")]
    found.append(name.removesuffix("s"))
    return found
