"""The words of German for what happens."""

from __future__ import annotations

from include.languages.clauses import Clauses, Telling
from include.languages.words import words

_PEOPLE = words(
    "mann männer mannes frau frauen person personen menschen mensch jugendliche jugendlicher "
    "jugendlichen kind kinder mädchen jungen verdächtige verdächtigen verdächtiger "
    "tatverdächtige tatverdächtigen tatverdächtiger täter täterin angeklagte angeklagten "
    "angeklagter beschuldigte beschuldigten fahrer fahrerin verkäuferin verkäufer mitarbeiter "
    "mitarbeiterin minister ministerin ministers ministern präsident präsidentin präsidenten "
    "kanzler kanzlerin kanzlers premierminister premierministerin ministerpräsident "
    "ministerpräsidentin regierungschef regierungschefin bürgermeister bürgermeisterin gouverneur "
    "gouverneurin abgeordnete abgeordneten abgeordneter senator senatorin botschafter "
    "botschafterin botschafters unternehmer unternehmerin manager managerin journalist "
    "journalistin journalisten anwalt anwältin richter richterin staatsanwalt staatsanwältin "
    "direktor direktorin direktors trainer trainerin chef chefin chefs vorsitzende vorsitzenden "
    "vorsitzender sekretär sekretärin sprecher sprecherin könig königin papst papstes bischof "
    "general polizist polizisten polizistin polizistinnen soldat soldaten aktivist aktivistin "
    "aktivisten aktivistinnen oppositionelle oppositioneller politiker politikerin demonstranten "
    "studenten studentin touristen migranten mitglieder mitglied amtskollege amtskollegen "
    "amtskollegin staatschef staatschefs staatschefin vertreter vertreterin unterhändler "
    "außenminister paar bruder brüder vater mutter sohn tochter arzt ärztin lehrer lehrerin "
    "passanten passant passantin fahrgäste schleuser räuber einbrecher dieb diebe schüler "
    "schülerin rapper sänger sängerin komplizen komplize zivilisten leiter leiterin intendant "
    "intendantin erzbischof jährige jährigen jähriger rentner rentnerin asylbewerber"
)
_LEADERS = words(
    "minister ministerin ministern präsident präsidentin präsidenten kanzler kanzlerin "
    "premierminister premierministerin ministerpräsident ministerpräsidentin regierungschef "
    "regierungschefin regierungschefs bürgermeister bürgermeisterin gouverneur gouverneurin "
    "botschafter botschafterin direktor chef chefin chefs vorsitzende vorsitzenden vorsitzender "
    "könig königin papst general amtskollege amtskollegen amtskollegin staatschef staatschefs "
    "staatschefin vertreter vertretern vertreterin unterhändler unterhändlern außenminister "
    "oppositionsführer oppositionsführerin gesandte gesandten spitzenpolitiker sekretär"
)
_CROWD = words(
    "tausende tausenden hunderte dutzende zehntausende hunderttausende menschen demonstranten "
    "demonstrierende studenten studierende schüler anwohner bauern landwirte beschäftigte "
    "aktivisten aktivistinnen mitarbeiter gewerkschafter einwohner bürger frauen rentner ärzte "
    "pflegekräfte lehrer lehrkräfte anhänger gegner eltern taxifahrer personen arbeiter winzer"
)
_WORKERS = words(
    "beschäftigte beschäftigten mitarbeiter mitarbeitende lokführer piloten ärzte ärztinnen "
    "lehrer lehrkräfte fluglotsen pflegekräfte arbeiter fahrer busfahrer angestellte "
    "hafenarbeiter eisenbahner erzieherinnen flugbegleiter müllwerker bahnmitarbeiter"
)
_BODIES = words(
    "polizei bundespolizei gericht landgericht amtsgericht oberlandesgericht bundesgerichtshof "
    "staatsanwaltschaft regierung bundesregierung parlament bundestag bundesrat landtag senat "
    "kongress ministerium amt kommission rat stadtrat gemeinderat aufsichtsrat vorstand behörden "
    "behörde beamte armee partei fraktion verband gewerkschaft ermittler fahnder zoll "
    "einsatzkräfte spezialkräfte sicherheitskräfte jury versammlung justiz geschworene "
    "gesellschafter unterhaus oberhaus repräsentantenhaus europaparlament nationalrat militär "
    "verein klub abgeordnete abgeordneten kammer"
)
_COMPANIES = words(
    "konzern unternehmen firma zulieferer bank versicherer konkurrent konkurrenten rivale rivalen "
    "tochter sparte kette hersteller fluggesellschaft betreiber startup start-up anteile "
    "beteiligung verlag marke brauerei händler reederei werft reiseveranstalter mehrheit "
    "softwarefirma anbieter"
)
_ARMED = words(
    "flugzeuge kampfflugzeuge drohnen raketen streitkräfte armee truppen soldaten rebellen "
    "kämpfer milizen miliz islamisten terroristen bewaffnete bewaffneter angreifer attentäter "
    "männer mann frau täter unbekannte unbekannter jugendliche jährige jähriger militär luftwaffe "
    "artillerie marine dschihadisten mob"
)
_HIT = words(
    "ziele stellungen stadt städte dorf dörfer stützpunkt konvoi krankenhaus klinik schule "
    "botschaft konsulat posten wache kaserne raffinerie hafen flughafen moschee kirche synagoge "
    "markt gebäude infrastruktur lager depot schiff tanker kraftwerk checkpoint viertel hauptstadt "
    "konzert festival hotel einrichtungen anlagen fabrik brücke zug bahnhof weihnachtsmarkt hof"
)
_VEHICLES = words(
    "bus busse reisebus lastwagen lkw auto autos wagen pkw fahrzeug fahrzeuge zug züge zuges "
    "flugzeug flugzeuge maschine hubschrauber boot boote schiff schiffe fähre motorrad transporter "
    "straßenbahn bahn kleinbus frachter jet segelflugzeug kutter güterzug züge zügen autos"
)
_BUILT = words(
    "brücke gebäude haus dach mauer mine kran hochhaus wohnhaus tunnel tribüne turm damm fabrik"
)
_HARM = words(
    "getötet tötete töten starben starb gestorben tote toten toter verletzt verletzte verletzten "
    "verletzter erschüttert erschütterte erschütterten verwüstet verwüstete zerstört zerstörte "
    "beschädigt ums todesopfer opfer obdachlos ereignete ereignet traf heimgesucht verwüsteten "
    "zerstörten töteten richtete richteten schäden forderte forderten gefordert kostete "
    "evakuiert überflutet ausgelöst überschwemmten schwer riss rissen"
)
_PAPERS = words(
    "abkommen vertrag verträge vereinbarung pakt gesetz dekret erklärung protokoll waffenruhe "
    "kooperationsvertrag memorandum absichtserklärung erlass"
)
_COURTS = words(
    "gericht landgericht amtsgericht oberlandesgericht bundesgerichtshof richter richterin jury "
    "kammer geschworene justiz strafgericht schwurgericht militärgericht"
)
_MOTIONS = words(
    "gesetz haushalt antrag resolution reform gesetzentwurf entwurf änderung vorschlag plan "
    "etat misstrauensvotum abkommen gesetzespaket verfassungsänderung paket vertrag initiative "
    "übernahme vorlage"
)

