"""The words of Italian for what happens."""

from __future__ import annotations

from include.languages.clauses import Clauses, Telling
from include.languages.words import words

_PEOPLE = words(
    "persona persone uomo uomini donna donne giovane giovani minore minorenne minorenni ragazzo "
    "ragazza ragazzi bambino bambina bambini sospettato sospettati sospetti imputato imputata "
    "imputati indagato indagati conducente autista dipendente dipendenti cassiera lavoratori "
    "ministro ministra ministri presidente premier vicepremier sindaco sindaca ex-sindaco "
    "governatore governatrice deputato deputata deputati senatore senatrice senatori cancelliere "
    "cancelliera ambasciatore ambasciatrice ambasciatori imprenditore imprenditrice banchiere "
    "giornalista giornalisti avvocato avvocata giudice giudici procuratore direttore direttrice "
    "allenatore leader capo capi segretario segretaria portavoce re regina papa vescovo "
    "arcivescovo generale colonnello comandante poliziotto poliziotti carabiniere carabinieri "
    "agente agenti trafficante trafficanti ladro ladri rapinatore rapinatori aggressore attivista "
    "attivisti oppositore oppositori manifestanti studenti turisti migranti membri omologo omologa "
    "rappresentanti negoziatori coppia adolescente fratelli padre madre figlio figlia medico "
    "insegnante soldato soldati civili cittadini calciatore cantante consigliere assessore passanti"
)
_LEADERS = words(
    "ministro ministra ministri presidente premier vicepremier sindaco sindaca governatore "
    "cancelliere cancelliera ambasciatore leader capo segretario re regina papa omologo omologa "
    "rappresentanti negoziatori direttore generale sindacati"
)
_CROWD = words(
    "migliaia centinaia decine persone manifestanti studenti lavoratori residenti donne giovani "
    "agricoltori medici insegnanti pensionati cittadini attivisti sindacati infermieri operai "
    "tassisti trattori famiglie"
)
_BODIES = words(
    "polizia carabinieri governo parlamento senato camera assemblea tribunale corte procura "
    "esercito consiglio commissione giunta ministero autorità agenti comitato comune deputati "
    "senatori partito federazione sindacato forze marina giustizia giudice giudici gip giuria club "
    "agenzia società farnesina finanza squadra"
)
_COMPANIES = words(
    "azienda aziende società gruppo banca assicurazione rivale concorrente controllata catena "
    "produttore compagnia operatore startup attività azioni quota quote partecipazione editore "
    "marchio colosso costruttore fondo casa"
)
_ARMED = words(
    "aerei caccia droni missili forze esercito truppe soldati militari ribelli insorti miliziani "
    "jihadisti terroristi uomini uomo attentatore attentatori aggressore elicotteri artiglieria "
    "gruppo giovane donna sconosciuti raid"
)
_HIT = words(
    "posizioni città villaggio villaggi base basi convoglio ospedale ospedali scuola ambasciata "
    "consolato caserma raffineria porto aeroporto moschea chiesa sinagoga mercato edificio edifici "
    "infrastrutture deposito obiettivi installazioni nave camion centrale pattuglia campo "
    "quartiere capitale zona"
)
_VEHICLES = words(
    "autobus pullman bus camion auto automobile veicolo veicoli treno treni aereo aerei elicottero "
    "barca barche barchino traghetto nave imbarcazione gommone moto motocicletta furgone tram "
    "metro tir ultraleggero funivia"
)
_BUILT = words("palazzo palazzina ponte tetto muro miniera diga gru casa edificio viadotto solaio")
_HARM = words(
    "morti morto morta morte morte feriti ferito ferita causato provocato ucciso uccisi uccise "
    "uccidendo colpito scosso devastato distrutto danneggiato vittime costretto sfollati "
    "travolto sepolto investito perso"
)
_PAPERS = words(
    "accordo accordi trattato convenzione patto contratto memorandum decreto legge protocollo "
    "dichiarazione tregua intesa"
)
_MOTIONS = words(
    "legge leggi bilancio manovra mozione risoluzione riforma emendamento proposta decreto testo "
    "piano ddl disegno"
)

