# The words of the pages. Both files have the same messages in the same order.

## Form

date = { DATETIME($day, dateStyle: "long") }
month = { $month ->
    [1] januari { $year }
    [2] februari { $year }
    [3] mars { $year }
    [4] april { $year }
    [5] maj { $year }
    [6] juni { $year }
    [7] juli { $year }
    [8] augusti { $year }
    [9] september { $year }
    [10] oktober { $year }
    [11] november { $year }
   *[other] december { $year }
}
number = { NUMBER($number) }
percent = { $share } %
years = { $count ->
    [one] { $count } år
   *[other] { $count } år
}
months = { $count ->
    [one] { $count } månad
   *[other] { $count } månader
}
rows = { $count ->
    [one] { $count } rad
   *[other] { $count } rader
}
yes = Ja
no = Nej
line = rad { $line }
lines = rad { $first }–{ $last }

## The frame of every page

skip = Hoppa till innehållet
nav = Sidor
nav-start = Lägesbild
nav-coverage = Täckning
nav-thread = Tråden
nav-gaps = Luckor
nav-compare = Jämför
nav-library = Frågor
nav-source = Källor
nav-sparql = SPARQL
nav-about = Om
languages = Språk
language-sv = Svenska
language-en = English
footer = Grafen vet bara det som har lagts in. Varje uppgift är ett klick från sitt belägg.
version = Dataversion
accessibility = Tillgänglighet
address = Adress
choose = Välj …
any = Alla
required = (måste anges)
place = Plats
everywhere = Hela landet
as-of = Per datum
show = Visa
basis-label = Grund
basis-stated = Bara det dokumenten anger
basis-mapped = Även det analytiker kopplat
basis-suggested = Även det en maskin föreslagit
basis-hint = Vilka länkar som räknas.

## Lägesbild

start-title = Lägesbild
start-form = Välj datum, plats och grund
start-goals = { $count ->
    [one] { $count } mål finns i grafen.
   *[other] { $count } mål finns i grafen.
}
start-none = { $count ->
    [one] För { $count } av dem är ingen aktivitet registrerad per den { $date }.
   *[other] För { $count } av dem är ingen aktivitet registrerad per den { $date }.
}
start-place = Aktiviteter räknas bara om de gäller { $place }.
start-unknown = { $count ->
    [one] För { $count } av dem är läget okänt per den { $date }.
   *[other] För { $count } av dem är läget okänt per den { $date }.
}
start-covered = { $count ->
    [one] { $count } mål med minst en registrerad aktivitet
   *[other] { $count } mål med minst en registrerad aktivitet
}
start-left = { $count ->
    [one] { $count } mål där tråden inte når en aktivitet
   *[other] { $count } mål där tråden inte når en aktivitet
}
start-left-unknown = { $count ->
    [one] { $count } mål där läget är okänt
   *[other] { $count } mål där läget är okänt
}
unknown-heading = Okänt är inte en lucka
unknown-text = Inget dokument i grafen nämner { $place }. Därför går det varken att säga att aktiviteter finns eller att de saknas där.
unknown-more = Vilka kommuner är okända?
start-statuses = Så är målen täckta
start-statuses-caption = Antal mål efter den bästa status som någon av målets aktiviteter når per den { $date }.
start-recorded = ”Ingen aktivitet registrerad” betyder att inget i grafen leder till målet, inte att inget görs.
start-meaning = Vad statusarna betyder
start-gaps = De största luckorna
start-gaps-all = { $count ->
    [one] Se { $count } lucka av alla slag
   *[other] Se alla { $count } luckor
}
start-changed = { $count ->
    [0] Inget mål har fått ändrad täckning sedan den { $date }
    [one] { $count } mål har fått ändrad täckning sedan den { $date }
   *[other] { $count } mål har fått ändrad täckning sedan den { $date }
}
goals-none = Mål utan registrerad aktivitet
goals-none-text = Ordnade efter strategin, handslaget eller dokumentet där målet står. Den sista kolumnen visar hur långt tråden når.
goals-with = Mål med status: { $status }
goals-all = Alla mål
goals-empty = Inget mål har den statusen med dessa val.
goals-none-unknown = För den här platsen är läget okänt för varje mål, så inget mål räknas som utan aktivitet.
broken-here = Inget leder till målet
broken-at = Bryts vid
broken-more = { $count ->
    [one] och på 1 ställe till
   *[other] och på { $count } ställen till
}
broken-nowhere = Når ända fram
tasks = Vad vill du veta?
kinds = Allt som finns i grafen

