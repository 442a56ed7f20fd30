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
start-lately = Sedan den { $date }
start-now = nu:
start-unmoved = Inget mål har fått en annan status.
start-changes-all = Allt som har ändrats, och varför
start-moved = { $count ->
    [one] Ett mål har fått en annan status.
   *[other] { $count } mål har fått en annan status.
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
matrix-level-rows = Nivå på raderna
matrix-level-columns = Nivå på kolumnerna
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
compare-other = Annan plats
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

## Panels of a thing, and the profile of a place

panels = På den här sidan
panel-all = Visa alla { $count }
panel-more = och { $count } till
panel-question = Öppna som fråga
chart-label = Linjediagram: { $name }. Samma värden står i tabellen.
chart-no-place = Ingen plats angiven
chart-no-direction = önskad riktning är inte angiven
chart-gaps = Streckad linje: åren emellan är okända.
chart-undrawn = { $count ->
    [one] { $count } uppgift utan årtal eller värde är inte ritad, men står i tabellen.
   *[other] { $count } uppgifter utan årtal eller värde är inte ritade, men står i tabellen.
}
chart-left-out = { $count ->
    [one] { $count } linje till ryms inte, men står i tabellen.
   *[other] { $count } linjer till ryms inte, men står i tabellen.
}
profile-goals = { $count ->
    [one] { $count } mål gäller i { $place } enligt planerna i grafen.
   *[other] { $count } mål gäller i { $place } enligt planerna i grafen.
}
profile-covered = { $covered ->
    [0] För inget av dem är en aktivitet registrerad där per den { $date }.
   *[other] För { $covered } är minst en aktivitet registrerad där per den { $date }, för { $left } ingen.
}
profile-meaning = Att ingen aktivitet är registrerad betyder inte att inget görs: grafen vet bara det som har lagts in.
profile-coverage = Alla mål som matris
profile-gaps = Alla luckor
profile-compare = Jämför med en annan plats
profile-plans = Planer som gäller här
profile-plans-text = Hur många av varje plans mål som har vilken status på platsen. En plan utan plats gäller överallt.
profile-plans-more = { $count ->
    [one] { $count } plan till visas inte.
   *[other] { $count } planer till visas inte.
}
profile-gaps-text = I platsens egna planer och dokument. En lucka betyder att något inte är registrerat, inte att det inte görs.
profile-examples = Till exempel
profile-need = Vad som är mätt, och vad som görs åt det
profile-need-text = Det nyaste värdet för varje indikator och grupp, bredvid den svagaste täckningen här av ett mål som indikatorn mäter. Det som inte är mätt är okänt, inte noll.
profile-indicator = Indikator
profile-whom = Vilka
profile-time = Tid
profile-undated = okänt år
profile-done = Täckning här
profile-no-goal = inget mål mäts med den i grafen

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
library-filter = Sök bland frågorna
library-filter-do = Sök
library-tasks = Vad det gäller
library-all = Visa alla frågor
library-some = { $count } frågor passar.
library-count = { $count ->
    [0] Ingen fråga har alla orden.
    [one] { $count } fråga har alla orden.
   *[other] { $count } frågor har alla orden.
}
library-task-gaps = Vilka mål saknar aktiviteter?
library-task-place = Hur ligger min kommun till?
library-task-thread = Var brister kedjan?
library-task-who-else = Vem mer arbetar med samma sak?
library-task-measured = Vad är mätt och följs upp?
library-task-sure = Är uppgifterna säkra?
library-task-thing = Vad hör ihop med en viss sak?
library-task-other = Fler frågor
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
question-cut = Sidan visar de första { $most } av { $count } rader. Filerna har alla.
question-meaning = Vad betyder det här?
question-basis-stated = Bara länkar som står i ett dokument räknas.
question-basis-mapped = Länkar som står i ett dokument eller som en analytiker har kopplat räknas; föreslagna räknas inte.
question-basis-suggested = Alla länkar räknas, också de som en maskin har föreslagit och ingen har granskat.
question-as-of = Svaret gäller per den { $date }.
question-only-recorded = Grafen vet bara det som lagts in: att ingen aktivitet är registrerad betyder inte att inget görs.
question-view-table = Visa som tabell
question-view-matrix = Visa som matris
question-view-graph = Visa som graf
question-view-bars = Visa som staplar
question-data = Till Excel och Power BI
question-data-text = I Excel: Data, Från webben. I Power BI: Hämta data, Webb. Klistra in adressen; svaret hämtas på nytt när du uppdaterar. Utan datum i adressen gäller det dagen du uppdaterar.
crosstab-counts = Talen är antal rader i svaret.
crosstab-nothing = ingen rad
crosstab-too-large = Matrisen har { $rows } rader och { $columns } kolumner. Det är för mycket för en sida: visa den som tabell, eller hämta den som fil.

## SPARQL

sparql-text = Fråga grafen fritt med SPARQL 1.1. Att fråga är öppet för alla, ändrar ingenting och kräver ingen inloggning.
sparql-form = Fråga fritt
sparql-query = Fråga i SPARQL
sparql-run = Kör frågan
sparql-more = Svaret har fler än { $most } rader
sparql-cut = Sidan visar de första. Filerna har upp till { $rows } rader.
sparql-graph = Svaret är en graf
sparql-graph-cut = Sidan visar bara början. Filerna har allt.
sparql-examples = Exempel att utgå från
sparql-how = För skript
sparql-how-text = Skicka frågan med GET (?query=…) eller POST, och välj format med Accept eller format=json, xml, csv, tsv, ttl, nt, rdf, jsonld, trig eller nq. Utan FROM söks det som dokumenten anger och analytiker kopplat; varje dokument är en namngiven graf, och grafer kan också väljas med default-graph-uri och named-graph-uri. SERVICE, LOAD och uppdateringar är inte tillåtna.
sparql-limits = Gränser
sparql-limits-text = En fråga får ta { $seconds } sekunder; med timeout=3 sätter du en kortare gräns. Svaret får ha { $rows } rader och { $megabytes } MB. Stängs förbindelsen avbryts frågan. Den som frågar mycket får vänta: 429 eller 503 med Retry-After. Frågan kan alltid begränsas med LIMIT och OFFSET.
sparql-truncated = När rader har klippts bort
sparql-truncated-text = Ett svar med fler rader än tillåtet klipps bara i format som själva kan säga det: JSON får "truncated": true och XML en länk hit i head. Svaret har då alltid rubriken Truncated med antalet rader som är kvar. CSV, TSV och grafer klipps aldrig; är de för stora svarar tjänsten 413.
sparql-prefixes = Prefix som används i grafen
sparql-missing = Skicka en fråga i query.

## API

api-lead = Varje färdig fråga är en adress. Hämta svaret från Excel, Power BI, R, Python eller ett eget program: öppet, utan nyckel och bara för läsning.
api-about = Färdiga frågor till kunskapsgrafen Röda tråden. Öppet, utan nyckel, bara läsning. Det som inte är registrerat kan ändå finnas: grafen vet bara det som lagts in.
api-list = Alla frågor med parametrar
api-how = Så frågar du
api-how-1 = Frågans namn är adressens sista del. Parametrarna skrivs efter frågetecknet; en tom parameter är som en som inte anges.
api-how-2 = Välj format med en ändelse (.csv), med format=csv eller med huvudet Accept. Utan val: JSON.
api-how-3 = Utan limit kommer hela svaret. Med limit och offset kommer en del, och huvudet Link säger var den första, förra, nästa och sista finns. X-Total-Count är antalet rader i hela svaret.
api-how-4 = Huvudet Content-Location är den fasta adressen: med datum, format och dataversion. Har data bytts ut svarar den 409 i stället för något annat än förra gången.
api-how-5 = Varje svar har en ETag: skicka den i If-None-Match och svaret är 304 när inget har ändrats.
api-how-6 = Svar får läsas av andra webbplatser (CORS).
api-questions = Välj en fråga för att fylla i den, se adressen den ger, pröva svaret och kopiera kod.
api-question = Fråga
api-name = Namn i adressen
api-parameters = Parametrar som alla frågor har
api-parameter-basis = Vilka länkar som räknas: stated (bara det dokumenten anger), mapped (även det analytiker kopplat) eller suggested (även det en maskin föreslagit).
api-parameter-lang = Språk för rubriker och namn: sv eller en.
api-parameter-format = Formatet, om adressen saknar ändelse.
api-parameter-limit = Högst så många rader.
api-parameter-offset = Hoppa över så många rader först.
api-parameter-version = Kräv den här dataversionen. Är en annan på plats blir svaret 409.
api-choices = Värdena står med namn i { $lists }. Också hela adressen går bra.
api-formats = Format
api-format = Format
api-limit = Högst antal rader
api-offset = Hoppa över rader
api-errors = När det inte går
api-errors-text = Ett fel är application/problem+json (RFC 9457). Medlemmen parameter säger vilken parameter det gäller.
api-badparameter = En parameter saknas, är okänd, står två gånger eller har ett värde som inte passar.
api-unknown = Ingen fråga heter så. De närmaste namnen står i svaret.
api-unacceptable = Inget av formaten i Accept går att ge. De som finns står i svaret.
api-406 = Inget av formaten i Accept går att ge. Välj ett av: { $formats }.
api-otherversion = Dataversionen i version är inte den som finns här nu.
api-toolarge = Svaret behöver mer minne än en fråga får ta.
api-toooften = Du frågar mycket just nu. Retry-After säger hur många sekunder du bör vänta.
api-busy = Alla platser för frågor är upptagna. Försök igen efter så många sekunder som Retry-After säger.
api-timeout = Frågan tog längre tid än den får och avbröts. Begränsa den med en parameter.
api-other-version = Version { $asked } finns inte här. Den som finns är { $served }. Ta bort version för att få dess svar.
api-problem-parameter = Parametern som felet gäller.
api-answer = Svaret, eller den del av det som limit och offset begär.
api-header-x-total-count = Antalet rader i hela svaret.
api-header-link = Var den första, förra, nästa och sista delen finns (RFC 8288), när limit är angiven.
api-header-content-location = Den fasta adressen för just detta svar, med datum, format och dataversion.
api-header-retry-after = Efter hur många sekunder det är värt att försöka igen.
api-reports = Andra sidor som filer
api-reports-text = Sidorna finns också som filer, med samma parametrar som i adressen: lägg till en punkt och ett av formaten.
api-report-kind = allt av ett slag, i formaten ovan
api-report-thing = en sak, i formaten ovan
api-try = Visa adressen och svaret
api-get = Hämta svaret
api-address = Adressen
api-pinned = Adressen ger alltid det nyaste. Den som ska visa samma svar i morgon använder
api-pinned-link = den fasta adressen
api-sheet = Till Excel och Power BI
api-sheet-text = I Excel: Data → Från webben, klistra in adressen. I Power BI: Hämta data → Webb. Uppdatera hämtar det nyaste svaret.
api-copy = Kopiera adressen
api-code = Kod att kopiera
api-tool-power-query = Excel och Power BI (Power Query, M)
api-tool-python = Python (pandas)
api-tool-r = R
api-tool-curl = Kommandorad (curl)
api-response = Svaret
api-cut = Bara början visas.
api-binary = Formatet är ingen text. Hämta svaret för att öppna det.
api-as-page = Samma fråga som sida
error-409 = En annan dataversion

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

## Data about the data

shapes-title = Regler för giltiga data
shapes-text = Vad en sak måste ha och får ha för att vara giltig (SHACL). Samma regler prövar tabellerna och ger deras kolumner.
column-shape = Regel
void-title = Om datat
void-things = Saker
void-day = Senaste dag i datat
void-licence = Licens
void-data = Hämta allt
void-data-text = Hela grafen som en fil. TriG och N-Quads håller isär de namngivna graferna; de andra har det som är angivet eller kopplat.
void-too-large = Grafen är för stor för en fil här. Hämta en namngiven graf i taget.
void-graphs = Källor och namngivna grafer
void-form-nq = N-Quads
void-form-trig = TriG
void-form-nt = N-Triples
void-form-ttl = Turtle
void-description = Beskrivning med VoID
void-description-text = Hur mycket det finns, av vad och hur det hänger ihop, med prefixen och frågorna som exempel. Beskrivningen ligger också i grafen, så att ett frågeverktyg hittar den.
void-catalogue = Katalog för dataportaler
void-catalogue-text = Datamängden och tjänsten beskrivna enligt DCAT-AP-SE 3.0.1, för Sveriges dataportal.
void-endpoint = Tjänsten för SPARQL
void-endpoint-text = Vad tjänsten kan, vilka format den svarar i och vilka grafer den har.
void-used = Det som används
void-used-text = Varje slag av saker och varje egenskap med hur många det finns.
void-name = Namn
void-count-class = Antal saker
void-count-property = Antal påståenden

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
accessibility-2 = Alla sidor fungerar utan JavaScript. Varje bild har ett träd eller en tabell med samma innehåll.
accessibility-tested = Prövat
accessibility-tested-1 = Automatisk prövning med axe-core av varje sidtyp, på svenska och engelska, ljust och mörkt läge, bred och smal skärm: inga fel.
accessibility-tested-2 = Tangentbord: hopplänk, menyer, formulär, utfällbara belägg, rullbara tabeller och bilden nås och används utan mus.
accessibility-tested-3 = 320 pixlars bredd utan rullning i sidled, utom inuti tabeller.
accessibility-not = Inte prövat
accessibility-not-1 = Skärmläsare med verkliga användare.
accessibility-not-2 = Bilderna är text som tangentbordet når; i en stor bild läses helheten ändå bäst i trädet eller tabellen.
accessibility-not-3 = Citaten står på källans språk och är inte översatta; vissa namn finns bara på svenska.

## Utforska

nav-explore = Utforska
explore-title = Utforska
explore-heading = Utforska sambanden
explore-lead = Börja vid en sak och öppna det som hänger ihop med den, ett steg i taget. Adressen minns allt du gör, så bilden går att skicka vidare.
explore-from-search = Börja med en sökning
explore-from-plan = Börja vid en strategi eller ett handslag
explore-from-question = Börja med en fråga eller en lucka
explore-gap-kinds = Slag av luckor
explore-questions = Andra frågor
explore-near = Menade du någon av dessa?
explore-from-beginning = Börja om från samma saker, utan det som öppnats
explore-said = { $things ->
    [one] Bilden visar { $things } sak
   *[other] Bilden visar { $things } saker
} och { $links ->
    [one] { $links } länk.
   *[other] { $links } länkar.
}
explore-and = { $count ->
    [one] och { $count } till
   *[other] och { $count } till
}
explore-answered = Den börjar med { $shown } av { $count } saker i svaret.
explore-way = { $count ->
    [one] Den kortaste vägen från ”{ $from }” till ”{ $to }” är { $steps } steg. Den är framhävd.
   *[other] Det finns { $count } kortaste vägar från ”{ $from }” till ”{ $to }”, { $steps } steg långa. De är framhävda.
}
explore-ways-cut = Högst { $count } visas.
explore-no-way = Ingen väg leder från ”{ $from }” till ”{ $to }” på den här grunden.
explore-way-close = Ta bort vägen
explore-lenses = Lins
explore-no-lens = Ingen lins
explore-picture = Bild
explore-past = Hoppa förbi bilden till trädet
explore-picture-said = Bild med { $things } saker och { $links } länkar. Trädet och tabellen nedanför har samma innehåll.
explore-help = Piltangenterna går mellan sakerna, Enter väljer, plus och minus zoomar. Ctrl och mushjulet zoomar, och bilden går att dra.
explore-png = Hämta PNG
explore-hidden = { $count ->
    [one] { $count } granne visas inte
   *[other] { $count } grannar visas inte
}
explore-empty = Ingen aktivitet registrerad
explore-empty-beside = Ingen aktivitet registrerad för ”{ $name }”
explore-legend = Höger om ett slag står +3 när tre grannar inte visas. Linjen säger hur vi vet länken. Pilen pekar dit länken pekar.
explore-show = visa
explore-hide = dölj
explore-open-page = Öppna sidan
explore-begin-here = Börja om härifrån
explore-put-away = Lägg undan
explore-put-away-list = Undanlagt
explore-take-back = Ta tillbaka
explore-groups = Hänger ihop med
explore-group-out = { $property }: { $shown } av { $kind }
explore-group-in = ”{ $property }” hos { $shown } av { $kind }
explore-open = Öppna
explore-open-first = Öppna { $count }
explore-more = Visa fler
explore-close = Stäng
explore-alone-here = Ingenting annat är länkat hit.
explore-way-form = Väg till en annan sak
explore-way-to = Väg till
explore-way-show = Visa
explore-way-hint = Välj ur bilden, eller skriv ett namn eller en adress som place/1907.
explore-choose = Välj en sak
explore-choose-text = Välj en sak i bilden, trädet eller tabellen för att se vad den hänger ihop med.
explore-here = vald
explore-scope = Plats, datum och grund (per den { $date })
explore-form = Plats, datum och grund
explore-tree = Samma som träd
explore-tree-text = Varje sak står under den som den öppnades från. Ett namn väljer saken.
explore-below = { $count ->
    [one] { $count } sak under { $name }
   *[other] { $count } saker under { $name }
}
explore-table = Samma som tabell
explore-table-cut = Bilden har { $count } länkar. Tabellen visar de { $shown } som hör till den valda saken; filerna har alla.
explore-alone = Ur Röda tråden per den { $date }: { $things } saker och { $links } länkar. Dubbelklicka på en sak för att öppna dess adress.
explore-layer-document = Dokument och lagar
explore-layer-international = Internationella mål
explore-layer-national = Nationella mål
explore-layer-regional = Regionala mål och områden
explore-layer-focus-area = Fokusområden
explore-layer-handslag = Handslag
explore-layer-local = Lokala mål
explore-layer-unstated = Utan angiven nivå
explore-layer-activity = Aktiviteter, åtaganden och uppföljning
explore-layer-around = Aktörer, platser, målgrupper med mera
explore-layer-detail = Mätvärden, faktorer och läsningar

## Errors

error-400 = Frågan gick inte att förstå
error-400-text = Något i adressen eller formuläret har fel form.
error-401 = Behörighet saknas
error-401-text = Skicka en giltig behörighet: Authorization: Bearer …
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
error-422 = Ändringen går inte ihop
error-422-text = Grafen skulle inte längre stämma; ingenting har ändrats.
error-500 = Något gick fel hos oss
error-500-text = Felet är antecknat. Försök igen om en stund.
error-429 = Många frågor på kort tid
error-429-text = Vänta en stund och försök igen.
error-503 = Upptaget just nu
error-503-text = Försök igen om en stund.
error-504 = Det tog för lång tid
error-504-text = Begränsa frågan och försök igen.
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

# The tasks to begin with
task-gaps = Vilka mål saknar aktiviteter?
task-gaps-text = Alla slags luckor, de allvarligaste först, och vad som kan göras åt dem.
task-thread = Hur hänger det ihop?
task-thread-text = Från nationell strategi till det som görs på en plats, och var tråden bryts.
task-who = Vem mer arbetar med samma sak?
task-who-text = Vad andra gör för samma mål och målgrupp.
task-need = Var är behovet störst?
task-need-text = Det som är mätt bredvid det som görs.
task-explore = Vad finns runt omkring?
task-explore-text = Grafen: börja någonstans och följ kopplingarna.
task-place = Hur ligger min kommun till?
task-place-show = Visa platsen

## Behov

need-title = Behov
need-form = Välj plats, indikator, målgrupp, strategi, datum och grund
need-lead = { $count ->
    [0] Inget mätvärde är registrerat med dessa val, med tid till den { $date }.
    [one] { $count } mätvärde är registrerat, med tid till den { $date }.
   *[other] { $count } mätvärden är registrerade, med tid till den { $date }.
}
need-lead-unserved = { $count ->
    [one] { $count } av dem mäter ett mål som ingen aktivitet är registrerad för.
   *[other] { $count } av dem mäter ett mål som ingen aktivitet är registrerad för.
}
need-lead-idle = { $count ->
    [one] För { $count } till är ingen aktivitet alls registrerad där, men grafen säger inte vilket mål som mäts.
   *[other] För { $count } till är ingen aktivitet alls registrerad där, men grafen säger inte vilka mål som mäts.
}
need-meaning = Behov jämförs aldrig mellan indikatorer eller målgrupper. Ett behov som inte är mätt är okänt, aldrig noll.
need-indicator = Indikator
need-group = Målgrupp
need-measured = Det som är mätt, bredvid det som görs
need-nothing = Inga mätvärden är registrerade med dessa val. Behovet är okänt.
need-order = Ordning: först det vars mål har svagast täckning, sedan indikatorns namn, sedan det största behovet inom indikatorn och målgruppen.
need-part-unserved = Mätt behov, och ingen aktivitet registrerad för målet
need-part-unserved-text = Indikatorn mäter ett mål, och där är ingen aktivitet registrerad för målet.
need-part-idle = Mätt behov, och ingen aktivitet alls registrerad där
need-part-idle-text = Grafen kopplar inget mål till indikatorn. För platsen och målgruppen är ingen aktivitet registrerad, oavsett mål.
need-part-served = Mätt behov, och aktiviteter registrerade
need-part-served-text = Den svagaste täckningen av de mål som indikatorn mäter, eller det som görs där oavsett mål.
need-part-apart = Mätt behov, och okänd eller inte relevant täckning
need-part-apart-text = Inget dokument nämner platsen, eller någon har bedömt att målet inte är relevant där.
need-where = Plats och målgrupp
need-coverage = Täckning
need-evidence = Belägg
need-passage = Visa belägget
need-how = Hur det är jämfört
need-percent = procent
need-no-value = inget värde
need-no-direction = önskad riktning saknas
need-no-place = ingen plats angiven
need-no-time = tid okänd
need-rank = Nummer { $rank } av { $among } från det sämsta
need-whatever-goal = oavsett mål
need-unknown = Okänt behov
need-unknown-text = För detta finns inget mätvärde. Det betyder inte att behovet är litet.
need-unknown-goal = { $count ->
    [one] { $count } mål:
   *[other] { $count } mål:
}
need-unknown-place = { $count ->
    [one] { $count } plats:
   *[other] { $count } platser:
}
need-to-gaps = Se luckorna
need-unlinked = Indikatorer som inte är kopplade till något mål
need-beside = Mätt behov
need-beside-unknown = okänt

## Vem mer?

who-title = Vem mer?
who-begin = Vem mer arbetar med samma mål?
who-begin-text = Välj ett mål. Tjänsten visar vad som görs på annat håll för samma mål, målgrupp eller fokusområde, och varför det är likt.
who-form = Välj mål, plats, målgrupp, datum och grund
who-place = Platsen där det saknas
who-nowhere = Ingen: visa alla platser
who-goal-groups = Målets egna
who-lead = { $count ->
    [0] Ingen registrerad aktivitet delar något med målet.
    [one] { $count } registrerad aktivitet delar något med målet.
   *[other] { $count } registrerade aktiviteter delar något med målet.
}
who-lead-place = { $count ->
    [0] Ingen registrerad aktivitet utanför { $place } delar något med målet.
    [one] { $count } registrerad aktivitet utanför { $place } delar något med målet.
   *[other] { $count } registrerade aktiviteter utanför { $place } delar något med målet.
}
who-lead-interventions = { $count ->
    [one] De använder { $count } namngiven insats eller metod.
   *[other] De använder { $count } namngivna insatser och metoder.
}
who-own = Målets egen täckning per den { $date }
who-own-place = i { $place }
who-unknown = Förslagen nedan gäller ändå: de är hämtade från andra platser.
who-activities = Aktiviteter på annat håll
who-activities-all = Aktiviteter
who-order = Närmast först: samma mål, sedan mål under samma större mål, målgrupp, fokusområde och till sist bäst status.
who-shared = Gemensamt med målet
who-through = genom
who-responsible = Ansvarig:
who-no-responsible = Ingen ansvarig registrerad
who-no-place = Plats okänd
who-uses = Använder:
who-cut = De { $shown } närmaste av { $count } visas.
who-more = Visa fler
who-none = Ingen aktivitet är registrerad på annat håll.
who-none-text = Grafen vet bara det som lagts in: andra kan göra något ändå. Pröva detta:
who-none-everywhere = Visa alla platser, även den valda
who-none-larger = { $count ->
    [one] Det större målet ”{ $name }”: { $count } aktivitet
   *[other] Det större målet ”{ $name }”: { $count } aktiviteter
}
who-none-search = Sök i hela grafen
who-none-interventions = Insatser och metoder som används på flera håll
who-interventions = Insatser och metoder de använder
who-used-in = Aktiviteter som använder den
who-larger = Större mål som målet tjänar
who-lacking = Mål utan registrerad aktivitet
who-lacking-text = Välj ett av dem för att se vad andra gör.

## Jämför planer

compare-what = Vad vill du jämföra?
compare-plans = Två planer
compare-plans-text = Vad de har gemensamt, vad bara den ena har, och hur det är täckt: större mål, fokusområden, målgrupper, arenor, metoder och ansvariga.
compare-two-places = Två platser
compare-two-places-text = Hur varje mål är täckt i två kommuner eller län.
compare-two-dates = Två datum
compare-two-dates-text = Vad som ändrats mellan två datum, och varför.
compare-else = Jämför något annat
compare-do = Jämför
compare-plan = Plan
compare-other-plan = Annan plan
compare-plan-title = { $one } jämfört med { $other }
compare-common = { $count ->
    [0] De har inget större mål gemensamt.
    [one] De har { $count } större mål gemensamt.
   *[other] De har { $count } större mål gemensamma.
}
compare-common-groups = { $count ->
    [0] Ingen målgrupp nämns i båda.
    [one] { $count } målgrupp nämns i båda.
   *[other] { $count } målgrupper nämns i båda.
}
compare-common-alone = Av målen leder { $one } av { $oneAll } i den första och { $other } av { $otherAll } i den andra inte till något som båda har.
compare-summary = Planerna i korthet
compare-goals = Mål
compare-activities = Aktiviteter under planen
compare-stops = Ställen där tråden slutar utan aktivitet
compare-unknown = Okänt: inget dokument nämner platsen
compare-between-plans = Mellan planerna
compare-parts = Innehåll
compare-parts-text = Så många har båda, av så många i allt.
compare-shared-of = gemensamma av
compare-part-larger-text = Mål, områden och planer som planernas innehåll tjänar i ett steg ut ur planen, det närmaste först.
compare-part-match-text = Där analytiker har kopplat innehåll i båda planerna till samma sak, som nära eller besläktat.
compare-part-focus-area-text = Fokusområden som planerna själva anger.
compare-part-area-text = Områden som planernas innehåll är indelat i.
compare-part-target-group-text = Målgrupper som planerna nämner. En aktivitet för en smalare grupp räknas också för den bredare.
compare-part-arena-text = Arenor som planerna nämner.
compare-part-intervention-text = Insatser och metoder som planerna använder.
compare-part-actor-text = Vilka som står som ansvariga i planerna.
compare-part-goal-text = Varje mål, hur det är täckt, och om det leder till något som båda planerna har.
compare-part-empty = Ingen av planerna anger något här. Det kan bero på att dokumenten inte säger det.
compare-shared = Båda
compare-only = Bara { $plan }
compare-through = { $count ->
    [one] genom { $count } sak
   *[other] genom { $count } saker
}
compare-own-thing = planens eget
compare-not-held = nämns inte
compare-not-served = leder inte dit
compare-near = Närliggande hos den andra:
compare-alone = leder inte till något gemensamt
compare-rest = { $count ->
    [one] och { $count } till
   *[other] och { $count } till
}
compare-within = Aktiviteter räknas bara om de gäller { $place }.
explore-onward = Utforska vidare härifrån

# The query editor
sparql-runs = Frågan körs. Den avbryts efter { $seconds } sekunder; stoppa den tidigare med webbläsarens stoppknapp.
sparql-hint = Ctrl+Enter ställer frågan, Ctrl+blanksteg föreslår ord ur grafen, Tab lämnar fältet. Adressen till svaret är också länken att dela.