CLAUSES = Clauses(
    people=_PEOPLE | _CROWD,
    bodies=_BODIES,
    companies=_COMPANIES,
    passive=words("stato stata stati state è sono fu furono viene vengono venne essere"),
    perfect=words("ha hanno aveva avevano"),
    reflexive=words("si"),
    future=words("sarà saranno verrà verranno avrà"),
    could=words(
        "potrebbe potrebbero può possono avrebbe avrebbero sarebbe sarebbero dovrebbe deve devono"
    ),
    negations=words("non né mai nessun nessuno nessuna negato smentito"),
    conditions=words("se"),
    not_done=words(
        "minaccia minacciano minacciato proclamato prepara preparano evitato sventato annullato "
        "rinviato chiede chiedono chiesto esclude escluso"
    ),
    planned=words("possibile eventuale prossimo prossima previsto prevista presunto presunta"),
    prepositions=words(
        "a ad al allo alla ai agli alle all' all’ con contro da dal dallo dalla dai dagli dalle "
        "dall' dall’ di d' d’ del dello della dei degli delle dell' dell’ dopo durante in nel "
        "nello nella nei negli nelle nell' nell’ per presso prima secondo senza sotto su sul "
        "sullo sulla sui sugli sulle sull' sull’ tra fra verso come"
    ),
    agents=words("da dal dallo dalla dai dagli dalle dall' dall’"),
    partitives=words("dei degli delle"),
    companions=words("con"),
    determiners=words(
        "il lo la i gli le l' l’ un uno una un' un’ questo questa suo sua suoi sue due tre quattro "
        "cinque sei sette otto nove dieci undici dodici alcuni alcune altri altre circa"
    ),
    pronouns=words("lui lei loro entrambi"),
    clitics=words("lo la li le l' l’"),
    breaks=words("che quando mentre perché ma dove"),
    drops_subjects=True,
    kinds={
        "attack": (
            Telling(
                participles=words(
                    "bombardato bombardata bombardati attaccato attaccata attaccati assaltato"
                ),
                subjects=_ARMED,
                objects=_HIT | _PEOPLE,
                with_both=True,
            ),
            Telling(
                participles=words("accoltellato accoltellata accoltellati aggredito aggredita"),
                objects=_PEOPLE,
                with_both=True,
            ),
            Telling(
                nouns=words("attentato attentati bombardamento raid attacco attacchi sparatoria"),
                towards=words("contro a su sul sulla all' al"),
                objects=_HIT | _PEOPLE,
                done=_HARM,
                refuses=words("cardiaco verbale"),
            ),
        ),
        "arrest": (
            Telling(
                participles=words(
                    "arrestato arrestata arrestati arrestate catturato catturata catturati"
                ),
            ),
            Telling(
                nouns=words("arresto"),
                towards=words("di del della dell' d'"),
                refuses=words("domiciliari"),
            ),
        ),
        "charge": (
            Telling(
                participles=words("incriminato incriminata incriminati"),
            ),
            Telling(participles=words("rinviato rinviata rinviati"), needs=words("giudizio")),
        ),
        "sentence": (
            Telling(
                participles=words(
                    "condannato condannata condannati condannate assolto assolta assolti"
                ),
                subjects=words("tribunale corte giudice giudici gup giuria giustizia cassazione"),
                refuses=words("fermamente duramente attacco violenza"),
            ),
        ),
        "meet": (
            Telling(
                participles=words("incontrato incontrata ricevuto"),
                objects=_LEADERS,
                with_both=True,
                refuses=words("stato stata difficoltà"),
            ),
            Telling(
                participles=words("incontrati riuniti incontrato riunito"),
                subject="takes_part",
                needs=words("si"),
                objects=_LEADERS,
            ),
        ),
        "summon": (
            Telling(
                participles=words("convocato convocata convocati"),
                needs=words("ambasciatore ambasciatrice testimoniare farnesina"),
            ),
        ),
        "appoint": (Telling(participles=words("nominato nominata nominati designato designata")),),
        "resign": (
            Telling(
                participles=words("dimesso dimessa dimessi"),
                needs=words("si"),
                subject="takes_part",
                refuses=words("ospedale"),
            ),
            Telling(
                nouns=words("dimissioni"),
                towards=words("di del della dell'"),
                done=words("rassegnato presentato annunciato accettato dato"),
            ),
        ),
        "vote": (
            Telling(
                participles=words(
                    "approvato approvata respinto respinta bocciato bocciata votato ratificato"
                ),
                subjects=words(
                    "parlamento senato camera assemblea deputati senatori consiglio aula "
                    "consiglieri eurocamera congresso"
                ),
                objects=_MOTIONS,
                with_both=True,
            ),
        ),
        "sign": (
            Telling(
                participles=words("firmato firmata firmati siglato siglata sottoscritto"),
                objects=_PAPERS,
            ),
        ),
        "strike": (
            Telling(
                nouns=words("sciopero scioperi"),
                done=words("iniziato cominciato indetto incrociato sono hanno"),
                refuses=words("fame minacciano minaccia"),
            ),
        ),
        "protest": (
            Telling(
                participles=words("manifestato protestato sfilato"),
                subject="takes_part",
                subjects=_CROWD,
            ),
            Telling(
                nouns=words("manifestazione corteo"),
                done=words("migliaia centinaia partecipato sfilato"),
            ),
        ),
        "accident": (
            Telling(
                participles=words(
                    "precipitato deragliato deragliati ribaltato ribaltata affondato affondata "
                    "scontrati scontrate naufragato naufragata schiantato schiantata capovolto"
                ),
                subject="suffers",
                subjects=_VEHICLES,
            ),
            Telling(
                participles=words("crollato crollata crollati"),
                subject="suffers",
                subjects=_BUILT,
            ),
            Telling(
                nouns=words("incidente esplosione incendio scontro deragliamento naufragio crollo"),
                done=_HARM,
                refuses=words("boschivo politico frontale"),
            ),
        ),
        "disaster": (
            Telling(
                nouns=words(
                    "terremoto sisma scossa alluvione alluvioni inondazione inondazioni uragano "
                    "tifone ciclone tornado tsunami frana valanga eruzione tempesta"
                ),
                done=_HARM,
                refuses=words("politico politica mediatica giudiziario"),
            ),
        ),
        "acquire": (
            Telling(
                participles=words("acquistato acquisito comprato rilevato"),
                subjects=_COMPANIES,
                objects=_COMPANIES,
                with_both=True,
            ),
        ),
        "launch": (
            Telling(
                participles=words("lanciato lanciata lanciati"),
                objects=words(
                    "satellite satelliti razzo razzi missile missili sonda navicella applicazione "
                    "telefono piattaforma servizio modello veicolo"
                ),
            ),
        ),
    },
)