## Täckning

matrix-title = Täckning
matrix-form = Välj rader, kolumner och vad som räknas
matrix-lead = Hur många aktiviteter som är registrerade där två saker möts, och den bästa status som någon av dem når.
matrix-rows = Rader
matrix-columns = Kolumner
matrix-place-kind = Slag av plats
matrix-more = Räkna bara för en strategi, plats, målgrupp eller ett fokusområde
matrix-only = Bara { $of }
matrix-total = Totalt
matrix-activities = { $count ->
    [one] { $count } aktivitet
   *[other] { $count } aktiviteter
}
matrix-distinct = Varje tal räknar skilda aktiviteter. Därför kan en summa vara mindre än sina delar: en aktivitet kan stå i flera.
matrix-too-large = { $rows } rader × { $columns } kolumner är för många för en sida. Välj en strategi eller en plats, eller hämta filen: den har alla.
matrix-left-out = { $count ->
    [one] { $count } kolumn utan registrerad aktivitet visas inte (okänt läge: { $unknown }).
   *[other] { $count } kolumner utan registrerad aktivitet visas inte (okänt läge: { $unknown }).
}
matrix-show-empty = Visa dem
matrix-hide-empty = Visa bara kolumner med aktiviteter
matrix-open-all = Öppna alla rader
matrix-close-all = Stäng alla rader
matrix-open = Visa { $count } rader under
matrix-close = Göm { $count } rader under
matrix-nothing = Inget att visa med dessa val.
matrix-behind = { $count ->
    [one] { $count } aktivitet är registrerad här. Status per den { $date }:
   *[other] { $count } aktiviteter är registrerade här. Status per den { $date }:
}
matrix-suspect = { $count ->
    [one] { $count } av dem räknas bara genom misstänkta länkar.
   *[other] { $count } av dem räknas bara genom misstänkta länkar.
}
matrix-none = Ingen aktivitet är registrerad här. Det betyder inte att inget görs.
matrix-unknown = Inget dokument i grafen nämner platsen. Läget är okänt.
matrix-not-relevant = Någon har bedömt, med skäl, att målet inte är relevant här:
matrix-why = Varför?
matrix-back = Tillbaka till tabellen

## Luckor

gaps-title = Luckor
gaps-form = Välj datum, plats, strategi och grund
gaps-lead = { $count ->
    [0] Ingen lucka med dessa val per den { $date }.
    [one] { $count } lucka per den { $date }.
   *[other] { $count } luckor av { $kinds } slag per den { $date }.
}
gaps-meaning = En lucka betyder att något inte är registrerat i grafen, inte att det inte görs.
gaps-kinds = Slag av luckor
gaps-kind = Slag
gaps-severity = Allvar
gaps-count = Antal
severity-high = hög
severity-medium = medel
severity-low = låg
gaps-more = Visa alla { $count }
gaps-cut = Sidan visar de första { $shown } av { $count }. Filerna har alla.
gaps-every = Visa alla slag
gaps-question = Frågan bakom
gaps-who-else = Vem mer?
gaps-also = Mer
gaps-where = Plats
gaps-left-out = Inte med i urvalet
threads-title = Brutna trådar
threads-text = Här slutar tråden utan att nå en aktivitet, och det kortaste sättet att laga den.
threads-stops = Slutar vid
threads-repair = Laga
threads-cut = Sidan visar de första { $shown } av { $count }. Filerna har alla.
any-strategy = Alla strategier
strategy = Strategi

## Jämför

compare-title = Jämför
compare-lead = Välj två platser att ställa bredvid varandra, eller ett tidigare datum för att se vad som ändrats sedan dess och varför.
compare-other = Annan plats
compare-none = Ingen
compare-since = Sedan datum
compare-dates = Ändringar mellan två datum
compare-places = { $one } och { $other }
compare-differ = { $count ->
    [one] Läget skiljer sig för { $count } av { $goals } mål.
   *[other] Läget skiljer sig för { $count } av { $goals } mål.
}
compare-differs = skiljer sig
compare-same = Inget mål har någon registrerad aktivitet i någon av platserna, och läget är detsamma.
compare-left-out = Mål med samma läge och utan registrerad aktivitet i båda platserna visas inte. Filerna har alla.
compare-between = Från { $since } till { $date }
compare-statuses = Mål vars täckning ändrats
compare-before = Före
compare-after = Efter
compare-cause = Orsak
compare-not-there = inte med
compare-was = tidigare
compare-gaps-opened = Luckor som öppnats
compare-gaps-closed = Luckor som stängts
compare-gaps-moved = Luckor som bytt slag
compare-nothing = Inget är ändrat mellan datumen.

