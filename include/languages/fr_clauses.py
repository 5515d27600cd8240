"""The words of French for what happens."""

from __future__ import annotations

from include.languages.clauses import Clauses, Telling
from include.languages.words import words

_PEOPLE = words(
    "personne personnes homme hommes femme femmes jeune jeunes mineur mineurs enfant enfants "
    "garçon fille suspect suspects suspecte accusé accusée accusés prévenu prévenue prévenus "
    "conducteur conductrice chauffeur employé employée employés salariés caissière ministre "
    "ministres président présidente ex-président premier première maire maires gouverneur "
    "gouverneure député députée députés sénateur sénatrice sénateurs chancelier chancelière "
    "ambassadeur ambassadrice ambassadeurs homme-d'affaires patron patronne banquier journaliste "
    "journalistes avocat avocate juge juges procureur procureure directeur directrice entraîneur "
    "entraîneuse sélectionneur chef cheffe chefs dirigeant dirigeants secrétaire porte-parole roi "
    "reine pape évêque archevêque général colonel commandant policier policiers policière gendarme "
    "gendarmes agent agents trafiquant trafiquants voleur voleurs cambrioleur braqueur "
    "assaillant assaillants agresseur militant militante militants militantes opposant opposante "
    "opposants manifestants étudiants touristes migrants membres homologue homologues "
    "représentants négociateurs couple individu individus adolescent adolescente adolescents "
    "frère frères père mère fils médecin professeur professeure soldat soldats civils passants "
    "passant citoyens footballeur chanteur rappeur élu élue élus conseiller conseillère complice "
    "complices passagers ressortissants ressortissant recteur ex-ministre pdg"
)
_LEADERS = words(
    "ministre ministres président présidente premier première maire gouverneur chancelier "
    "chancelière ambassadeur ambassadrice patron patronne directeur directrice chef cheffe chefs "
    "dirigeant dirigeants secrétaire roi reine pape général homologue homologues représentants "
    "négociateurs émissaire émissaires syndicats commissaire porte-parole"
)
_CROWD = words(
    "milliers centaines dizaines personnes manifestants étudiants salariés habitants femmes jeunes "
    "agriculteurs médecins enseignants soignants retraités citoyens militants syndicats paysans "
    "infirmiers infirmières professeurs lycéens taxis pompiers policiers foule opposants "
    "cheminots parents avocats partisans militantes vignerons"
)
_BODIES = words(
    "police gendarmerie gouvernement parlement assemblée sénat chambre tribunal cour parquet "
    "justice armée conseil commission ministère autorités policiers gendarmes comité "
    "municipalité députés sénateurs parti fédération syndicat forces marine juge juges magistrat "
    "magistrats jury procureur club agence société quai congrès diplomatie enquêteurs"
)
_COMPANIES = words(
    "entreprise entreprises société groupe banque assureur rival concurrent concurrente filiale "
    "chaîne fabricant laboratoire compagnie opérateur start-up startup activité actions "
    "participation éditeur marque géant constructeur enseigne fonds maison exploitant"
)
_ARMED = words(
    "avions drones missiles forces armée troupes soldats militaires rebelles insurgés miliciens "
    "djihadistes jihadistes terroristes hommes homme tireur tireurs assaillant assaillants "
    "agresseur chasseurs hélicoptères artillerie groupe jeune femme individus individu aviation "
    "combattants milice"
)
_HIT = words(
    "positions ville villes village villages base bases convoi hôpital hôpitaux école ambassade "
    "consulat poste commissariat caserne raffinerie port aéroport mosquée église synagogue marché "
    "bâtiment bâtiments infrastructures dépôt cibles installations navire camion centrale "
    "patrouille camp quartier zone capitale immeuble concert"
)
_VEHICLES = words(
    "bus car cars autocar autobus camion camions voiture voitures véhicule véhicules train trains "
    "avion avions hélicoptère bateau bateaux ferry navire embarcation canot moto camionnette "
    "tramway tram métro rame tgv cargo chalutier pirogue planeur minibus fourgon poids"
)
_BUILT = words("immeuble pont toit mur mine barrage grue maison tunnel tribune usine bâtiment")
_HARM = words(
    "tué tués tuée tuées tuant morts mort morte mortes blessés blessé blessée blessant frappé "
    "frappe frappa secoué secoue touché ravagé dévasté détruit causé provoqué sans-abri "
    "sinistrés coûté victimes survenu survenue survenus produit produite sinistrés endommagé forcé "
    "péri décédé décédés"
)
_PAPERS = words(
    "accord accords traité convention pacte contrat mémorandum décret loi protocole déclaration "
    "trêve partenariat arrêté ordonnance cessez-le-feu"
)
_MOTIONS = words(
    "loi lois budget motion résolution réforme projet amendement proposition texte plan traité "
    "accord constitution réformes"
)

