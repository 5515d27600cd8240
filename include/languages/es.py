"""The words of Spanish."""

from __future__ import annotations

from include.languages.es_clauses import CLAUSES
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

SPANISH = Language(
    code="es",
    numbers=Numbers(
        units=numbered(
            "cero=0 uno=1 un=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 "
            "diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 "
            "dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintiún=21 veintiuna=21 "
            "veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 "
            "veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 "
            "sesenta=60 setenta=70 ochenta=80 noventa=90 doscientos=200 doscientas=200 "
            "trescientos=300 trescientas=300 cuatrocientos=400 cuatrocientas=400 quinientos=500 "
            "quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 ochocientos=800 "
            "novecientos=900"
        ),
        scales=numbered(
            "cien=100 ciento=100 mil=1000 millón=1000000 millones=1000000 billón=1000000000000 "
            "billones=1000000000000"
        ),
        decimal=",",
        joiners=words("y"),
        halves=words("medio media"),
        ranges=words("a o"),
        between=words("entre"),
        bounds={
            **alike(
                "at_least", "al menos|por lo menos|más de|como mínimo|no menos de|un mínimo de"
            ),
            **alike("at_most", "hasta|como máximo|menos de|no más de|un máximo de"),
            **alike(
                "about", "unos|unas|cerca de|casi|alrededor de|aproximadamente|en torno a|cerca a"
            ),
            **alike("exact", "otros|otras|sólo|solo"),
        },
        vague={
            **alike(24, "decenas|docenas"),
            **alike(200, "cientos|centenares"),
            **alike(2000, "miles|millares"),
            **alike(20_000, "decenas de miles"),
            **alike(200_000, "cientos de miles"),
            **alike(2_000_000, "millones"),
        },
        around=numbered(
            "decena=10 docena=12 quincena=15 veintena=20 treintena=30 centena=100 centenar=100 "
            "millar=1000"
        ),
        fractions=numbered(
            "mitad=2 tercio=3 tercios=3 cuarto=4 cuartos=4 quinto=5 quintos=5 décimo=10"
        ),
        articles=words("un una la el"),
        parts_of=phrases("de cada"),
        nought=phrases("nadie|ningún|ninguna"),
        currencies={
            "dólar": "USD",
            "euro": "EUR",
            "libra esterlina": "GBP",
            "libra": "GBP",
            "yen": "JPY",
            "yuan": "CNY",
            "rublo": "RUB",
            "franco suizo": "CHF",
            "real": "BRL",
            "reales": "BRL",
            "peso": "peso",
            "bolívar": "VES",
            "sol": "PEN",
            "quetzal": "GTQ",
            "boliviano": "BOB",
            "guaraní": "PYG",
        },
        money_of={
            "dólar estadounidense": "USD",
            "peso mexicano": "MXN",
            "peso argentino": "ARS",
            "peso chileno": "CLP",
            "peso colombiano": "COP",
            "dólar canadiense": "CAD",
            "franco suizo": "CHF",
        },
        cents=words("céntimo céntimos centavo centavos"),
        percent=phrases("por ciento|por cien"),
        percentage_points=phrases("punto porcentual|puntos porcentuales"),
        basis_points=phrases("punto básico|puntos básicos"),
        per_mille=phrases("por mil"),
        minus=words("menos"),
        measures={
            **alike("hectare", "hectárea|hectáreas"),
            **alike("kilometre", "kilómetro|kilómetros|km"),
            **alike("metre", "metro|metros"),
            **alike("centimetre", "centímetro|centímetros|cm"),
            **alike("millimetre", "milímetro|milímetros|mm"),
            **alike("kilometre per hour", "km/h|kilómetros por hora"),
            **alike("tonne", "tonelada|toneladas"),
            **alike("kilogram", "kilo|kilos|kg|kilogramos"),
            **alike("litre", "litro|litros"),
            **alike("degree", "grado|grados|°c"),
            **alike("megawatt", "megavatio|megavatios|mw"),
        },
        durations=numbered_units(
            "second=segundo segundos|minute=minuto minutos|hour=hora horas|day=día días|"
            "week=semana semanas|month=mes meses|year=año años"
        ),
        froms=words("de desde"),
        steps=words("en un"),
        ranging=words("entre"),
    ),
    times=Times(
        weekdays=numbered("lunes=0 martes=1 miércoles=2 jueves=3 viernes=4 sábado=5 domingo=6"),
        near_days=numbered("anteayer=-2 ayer=-1 anoche=-1 hoy=0"),
        day_parts={
            "mañana": "MO",
            "tarde": "AF",
            "noche": "NI",
            "madrugada": "NI",
            "por_la_mañana": "MO",
            "por_la_tarde": "AF",
            "por_la_noche": "NI",
            "de_madrugada": "NI",
        },
        periods={
            "semana": "week",
            "semanas": "week",
            "mes": "month",
            "meses": "month",
            "año": "year",
            "años": "year",
            "trimestre": "quarter",
        },
        last=words("pasado pasada último última"),
        next=words("próximo próxima que_viene"),
        this=words("este esta"),
        ago=words("hace"),
        until=words("hasta hasta_el"),
        coming=words(
            "empieza empiezan comienza comienzan termina terminan arranca abre cierra juega juegan "
            "vota votan decide celebra celebran llega llegan va van prevé previsto prevista espera"
        ),
        coming_endings=("rá", "rán"),
        past=words("fue fueron ha han había era murió dijo informó ocurrió anunció hubo"),
        clock_leads=words("a_las sobre_las hacia_las"),
        clock_words=words("horas h"),
        ordinals=numbered("primer=1 primero=1 segundo=2 tercer=3 tercero=3 cuarto=4"),
        in_month=words("en desde hasta"),
        months=numbered(
            "enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 "
            "octubre=10 noviembre=11 diciembre=12"
        ),
    ),
    figures=Figures(
        terms=words("prisión cárcel condenado condenada pena suspensión sentencia reclusión"),
        not_terms=words("hace después antes edad"),
        owners=words("de del"),
        levels=words(
            "es son era fue asciende ascendió alcanzó alcanza suma sumó sitúa situó totaliza "
            "cuesta costó está"
        ),
        change_nouns=words("aumento alza caída descenso subida bajada incremento"),
        penalties=words("condenado condenada condenó multado sancionado"),
        modals=words("podría podrían puede pueden"),
        futures=words("va van será serán deberá"),
        negations=words("no ningún ninguna ni nunca"),
        conditions=words("si"),
        forecasts=words(
            "prevé prevén espera esperan planea pretende propone exige busca proyecta previsto "
            "prevista"
        ),
        forecast_nouns=words("objetivo previsión pronóstico meta plan oferta estimación"),
        possible=words(
            "teme temen amenaza amenazan quizá posiblemente supuestamente presuntamente"
        ),
        denials=words("negó niega desmintió desmiente falso falsa rechazó"),
        fiction=words("película novela juego simulacro simulación serie"),
        older=words("anterior anteriores pasado pasada"),
        now=words("ahora actualmente"),
        set_against=phrases("frente a|desde|en lugar de|comparado con|contra|de"),
        from_first=words("de"),
        to_last=words("a"),
        rising=words(
            "subió subieron sube suben subido aumentó aumentaron aumenta aumento creció "
            "crecieron crece crecimiento pasó pasaron elevó alza incremento incrementó ganó "
            "ganaron avanzó repuntó"
        ),
        falling=words(
            "bajó bajaron baja bajan bajado cayó cayeron cae caída descendió descenso redujo "
            "reducción perdió perdieron disminuyó retrocedió recortó"
        ),
        events={
            "killed": {
                "left": words(
                    "muertos muertas muerto muerta fallecidos fallecidas fallecido fallecida "
                    "víctimas muertes murieron fallecieron murió falleció asesinados asesinadas"
                ),
                "right": words("mató mataron matando"),
            },
            "wounded": {
                "left": words("heridos heridas herido herida lesionados lesionadas hospitalizados"),
                "right": words("hirió hirieron hiriendo"),
            },
            "missing": {
                "left": words("desaparecidos desaparecidas desaparecido desaparecida"),
            },
            "arrested": {
                "left": words("detenidos detenidas detenido detenida arrestados arrestadas"),
                "right": words("detuvo detuvieron arrestó arrestaron"),
            },
            "infected": {
                "left": words(
                    "contagiado contagiados contagiadas contagiaron infectado infectados "
                    "infectadas enfermaron"
                ),
            },
            "kidnapped": {
                "left": words("secuestrados secuestradas rehenes"),
                "right": words("secuestró secuestraron"),
            },
            "displaced": {"left": words("desplazados desplazadas refugiados")},
            "evacuated": {
                "left": words("evacuados evacuadas desalojados desalojadas"),
                "right": words("evacuó evacuaron desalojó desalojaron"),
            },
            "freed": {
                "left": words("rescatados rescatadas liberados liberadas"),
                "right": words("rescató rescataron liberó liberaron"),
            },
            "protesters": {"left": words("manifestantes protestaron manifestaron marcharon")},
        },
        person_nouns=words(
            "personas padres madres rehenes hombres mujeres niños niñas menores jóvenes "
            "civiles soldados policías "
            "agentes vecinos trabajadores pasajeros estudiantes alumnos turistas migrantes "
            "inmigrantes manifestantes heridos muertos fallecidos detenidos víctimas "
            "ciudadanos votantes especialistas efectivos bomberos médicos pacientes "
            "residentes habitantes ancianos hijos hijas hermanos trabajador mujer hombre niño "
            "niña menor joven"
        ),
        thing_nouns=words(
            "casas viviendas coches camiones euros años días horas edificios autobuses trenes "
            "barcos aviones vehículos aldeas pueblos escuelas hospitales empresas goles"
        ),
        determiners=words("el la los las un una"),
        helpers=words("fue fueron han ha son está están resultó resultaron siguen"),
    ),
    quotes=Quotes(
        naming=phrases("alias"),
        works=words("serie film podcast show musical"),
        that=words("que"),
        aside=words("tras después al durante en cuando mientras ante por para a desde si"),
        sources=phrases("según|de acuerdo con"),
        articles=words("el la los las un una su"),
        verbs=words(
            "advierte advirtió afirma afirmaron afirmó agrega agregó anunció apuntó asegura "
            "aseguró aseveró añade añadió comentó contesta contestaron contestó contó cuenta "
            "declararon declaró denunció respondieron preguntaron matizó confirmó "
            "destacó dice dijeron dijo escribió exclamó exigió explica explicó indicó "
            "insistió lamentó manifestó pidió preguntó recalcó reconoció reiteró relató "
            "replicó responde respondió según señala señaló sostiene sostuvo subrayó"
        ),
        pronouns=words("ella ellas ellos él"),
    ),
    names=Names(
        parties=words("PP PSOE Vox VOX Sumar Podemos ERC Junts PNV Bildu"),
        runs_are_people=True,
        no_names=words(
            "asuntos agencia plan asamblea exteriores emergencias sanidad "
            "junta ministerio unidad autoridad gobierno partido consejo tribunal "
            "universidad banco real club liga gran premio san santa comisión "
            "consejería ayuntamiento policía guardia federación asociación mercedes "
            "ferrari mclaren copa mundial unión estados alto playa calle plaza "
            "hospital cruz roja fiscalía audiencia militar nacional "
        ),
        titles=words(
            "alcalde alcaldesa consejera consejero diputada diputado director directora don "
            "doña entrenador entrenadora fiscal gobernador gobernadora juez jueza líder "
            "ministra ministro papa portavoz presidenta presidente reina rey secretaria "
            "secretario senador senadora señor señora"
        ),
    ),
    places=Places(where=words("en"), locative=words("en desde hacia")),
    clauses=CLAUSES,
)
