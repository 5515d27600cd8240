"""The words of French."""

from __future__ import annotations

from include.languages.fr_clauses import CLAUSES
from include.languages.record import (
    Figures,
    Language,
    Names,
    Numbers,
    Places,
    Quotes,
    Times,
    alike,
    numbered,
    numbered_units,
    phrases,
    words,
)

FRENCH = Language(
    code="fr",
    numbers=Numbers(
        units=numbered(
            "zéro=0 un=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 "
            "onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 "
            "quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 nonante=90 une=1 "
            "octante=80"
        ),
        scales=numbered(
            "cent=100 cents=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 "
            "milliards=1000000000"
        ),
        decimal=",",
        joiners=words("et"),
        ranges=words("à ou"),
        between=words("entre"),
        percent=phrases("pour cent|pourcent"),
        bounds={
            **alike("at_least", "au moins|plus de|plus d'"),
            **alike("at_most", "jusqu'à|moins de|au plus"),
            **alike("about", "environ|près de|quelque|presque"),
        },
        vague={
            **alike(20, "des dizaines|dizaines"),
            **alike(200, "des centaines|centaines"),
            **alike(2000, "des milliers|milliers"),
        },
        currencies={
            "dollar": "USD",
            "euro": "EUR",
            "franc suisse": "CHF",
            "franc": "CHF",
            "livre": "GBP",
            "livre sterling": "GBP",
            "yen": "JPY",
            "yuan": "CNY",
            "rouble": "RUB",
            "roupie": "INR",
            "dinar": "dinar",
            "dirham": "dirham",
            "couronne": "couronne",
            "real": "BRL",
            "peso": "peso",
        },
        halves=words("demi demie"),
        around=numbered(
            "dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 "
            "cinquantaine=50 soixantaine=60 centaine=100 millier=1000"
        ),
        fractions=numbered("moitié=2 tiers=3 quart=4 quarts=4 cinquième=5 cinquièmes=5 dixième=10"),
        articles=words("un une la le"),
        parts_of=phrases("sur"),
        nought=phrases("aucun|aucune|personne"),
        money_of={
            "franc suisse": "CHF",
            "franc cfa": "XOF",
            "dollar canadien": "CAD",
            "livre sterling": "GBP",
            "dollar australien": "AUD",
            "dollar américain": "USD",
            "dinar algérien": "DZD",
            "dinar tunisien": "TND",
            "dirham marocain": "MAD",
        },
        cents=words("centime centimes"),
        percentage_points=phrases("point de pourcentage|points de pourcentage"),
        basis_points=phrases("point de base|points de base"),
        per_mille=phrases("pour mille"),
        minus=words("moins"),
        measures={
            **alike("hectare", "hectare|hectares|ha"),
            **alike("kilometre", "kilomètre|kilomètres|km"),
            **alike("metre", "mètre|mètres"),
            **alike("centimetre", "centimètre|centimètres|cm"),
            **alike("millimetre", "millimètre|millimètres|mm"),
            **alike("kilometre per hour", "km/h"),
            **alike("tonne", "tonne|tonnes"),
            **alike("kilogram", "kilo|kilos|kg|kilogramme|kilogrammes"),
            **alike("litre", "litre|litres"),
            **alike("degree", "degré|degrés|°c"),
            **alike("megawatt", "mégawatt|mégawatts|mw"),
        },
        durations=numbered_units(
            "second=seconde secondes|minute minutes|hour=heure heures|day=jour jours|"
            "week=semaine semaines|month=mois|year=an ans année années"
        ),
        froms=words("de"),
        steps=words("de"),
        ranging=words("allant"),
    ),
    times=Times(
        modifiers={
            "EQUAL_OR_MORE": ("au moins",),
            "EQUAL_OR_LESS": ("jusqu'à",),
            "MORE_THAN": ("plus de",),
            "LESS_THAN": ("moins de",),
            "APPROX": ("environ", "vers"),
            "START": ("début",),
            "MID": ("mi",),
            "END": ("fin",),
        },
        months=numbered(
            "janvier=1 février=2 mars=3 avril=4 mai=5 juin=6 juillet=7 août=8 septembre=9 "
            "octobre=10 novembre=11 décembre=12 janv=1 févr=2 juil=7 sept=9 déc=12"
        ),
        weekdays=numbered("lundi=0 mardi=1 mercredi=2 jeudi=3 vendredi=4 samedi=5 dimanche=6"),
        near_days=numbered(
            "hier=-1 aujourd'hui=0 aujourd’hui=0 demain=1 avant-hier=-2 après-demain=2"
        ),
        day_parts={"matin": "MO", "après-midi": "AF", "soir": "EV", "nuit": "NI"},
        periods={
            "semaine": "week",
            "mois": "month",
            "an": "year",
            "année": "year",
            "trimestre": "quarter",
        },
        last=words("dernier dernière"),
        next=words("prochain prochaine"),
        this=words("ce cette"),
        articles=words("le la l' l’"),
        in_year=words("en"),
        ago=words("il_y_a"),
        in_month=words("en début fin courant depuis"),
        until=words("jusqu'à jusqu’à d'ici d’ici"),
        coming=words("s'ouvre ouvre commence débute s'achève doit doivent attendu prévu"),
        coming_endings=("era", "ira", "eront", "iront"),
        clock_leads=words("à vers dès"),
        clock_words=words("heures h"),
        ordinals=numbered("premier=1 deuxième=2 second=2 troisième=3 quatrième=4"),
    ),
    figures=Figures(
        terms=words(
            "prison ferme sursis réclusion emprisonnement détention suspension condamné "
            "condamnée écope peine"
        ),
        not_terms=words("plus après avant dernières derniers âgé âgée ans-là prochains prochaines"),
        owners=words("de du des d'"),
        steps_of_time=words("de"),
        person_endings=("eurs", "iers", "istes", "iens", "ards"),
        levels=words(
            "est sont était étaient atteint atteignait atteindre atteignent s'élève élève "
            "s'établit établit établissait totalise compte comptait négociait négocie coûte "
            "coûtait vaut reste s'établir"
        ),
        change_nouns=words(
            "hausse baisse augmentation recul progression chute réduction bond repli"
        ),
        penalties=words("condamné condamnée écope suspendu suspendue amende"),
        modals=words("pourrait pourraient peut peuvent pouvait risque risquent"),
        futures=words("va vont devrait devraient doit doivent"),
        negations=words("ne n' n’ pas aucun aucune ni"),
        conditions=words("si"),
        forecasts=words(
            "prévoit prévoient prévu prévoyait vise visent espère espèrent souhaite veut veulent "
            "compte table attend attendent attendu prévoir envisage envisagent entend propose "
            "réclame réclament"
        ),
        forecast_nouns=words(
            "objectif objectifs prévision prévisions projet estimation budget offre"
        ),
        possible=words("craint craignent redoute redoutent menace menacent éventuellement"),
        denials=words("dément démentent démenti nie nient faux réfute réfutent rejette"),
        certain=words("confirmé dit"),
        fiction=words("film roman jeu exercice simulation série scénario pièce"),
        older=words("précédent précédente ancien ancienne dernier dernière"),
        now=words("désormais maintenant actuellement"),
        set_against=phrases("contre|après|au lieu de|par rapport à|de"),
        from_first=words("de"),
        to_last=words("à"),
        rising=words(
            "hausse progression progressé progresse bondi bondit augmenté augmente augmentation "
            "grimpé grimpe monté monte passé passer passe porté accru croissance gagné gagne "
            "relevé relève élevé hausser grimper augmenter progresser"
        ),
        falling=words(
            "baisse baissé recul reculé recule chuté chute tombé tombée tombe diminué diminue "
            "réduit perdu perd repli replié abaissé ramené cédé"
        ),
        events={
            "killed": {
                "left": words("morts morte mortes mort décédés décédé péri décès victimes"),
                "right": words("tuant bilan tue tuent mort décès"),
                "either": words("tué tués tuée tuées assassiné assassinés exécutés massacrés"),
            },
            "wounded": {
                "left": words("blessés blessées"),
                "right": words("blessant"),
                "either": words("blessé blessée"),
            },
            "missing": {"left": words("disparus portés disparues disparu")},
            "arrested": {
                "right": words("arrêtant"),
                "either": words(
                    "arrêtés arrêtées arrêté interpellées interpellés interpellé détenus "
                    "détenues incarcérés"
                ),
            },
            "kidnapped": {
                "left": words("otages"),
                "either": words("enlevé enlevée enlevés enlevées kidnappés kidnappées"),
            },
            "displaced": {
                "left": words("sans-abri réfugiés"),
                "either": words("déplacés déplacées"),
            },
            "freed": {"either": words("libéré libérés libérées secourus secourues secouru")},
            "evacuated": {"either": words("évacués évacuées évacuée évacué")},
            "protesters": {"left": words("manifestants manifesté défilé")},
        },
        person_nouns=words(
            "civils enfants femmes gendarmes habitants hommes manifestants migrants militants "
            "otages parents passagers personnes villageois villageoises policiers réfugiés "
            "soldats touristes élèves étudiants"
        ),
        thing_nouns=words("ans heures jours maisons voitures véhicules"),
        determiners=words("la le les un une"),
        helpers=words("est furent ont sont étaient était été"),
    ),
    quotes=Quotes(
        where=words("à"),
        naming=phrases("appelé | surnommé | intitulé | alias"),
        works=words("livre roman chanson film album podcast show musical magazine"),
        that=words("que qu' qu’"),
        aside=words("après lors pendant quand lorsque à dans en pour si avant depuis en"),
        sources=phrases("selon|d' après|d’ après"),
        articles=words("le la les un une son sa"),
        verbs=words(
            "accuse accusé affirma affirmait affirme affirmé ajouta ajoutait ajoute ajouté "
            "annonce annoncé assure assuré avance averti avertit commente commenté conclu "
            "conclut confie confirme confirmé confié critiqué demanda demandait dire disait "
            "dit déclara déclarait déclare déclaré dénonce dénoncé déplore estime estimé "
            "expliqua expliquait explique expliqué glisse indique indiqué insiste insisté "
            "ironisait ironise juge jugé lance lancé lança lâche martelait martelé martèle "
            "murmura note observe plaide plaisante poursuit poursuivi promet promis précisa "
            "précise précisé prédit prévenu prévient raconte raconté rappelle rappelé "
            "reconnaît reconnu regrette regretté renchérit reprit répliqua réplique répond "
            "répondit répondu répète résume rétorque s'exclame s'indigne s'écria selon "
            "souligne souligné soutenu soutient tempère tweeté twitté témoigne écrit écrivait"
        ),
        pronouns=words("-t-elle -t-il elle elles il ils on t-elle t-il"),
    ),
    names=Names(
        parties=words("LR RN LFI PS EELV PCF Renaissance MoDem Horizons "),
        runs_are_people=True,
        bodies=words(
            "cour tribunal conseil ministère commission assemblée sénat université banque parti "
            "fédération association police agence syndicat ligue union comité chambre "
            "préfecture parquet gendarmerie institut fondation rassemblement collectif médecins "
            "reporters secours croix-rouge météo-france radio-france"
        ),
        built=words(
            "parc stade gare aéroport palais place hôpital château pont cathédrale musée théâtre "
            "avenue boulevard rue quai"
        ),
        no_names=words(
            "ministère union parti conseil tribunal université banque coupe ligue "
            "grand prix saint sainte commission police fédération association rue "
            "place hôpital état assemblée sénat nationale front république corée "
            "premier mme electronics motors group technologies "
        ),
    ),
    places=Places(where=words("à en dans près")),
    clauses=CLAUSES,
)
