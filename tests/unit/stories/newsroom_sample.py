"""A morning's news written for these tests: few texts, several events, some of them alike.

Each article is (story, day of May 2031, hour, headline, body). Invented throughout.
"""

from __future__ import annotations

from datetime import UTC, datetime

from include.group_records import ArticleToGroup

NEWS: list[tuple[str, int, int, str, str]] = [
    (
        "quake in Turkey",
        6,
        5,
        "Earthquake kills at least 12 in eastern Turkey",
        "A magnitude 5.9 earthquake struck eastern Turkey before dawn on Tuesday, killing at "
        "least 12 people and injuring more than 200, officials said. The tremor was centred "
        "near the town of Pütürge in Malatya province, where several apartment blocks "
        "collapsed. Interior Minister Kemal Aydoğan said 30 people were feared trapped. "
        "Rescue teams from Elazığ and Diyarbakır were on their way. Residents spent the "
        "night outdoors in freezing rain, and schools in Malatya will stay shut all week.",
    ),
    (
        "quake in Turkey",
        6,
        9,
        "Rescuers dig for survivors after Malatya quake",
        "Rescuers clawed through rubble in the Turkish province of Malatya on Tuesday after "
        "an earthquake that left a dozen dead. In Pütürge, the worst-hit town, a woman and "
        "her baby were pulled alive from a five-storey building to cheers from the crowd. "
        "“We heard knocking, then nothing,” said Selim Kaya, a baker who had helped "
        "the crews. Turkey's disaster agency put the magnitude at 5.9. Aydoğan, the interior "
        "minister, flew in from Ankara and promised tents and heaters for the homeless.",
    ),
    (
        "quake in Turkey",
        6,
        15,
        "Death toll from Turkish quake rises to 17",
        "The number of people killed by the earthquake in Turkey's Malatya province climbed to "
        "17 on Tuesday afternoon as crews reached villages around Pütürge cut off by "
        "landslides. Kemal Aydoğan told reporters in Elazığ that 214 people were in "
        "hospital. More than 40 aftershocks have been recorded. Engineers' groups said many "
        "of the flattened blocks had been put up without inspection, and prosecutors in "
        "Malatya have opened an inquiry into two builders.",
    ),
    (
        "quake in Indonesia",
        7,
        4,
        "Earthquake kills at least nine on Indonesia's Sulawesi",
        "A magnitude 6.1 earthquake struck the Indonesian island of Sulawesi before dawn on "
        "Wednesday, killing at least nine people and injuring more than 100, officials said. "
        "The tremor was centred off the town of Luwuk, where a hospital wing and several "
        "houses collapsed. Disaster agency spokesman Agus Hartono said 20 people were "
        "feared trapped. Rescue teams from Palu and Makassar were on their way. A tsunami "
        "warning was lifted after two hours, and the airport in Luwuk will stay shut.",
    ),
    (
        "quake in Indonesia",
        7,
        10,
        "Sulawesi hospital patients treated in tents after quake",
        "Nurses treated patients under tarpaulins in Luwuk on Wednesday after a strong "
        "earthquake brought down part of the town's hospital. Nine people died on the "
        "Indonesian island, the disaster agency said, most of them in fishing hamlets "
        "along the Banggai coast. Agus Hartono, its spokesman, said helicopters from "
        "Makassar were ferrying the gravely hurt to Palu. The navy is sending a hospital "
        "ship to Sulawesi. The quake had a magnitude of 6.1.",
    ),
    (
        "trial in Leeds",
        6,
        11,
        "Former Leeds councillor jailed for taking bribes",
        "A former Leeds councillor was jailed for six years on Tuesday for taking £340,000 in "
        "bribes from a property developer. Martin Oakes, 58, steered planning decisions on "
        "the Holbeck riverside to Castlegate Homes in return for holidays and cash, the "
        "crown court heard. Judge Helen Straw told him he had sold his office. Oakes, who "
        "denied the charges, shook his head as he was led away. The developer, Ian Pell, "
        "had pleaded guilty and will be sentenced in June.",
    ),
    (
        "trial in Leeds",
        6,
        17,
        "“He sold his office”: six years for bribed Leeds planner",
        "Martin Oakes, once the most powerful man in Leeds planning, began a six-year sentence "
        "on Tuesday after a jury found that Castlegate Homes had bought his vote. Holidays "
        "in Madeira, a car and envelopes of cash worth £340,000 in all smoothed the way for "
        "flats at Holbeck. Campaigners who had fought the riverside towers hugged one another "
        "outside the court. Ian Pell, Castlegate's owner, gave evidence against him. The "
        "council said it would review every permission that Oakes had signed.",
    ),
    (
        "trial in Bordeaux",
        6,
        12,
        "Bordeaux deputy mayor on trial for taking bribes",
        "A deputy mayor of Bordeaux went on trial on Tuesday accused of taking 200,000 euros in "
        "bribes from a property developer. Prosecutors say Alain Mercadier, 61, steered "
        "planning decisions in the Bacalan docks to the firm Garonne Bâtir in return for "
        "holidays and cash. Mercadier told the court he had done nothing wrong. Judge Sophie "
        "Lacan is expected to hear 30 witnesses. The developer, Paul Estève, denies the "
        "charges. The trial is to last three weeks.",
    ),
    (
        "trial in Bordeaux",
        7,
        13,
        "Witness tells Bordeaux court of cash in shoe box",
        "A former secretary told a Bordeaux court on Wednesday that she had carried a shoe box "
        "of banknotes to Alain Mercadier, the deputy mayor accused of corruption. The "
        "money came from Garonne Bâtir, she said, days before a vote on flats at the "
        "Bacalan docks. Lawyers for Mercadier called her a liar with a grudge. Paul Estève, "
        "who runs the firm, looked at the floor. The hearing before Sophie Lacan goes on "
        "on Friday with the evidence of two accountants.",
    ),
    (
        "rail strike",
        6,
        8,
        "Rail strike halts half of Belgium's trains",
        "Half of all trains in Belgium were cancelled on Tuesday as drivers began a 48-hour "
        "strike over pensions. The operator SNCB said no Eurostar services would be affected "
        "but that commuters to Brussels faced long waits. Union leader Pieter Claes said the "
        "government had broken its word on early retirement. Transport Minister Annick "
        "Dewael called the walkout irresponsible. Stations in Ghent and Namur were all but "
        "deserted at rush hour.",
    ),
    (
        "rail strike",
        6,
        18,
        "Belgian commuters stranded as drivers walk out over pensions",
        "Commuters shared taxis and rode bicycles into Brussels on Tuesday after train drivers "
        "walked out in a row over pensions. SNCB ran about one train in two, and fewer south "
        "of Namur. Pieter Claes, whose union called the 48-hour stoppage, said more would "
        "follow unless Annick Dewael came back to the table. The minister said the "
        "retirement age of 55 for drivers could not be kept. Employers put the cost of the "
        "strike at 30 million euros a day.",
    ),
    (
        "ferry",
        7,
        6,
        "Ferry sinks in Lake Victoria, dozens missing",
        "A ferry carrying about 150 people capsized in high winds on Lake Victoria on Wednesday, "
        "and dozens were missing, Ugandan police said. The MV Kalangala Star had left Entebbe "
        "for the Ssese islands with twice its permitted load. Fishermen picked up 61 "
        "survivors. Police spokeswoman Grace Nabirye said divers had recovered 14 bodies. "
        "Boats on the lake are often old and overloaded.",
    ),
    (
        "ferry",
        7,
        16,
        "“The wind turned us over”: survivors tell of Ssese ferry disaster",
        "Survivors of the ferry that went down off Entebbe on Wednesday said the crew had "
        "handed out no life jackets. The MV Kalangala Star, licensed for 75 passengers, had "
        "some 150 aboard and a cargo of cement. “The wind turned us over and it was dark,” "
        "said Joseph Ssali, a trader from the Ssese islands. Grace Nabirye of the Ugandan "
        "police said the number of bodies found in Lake Victoria had reached 22 and that the "
        "owner had been detained.",
    ),
    (
        "budget vote",
        7,
        14,
        "Irish government survives budget vote by two seats",
        "Ireland's coalition survived a vote on its budget by two seats on Wednesday after three "
        "of its own members abstained. Finance Minister Orla Devane told the Dáil the cuts to "
        "fuel subsidies were needed to keep the deficit under 3 percent. The opposition called "
        "for an election. Two of the rebels said they would leave the party. Shops in Dublin "
        "reported a rush on heating oil before the new prices apply in July.",
    ),
    (
        "cup final",
        7,
        21,
        "Rosario Norte win cup on penalties",
        "Rosario Norte lifted the Copa del Litoral on Wednesday after beating Atlético Paraná 4-3 "
        "on penalties. Goalkeeper Nahuel Ibarra saved twice. The match in Santa Fe had ended "
        "1-1 after extra time, with a late equaliser from the substitute Tomás Quiroga. It is "
        "the club's first trophy in 22 years. Police made 11 arrests among the crowd of 40,000.",
    ),
]

