"""What news calls countries and parts of them beside the names of CLDR: "DR Congo", "Birmanie".

Each name leads to an ISO 3166 alpha-2 code, or to the name of a region of `regions`. Names of
every language are of that language alone; a name that two countries bear stands in `SHARED`.
"""

from __future__ import annotations


def _table(text: str) -> dict[str, str]:
    """Lines of "CODE: name, name, …" as name → code."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        code, _, names = line.partition(":")
        for name in names.split(","):
            found[name.strip()] = code.strip()
    return found


#: Names that two countries bear: which is meant, the company tells (`find`).
SHARED: dict[str, tuple[str, ...]] = {"Congo": ("CD", "CG")}

NEWS_NAMES: dict[str, dict[str, str]] = {
    "en": _table("""
        AE: UAE, Emirates
        AG: Antigua
        BA: Bosnia, Bosnia-Herzegovina
        BN: Brunei Darussalam
        BS: The Bahamas
        CD: DR Congo, DRC, D.R.C., D.R. Congo, DR of Congo, Congo DR, Democratic Republic of Congo,\
 Democratic Republic of the Congo, Congo-Kinshasa, Congo Kinshasa, Zaire
        CG: Republic of Congo, Republic of the Congo, Congo-Brazzaville, Congo Brazzaville,\
 Congo Republic
        CI: Côte d'Ivoire, Ivory Coast
        CN: People's Republic of China, PRC, Mainland China
        CV: Cape Verde, Cabo Verde
        CZ: Czech Republic
        FM: Federated States of Micronesia
        GB: UK, Britain, Great Britain
        GM: The Gambia
        HK: Hong Kong
        IE: Republic of Ireland, Irish Republic
        IR: Islamic Republic of Iran
        KN: Saint Kitts, St Kitts, Saint Kitts and Nevis, St Kitts and Nevis
        KP: DPRK, Democratic People's Republic of Korea
        KR: Republic of Korea
        LC: Saint Lucia, St Lucia
        MK: Macedonia, FYROM
        MM: Burma
        MO: Macau
        NL: Netherlands, The Netherlands, Holland
        PH: Philippine Islands
        PS: Palestine, Palestinian Territories, Occupied Palestinian Territory, State of Palestine
        RU: Russian Federation
        ST: Sao Tome, Sao Tome and Principe
        SY: Syrian Arab Republic
        SZ: Swaziland
        TL: East Timor, Timor-Leste, Timor Leste
        TR: Turkey, Türkiye, Turkiye
        TT: Trinidad, Trinidad and Tobago
        TZ: United Republic of Tanzania
        US: US, USA, America, United States of America, the States
        VA: Vatican, Vatican City, Holy See
        VC: Saint Vincent, St Vincent, Saint Vincent and the Grenadines
    """),
    "fr": _table("""
        AE: EAU, Emirats, Émirats
        BO: Bolivie
        BY: Belarus
        CD: RDC, République démocratique du Congo, Congo-Kinshasa, RD Congo, Zaïre
        CG: Congo-Brazzaville, République du Congo
        CI: Côte-d'Ivoire
        CZ: République tchèque
        GB: Grande-Bretagne, Royaume Uni
        KP: Corée du Nord
        KR: Corée du Sud
        MM: Birmanie
        NL: Hollande
        PS: Palestine
        SZ: Swaziland
        US: USA, Etats Unis
        England: Angleterre
        Scotland: Écosse
        Wales: Pays de Galles
        Northern Ireland: Irlande du Nord
        Bavaria: Bavière
        Saxony: Saxe
        Catalonia: Catalogne
        Andalusia: Andalousie
        Sicily: Sicile
        Lombardy: Lombardie
        Brittany: Bretagne
        Normandy: Normandie
        Crimea: Crimée
        Donbas: Donbass
        Siberia: Sibérie
        Gaza Strip: bande de Gaza
        West Bank: Cisjordanie
        Middle East: Proche-Orient, Moyen-Orient
        Corsica: Corse
        Kurdistan: Kurdistan irakien
    """),
    "de": _table("""
        AE: VAE, Emirate
        BY: Weißrussland
        CD: DR Kongo, DRK, Demokratische Republik Kongo, Kongo
        CG: Republik Kongo, Kongo-Brazzaville
        CI: Elfenbeinküste
        CZ: Tschechische Republik
        GB: Großbritannien
        KP: Nordkorea
        KR: Südkorea
        MD: Moldau, Moldawien
        MM: Burma, Birma
        NL: Holland
        PS: Palästina
        SZ: Swasiland
        TL: Osttimor
        US: USA, Vereinigte Staaten von Amerika, US
        Scotland: Schottland
        Northern Ireland: Nordirland
        Bavaria: Bayern
        Saxony: Sachsen
        Catalonia: Katalonien
        Andalusia: Andalusien
        Sicily: Sizilien
        Lombardy: Lombardei
        Brittany: Bretagne
        Normandy: Normandie
        Crimea: Krim
        Donbas: Donbass
        Siberia: Sibirien
        Gaza Strip: Gazastreifen
        West Bank: Westjordanland
        Middle East: Naher Osten, Nahost, Nahen Osten
        Baden-Württemberg: Baden-Württemberg
        Hesse: Hessen
        Lower Saxony: Niedersachsen
        North Rhine-Westphalia: Nordrhein-Westfalen, NRW
        Rhineland-Palatinate: Rheinland-Pfalz
        Saxony-Anhalt: Sachsen-Anhalt
        Schleswig-Holstein: Schleswig-Holstein
        Thuringia: Thüringen
        Brandenburg: Brandenburg
        Mecklenburg-Western Pomerania: Mecklenburg-Vorpommern
        Saarland: Saarland
        Tyrol: Tirol
        South Tyrol: Südtirol
        Carinthia: Kärnten
        Styria: Steiermark
        Corsica: Korsika
        Sardinia: Sardinien
        Crete: Kreta
        Tuscany: Toskana
    """),
    "es": _table("""
        AE: EAU, Emiratos, Emiratos Árabes
        BY: Bielorrusia
        CD: RDC, RD Congo, República Democrática del Congo, República Democrática de Congo
        CG: República del Congo, Congo-Brazzaville
        CI: Costa de Marfil
        CZ: República Checa, Chequia
        DO: República Dominicana
        GB: Gran Bretaña
        IQ: Irak
        KP: Corea del Norte
        KR: Corea del Sur
        MM: Birmania
        NL: Holanda
        PS: Palestina
        QA: Qatar
        SA: Arabia Saudita, Arabia Saudí
        US: EEUU, EE UU, EE.UU., EE. UU., Estados Unidos de América, USA
        England: Inglaterra
        Scotland: Escocia
        Wales: Gales
        Northern Ireland: Irlanda del Norte
        Bavaria: Baviera
        Saxony: Sajonia
        Catalonia: Cataluña, Catalunya
        Andalusia: Andalucía
        Sicily: Sicilia
        Lombardy: Lombardía
        Brittany: Bretaña
        Normandy: Normandía
        Crimea: Crimea
        Donbas: Donbás
        Gaza Strip: Franja de Gaza
        West Bank: Cisjordania
        Middle East: Oriente Medio, Oriente Próximo
        Basque Country: País Vasco, Euskadi
        Galicia: Galicia
        Community of Valencia: Comunitat Valenciana, Comunidad Valenciana
        Castile and León: Castilla y León
        Canary Islands: Canarias, Islas Canarias
        Balearic Islands: Baleares, Islas Baleares, Illes Balears
        Aragon: Aragón
        Asturias: Asturias
        Extremadura: Extremadura
        Navarre: Navarra
        Sardinia: Cerdeña
        Corsica: Córcega
        Tuscany: Toscana
    """),
    "pt": _table("""
        AE: EAU, Emirados, Emirados Árabes
        BY: Bielorrússia, Bielorrúsia
        CD: RDC, RD Congo, República Democrática do Congo
        CG: República do Congo, Congo-Brazzaville
        CI: Costa do Marfim
        CZ: República Checa, República Tcheca, Chéquia
        GB: Grã-Bretanha
        IR: Irã, Irão
        KP: Coreia do Norte
        KR: Coreia do Sul
        MM: Birmânia
        NL: Holanda
        PL: Polónia, Polônia
        PS: Palestina
        RO: Roménia, Romênia
        US: EUA, Estados Unidos da América
        England: Inglaterra
        Scotland: Escócia
        Wales: País de Gales
        Northern Ireland: Irlanda do Norte
        Bavaria: Baviera
        Catalonia: Catalunha
        Andalusia: Andaluzia
        Sicily: Sicília
        Lombardy: Lombardia
        Normandy: Normandia
        Crimea: Crimeia
        Gaza Strip: Faixa de Gaza
        West Bank: Cisjordânia
        Middle East: Oriente Médio, Médio Oriente
    """),
    "it": _table("""
        AE: EAU, Emirati, Emirati Arabi
        CD: RDC, RD Congo, Repubblica Democratica del Congo
        CG: Repubblica del Congo, Congo-Brazzaville
        CI: Costa d'Avorio
        CZ: Repubblica Ceca, Cechia
        GB: Gran Bretagna
        KP: Corea del Nord
        KR: Corea del Sud
        MM: Birmania
        NL: Olanda
        PS: Palestina
        US: USA, Usa, Stati Uniti d'America
        England: Inghilterra
        Scotland: Scozia
        Wales: Galles
        Northern Ireland: Irlanda del Nord
        Bavaria: Baviera
        Catalonia: Catalogna
        Andalusia: Andalusia
        Sicily: Sicilia
        Lombardy: Lombardia
        Brittany: Bretagna
        Normandy: Normandia
        Crimea: Crimea
        Gaza Strip: Striscia di Gaza
        West Bank: Cisgiordania
        Middle East: Medio Oriente
        Tuscany: Toscana
        Piedmont: Piemonte
        Apulia: Puglia
        Liguria: Liguria
        Calabria: Calabria
        Campania: Campania
        Lazio: Lazio
        Emilia-Romagna: Emilia-Romagna
        Umbria: Umbria
        Veneto: Veneto
        Sardinia: Sardegna
        Abruzzo: Abruzzo
        Friuli: Friuli, Friuli-Venezia Giulia
    """),
    "nl": _table("""
        CD: DR Congo, Congo
        GB: Groot-Brittannië, Verenigd Koninkrijk
        MM: Birma
        US: VS, Verenigde Staten
        NL: Nederland
        England: Engeland
        Scotland: Schotland
        Northern Ireland: Noord-Ierland
    """),
    "sv": _table("""
        GB: Storbritannien
        US: USA
        NL: Holland
        MM: Burma
        England: England
        Scotland: Skottland
    """),
    "no": _table("GB: Storbritannia\n US: USA\n NL: Nederland\n England: England"),
    "da": _table("GB: Storbritannien\n US: USA\n NL: Holland\n England: England"),
    "fi": _table("GB: Iso-Britannia, Britannia\n US: USA\n England: Englanti"),
    "pl": _table("GB: Wielka Brytania, Wielkiej Brytanii\n US: USA\n England: Anglia"),
    "tr": _table("GB: İngiltere, Birleşik Krallık\n US: ABD, Amerika\n NL: Hollanda"),
    "ru": _table("""
        GB: Великобритания, Великобритании, Британия, Англия
        US: США
        CN: КНР, Китай, Китая, Китае
        RU: РФ, Россия, России, Россию, Россией
        UA: Украина, Украины, Украине, Украину, Украиной
        KR: Южная Корея
        KP: КНДР
        CZ: Чехия, Чехии
        DE: Германии, Германию
        FR: Франции, Францию
        IR: Ирана, Иране
        IL: Израиля, Израиле
    """),
}
