"""The words of Spanish for what happens."""

from __future__ import annotations

from include.languages.clauses import Clauses, Telling
from include.languages.words import words

_PEOPLE = words(
    "persona personas hombre hombres mujer mujeres joven jóvenes menor menores niño niña niños "
    "niñas sospechoso sospechosa sospechosos sospechosas acusado acusada acusados acusadas "
    "presunto conductor conductora empleado empleada empleados trabajadores trabajador cajera "
    "ministro ministra ministros presidente presidenta expresidente expresidenta primer "
    "vicepresidente vicepresidenta alcalde alcaldesa exalcalde exalcaldesa gobernador gobernadora "
    "exgobernador exministro exministra diputado diputada diputados senador senadora canciller "
    "embajador embajadora embajadores empresario empresaria banquero periodista periodistas "
    "abogado abogada juez jueza jueces fiscal director directora entrenador entrenadora "
    "seleccionador líder líderes jefe jefa jefes secretario secretaria portavoz rey reina papa "
    "obispo arzobispo general coronel comandante militares militar agente agentes policía policías "
    "exjefe narcotraficante cabecilla ladrón ladrones asaltante asaltantes atacante agresor "
    "activista "
    "activistas opositor opositora opositores manifestantes estudiantes turistas migrantes "
    "integrantes miembros homólogo homóloga homólogos mandatario mandatarios mandataria "
    "representantes dirigentes dirigente negociadores delegados pareja individuo individuos "
    "adolescente adolescentes hermano hermanos padre madre hijo hija médico médica profesor "
    "profesora soldado soldados civiles familiares ciudadano ciudadanos futbolista cantante "
    "concejal concejala concejales consejero consejera consejeros magistrado titular comisario"
)
_LEADERS = words(
    "ministro ministra ministros presidente presidenta primer vicepresidente alcalde alcaldesa "
    "gobernador gobernadora canciller cancilleres embajador embajadora líder líderes jefe jefa "
    "secretario secretaria rey reina papa homólogo homóloga homólogos mandatario mandatarios "
    "mandataria representantes dirigentes dirigente negociadores delegados enviado ministros "
    "portavoz comisario comisaria empresarios sindicatos"
)
_CROWD = words(
    "miles cientos decenas centenares personas manifestantes estudiantes trabajadores vecinos "
    "mujeres jóvenes agricultores médicos profesores docentes pensionistas jubilados ciudadanos "
    "activistas sindicatos campesinos indígenas familiares sanitarios enfermeras maestros "
    "ganaderos taxistas transportistas multitud simpatizantes opositores empleados padres"
)
_BODIES = words(
    "policía guardia gobierno parlamento congreso senado cámara asamblea tribunal corte juzgado "
    "audiencia fiscalía ejército consejo comisión junta ministerio autoridades agentes comité "
    "ayuntamiento pleno diputados senadores ejecutivo cancillería partido federación sindicato "
    "fuerzas marina justicia juez jueza magistrado magistrados jurado fiscal club agencia empresa"
)
_COMPANIES = words(
    "empresa empresas compañía firma grupo banco aseguradora rival competidor competidora filial "
    "cadena fabricante farmacéutica aerolínea operadora startup negocio división acciones "
    "participación editorial marca tecnológica energética constructora petrolera minera "
    "distribuidora supermercados club fondo"
)
_ARMED = words(
    "aviones drones misiles fuerzas ejército tropas soldados militares rebeldes insurgentes "
    "milicianos yihadistas terroristas hombres hombre pistolero pistoleros sicarios atacante "
    "atacantes encapuchados guerrilleros agresor cazas helicópteros artillería grupo joven mujer "
    "asaltantes desconocidos individuo individuos policía"
)
_HIT = words(
    "posiciones ciudad ciudades pueblo aldea base bases convoy hospital hospitales escuela "
    "embajada consulado puesto comisaría cuartel refinería puerto aeropuerto mezquita iglesia "
    "sinagoga mercado edificio edificios infraestructuras infraestructura depósito objetivos "
    "instalaciones barco buque camión central patrulla campamento barrio capital zona"
)
_VEHICLES = words(
    "autobús autobuses bus micro camión camiones coche coches auto autos automóvil carro vehículo "
    "vehículos tren trenes avión aviones avioneta helicóptero barco barcos ferry lancha buque "
    "embarcación patera moto motocicleta furgoneta camioneta tranvía metro autocar cayuco"
)
_BUILT = words("edificio puente techo muro mina presa grúa casa vivienda túnel grada fábrica")
_HARM = words(
    "murieron murió muertos muerto muertas heridos herido heridas dejó dejaron dejado causó "
    "causaron causado provocó provocaron mató mataron sacudió sacudieron azotó golpeó afectó "
    "afectaron arrasó destruyó devastó fallecieron falleció cobró víctimas obligó obligaron "
    "registró produjo ocurrió ocurrido dañó hirió hirieron registrado tocó registraron sepultó"
)
_PAPERS = words(
    "acuerdo acuerdos tratado convenio convenios pacto contrato memorando decreto ley protocolo "
    "declaración tregua memorándum alianza"
)
_MOTIONS = words(
    "ley leyes presupuesto presupuestos moción resolución reforma reformas proyecto enmienda "
    "propuesta decreto iniciativa dictamen constitución paquete plan amnistía"
)