CLAUSES = Clauses(
    people=_PEOPLE | _CROWD,
    bodies=_BODIES,
    companies=_COMPANIES,
    passive=words("été est sont était étaient fut furent être"),
    perfect=words("a ont avait avaient ayant avoir"),
    reflexive=words("se s' s’"),
    future=words("sera seront va vont aura auront"),
    could=words(
        "pourrait pourraient peut peuvent aurait auraient serait seraient devrait devraient doit "
        "doivent pu"
    ),
    negations=words("ne n' n’ pas jamais aucun aucune ni dément démenti nié"),
    conditions=words("si s'il"),
    not_done=words(
        "menace menacent menacé appelle appellent appelé prévoit prévoient prépare préparent évité "
        "déjoué annulé reporté demande demandent demandé réclame réclament réclamé exige exigent "
        "exigé exclut exclu envisage envisagent autorisé"
    ),
    planned=words("éventuel éventuelle possible prochaine prochain prévu prévue présumé présumée"),
    prepositions=words(
        "à au aux avec chez contre dans de d' d’ du des depuis dès en entre envers hors jusque "
        "jusqu' lors malgré par parmi pendant pour près sans selon sous sur vers devant derrière "
        "après avant comme"
    ),
    partitives=words("des du de d' d’"),
    agents=words("par"),
    companions=words("avec"),
    determiners=words(
        "le la les l' l’ un une deux trois quatre cinq six sept huit neuf dix onze douze plusieurs "
        "quelque quelques ce cet cette ces son sa ses leur leurs autre autres certains"
    ),
    pronouns=words("il elle ils elles lui eux"),
    clitics=words("l' l’ le la les"),
    breaks=words("que qu' qu’ quand lorsque mais où tandis alors et"),
    kinds={
        "attack": (
            Telling(
                participles=words(
                    "bombardé bombardée bombardés bombardées attaqué attaquée attaqués attaquées"
                ),
                subjects=_ARMED,
                objects=_HIT | _PEOPLE,
                with_both=True,
            ),
            Telling(
                participles=words(
                    "poignardé poignardée poignardés abattu abattue abattus mitraillé agressé "
                    "agressée"
                ),
                objects=_PEOPLE,
                with_both=True,
            ),
            Telling(
                nouns=words(
                    "attentat attentats bombardement bombardements fusillade attaque attaques "
                    "embuscade frappe frappes raid raids"
                ),
                towards=words("contre sur"),
                objects=_HIT | _PEOPLE,
                done=_HARM - words("mort morte frappe"),
                refuses=words("cardiaque verbale verbales personnelles politique"),
            ),
        ),
        "arrest": (
            Telling(
                participles=words(
                    "arrêté arrêtée arrêtés arrêtées interpellé interpellée interpellés "
                    "interpellées capturé capturée"
                ),
            ),
            Telling(
                participles=words("placé placée placés placées"),
                needs=words("vue"),
            ),
            Telling(nouns=words("arrestation interpellation"), towards=words("de d' d’ du des")),
        ),
        "charge": (
            Telling(
                participles=words("inculpé inculpée inculpés inculpées"),
            ),
            Telling(
                participles=words("mis mise mises"),
                needs=words("examen"),
            ),
        ),
        "sentence": (
            Telling(
                participles=words(
                    "condamné condamnée condamnés condamnées acquitté acquittée acquittés relaxé "
                    "relaxée relaxés"
                ),
                subjects=words(
                    "tribunal cour justice juge juges jury magistrats magistrat chambre assises"
                ),
                refuses=words("fermement attentat attaque propos violences"),
            ),
        ),
        "meet": (
            Telling(
                participles=words("rencontré rencontrée rencontrés reçu"),
                objects=_LEADERS,
                with_both=True,
                refuses=words("succès"),
            ),
            Telling(
                participles=words("entretenu entretenue entretenus réuni réunis réunies"),
                subject="takes_part",
                needs=words("s' s’ se"),
                objects=_LEADERS,
            ),
            Telling(
                participles=words("réunis réunies rencontrés"),
                subject="takes_part",
                needs=words("se"),
                is_mutual=True,
            ),
        ),
        "summon": (
            Telling(
                participles=words("convoqué convoquée convoqués"),
            ),
        ),
        "appoint": (
            Telling(participles=words("nommé nommée nommés désigné désignée")),
            Telling(nouns=words("nomination"), towards=words("de d' d’ du")),
        ),
        "resign": (
            Telling(
                participles=words("démissionné"),
                subject="takes_part",
            ),
            Telling(
                nouns=words("démission"),
                towards=words("de d' d’ du"),
                done=words("présenté remis remise annoncé annonce accepté présente donné"),
            ),
        ),
        "vote": (
            Telling(
                participles=words(
                    "adopté adoptée rejeté rejetée approuvé approuvée voté votée ratifié ratifiée"
                ),
                subjects=words(
                    "assemblée sénat parlement chambre députés sénateurs conseil congrès élus "
                    "eurodéputés parlementaires conseillers bundestag"
                ),
                objects=_MOTIONS,
                with_both=True,
            ),
        ),
        "sign": (
            Telling(
                participles=words("signé signée signés paraphé ratifié conclu"),
                objects=_PAPERS,
            ),
        ),
        "strike": (
            Telling(
                nouns=words("grève grèves débrayage"),
                done=words("entamé entamée commencé débuté observé lancé"),
                refuses=words("faim menacent menace appel caisse"),
            ),
            Telling(
                nouns=words("grève"),
                needs=words("en"),
                done=words("est sont mis mises"),
                refuses=words("faim menacent menace appel caisse"),
            ),
        ),
        "protest": (
            Telling(
                participles=words("manifesté défilé protesté"),
                subject="takes_part",
                subjects=_CROWD,
            ),
            Telling(
                nouns=words("manifestation manifestations marche rassemblement"),
                done=words("rassemblé réuni milliers centaines participé"),
            ),
        ),
        "accident": (
            Telling(
                participles=words(
                    "renversé renversée écrasé écrasée déraillé chaviré percuté percutés coulé "
                    "sombré crashé échoué"
                ),
                subject="suffers",
                subjects=_VEHICLES,
            ),
            Telling(
                participles=words("effondré effondrée effondrés écroulé écroulée"),
                subject="suffers",
                subjects=_BUILT,
            ),
            Telling(
                nouns=words(
                    "accident explosion incendie collision déraillement naufrage effondrement "
                    "bousculade crash"
                ),
                towards=words("entre"),
                objects=_VEHICLES,
                done=_HARM | words("entrés entrées entré"),
                refuses=words("forêt"),
            ),
        ),
        "disaster": (
            Telling(
                nouns=words(
                    "séisme tremblement inondation inondations ouragan typhon cyclone tornade "
                    "tsunami avalanche éruption crue crues tempête coulée"
                ),
                done=_HARM,
                refuses=words("politique médiatique financier"),
            ),
        ),
        "acquire": (
            Telling(
                participles=words("racheté rachetée acquis acheté"),
                subjects=_COMPANIES,
                objects=_COMPANIES,
                with_both=True,
            ),
        ),
        "launch": (
            Telling(
                participles=words("décollé"),
                subject="suffers",
                subjects=words("fusée lanceur capsule vaisseau satellite"),
            ),
            Telling(
                participles=words("lancé lancée lancés"),
                objects=words(
                    "satellite satellites fusée missile missiles sonde application téléphone "
                    "plateforme service modèle voiture véhicule"
                ),
            ),
        ),
    },
)