## Tråden

thread-title = Tråden
thread-begin = Följ tråden
thread-lead = Från ett nationellt mål ner till det som görs. Välj var tråden ska börja.
thread-form = Välj var tråden börjar, plats, datum och grund
thread-from = Börja vid
thread-choose = Välj ur en lista nedanför
thread-ends = { $count ->
    [0] Tråden når ingen registrerad aktivitet per den { $date }.
    [one] Tråden når { $count } registrerad aktivitet per den { $date }.
   *[other] Tråden når { $count } registrerade aktiviteter per den { $date }.
}
thread-place = Räknat för { $place }.
thread-broken = { $count ->
    [0] Den bryts ingenstans.
    [one] På { $count } ställe slutar den utan att nå en aktivitet.
   *[other] På { $count } ställen slutar den utan att nå en aktivitet.
}
thread-unknown = Läget är okänt: inget dokument i grafen nämner { $place }.
thread-picture = Tråden som bild
thread-legend = Ju bredare band, desto fler aktiviteter. Talet i en ruta räknar alla aktiviteter som leder dit, var och en en gång. Streckad linje: ingen registrerad aktivitet. Ring i slutet: här slutar tråden.
thread-legend-unknown = Prickad linje: det är okänt om några aktiviteter går här.
thread-picture-title = Tråden för { $name }
thread-picture-said = { $things } saker, från mål till vänster ner till { $count } aktiviteter till höger. På { $stops } ställen slutar tråden utan att nå en aktivitet. Trädet under bilden har samma innehåll.
thread-up-show = Visa också vad målen tjänar
thread-up-hide = Visa bara nedåt
thread-close = Visa färre
thread-tree = Tråden som träd
thread-tree-text = Samma saker och länkar som i bilden. Varje namn leder till sakens sida, med belägg.
thread-upwards = Uppåt: vad det tjänar
thread-downwards = Nedåt: vad som tjänar det
thread-activities = { $count ->
    [one] { $count } aktivitet
   *[other] { $count } aktiviteter
}
thread-none = ingen registrerad
thread-stops = Tråden slutar här
thread-more = och { $count } till
thread-more-stops = { $count ->
    [one] tråden slutar vid { $count } av dem
   *[other] tråden slutar vid { $count } av dem
}
thread-beyond = { $count ->
    [one] { $count } sak under { $name }
   *[other] { $count } saker under { $name }
}
thread-again = visas ovan
thread-layer-international = Internationella mål
thread-layer-national = Nationella mål
thread-layer-regional = Regionala mål och områden
thread-layer-local = Lokala mål och handslag
thread-layer-unstated = Mål utan angiven nivå
thread-layer-activity = Aktiviteter
thread-level = Nivå
thread-level-international = Internationell
thread-level-national = Nationell
thread-level-regional = Regional
thread-level-local = Lokal
thread-level-unstated = Inte angiven
thread-plans = Var tråden kan börja
thread-plan = Strategi, handslag eller dokument
thread-stops-count = Tråden slutar utan aktivitet
thread-follow = Följ tråden

## Sök