CLAUSES = Clauses(
    people=_PEOPLE | _CROWD,
    bodies=_BODIES,
    companies=_COMPANIES,
    passive=words("fue fueron sido es son ser siendo resultó resultaron quedó quedaron"),
    perfect=words("ha han había habían haber hubo"),
    reflexive=words("se"),
    future=words("será serán va van irá"),
    could=words("podría podrían puede pueden pudo habría habrían sería serían debería deberían"),
    negations=words("no nunca jamás tampoco ningún ninguna negó niega desmintió"),
    conditions=words("si"),
    not_done=words(
        "amenaza amenazan amenazó amenazaron convoca convocan planea planean prepara preparan "
        "evitó evitaron frustró frustraron canceló cancelaron desconvocó desconvocaron aplazó "
        "aplazaron pide piden pidió pidieron exige exigen exigió exigieron descarta descartó"
    ),
    planned=words("posible eventual próxima próximo supuesto supuesta prevista previsto futura"),
    prepositions=words(
        "a al ante bajo con contra de del desde durante en entre hacia hasta para por según sin "
        "sobre tras mediante como"
    ),
    object_marks=words("a al"),
    agents=words("por"),
    companions=words("con"),
    determiners=words(
        "el la los las un una unos unas este esta estos estas su sus dos tres cuatro cinco seis "
        "siete ocho nueve diez once doce varios varias otros otras ambos otro otra"
    ),
    pronouns=words("él ella ellos ellas ambos"),
    clitics=words("lo la los las le les"),
    breaks=words("que cuando mientras porque aunque quien quienes donde pero tras luego"),
    drops_subjects=True,
    kinds={
        "attack": (
            Telling(
                finite=words("bombardeó bombardearon atacó atacaron asaltó asaltaron emboscó"),
                participles=words(
                    "bombardeado bombardeada bombardeados bombardeadas atacado atacada atacados"
                ),
                subjects=_ARMED,
                objects=_HIT | _PEOPLE,
                with_both=True,
            ),
            Telling(
                finite=words("apuñaló apuñalaron acuchilló tiroteó tirotearon acribilló"),
                participles=words("apuñalado apuñalada apuñalados acuchillado tiroteado"),
                objects=_PEOPLE,
            ),
            Telling(
                nouns=words(
                    "atentado atentados bombardeo bombardeos tiroteo ataque ataques apuñalamiento "
                    "emboscada"
                ),
                towards=words("contra a sobre en"),
                objects=_HIT | _PEOPLE,
                done=_HARM,
                refuses=words("críticas verbal verbales cardíaco cardíacos"),
            ),
        ),
        "arrest": (
            Telling(
                finite=words("detuvo detuvieron arrestó arrestaron capturó capturaron apresó"),
                participles=words(
                    "detenido detenida detenidos detenidas arrestado arrestada arrestados "
                    "capturado capturada capturados"
                ),
            ),
            Telling(nouns=words("detención arresto captura"), towards=words("de del")),
        ),
        "charge": (
            Telling(
                finite=words("imputó imputaron procesó procesaron"),
                participles=words(
                    "imputado imputada imputados imputadas procesado procesada procesados encausado"
                ),
            ),
            Telling(
                finite=words("acusó acusaron"),
                participles=words("acusado acusada acusados acusadas"),
                needs=words("formalmente fiscalía fiscal fiscales"),
            ),
        ),
        "sentence": (
            Telling(
                finite=words("condenó condenaron absolvió absolvieron sentenció sentenciaron"),
                participles=words(
                    "condenado condenada condenados condenadas absuelto absuelta absueltos "
                    "absueltas sentenciado sentenciada sentenciados"
                ),
                subjects=words(
                    "tribunal corte juzgado audiencia juez jueza jurado justicia magistrado "
                    "magistrada supremo"
                ),
            ),
        ),
        "meet": (
            Telling(
                finite=words("reunió reunieron entrevistó entrevistaron encontró encontraron"),
                participles=words("reunido entrevistado"),
                subject="takes_part",
                needs=words("se"),
                objects=_LEADERS,
                refuses=words("consigo muerto muerta herido culpable"),
            ),
            Telling(
                finite=words("reunieron"),
                subject="takes_part",
                needs=words("se"),
                is_mutual=True,
            ),
        ),
        "summon": (
            Telling(
                finite=words("convocó convocaron citó citaron llamó llamaron"),
                participles=words("convocado convocada convocados citado citada citados"),
                needs=words("embajador embajadora embajadores declarar consultas comparecer"),
            ),
        ),
        "appoint": (
            Telling(
                finite=words("nombró nombraron designó designaron"),
                participles=words("nombrado nombrada nombrados designado designada designados"),
            ),
            Telling(nouns=words("nombramiento"), towards=words("de del")),
        ),
        "resign": (
            Telling(
                finite=words("dimitió dimitieron"),
                subject="takes_part",
                participles=words("dimitido"),
            ),
            Telling(
                finite=words("renunció renunciaron"),
                participles=words("renunciado"),
                subject="takes_part",
                refuses=words("derecho fuero"),
            ),
            Telling(
                nouns=words("renuncia dimisión"),
                towards=words("de del"),
                done=words("presentó presentado anunció anunciado aceptó aceptado"),
            ),
        ),
        "vote": (
            Telling(
                finite=words(
                    "aprobó aprobaron rechazó rechazaron ratificó ratificaron votó votaron"
                ),
                participles=words("aprobado aprobada rechazado rechazada ratificado ratificada"),
                subjects=words(
                    "congreso senado parlamento cámara asamblea diputados senadores pleno consejo "
                    "ayuntamiento legisladores concejales asambleístas parlamentarios eurocámara"
                ),
                objects=_MOTIONS,
                with_both=True,
            ),
        ),
        "sign": (
            Telling(
                finite=words("firmó firmaron suscribió suscribieron rubricó rubricaron"),
                participles=words("firmado firmada firmados suscrito"),
                objects=_PAPERS,
            ),
        ),
        "strike": (
            Telling(
                nouns=words("huelga huelgas paro"),
                done=words(
                    "inició iniciaron comenzó comenzaron iniciado comenzado secundaron secundó "
                    "fueron están realizaron mantienen declararon cumplen"
                ),
                refuses=words("hambre cardíaco tasa desempleo cifra"),
            ),
        ),
        "protest": (
            Telling(
                finite=words("manifestaron concentraron"),
                participles=words("manifestado concentrado"),
                subject="takes_part",
                needs=words("se"),
                subjects=_CROWD,
            ),
            Telling(
                finite=words("protestaron marcharon"),
                participles=words("protestado marchado"),
                subject="takes_part",
                subjects=_CROWD,
            ),
            Telling(
                nouns=words("manifestación manifestaciones marcha protesta protestas"),
                towards=words("contra"),
                done=words("miles cientos asistieron participaron recorrió congregó reunió"),
            ),
        ),
        "accident": (
            Telling(
                finite=words(
                    "volcó volcaron estrelló estrellaron chocó chocaron descarriló descarrilaron "
                    "naufragó naufragaron hundió hundieron colisionó colisionaron explotó cayó"
                ),
                participles=words("volcado estrellado descarrilado naufragado hundido chocado"),
                subject="suffers",
                subjects=_VEHICLES,
            ),
            Telling(
                finite=words("derrumbó derrumbaron desplomó desplomaron colapsó hundió"),
                participles=words("derrumbado desplomado hundido"),
                subject="suffers",
                subjects=_BUILT,
            ),
            Telling(
                nouns=words(
                    "accidente explosión incendio choque colisión descarrilamiento naufragio "
                    "derrumbe estampida"
                ),
                done=_HARM,
                refuses=words("forestal forestales"),
            ),
        ),
        "disaster": (
            Telling(
                nouns=words(
                    "terremoto sismo temblor inundación inundaciones huracán tifón ciclón tornado "
                    "tsunami deslave alud avalancha erupción riadas temporal tormenta"
                ),
                done=_HARM,
                refuses=words("político política financiero mediático"),
            ),
        ),
        "acquire": (
            Telling(
                finite=words("compró compraron adquirió adquirieron"),
                participles=words("comprado adquirido adquirida"),
                subjects=_COMPANIES,
                objects=_COMPANIES,
                with_both=True,
            ),
        ),
        "launch": (
            Telling(
                finite=words("lanzó lanzaron presentó"),
                participles=words("lanzado lanzada"),
                objects=words(
                    "satélite satélites cohete cohetes misil misiles nave sonda aplicación "
                    "teléfono móvil plataforma automóvil servicio modelo vehículo"
                ),
            ),
        ),
    },
)
