"""What the people and things of a country are called: "Georgian", "the Dutch".

A demonym tells which country is spoken of; nothing happens there on its account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DEMONYMS = """
AF Afghan Afghans|AL Albanian Albanians|DZ Algerian Algerians|AO Angolan Angolans
AR Argentine Argentinian Argentines Argentinians|AM Armenian Armenians|AU Australian Australians
AT Austrian Austrians|AZ Azerbaijani Azeri Azerbaijanis|BH Bahraini Bahrainis
BD Bangladeshi Bangladeshis|BY Belarusian Belarusians|BE Belgian Belgians|BJ Beninese
BT Bhutanese|BO Bolivian Bolivians|BA Bosnian Bosnians|BW Botswanan|BR Brazilian Brazilians
GB British Briton Britons|BG Bulgarian Bulgarians|BF Burkinabe|MM Burmese|BI Burundian Burundians
KH Cambodian Cambodians|CM Cameroonian Cameroonians|CA Canadian Canadians|TD Chadian Chadians
CL Chilean Chileans|CN Chinese|CO Colombian Colombians|CR Costa_Rican|HR Croatian Croatians Croat
CU Cuban Cubans|CY Cypriot Cypriots|CZ Czech Czechs|DK Danish Dane Danes|DJ Djiboutian
NL Dutch Dutchman|EC Ecuadorian Ecuadorean Ecuadorians|EG Egyptian Egyptians|ER Eritrean Eritreans
EE Estonian Estonians|ET Ethiopian Ethiopians|FJ Fijian Fijians|PH Filipino Philippine Filipinos
FI Finnish Finn Finns|FR French Frenchman|GA Gabonese|GM Gambian Gambians|GE Georgian Georgians
DE German Germans|GH Ghanaian Ghanaians|GR Greek Greeks|GT Guatemalan Guatemalans|GN Guinean
GY Guyanese|HT Haitian Haitians|HN Honduran Hondurans|HU Hungarian Hungarians|IS Icelandic
IN Indian Indians|ID Indonesian Indonesians|IR Iranian Iranians|IQ Iraqi Iraqis|IE Irish Irishman
IL Israeli Israelis|IT Italian Italians|CI Ivorian Ivorians|JM Jamaican Jamaicans|JP Japanese
JO Jordanian Jordanians|KZ Kazakh Kazakhs|KE Kenyan Kenyans|KW Kuwaiti Kuwaitis|KG Kyrgyz
LA Laotian|LV Latvian Latvians|LB Lebanese|LR Liberian Liberians|LY Libyan Libyans
LT Lithuanian Lithuanians|MK Macedonian Macedonians|MG Malagasy|MW Malawian Malawians
MY Malaysian Malaysians|MV Maldivian|ML Malian Malians|MT Maltese|MR Mauritanian|MU Mauritian
MX Mexican Mexicans|MD Moldovan Moldovans|MN Mongolian Mongolians|ME Montenegrin Montenegrins
MA Moroccan Moroccans|MZ Mozambican Mozambicans|NA Namibian Namibians|NP Nepalese Nepali
NZ New_Zealander|NI Nicaraguan Nicaraguans|NG Nigerian Nigerians|NE Nigerien|KP North_Korean
NO Norwegian Norwegians|OM Omani Omanis|PK Pakistani Pakistanis|PS Palestinian Palestinians
PA Panamanian Panamanians|PY Paraguayan Paraguayans|PE Peruvian Peruvians|PL Polish Poles
PT Portuguese|QA Qatari Qataris|RO Romanian Romanians|RU Russian Russians|RW Rwandan Rwandans
SV Salvadoran Salvadorans|SA Saudi Saudis|SN Senegalese|RS Serbian Serb Serbs Serbians
SL Sierra_Leonean|SG Singaporean Singaporeans|SK Slovak Slovaks|SI Slovenian Slovene Slovenians
SO Somali Somalis|ZA South_African South_Africans|KR South_Korean South_Koreans
SS South_Sudanese|ES Spanish Spaniard Spaniards|LK Sri_Lankan Sri_Lankans|SD Sudanese
SE Swedish Swede Swedes|CH Swiss|SY Syrian Syrians|TW Taiwanese|TJ Tajik Tajiks
TZ Tanzanian Tanzanians|TH Thai Thais|TG Togolese|TT Trinidadian|TN Tunisian Tunisians
TR Turkish Turk Turks|TM Turkmen|UG Ugandan Ugandans|UA Ukrainian Ukrainians|AE Emirati Emiratis
US American Americans|UY Uruguayan Uruguayans|UZ Uzbek Uzbeks|VE Venezuelan Venezuelans
VN Vietnamese|YE Yemeni Yemenis|ZM Zambian Zambians|ZW Zimbabwean Zimbabweans
CD Congolese|XK Kosovar Kosovars|AD Andorran|CF Central_African|LS Basotho|SZ Swazi
"""

#: Demonym → ISO 3166 alpha-2 code.
DEMONYMS: dict[str, str] = {
    word.replace("_", " "): group.split()[0]
    for line in _DEMONYMS.strip().splitlines()
    for group in line.split("|")
    for word in group.split()[1:]
}

_PEOPLES = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, DEMONYMS), key=len, reverse=True))})\b"
)


def peoples(text: str) -> Iterator[tuple[int, str]]:
    """Where a text has a word for the people or things of a country, and the country's code."""
    for match in _PEOPLES.finditer(text):
        yield match.start(), DEMONYMS[match.group()]