search-title = Sök
search-box = Sök i hela grafen
search-hint = Mål, plats, kod, citat …
search-do = Sök
search-how = Så söker du
search-how-1 = Skriv ett eller flera ord: alla ska finnas med. Stora bokstäver och prickar gör ingen skillnad: ”halsa” hittar både ”hälsa” och ”hälsan”.
search-how-2 = Det sista ordet får vara en början: ”Kopin” hittar Köping.
search-how-3 = Citattecken håller ihop ord: "psykisk hälsa".
search-how-4 = Koder går också: en kommunkod som 1907 eller en beteckning som Skr. 2024/25:77.
search-how-5 = Sökningen går igenom namn, andra benämningar, koder, beskrivningar och citat, i den ordningen. Ett ord inuti ett annat hittas inte: ”hälsa” hittar inte ”folkhälsa”.
search-found = { $count ->
    [one] { $count } träff på ”{ $text }”
   *[other] { $count } träffar på ”{ $text }”
}
search-none = Inget i grafen svarar mot ”{ $text }”
search-none-text = Grafen vet bara det som lagts in: att inget hittas betyder inte att det inte finns. Pröva ett kortare ord eller början av ordet.
search-none-kind = Inget av det slaget svarar mot ”{ $text }”
search-some = Inget i grafen har alla orden. Här står det som har några av dem, det med flest ord först.
search-kinds = Begränsa till ett slag
search-every = Alla slag
search-more = { $count ->
    [one] { $count } slag till
   *[other] { $count } slag till
}
search-exact = Exakt träff
search-missing = Saknar: { $words }
search-passage = Visa citatet
search-cut = { $count ->
    [one] Den första träffen visas.
   *[other] De { $count } första träffarna visas. Skriv fler ord eller välj ett slag.
}
search-cut-file = Filerna har de { $count } första.
search-field-name = Namn
search-field-code = Kod
search-field-other-name = Annan benämning
search-field-description = Beskrivning
search-field-quote = Citat

## Columns

column-goal = Mål
column-goals = Antal mål
column-share = Andel
column-status = Status
column-activities = Aktiviteter
column-shallow = Saker under målet
column-setoutin = Står i
column-broken = Tråden
column-thing = Namn
column-subject = Sak
column-property = Egenskap
column-value = Värde
column-graph = Graf
column-basis = Grund
column-quote = Citat
column-document = Dokument
column-lines = Rader
column-from = Från
column-to = Till
column-term = Ord
column-definition = Definition
column-prefix = Prefix

## A thing

no-kind = Sak
unverified = Ordalydelsen inte verifierad.
unverified-text = Den svenska ordalydelsen har inte kunnat läsas i källan.
facts = Uppgifter
in-graph = i grafen
passages = { $count ->
    [one] { $count } belägg
   *[other] { $count } belägg
}
no-passage = Uppgiften har inget eget belägg i den här grafen.
section = avsnitt
mapped-by = Kopplad av
mapped-on = Datum
confidence = Säkerhet
mapped-why = Motivering
incoming = Vad som pekar hit
incoming-under = { $count ->
    [one] ”{ $property }” hos { $count } sak
   *[other] ”{ $property }” hos { $count } saker
}
incoming-truncated = { $count ->
    [one] Bara den första länken visas.
   *[other] Bara de { $count } första länkarna visas.
}
all-passages = Alla belägg
supports-fact = Belägger uppgiften:
supports = Belägger
coverage-heading = Täckning per den { $date }
coverage-place = Räknat för
coverage-unknown = Inget dokument i grafen nämner platsen. Det är okänt om något görs där, och det räknas inte som en lucka.
coverage-deep = { $count ->
    [one] En obruten tråd leder från målet ner till { $count } registrerad aktivitet.
   *[other] En obruten tråd leder från målet ner till { $count } registrerade aktiviteter.
}
coverage-shallow = { $count ->
    [one] { $count } sak pekar mot målet, men tråden når ingen registrerad aktivitet.
   *[other] { $count } saker pekar mot målet, men tråden når ingen registrerad aktivitet.
}
coverage-nothing = Inget i grafen leder till målet: ingen aktivitet registrerad.
why = Varför?
why-text = Tråden från aktiviteten som avgör statusen upp till målet. Varje steg har sin grund och sitt belägg.
why-facts = Det som avgör aktivitetens status
why-no-facts = Inget som är angivet avgör statusen: den följer av det som inte är angivet.
why-lacking = Inte angivet, men skulle ge bättre täckning
why-near = { $count ->
    [one] { $count } aktivitet tjänar målet men räknas inte med dessa val
   *[other] { $count } aktiviteter tjänar målet men räknas inte med dessa val
}
coverage-activities = Aktiviteter som leder till målet
broken = Brutna trådar
broken-stops = Tråden slutar vid { $kind }:
coverage-thread = Se hela tråden under målet
coverage-who = Vem mer arbetar med målet?
picture = Vad som finns omkring
legend = Teckenförklaring
picture-without = Bilden ritas med JavaScript. Tabellen nedanför innehåller samma sak.
picture-left-out = { $count ->
    [one] Ytterligare { $count } granne ryms inte i bilden och tabellen. Den står under uppgifterna ovan.
   *[other] Ytterligare { $count } grannar ryms inte i bilden och tabellen. De står under uppgifterna ovan.
}
picture-label = Bild av vad som finns omkring { $name }
picture-help = Piltangenterna går mellan sakerna, Enter öppnar den valda, plus och minus zoomar.
picture-open = Öppna
zoom-in = Zooma in
zoom-out = Zooma ut
zoom-whole = Visa allt
picture-table = { $count ->
    [one] Samma som tabell: { $count } länk
   *[other] Samma som tabell: { $count } länkar
}
readings = Tvetydiga ställen
readings-text = Där dokumentet kan läsas på mer än ett sätt: den läsning som data följer, och den andra.
readings-none = Inga tvetydiga ställen är antecknade.
reading-about = Gäller
reading-chosen = Vald läsning
reading-other = Annan läsning
reading-open = Öppna läsningen med belägg
document-passages = Belägg i dokumentets ordning
document-graph = Det som dokumentet säger ligger i grafen
show-passages = { $count ->
    [one] Visa { $count } belägg
   *[other] Visa { $count } belägg
}

