"""Famous buildings and squares, each with the town it stands in.

A line is: name (and others, behind "/") | town | country | state or province, by GeoNames |
latitude | longitude. "!" before the name: its name stands for whoever governs or commands there.
"""

from __future__ import annotations

_LANDMARKS = """
!White House | Washington | US | DC | 38.8977 | -77.0365
!Pentagon | Arlington | US | VA | 38.8719 | -77.0563
!Capitol Hill / Capitol / US Capitol | Washington | US | DC | 38.8899 | -77.0091
Lincoln Memorial | Washington | US | DC | 38.8893 | -77.0502
National Mall | Washington | US | DC | 38.8896 | -77.0230
Washington Monument | Washington | US | DC | 38.8895 | -77.0353
!Foggy Bottom | Washington | US | DC | 38.9009 | -77.0500
!Camp David | Thurmont | US | MD | 39.6483 | -77.4650
Mar-a-Lago | Palm Beach | US | FL | 26.6770 | -80.0370
Trump Tower | New York | US | NY | 40.7625 | -73.9738
Wall Street | New York | US | NY | 40.7060 | -74.0088
Ground Zero | New York | US | NY | 40.7115 | -74.0134
Times Square | New York | US | NY | 40.7580 | -73.9855
Central Park | New York | US | NY | 40.7829 | -73.9654
Empire State Building | New York | US | NY | 40.7484 | -73.9857
Statue of Liberty | New York | US | NY | 40.6892 | -74.0445
Madison Square Garden | New York | US | NY | 40.7505 | -73.9934
Carnegie Hall | New York | US | NY | 40.7651 | -73.9799
Broadway | New York | US | NY | 40.7590 | -73.9845
Fort Knox | Fort Knox | US | KY | 37.8917 | -85.9636
Guantánamo Bay / Guantánamo | Guantánamo | CU | 13 | 19.9023 | -75.0961
Hollywood | Los Angeles | US | CA | 34.0983 | -118.3267
Silicon Valley | San Jose | US | CA | 37.3875 | -122.0575
Alcatraz | San Francisco | US | CA | 37.8267 | -122.4233
Golden Gate Bridge | San Francisco | US | CA | 37.8199 | -122.4783
!Downing Street / 10 Downing Street / Number 10 / No 10 | London | GB | ENG | 51.5034 | -0.1276
!Whitehall | London | GB | ENG | 51.5049 | -0.1262
!Westminster | London | GB | ENG | 51.4975 | -0.1357
!Buckingham Palace | London | GB | ENG | 51.5014 | -0.1419
!Kensington Palace | London | GB | ENG | 51.5050 | -0.1877
!Scotland Yard / New Scotland Yard | London | GB | ENG | 51.5027 | -0.1245
Trafalgar Square | London | GB | ENG | 51.5080 | -0.1281
Parliament Square | London | GB | ENG | 51.5007 | -0.1263
Piccadilly Circus / Piccadilly | London | GB | ENG | 51.5101 | -0.1348
Hyde Park | London | GB | ENG | 51.5073 | -0.1657
Westminster Abbey | London | GB | ENG | 51.4993 | -0.1273
Westminster Hall | London | GB | ENG | 51.4998 | -0.1254
Old Bailey | London | GB | ENG | 51.5155 | -0.1019
Tower of London / Tower Bridge / London Bridge | London | GB | ENG | 51.5055 | -0.0754
Fleet Street | London | GB | ENG | 51.5142 | -0.1073
Heathrow / Heathrow Airport | London | GB | ENG | 51.4700 | -0.4543
Gatwick / Gatwick Airport | Crawley | GB | ENG | 51.1537 | -0.1821
Stansted / Stansted Airport | Stansted Mountfitchet | GB | ENG | 51.8860 | 0.2389
Wembley / Wembley Stadium | London | GB | ENG | 51.5560 | -0.2796
Wimbledon | London | GB | ENG | 51.4340 | -0.2140
Lord's | London | GB | ENG | 51.5298 | -0.1722
Grenfell Tower | London | GB | ENG | 51.5140 | -0.2158
Windsor Castle | Windsor | GB | ENG | 51.4839 | -0.6044
Sandringham | King's Lynn | GB | ENG | 52.8297 | 0.5148
Balmoral / Balmoral Castle | Ballater | GB | SCT | 57.0409 | -3.2297
!Holyrood | Edinburgh | GB | SCT | 55.9520 | -3.1750
!Stormont | Belfast | GB | NIR | 54.6050 | -5.8321
Old Trafford | Manchester | GB | ENG | 53.4631 | -2.2913
Anfield | Liverpool | GB | ENG | 53.4308 | -2.9608
!Élysée Palace / Élysée / Palais de l'Élysée | Paris | FR | 11 | 48.8704 | 2.3167
!Matignon / Hôtel Matignon | Paris | FR | 11 | 48.8544 | 2.3206
!Quai d'Orsay | Paris | FR | 11 | 48.8611 | 2.3175
Champs-Élysées | Paris | FR | 11 | 48.8698 | 2.3078
Eiffel Tower / Tour Eiffel | Paris | FR | 11 | 48.8584 | 2.2945
Louvre | Paris | FR | 11 | 48.8606 | 2.3376
Notre-Dame de Paris / Notre-Dame Cathedral | Paris | FR | 11 | 48.8530 | 2.3499
Bataclan | Paris | FR | 11 | 48.8630 | 2.3708
Roland Garros / Roland-Garros | Paris | FR | 11 | 48.8470 | 2.2510
Place de la République | Paris | FR | 11 | 48.8675 | 2.3638
Versailles | Versailles | FR | 11 | 48.8049 | 2.1204
!Bundestag | Berlin | DE | 16 | 52.5186 | 13.3762
Reichstag | Berlin | DE | 16 | 52.5186 | 13.3762
Brandenburg Gate / Brandenburger Tor | Berlin | DE | 16 | 52.5163 | 13.3777
Berlin Wall / Berliner Mauer | Berlin | DE | 16 | 52.5351 | 13.3902
Checkpoint Charlie | Berlin | DE | 16 | 52.5075 | 13.3904
Alexanderplatz | Berlin | DE | 16 | 52.5219 | 13.4132
!Kremlin / Kreml | Moscow | RU | 48 | 55.7520 | 37.6175
Red Square / Roter Platz / Place Rouge | Moscow | RU | 48 | 55.7539 | 37.6208
!Lubyanka | Moscow | RU | 48 | 55.7609 | 37.6280
Maidan / Independence Square in Kyiv | Kyiv | UA | 12 | 50.4501 | 30.5234
Chernobyl / Chornobyl | Pripyat | UA | 13 | 51.3890 | 30.0990
Tiananmen Square / Tiananmen | Beijing | CN | 22 | 39.9055 | 116.3976
!Zhongnanhai | Beijing | CN | 22 | 39.9110 | 116.3840
Forbidden City | Beijing | CN | 22 | 39.9163 | 116.3972
!Blue House | Seoul | KR | 11 | 37.5866 | 126.9748
Tahrir Square | Cairo | EG | 11 | 30.0444 | 31.2357
Taksim Square / Taksim | Istanbul | TR | 34 | 41.0370 | 28.9850
Hagia Sophia | Istanbul | TR | 34 | 41.0086 | 28.9802
Syntagma Square / Syntagma | Athens | GR | I | 37.9755 | 23.7348
Acropolis / Parthenon | Athens | GR | I | 37.9715 | 23.7257
Colosseum | Rome | IT | 07 | 41.8902 | 12.4922
!Quirinal / Quirinale | Rome | IT | 07 | 41.9000 | 12.4870
!Palazzo Chigi | Rome | IT | 07 | 41.9010 | 12.4800
!La Moncloa / Moncloa | Madrid | ES | 29 | 40.4430 | -3.7340
Puerta del Sol | Madrid | ES | 29 | 40.4169 | -3.7035
Camp Nou | Barcelona | ES | 56 | 41.3809 | 2.1228
Sagrada Família | Barcelona | ES | 56 | 41.4036 | 2.1744
St Peter's Square / Saint Peter's Square | Vatican City | VA |  | 41.9022 | 12.4568
Sistine Chapel | Vatican City | VA |  | 41.9029 | 12.4545
!Berlaymont | Brussels | BE | BRU | 50.8438 | 4.3826
Grand-Place | Brussels | BE | BRU | 50.8467 | 4.3525
Zaventem | Brussels | BE | VLG | 50.9014 | 4.4844
Schiphol | Amsterdam | NL | 07 | 52.3105 | 4.7683
!Binnenhof | The Hague | NL | 11 | 52.0796 | 4.3130
Peace Palace | The Hague | NL | 11 | 52.0866 | 4.2955
Palais des Nations | Geneva | CH | GE | 46.2266 | 6.1405
Bellevue Palace / Schloss Bellevue | Berlin | DE | 16 | 52.5174 | 13.3533
Parliament Hill | Ottawa | CA | 08 | 45.4236 | -75.7009
!Rideau Hall | Ottawa | CA | 08 | 45.4443 | -75.6860
Opera House in Sydney / Sydney Opera House | Sydney | AU | 02 | -33.8568 | 151.2153
Bondi Beach / Bondi | Sydney | AU | 02 | -33.8915 | 151.2767
Taj Mahal | Agra | IN | 36 | 27.1751 | 78.0421
Red Fort | New Delhi | IN | 07 | 28.6562 | 77.2410
!Rashtrapati Bhavan | New Delhi | IN | 07 | 28.6143 | 77.1994
!Malacañang / Malacañang Palace | Manila | PH | NCR | 14.5936 | 120.9943
!Casa Rosada | Buenos Aires | AR | 07 | -34.6081 | -58.3703
Plaza de Mayo | Buenos Aires | AR | 07 | -34.6084 | -58.3722
!Planalto / Palácio do Planalto / Planalto Palace | Brasília | BR | 07 | -15.7990 | -47.8610
Maracanã | Rio de Janeiro | BR | 21 | -22.9121 | -43.2302
Copacabana | Rio de Janeiro | BR | 21 | -22.9711 | -43.1822
!Miraflores Palace / Palacio de Miraflores | Caracas | VE | 25 | 10.5080 | -66.9190
!La Moneda / Palacio de La Moneda | Santiago | CL | 12 | -33.4430 | -70.6540
Zócalo | Mexico City | MX | 09 | 19.4326 | -99.1332
!Los Pinos | Mexico City | MX | 09 | 19.4190 | -99.1910
Al-Aqsa / Al-Aqsa Mosque / Temple Mount | Jerusalem | IL | 06 | 31.7780 | 35.2354
Western Wall | Jerusalem | IL | 06 | 31.7767 | 35.2345
!Knesset | Jerusalem | IL | 06 | 31.7767 | 35.2053
Robben Island | Cape Town | ZA | 11 | -33.8076 | 18.3712
!Union Buildings | Pretoria | ZA | 06 | -25.7402 | 28.2120
!Aso Rock | Abuja | NG | 11 | 9.0840 | 7.5360
Burj Khalifa | Dubai | AE | 03 | 25.1972 | 55.2744
"""


def landmarks() -> list[tuple[tuple[str, ...], str, str, str, float, float, bool]]:
    """(names, town, country, admin1, latitude, longitude, whether it stands for who rules)."""
    found = []
    for line in _LANDMARKS.strip().splitlines():
        names, town, country, admin1, lat, lon = (part.strip() for part in line.split("|"))
        rules = names.startswith("!")
        all_names = tuple(name.strip() for name in names.lstrip("!").split(" / "))
        found.append((all_names, town, country, admin1, float(lat), float(lon), rules))
    return found
