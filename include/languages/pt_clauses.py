"""The words of Portuguese for what happens."""

from __future__ import annotations

from include.languages.clauses import Clauses, Telling
from include.languages.words import words

_PEOPLE = words(
    "pessoa pessoas homem homens mulher mulheres jovem jovens menor menores menino menina crianças "
    "suspeito suspeita suspeitos acusado acusada acusados réu ré réus motorista motoristas "
    "condutor funcionário funcionária funcionários trabalhadores ministro ministra ministros "
    "presidente ex-presidente vice-presidente prefeito prefeita ex-prefeito autarca governador "
    "governadora ex-governador ex-ministro deputado deputada deputados senador senadora chanceler "
    "embaixador embaixadora embaixadores empresário empresária banqueiro jornalista jornalistas "
    "advogado advogada juiz juíza procurador procuradora diretor diretora treinador treinadora "
    "líder líderes chefe chefes secretário secretária porta-voz rei rainha papa bispo arcebispo "
    "general coronel policial policiais agente agentes traficante traficantes ladrão assaltante "
    "assaltantes agressor ativista ativistas opositor manifestantes estudantes turistas migrantes "
    "integrantes membros homólogo homóloga representantes dirigentes casal adolescente "
    "adolescentes irmãos pai mãe filho filha médico médica professor professora soldado soldados "
    "civis cidadãos vereador vereadora primeiro-ministro primeira-ministra"
)
_LEADERS = words(
    "ministro ministra ministros presidente prefeito governador governadora chanceler embaixador "
    "embaixadora líder líderes chefe secretário rei rainha papa homólogo homóloga representantes "
    "dirigentes primeiro-ministro primeira-ministra negociadores vice-presidente"
)
_CROWD = words(
    "milhares centenas dezenas pessoas manifestantes estudantes trabalhadores moradores mulheres "
    "jovens agricultores médicos professores enfermeiros aposentados cidadãos ativistas "
    "indígenas servidores sindicatos taxistas caminhoneiros multidão apoiadores polícias"
)
_BODIES = words(
    "polícia governo parlamento congresso senado câmara assembleia tribunal corte justiça "
    "ministério exército conselho comissão autoridades comitê prefeitura deputados senadores "
    "partido federação sindicato forças marinha juiz juíza júri procuradoria clube agência empresa "
    "itamaraty pf psp gnr relação supremo"
)
_COMPANIES = words(
    "empresa empresas companhia grupo banco seguradora rival concorrente filial rede fabricante "
    "farmacêutica operadora startup negócio ações participação editora marca varejista "
    "mineradora petrolífera construtora fundo aérea"
)
_ARMED = words(
    "aviões drones mísseis forças exército tropas soldados militares rebeldes insurgentes "
    "milicianos jihadistas terroristas homens homem atirador atiradores criminosos bandidos "
    "agressor caças helicópteros artilharia grupo jovem mulher assaltantes"
)
_HIT = words(
    "posições cidade cidades aldeia vila base bases comboio hospital hospitais escola embaixada "
    "consulado posto delegacia quartel refinaria porto aeroporto mesquita igreja sinagoga mercado "
    "prédio prédios infraestrutura depósito alvos instalações navio caminhão usina patrulha campo "
    "bairro capital zona ônibus"
)
_VEHICLES = words(
    "ônibus autocarro caminhão camião caminhões carro carros veículo veículos trem trens comboio "
    "comboios avião aviões helicóptero barco barcos balsa lancha navio embarcação moto "
    "motocicleta van micro-ônibus bonde elétrico elevador carreta"
)
_BUILT = words("prédio edifício ponte teto telhado muro mina barragem guindaste casa viaduto")
_HARM = words(
    "morreram morreu mortos morto morta mortes feridos ferido deixou deixaram causou causaram "
    "provocou provocaram matou mataram sacudiu atingiu atingiram afetou destruiu devastou abalou "
    "fez vítimas obrigou feriu feriram ocorreu desabrigados tocou arrasou desalojados"
)
_PAPERS = words(
    "acordo acordos tratado convênio pacto contrato memorando decreto lei protocolo declaração "
    "trégua parceria"
)
_MOTIONS = words(
    "lei leis orçamento moção resolução reforma projeto emenda proposta decreto pec medida plano "
    "diploma texto"
)