CLAUSES = Clauses(
    people=_PEOPLE | _CROWD | _WORKERS,
    bodies=_BODIES,
    companies=_COMPANIES,
    passive=words("wurde wurden worden wird ist sind war waren sei seien"),
    perfect=words("hat haben hatte hatten habe"),
    future=words("werden"),
    could=words(
        "soll sollen könnte könnten dürfte dürften müsste kann können will wollen wolle möchte "
        "möchten sollte sollten würde würden hätte hätten wäre wären muss müssen konnte konnten"
    ),
    negations=words("nicht kein keine keinen keiner keinem nie niemals weder dementierte"),
    conditions=words("wenn falls sollte ob"),
    not_done=words(
        "droht drohen drohte drohten plant planen plante planten verhindert verhinderte "
        "vereitelt vereitelte abgesagt verschoben fordert fordern forderte forderten gefordert "
        "ruft rufen rief riefen aufgerufen ablehnte lehnte lehnt schließt schloss erwägt erwägen"
    ),
    planned=words(
        "geplanter geplante geplanten geplantem möglicher mögliche möglichen angekündigte "
        "angekündigten drohender drohenden drohende angeblicher angebliche angeblichen "
        "mutmaßlicher mutmaßliche mutmaßlichen geforderte geforderten etwaigen"
    ),
    prepositions=words(
        "in im an am auf bei beim mit von vom zu zum zur nach vor für gegen durch aus um über "
        "unter wegen während seit bis hinter neben zwischen trotz ohne samt ins ans entlang laut "
        "nahe als"
    ),
    agents=words("von vom durch"),
    companions=words("mit"),
    determiners=words(
        "zweier dreier der die das den dem des ein eine einen einem einer eines zwei drei "
        "vier fünf sechs sieben acht neun zehn elf zwölf mehrere mehreren viele beide beiden "
        "einige ihr ihre ihren ihrem sein seine seinen seinem weitere dieser diese diesen"
    ),
    pronouns=words("er sie ihn ihnen ihm beide beiden"),
    breaks=words("und sowie nachdem"),
    present=words("tritt treten nimmt nehmen übernimmt kauft erwirbt streiken"),
    is_verb_last=True,
    has_genitives=True,
    has_compounds=True,
    kinds={
        "attack": (
            Telling(
                finite=words(
                    "bombardierte bombardierten attackierte attackierten beschoss "
                    "beschossen überfiel überfielen"
                ),
                participles=words("angegriffen bombardiert attackiert beschossen überfallen"),
                subjects=_ARMED,
                objects=_HIT | _PEOPLE,
                with_both=True,
            ),
            Telling(
                finite=words("griff griffen"),
                needs=words("an"),
                subjects=_ARMED,
                objects=_HIT | _PEOPLE,
                with_both=True,
            ),
            Telling(
                finite=words("erschoss erstach"),
                participles=words("erschossen erstochen niedergestochen angeschossen"),
                objects=_PEOPLE,
            ),
            Telling(
                nouns=words(
                    "anschlag anschläge anschlägen luftangriff luftangriffe luftangriffen angriff "
                    "angriffe angriffen attentat messerangriff messerattacke schüsse schüssen "
                    "überfall amoklauf selbstmordanschlag bombenanschlag"
                ),
                towards=words("auf gegen"),
                objects=_HIT | _PEOPLE,
                done=_HARM,
                refuses=words("verbale verbaler verbalen persönliche persönlichen"),
            ),
        ),
        "arrest": (
            Telling(
                finite=words("verhaftete verhafteten"),
                participles=words("festgenommen verhaftet inhaftiert"),
            ),
            Telling(finite=words("nahm nahmen nimmt nehmen"), needs=words("fest")),
            Telling(nouns=words("festnahme verhaftung"), towards=words("von vom")),
        ),
        "charge": (
            Telling(
                participles=words("angeklagt"),
            ),
            Telling(
                nouns=words("anklage"),
                towards=words("gegen"),
                done=words("erhoben erhob erhebt"),
            ),
        ),
        "sentence": (
            Telling(
                finite=words("verurteilte verurteilten"),
                participles=words("verurteilt freigesprochen"),
                subjects=_COURTS,
                refuses=words("scharf aufs angriff anschlag gewalt"),
                with_both=True,
            ),
            Telling(finite=words("sprach sprachen"), needs=words("frei")),
        ),
        "meet": (
            Telling(
                finite=words("traf trafen"),
                participles=words("getroffen zusammengekommen"),
                subject="takes_part",
                needs=words("mit sich"),
                objects=_LEADERS,
                refuses=words("ins entscheidung aufeinander"),
            ),
            Telling(
                finite=words("trafen"),
                subject="takes_part",
                needs=words("sich"),
                refuses=words("ins entscheidung aufeinander"),
                is_mutual=True,
            ),
            Telling(
                finite=words("traf"),
                participles=words("getroffen empfangen"),
                objects=_LEADERS,
                with_both=True,
                refuses=words("kugel schuss entscheidung hart aufeinander wurde wurden worden"),
            ),
        ),
        "summon": (
            Telling(participles=words("einbestellt vorgeladen")),
            Telling(finite=words("bestellte bestellten"), needs=words("ein")),
            Telling(finite=words("lud luden"), needs=words("vor")),
        ),
        "appoint": (
            Telling(
                finite=words("ernannte ernannten berief beriefen"),
                participles=words("ernannt berufen"),
                needs=words("zum zur als"),
            ),
            Telling(nouns=words("ernennung berufung"), towards=words("von vom")),
        ),
        "resign": (
            Telling(
                participles=words("zurückgetreten"),
                subject="takes_part",
            ),
            Telling(
                finite=words("trat traten tritt treten"),
                needs=words("zurück"),
                subject="takes_part",
            ),
            Telling(
                nouns=words("rücktritt"),
                towards=words("von vom"),
                done=words("erklärt erklärte eingereicht verkündet verkündete angenommen reichte"),
            ),
        ),
        "vote": (
            Telling(
                finite=words(
                    "stimmte stimmten lehnte lehnten verabschiedete verabschiedeten "
                    "billigte billigten beschloss"
                ),
                participles=words("verabschiedet abgelehnt gebilligt beschlossen gestimmt"),
                subjects=words(
                    "bundestag bundesrat landtag parlament senat kongress abgeordnete abgeordneten "
                    "stadtrat gemeinderat unterhaus oberhaus repräsentantenhaus europaparlament "
                    "nationalrat kammer versammlung sicherheitsrat generalversammlung delegierte "
                    "delegierten kantonsrat ständerat kreistag"
                ),
                subject="takes_part",
            ),
        ),
        "sign": (
            Telling(
                finite=words("unterzeichnete unterzeichneten unterschrieb unterschrieben"),
                participles=words("unterzeichnet unterschrieben"),
                objects=_PAPERS,
            ),
        ),
        "strike": (
            Telling(
                finite=words("streikten streikte streiken"),
                participles=words("gestreikt"),
                subject="takes_part",
                subjects=_WORKERS,
            ),
            Telling(
                nouns=words("streik warnstreik streiks warnstreiks"),
                done=words(
                    "dauert begann begannen begonnen hat endet endete beendet traten getreten "
                    "legte legt legten lahm läuft lahmgelegt"
                ),
                refuses=words("hunger"),
            ),
        ),
        "protest": (
            Telling(
                finite=words("demonstrierten protestierten demonstrierte protestierte"),
                participles=words("demonstriert protestiert"),
                subject="takes_part",
                subjects=_CROWD,
            ),
            Telling(
                nouns=words(
                    "demonstration demonstrationen protestmarsch kundgebung kundgebungen mahnwache"
                ),
                done=words(
                    "kamen teilgenommen versammelten versammelt zogen gezogen nahmen fand "
                    "beteiligten"
                ),
            ),
        ),
        "accident": (
            Telling(
                finite=words(
                    "verunglückte verunglückten entgleiste entgleisten kenterte "
                    "kollidierte kollidierten"
                ),
                participles=words(
                    "verunglückt entgleist gekentert kollidiert abgestürzt "
                    "umgekippt zusammengestoßen umgestürzt gesunken"
                ),
                subject="suffers",
                subjects=_VEHICLES,
            ),
            Telling(
                finite=words("stürzte stürzten stieß stießen kippte sank prallte prallten fuhr"),
                needs=words("ab um zusammen zusammengestoßen gegen ineinander"),
                subject="suffers",
                subjects=_VEHICLES,
            ),
            Telling(
                finite=words("stürzte stürzten"),
                participles=words("eingestürzt"),
                needs=words("ein ist sind war"),
                subject="suffers",
                subjects=_BUILT,
            ),
            Telling(
                nouns=words(
                    "unfall unglück zusammenstoß explosion brand großbrand kollision "
                    "flugzeugabsturz absturz massenpanik zugunglück verkehrsunfall einsturz "
                    "entgleisung"
                ),
                towards=words("von"),
                objects=_VEHICLES | _BUILT,
                done=_HARM,
                refuses=words("kurs"),
            ),
        ),
        "disaster": (
            Telling(
                nouns=words(
                    "erdbeben beben überschwemmungen überschwemmung hurrikan taifun zyklon tornado "
                    "tsunami erdrutsch erdrutsche erdrutschen lawine vulkanausbruch "
                    "sturmflut unwetter "
                    "waldbrand waldbrände sturm hochwasser schlammlawine"
                ),
                done=_HARM,
                refuses=words("politisches politische"),
            ),
        ),
        "acquire": (
            Telling(
                finite=words("übernimmt übernahm kauft kaufte erwirbt erwarb"),
                participles=words("übernommen gekauft erworben"),
                subjects=_COMPANIES,
                objects=_COMPANIES,
                with_both=True,
                refuses=words("verantwortung aufgaben amt führung kosten"),
            ),
        ),
        "launch": (
            Telling(
                participles=words("gestartet"),
                subject="suffers",
                subjects=words("rakete satellit satelliten raumschiff raumkapsel sonde kapsel"),
            ),
            Telling(
                finite=words("startete starteten"),
                subject="suffers",
                subjects=words("rakete satellit satelliten raumschiff raumkapsel sonde kapsel"),
            ),
        ),
    },
)