FRENCH_QUAKE = (
    "quake in Turkey",
    6,
    12,
    "Séisme en Turquie : 12 morts dans la province de Malatya",
    "Un séisme de magnitude 5,9 a frappé mardi l'est de la Turquie, faisant au moins 12 morts "
    "et plus de 200 blessés. La ville de Pütürge, dans la province de Malatya, est la plus "
    "touchée. Le ministre de l'Intérieur, Kemal Aydoğan, redoute que 30 personnes soient "
    "prisonnières des décombres. Des secouristes d'Elazığ et de Diyarbakır rejoignent Pütürge. "
    "« On a entendu frapper », raconte le boulanger Selim Kaya. À Malatya, les écoles "
    "resteront fermées. Kemal Aydoğan est attendu à Elazığ dans la journée.",
)


def article(
    number: int, row: tuple[str, int, int, str, str], *, dated: bool = True
) -> ArticleToGroup:
    """The article of `row`, with an id that does not betray its story."""
    _, day, hour, title, body = row
    return ArticleToGroup(
        id=f"a{number * 37 % 101:03d}",
        text_id=f"x{number}",
        title=title,
        body=body,
        published_at=datetime(2031, 5, day, hour, tzinfo=UTC) if dated else None,
        publisher="",
    )


def newsroom(*, dated: bool = True) -> tuple[list[ArticleToGroup], dict[str, str]]:
    """The articles of `NEWS` and the story of each by article id."""
    articles = [article(number, row, dated=dated) for number, row in enumerate(NEWS)]
    stories = {each.id: row[0] for each, row in zip(articles, NEWS, strict=True)}
    return articles, stories