CLAUSES = Clauses(
    people=_PEOPLE | _CROWD,
    bodies=_BODIES,
    companies=_COMPANIES,
    passive=words("foi foram sido é são ser"),
    perfect=words("tem têm tinha tinham havia"),
    reflexive=words("se"),
    future=words("será serão vai vão irá"),
    could=words("poderia poderiam pode podem teria teriam seria seriam deveria deve devem pôde"),
    negations=words("não nunca jamais nenhum nenhuma negou nega nem"),
    conditions=words("caso"),
    not_done=words(
        "ameaça ameaçam ameaçou ameaçaram convoca planeja planejam prepara evitou evitaram "
        "cancelou cancelaram adiou pede pedem pediu pediram exige exigem exigiu descarta descartou"
    ),
    planned=words("possível eventual próxima suposto suposta prevista previsto"),
    prepositions=words(
        "a à ao aos às ante após até com contra de da do das dos desde durante em na no nas nos "
        "entre para por pela pelo pelas pelos segundo sem sob sobre como num numa"
    ),
    object_marks=words("a"),
    agents=words("por pela pelo pelas pelos"),
    companions=words("com"),
    determiners=words(
        "o a os as um uma uns umas este esta esse essa seu sua seus suas dois duas três quatro "
        "cinco seis sete oito nove dez onze doze vários várias outros outras ambos"
    ),
    pronouns=words("ele ela eles elas ambos"),
    breaks=words("que quando enquanto porque mas onde"),
    drops_subjects=True,
    kinds={
        "attack": (
            Telling(
                finite=words("bombardeou bombardearam atacou atacaram"),
                participles=words("bombardeado bombardeada atacado atacada atacados"),
                subjects=_ARMED,
                objects=_HIT | _PEOPLE,
                with_both=True,
            ),
            Telling(
                finite=words("esfaqueou esfaquearam baleou balearam"),
                participles=words("esfaqueado esfaqueada baleado baleada baleados"),
                objects=_PEOPLE,
                with_both=True,
            ),
            Telling(
                nouns=words("atentado atentados bombardeio bombardeamento ataque ataques tiroteio"),
                towards=words("contra a ao à em"),
                objects=_HIT | _PEOPLE,
                done=_HARM,
                refuses=words("críticas cardíaco cardíacos verbal"),
            ),
        ),
        "arrest": (
            Telling(
                finite=words("prendeu prenderam deteve detiveram"),
                participles=words("preso presa presos presas detido detida detidos detidas"),
            ),
            Telling(nouns=words("prisão detenção"), towards=words("de do da")),
        ),
        "charge": (
            Telling(
                finite=words("indiciou denunciou"),
                participles=words("indiciado indiciada indiciados denunciado denunciada"),
                refuses=words("esquema caso irregularidades"),
            ),
        ),
        "sentence": (
            Telling(
                finite=words("condenou condenaram absolveu absolveram"),
                participles=words(
                    "condenado condenada condenados condenadas absolvido absolvida absolvidos"
                ),
                subjects=words("tribunal corte justiça juiz juíza júri supremo relação magistrado"),
            ),
        ),
        "meet": (
            Telling(
                finite=words("reuniu reuniram encontrou encontraram"),
                participles=words("reunido"),
                subject="takes_part",
                needs=words("se"),
                objects=_LEADERS,
                refuses=words("morto morta ferido"),
            ),
        ),
        "summon": (
            Telling(
                finite=words("convocou convocaram intimou"),
                participles=words("convocado convocada intimado intimada"),
                needs=words("embaixador embaixadora embaixadores depor consultas"),
            ),
        ),
        "appoint": (
            Telling(
                finite=words("nomeou nomearam designou"),
                participles=words("nomeado nomeada nomeados designado designada"),
            ),
        ),
        "resign": (
            Telling(
                finite=words("renunciou renunciaram"),
                subject="takes_part",
                refuses=words("direito mandado"),
            ),
            Telling(finite=words("demitiu demitiram"), needs=words("se"), subject="takes_part"),
            Telling(
                nouns=words("demissão renúncia"),
                towards=words("de do da"),
                done=words("apresentou pediu anunciou aceitou"),
            ),
        ),
        "vote": (
            Telling(
                finite=words("aprovou aprovaram rejeitou rejeitaram chumbou ratificou votou"),
                participles=words("aprovado aprovada rejeitado rejeitada"),
                subjects=words(
                    "congresso senado parlamento câmara assembleia deputados senadores conselho "
                    "vereadores plenário"
                ),
                objects=_MOTIONS,
                with_both=True,
            ),
        ),
        "sign": (
            Telling(
                finite=words("assinou assinaram firmou firmaram"),
                participles=words("assinado assinada assinados firmado"),
                objects=_PAPERS,
            ),
        ),
        "strike": (
            Telling(
                nouns=words("greve greves paralisação"),
                done=words("iniciou iniciaram começou começaram entraram estão cumprem"),
                refuses=words("fome ameaçam"),
            ),
        ),
        "protest": (
            Telling(
                finite=words("protestaram manifestaram marcharam"),
                subject="takes_part",
                subjects=_CROWD,
            ),
            Telling(
                nouns=words("manifestação manifestações protesto protestos"),
                done=words("milhares centenas reuniu participaram juntou"),
            ),
        ),
        "accident": (
            Telling(
                finite=words(
                    "capotou tombou caiu descarrilou descarrilaram colidiu colidiram naufragou "
                    "bateram afundou despistou chocaram"
                ),
                subject="suffers",
                subjects=_VEHICLES,
            ),
            Telling(finite=words("desabou desabaram ruiu"), subject="suffers", subjects=_BUILT),
            Telling(
                nouns=words("acidente explosão incêndio colisão descarrilamento naufrágio queda"),
                done=_HARM,
                refuses=words("florestal florestais"),
            ),
        ),
        "disaster": (
            Telling(
                nouns=words(
                    "terremoto terramoto sismo tremor enchente enchentes inundação inundações "
                    "furacão tufão ciclone tornado tsunami deslizamento deslizamentos avalanche "
                    "tempestade erupção"
                ),
                done=_HARM,
                refuses=words("político política"),
            ),
        ),
        "acquire": (
            Telling(
                finite=words("comprou compraram adquiriu adquiriram"),
                participles=words("comprado comprada adquirida"),
                subjects=_COMPANIES,
                objects=_COMPANIES,
                with_both=True,
            ),
        ),
        "launch": (
            Telling(
                finite=words("lançou lançaram"),
                participles=words("lançado lançada lançados"),
                objects=words(
                    "satélite satélites foguete foguetes míssil mísseis nave sonda aplicativo "
                    "telefone celular plataforma serviço modelo veículo"
                ),
            ),
        ),
    },
)