## A kind of thing

kind-definition = Vad ordet betyder
kind-empty = Inget sådant finns i grafen.
kind-strategy = { $count ->
    [one] { $count } strategi
   *[other] { $count } strategier
}
kind-law = { $count ->
    [one] { $count } lag
   *[other] { $count } lagar
}
kind-document = { $count ->
    [one] { $count } dokument
   *[other] { $count } dokument
}
kind-goal = { $count ->
    [one] { $count } mål
   *[other] { $count } mål
}
kind-area = { $count ->
    [one] { $count } område
   *[other] { $count } områden
}
kind-focus-area = { $count ->
    [one] { $count } fokusområde
   *[other] { $count } fokusområden
}
kind-handslag = { $count ->
    [one] { $count } handslag
   *[other] { $count } handslag
}
kind-activity = { $count ->
    [one] { $count } aktivitet
   *[other] { $count } aktiviteter
}
kind-commitment = { $count ->
    [one] { $count } åtagande
   *[other] { $count } åtaganden
}
kind-follow-up = { $count ->
    [one] { $count } uppföljning
   *[other] { $count } uppföljningar
}
kind-actor = { $count ->
    [one] { $count } aktör
   *[other] { $count } aktörer
}
kind-place = { $count ->
    [one] { $count } plats
   *[other] { $count } platser
}
kind-target-group = { $count ->
    [one] { $count } målgrupp
   *[other] { $count } målgrupper
}
kind-arena = { $count ->
    [one] { $count } arena
   *[other] { $count } arenor
}
kind-intervention = { $count ->
    [one] { $count } insats/metod
   *[other] { $count } insatser/metoder
}
kind-indicator = { $count ->
    [one] { $count } indikator
   *[other] { $count } indikatorer
}
kind-association = { $count ->
    [one] { $count } medverkan
   *[other] { $count } medverkan
}
kind-observation = { $count ->
    [one] { $count } mätvärde
   *[other] { $count } mätvärden
}
kind-factor = { $count ->
    [one] { $count } faktor
   *[other] { $count } faktorer
}
kind-reading = { $count ->
    [one] { $count } tvetydig läsning
   *[other] { $count } tvetydiga läsningar
}
kind-not-relevant = { $count ->
    [one] { $count } bedömning ”inte relevant”
   *[other] { $count } bedömningar ”inte relevant”
}
kind-passage = { $count ->
    [one] { $count } belägg
   *[other] { $count } belägg
}
kind-mapping = { $count ->
    [one] { $count } koppling
   *[other] { $count } kopplingar
}
kind-level = { $count ->
    [one] { $count } nivå
   *[other] { $count } nivåer
}
kind-strategy-kind = { $count ->
    [one] { $count } strategityp
   *[other] { $count } strategityper
}
kind-goal-kind = { $count ->
    [one] { $count } måltyp
   *[other] { $count } måltyper
}
kind-horizon = { $count ->
    [one] { $count } horisont
   *[other] { $count } horisonter
}
kind-activity-kind = { $count ->
    [one] { $count } aktivitetstyp
   *[other] { $count } aktivitetstyper
}
kind-commitment-kind = { $count ->
    [one] { $count } åtagandetyp
   *[other] { $count } åtagandetyper
}
kind-actor-kind = { $count ->
    [one] { $count } aktörstyp
   *[other] { $count } aktörstyper
}
kind-place-kind = { $count ->
    [one] { $count } platstyp
   *[other] { $count } platstyper
}
kind-factor-kind = { $count ->
    [one] { $count } faktortyp
   *[other] { $count } faktortyper
}
kind-trend = { $count ->
    [one] { $count } utveckling
   *[other] { $count } utvecklingar
}
kind-direction = { $count ->
    [one] { $count } önskad riktning
   *[other] { $count } önskade riktningar
}
kind-role = { $count ->
    [one] { $count } roll
   *[other] { $count } roller
}
kind-status = { $count ->
    [one] { $count } status
   *[other] { $count } statusar
}
kind-changed-end = { $count ->
    [one] { $count } ändrad ände
   *[other] { $count } ändrade ändar
}
kind-basis = { $count ->
    [one] { $count } grund
   *[other] { $count } grunder
}

