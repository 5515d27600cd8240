"""The words of French."""

from __future__ import annotations

from include.languages.record import (
    Figures,
    Language,
    Numbers,
    Quotes,
    Times,
    alike,
    numbered,
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
        currencies={"dollar": "USD", "dollars américains": "USD", "euro": "EUR"},
    ),
    times=Times(
        months=numbered(
            "janvier=1 février=2 mars=3 avril=4 mai=5 juin=6 juillet=7 août=8 septembre=9 "
            "octobre=10 novembre=11 décembre=12 janv=1 févr=2 juil=7 sept=9 déc=12"
        ),
        weekdays=numbered("lundi=0 mardi=1 mercredi=2 jeudi=3 vendredi=4 samedi=5 dimanche=6"),
    ),
    figures=Figures(
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
                "either": words("enlevés enlevées kidnappés kidnappées"),
            },
            "displaced": {
                "left": words("sans-abri réfugiés"),
                "either": words("déplacés déplacées"),
            },
            "evacuated": {"either": words("évacués évacuées évacuée évacué")},
            "protesters": {"left": words("manifestants manifesté défilé")},
        },
        person_nouns=words(
            "civils enfants femmes gendarmes habitants hommes manifestants migrants militants "
            "passagers personnes policiers réfugiés soldats touristes élèves étudiants"
        ),
        thing_nouns=words("ans heures jours maisons voitures véhicules"),
        determiners=words("la le les un une"),
        helpers=words("est furent ont sont étaient était été"),
    ),
    quotes=Quotes(
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
)
