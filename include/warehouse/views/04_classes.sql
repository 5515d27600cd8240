-- Closed lists over open words: what a figure is about.
CREATE FUNCTION mart.casualties() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY['killed', 'wounded', 'missing', 'infected', 'displaced', 'evacuated', 'arrested',
             'kidnapped', 'freed'];
COMMENT ON FUNCTION mart.casualties IS 'What befalls people, as figures.what has it.';

CREATE FUNCTION mart.what_class(what text, unit text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN what = ANY (mart.casualties()) THEN 'casualty'
    WHEN what = 'money' OR unit ~ '^[A-Z]{3}$' THEN 'money'
    WHEN unit IN ('percent', 'percentage_point', 'fraction') THEN 'share'
    WHEN what = 'term' THEN 'term'
    WHEN what ~ '^(vote|ballot|voix|vote|suffrage|stimme|stimmen|voto)s?$' THEN 'vote'
    WHEN what ~ '^(seat|siège|sitz|sitze|mandat|mandate|escaño|assento|seggio|zetel)s?$' THEN 'seat'
    WHEN unit ~ '^(mile|nautical mile|kilomet(re|er)|met(re|er)|centimet(re|er)|millimet(re|er)|inch|foot|feet|yard|acre|hectare|square (mile|kilomet(re|er)|met(re|er)|foot)|tonne|ton|kilo|kilogram(me)?|gram(me)?|pound|ounce|lit(re|er)|gallon|barrel|degree|(kilo|mega|giga|tera)?watt( hour)?|magnitude|knot|volt|hertz|byte|kilomètre|mètre|tonne|kilometer|quadratkilometer|tonnen|kilómetro|metro|quilómetro|chilometro)s?$'
        THEN 'measure'
    WHEN unit ~ '^(second|minute|hour|day|night|week|month|year|decade|century|seconde|heure|jour|nuit|semaine|mois|an|année|sekunde|stunde|tag|nacht|woche|monat|jahr|hora|día|noche|semana|mes|año|ora|giorno|notte|settimana|mese|anno|dia|noite|mês|ano)(s|e|en|n)?$' THEN 'duration'
    WHEN unit = 'person' THEN 'people'
    WHEN unit IS NULL AND what = 'count' THEN 'number'
    ELSE 'count'
END;
COMMENT ON FUNCTION mart.what_class IS 'What kind of thing a figure is of: casualty, people (counted for another reason), money, share, term, vote, seat, measure, duration, count (of things) or number (of what, the text does not tell).';

CREATE FUNCTION mart.measure(what text, unit text, of_what text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN what = ANY (mart.casualties()) OR what = 'protesters' THEN what
    -- What somebody paid or owed is no measure that another text could give.
    WHEN of_what ~* '^([a-z]+ed|paid|cost|made|won|lost|spent|sold|bought|got|gave|put|set|is|was|are|were|faces|worth)$'
        THEN NULL
    ELSE left(coalesce(nullif(btrim(regexp_replace(
             lower(of_what),
             '^(the|a|an|its|his|her|their|our|this|that|le|la|les|der|die|das|el|los|las)\s+|^[0-9][0-9.,]*\s+|\s+',
             ' ', 'g')), ''),
         CASE WHEN what NOT IN ('money', 'percent', 'count', 'change') THEN what END), 80)
END;
COMMENT ON FUNCTION mart.measure IS 'What a figure measures, so that those of several texts compare: killed, net profit, turnout, seat; null where the text does not tell.';

CREATE FUNCTION mart.agency_site(url text, publisher text, credit text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
    SELECT coalesce(
        (SELECT agency FROM (VALUES
        ('aa.com.tr', 'Anadolu'), ('aap.com.au', 'AAP'), ('afp.com', 'AFP'),
        ('agenciabrasil.ebc.com.br', 'Agência Brasil'), ('aninews.in', 'ANI'), ('anp.nl', 'ANP'),
        ('ansa.it', 'ANSA'), ('antaranews.com', 'Antara'), ('ap.org', 'AP'), ('apa.at', 'APA'),
        ('apnews.com', 'AP'), ('belga.be', 'Belga'), ('belganewsagency.eu', 'Belga'),
        ('bernama.com', 'Bernama'), ('bloomberg.com', 'Bloomberg'), ('ceskenoviny.cz', 'ČTK'),
        ('ctk.cz', 'ČTK'), ('dha.com.tr', 'DHA'), ('dpa.com', 'dpa'), ('efe.com', 'EFE'),
        ('english.kyodonews.net', 'Kyodo'), ('epd.de', 'epd'), ('europapress.es', 'Europa Press'),
        ('ians.in', 'IANS'), ('iha.com.tr', 'İHA'), ('interfax.com', 'Interfax'), ('interfax.ru',
        'Interfax'), ('irna.ir', 'IRNA'), ('jiji.com', 'Jiji'), ('keystone-sda.ch', 'Keystone-SDA'),
        ('kna.de', 'KNA'), ('kyodonews.net', 'Kyodo'), ('lusa.pt', 'Lusa'), ('mti.hu', 'MTI'),
        ('news.cn', 'Xinhua'), ('ntb.no', 'NTB'), ('pamediagroup.com', 'PA'), ('pap.pl', 'PAP'),
        ('ptinews.com', 'PTI'), ('reuters.com', 'Reuters'), ('ria.ru', 'RIA Novosti'),
        ('ritzau.com', 'Ritzau'), ('ritzau.dk', 'Ritzau'), ('sid.de', 'SID'), ('stt.fi', 'STT'),
        ('tass.com', 'TASS'), ('tass.ru', 'TASS'), ('thecanadianpress.com', 'CP'), ('tt.se', 'TT'),
        ('upi.com', 'UPI'), ('wam.ae', 'WAM'), ('xinhuanet.com', 'Xinhua'), ('yna.co.kr', 'Yonhap')
        ) AS sites (host, agency)
        WHERE '.' || hosts.host LIKE '%.' || sites.host OR '.' || lower(publisher) LIKE '%.' || sites.host
        LIMIT 1),
        -- An agency that no list knows, by its name in its own address.
        CASE WHEN length(names.name) >= 5 AND hosts.host || ' ' || lower(publisher) LIKE '%' || names.name || '%' THEN credit END)
    FROM substring(lower(url) FROM '^https?://(?:www\.)?([^/:?#]+)') AS hosts (host),
         regexp_replace(lower(credit), '[^a-z0-9]', '', 'g') AS names (name)
$$;
COMMENT ON FUNCTION mart.agency_site IS 'The news agency whose own site an address, or a publisher called by its host, is of; null for all others. Credit is who is credited there.';

CREATE FUNCTION mart.speaker_kind(speaker_text text, speaker_basis text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN speaker_text IS NULL THEN NULL
    WHEN speaker_basis = 'pronoun'
         OR speaker_text ~* '^(he|she|it|they|we|i|both|neither|another|others|this|that|these|those|some|many|il|elle|ils|elles|on|er|sie|es|wir|man|él|ella|ellos|ellas)$'
        THEN 'pronoun'
    WHEN speaker_basis = 'named' OR speaker_text ~ '^(Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|M|Mme|Mlle|Herr|Frau|Sra?)\.? [[:upper:]]'
        THEN 'name'
    -- By the last word of what stands before "of", "for", "in": a spokeswoman for the ministry is none.
    WHEN substring(speaker_text FROM '^(.+?)(?: (?:of|for|in|at|from|on|that|which|who|close|familiar|with|de|du|des|d''|von|der|für|in|im|del)(?: .*)?)?$')
         ~* '(ministry|agency|government|police|court|parliament|committee|council|commission|compan(y|ies)|firm|union|part(y|ies)|group|association|authorit(y|ies)|office|department|bank|army|military|navy|university|hospital|charity|club|opposition|prosecution|city|embassy|organi[sz]ation|institute|board|operator|railroad|utility|airline|newspaper|federation|administration|regulator|manufacturer|audit|inquiry|report|note|banner|papyrus|document|letter|statement|survey|study|poll|coalition|congregation|ministère|gouvernement|préfecture|syndicat|entreprise|parti|agence|mairie|ministerium|regierung|polizei|behörde|gericht|unternehmen|partei|gewerkschaft|verband|ministerio|gobierno|policía|partido|empresa|sindicato)s?$'
        THEN 'body'
    ELSE 'unnamed'
END;
COMMENT ON FUNCTION mart.speaker_kind IS 'What a speaker is who has no name: unnamed (people who are only described), body (a ministry, police, a report), name (which the text gives to nobody else, or contradicts) or pronoun (whom it means, the text does not tell). English, French, German, Spanish.';