## Questions

library-title = Frågor
library-text = Färdiga frågor till grafen. Varje svar är en tabell att läsa, en länk att skicka och en fil att räkna vidare på.
question-kind-gaps = Luckor: var brister tråden?
question-kind-overview = Överblick: hur ser det ut?
question-kind-learning = Lärande: vem mer gör något?
question-form = Frågans val
ask = Fråga
answer-rows = { $count ->
    [one] Svaret har { $count } rad
   *[other] Svaret har { $count } rader
}
answer-empty = Inget i grafen svarar mot frågan med dessa val.
answer-wrong = Inget svar: ett värde passar inte
answer-waits = Svaret visas här
answer-waits-text = Fyll i det som måste anges och tryck på Fråga.
truncated = Svaret är avkortat: fler rader finns.
must-be-given = Ett värde måste anges.
remedy = Vad du kan göra
question-behind = Frågan bakom
question-sparql = Visa frågan som SPARQL
question-bound = Värdena i formuläret binds till variablerna; de skrivs aldrig in i texten:
question-open = Öppna som SPARQL

## SPARQL

sparql-text = Fråga grafen fritt med SPARQL 1.1. Tjänsten är öppen, läser bara och kräver ingen inloggning.
sparql-form = Fråga fritt
sparql-query = Fråga i SPARQL
sparql-run = Kör frågan
sparql-cut = Sidan visar de första { $most } av { $count } rader. Filerna har alla.
sparql-graph = Svaret är en graf
sparql-graph-cut = Sidan visar bara början. Filerna har allt.
sparql-examples = Exempel att utgå från
sparql-how = För skript
sparql-how-text = Skicka frågan med GET (?query=…) eller POST, och välj format med Accept eller format=json, xml, csv, tsv, ttl, nt, rdf eller jsonld. Utan FROM söks det som dokumenten anger och analytiker kopplat; varje dokument är en namngiven graf. En fråga som tar för lång tid avbryts. SERVICE, LOAD och uppdateringar är inte tillåtna.
sparql-prefixes = Prefix som används i grafen
sparql-missing = Skicka en fråga i query.
sparql-406 = Inget av formaten i Accept går att ge. Välj ett av: { $formats }.

## Sources and graphs

source-title = Källor
source-text = { $count ->
    [one] Allt i grafen kommer från { $count } dokument. Här står vad som lästs ur det.
   *[other] Allt i grafen kommer från { $count } dokument. Här står vad som lästs ur vart och ett.
}
source-date = Källans datum: { $date }
source-undated = Källan är odaterad
source-graph = Visa det som en graf
source-readings = { $count ->
    [one] { $count } tvetydigt ställe
   *[other] { $count } tvetydiga ställen
}
source-others = Grafer utan dokument
statements = { $count ->
    [one] { $count } påstående
   *[other] { $count } påståenden
}
graph-title = Namngiven graf
graph-text = En namngiven graf håller ihop det som en källa säger. Grunden gäller allt i grafen.
graph-document = Dokument
graph-no-document = Inget: grafen är inte läst ur ett dokument.
graph-size = Storlek
graph-things = Säger något om

## Vocabulary

ns-title = Vokabulär
ns-text = De ord som grafen är skriven med, med definitioner. Varje ord har sin egen adress.
ns-class = Slag av saker
ns-property = Egenskaper
ns-concept = Små listor

## About

about-title = Om Röda tråden
about-lead = Den röda tråden är den obrutna linjen från ett nationellt mål till det som faktiskt görs i en kommun. Tjänsten gör linjen synlig och visar var den brister.
about-method = Metod
about-method-1 = Strategier, handslag och handlingsplaner läses efter skrivna regler och blir tabeller: mål, aktiviteter, ansvariga, perioder. Bara det som dokumentet säger skrivs in; en tom cell betyder att det inte säger något.
about-method-2 = Varje uppgift har ett kort citat med dokument och rader. Det som olika dokument säger hålls isär i var sin graf. Länkar som en analytiker gjort har författare, datum, säkerhet och motivering.
about-method-3 = Ett måls täckning avgörs av de aktiviteter som leder till målet genom tråden av länkar, per ett datum. Statusen är den bästa som någon av dem når.
about-ns = Alla ord med definitioner
about-statuses = Statusar
about-statuses-text = Från bäst till sämst. De två sista jämförs inte: de sägs för sig.
about-bases = Grunder
about-bases-text = Hur vi vet en länk. Förslag från en maskin räknas bara om du väljer det.
about-limits = Begränsningar
about-limit-1 = Grafen vet bara det som lagts in. Ingen aktivitet registrerad betyder inte att inget görs.
about-limit-2 = En plats som inget dokument nämner är okänd, inte utan aktiviteter.
about-limit-3 = En aktivitet utan känt slut vars källa är äldre än 24 månader är osäker: ingen vet om den pågår.
about-limit-4 = Tvetydiga ställen i dokumenten är antecknade med den läsning som valts och den andra möjliga.
about-reach = Data och program
about-reach-text = Lägesbilden, frågorna, sakerna, graferna och vokabulären finns också som filer: lägg till .csv, .xlsx, .json eller .ttl till adressen. Inget hämtas från andra webbplatser, inga kakor sätts och ingen statistik förs över besökare.
accessibility-1 = Målet är WCAG 2.2 nivå AA. Här står vad som är prövat och vad som inte är det; någon oberoende granskning har inte gjorts.
accessibility-2 = Alla sidor fungerar utan JavaScript. Bilden av vad som finns omkring en sak har alltid en tabell med samma innehåll.
accessibility-tested = Prövat
accessibility-tested-1 = Automatisk prövning med axe-core av varje sidtyp, på svenska och engelska, ljust och mörkt läge, bred och smal skärm: inga fel.
accessibility-tested-2 = Tangentbord: hopplänk, menyer, formulär, utfällbara belägg, rullbara tabeller och bilden nås och används utan mus.
accessibility-tested-3 = 320 pixlars bredd utan rullning i sidled, utom inuti tabeller.
accessibility-not = Inte prövat
accessibility-not-1 = Skärmläsare med verkliga användare.
accessibility-not-2 = Bilden är en rityta: en skärmläsare hör den valda saken, men helheten läses bäst i tabellen.
accessibility-not-3 = Citaten står på källans språk och är inte översatta; vissa namn finns bara på svenska.

## Errors

error-400 = Frågan gick inte att förstå
error-400-text = Något i adressen eller formuläret har fel form.
error-403 = Inte tillåtet
error-403-text = Tjänsten läser bara.
error-404 = Sidan finns inte
error-404-text = Adressen leder ingenstans. Tråden brister här.
error-405 = Så går det inte att fråga
error-405-text = Adressen finns men svarar inte på den metoden.
error-406 = Inget format passar
error-406-text = Inget av de format du tar emot går att ge.
error-413 = För stort
error-413-text = Det du skickade är större än tillåtet.
error-415 = Okänt slags innehåll
error-415-text = Skicka ett formulär eller application/sparql-query.
error-500 = Något gick fel hos oss
error-500-text = Felet är antecknat. Försök igen om en stund.
error-503 = Det tog för lång tid
error-503-text = Försök igen om en stund.
error-other = Det gick inte
error-other-text = Försök på ett annat sätt.
error-onward = Härifrån kommer du vidare:

# What can be done with an answer
action-excel = Hämta Excel
action-sparql = Öppna som SPARQL
action-link = Länk hit
action-copy = Kopiera länk
action-copied = Länken är kopierad
action-copy-failed = Det gick inte att kopiera. Markera adressen i adressfältet.
