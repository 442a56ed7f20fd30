# The words of the pages. Both files have the same messages in the same order.

## Form

date = { DATETIME($day, dateStyle: "long") }
month = { $month ->
    [1] January { $year }
    [2] February { $year }
    [3] March { $year }
    [4] April { $year }
    [5] May { $year }
    [6] June { $year }
    [7] July { $year }
    [8] August { $year }
    [9] September { $year }
    [10] October { $year }
    [11] November { $year }
   *[other] December { $year }
}
number = { NUMBER($number) }
percent = { $share }%
years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
yes = Yes
no = No
line = line { $line }
lines = lines { $first }–{ $last }

## The frame of every page

skip = Skip to the content
nav = Pages
nav-start = Overview
nav-coverage = Coverage
nav-thread = Thread
nav-gaps = Gaps
nav-compare = Compare
nav-library = Questions
nav-source = Sources
nav-sparql = SPARQL
nav-about = About
languages = Languages
language-sv = Svenska
language-en = English
footer = The graph knows only what was put in. Every fact is one click from its evidence.
version = Data version
accessibility = Accessibility
address = Address
choose = Choose …
any = All
required = (required)
place = Place
everywhere = Everywhere
as-of = As of
show = Show
basis-label = Link basis
basis-stated = Only what documents state
basis-mapped = Also what analysts mapped
basis-suggested = Also what a machine suggested
basis-hint = Which links count.

## Lägesbild

start-title = Overview
start-form = Choose date, place and link basis
start-goals = { $count ->
    [one] The graph holds { $count } goal.
   *[other] The graph holds { $count } goals.
}
start-none = { $count ->
    [one] For { $count } of them no activity is recorded as of { $date }.
   *[other] For { $count } of them no activity is recorded as of { $date }.
}
start-place = Activities count only where they concern { $place }.
start-unknown = { $count ->
    [one] For { $count } of them the coverage is unknown as of { $date }.
   *[other] For { $count } of them the coverage is unknown as of { $date }.
}
start-covered = { $count ->
    [one] { $count } goal with at least one recorded activity
   *[other] { $count } goals with at least one recorded activity
}
start-left = { $count ->
    [one] { $count } goal where the thread reaches no activity
   *[other] { $count } goals where the thread reaches no activity
}
start-left-unknown = { $count ->
    [one] { $count } goal whose coverage is unknown
   *[other] { $count } goals whose coverage is unknown
}
unknown-heading = Unknown is not a gap
unknown-text = No document in the graph names { $place }. So it can neither be said that there are activities nor that there are none.
unknown-more = Which municipalities are unknown?
start-statuses = How the goals are covered
start-statuses-caption = Number of goals by the best status that any of the goal’s activities reaches as of { $date }.
start-recorded = “No activity recorded” means that nothing in the graph leads to the goal, not that nothing is done.
start-meaning = What the statuses mean
start-gaps = The greatest gaps
start-gaps-all = { $count ->
    [one] See { $count } gap of any kind
   *[other] See all { $count } gaps
}
start-lately = Since { $date }
start-now = now:
start-unmoved = No goal has another status.
start-changes-all = Everything that changed, and why
start-moved = { $count ->
    [one] One goal has another status.
   *[other] { $count } goals have another status.
}
goals-none = Goals without a recorded activity
goals-none-text = Ordered by the strategy, handslag or document that sets the goal out. The last column shows how far the thread reaches.
goals-with = Goals with status: { $status }
goals-all = All goals
goals-empty = No goal has this status with these choices.
goals-none-unknown = For this place the coverage of every goal is unknown, so none counts as being without activity.
broken-here = Nothing leads to the goal
broken-at = Breaks at
broken-more = { $count ->
    [one] and in 1 more spot
   *[other] and in { $count } more spots
}
broken-nowhere = Reaches all the way
tasks = What do you want to know?
kinds = Everything in the graph

## Täckning

matrix-title = Coverage
matrix-form = Choose rows, columns and what counts
matrix-lead = How many activities are recorded where two things meet, and the best status that any of them reaches.
matrix-rows = Rows
matrix-columns = Columns
matrix-level-rows = Level of the rows
matrix-level-columns = Level of the columns
matrix-more = Count only for a strategy, place, target group or focus area
matrix-only = Only { $of }
matrix-total = Total
matrix-activities = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
}
matrix-distinct = Each number counts distinct activities. So a total may be less than its parts: an activity may stand in several.
matrix-too-large = { $rows } rows × { $columns } columns are too many for a page. Choose a strategy or a place, or get the file: it has all.
matrix-left-out = { $count ->
    [one] { $count } column without a recorded activity is not shown (unknown: { $unknown }).
   *[other] { $count } columns without a recorded activity are not shown (unknown: { $unknown }).
}
matrix-show-empty = Show them
matrix-hide-empty = Show only columns with activities
matrix-open-all = Open all rows
matrix-close-all = Close all rows
matrix-open = Show { $count } rows below
matrix-close = Hide { $count } rows below
matrix-nothing = Nothing to show with these choices.
matrix-behind = { $count ->
    [one] { $count } activity is recorded here. Status as of { $date }:
   *[other] { $count } activities are recorded here. Status as of { $date }:
}
matrix-suspect = { $count ->
    [one] { $count } of them counts only through suspect links.
   *[other] { $count } of them count only through suspect links.
}
matrix-none = No activity is recorded here. It does not mean that nothing is done.
matrix-unknown = No document in the graph names the place. What is done there is unknown.
matrix-not-relevant = Someone has judged, with a reason, that the goal is not relevant here:
matrix-why = Why?
matrix-back = Back to the table

## Luckor

gaps-title = Gaps
gaps-form = Choose date, place, strategy and basis
gaps-lead = { $count ->
    [0] No gap with these choices as of { $date }.
    [one] { $count } gap as of { $date }.
   *[other] { $count } gaps of { $kinds } kinds as of { $date }.
}
gaps-meaning = A gap means that something is not recorded in the graph, not that it is not done.
gaps-kinds = Kinds of gaps
gaps-kind = Kind
gaps-severity = Severity
gaps-count = Number
severity-high = high
severity-medium = medium
severity-low = low
gaps-more = Show all { $count }
gaps-cut = The page shows the first { $shown } of { $count }. The files have all.
gaps-every = Show all kinds
gaps-question = The question behind
gaps-who-else = Who else?
gaps-also = More
gaps-where = Place
gaps-left-out = Not in this selection
threads-title = Broken threads
threads-text = Here the thread stops without reaching an activity, and this is the shortest way to mend it.
threads-stops = Stops at
threads-repair = Mend
threads-cut = The page shows the first { $shown } of { $count }. The files have all.
any-strategy = All strategies
strategy = Strategy

## Jämför

compare-title = Compare
compare-other = Other place
compare-since = Since
compare-dates = Changes between two dates
compare-places = { $one } and { $other }
compare-differ = { $count ->
    [one] The coverage differs for { $count } of { $goals } goals.
   *[other] The coverage differs for { $count } of { $goals } goals.
}
compare-differs = differs
compare-same = No goal has a recorded activity in either place, and the coverage is the same.
compare-left-out = Goals with the same coverage and no recorded activity in either place are not shown. The files have all.
compare-between = From { $since } to { $date }
compare-statuses = Goals whose coverage changed
compare-before = Before
compare-after = After
compare-cause = Cause
compare-not-there = not included
compare-was = before
compare-gaps-opened = Gaps opened
compare-gaps-closed = Gaps closed
compare-gaps-moved = Gaps that changed kind
compare-nothing = Nothing has changed between the dates.

## Tråden

thread-title = The thread
thread-begin = Follow the thread
thread-lead = From a national goal down to what is done. Choose where the thread should begin.
thread-form = Choose where the thread begins, place, date and basis
thread-from = Begin at
thread-choose = Choose from a list below
thread-ends = { $count ->
    [0] The thread reaches no recorded activity as of { $date }.
    [one] The thread reaches { $count } recorded activity as of { $date }.
   *[other] The thread reaches { $count } recorded activities as of { $date }.
}
thread-place = Counted for { $place }.
thread-broken = { $count ->
    [0] It breaks nowhere.
    [one] In { $count } spot it stops without reaching an activity.
   *[other] In { $count } spots it stops without reaching an activity.
}
thread-unknown = The situation is unknown: no document in the graph names { $place }.
thread-picture = The thread as a picture
thread-legend = The wider a band, the more activities. The number in a box counts all activities that lead to it, each once. Dashed line: no recorded activity. Ring at the end: here the thread stops.
thread-legend-unknown = Dotted line: whether any activities pass here is unknown.
thread-picture-title = The thread of { $name }
thread-picture-said = { $things } things, from goals on the left down to { $count } activities on the right. In { $stops } spots the thread stops without reaching an activity. The tree below the picture has the same content.
thread-up-show = Show also what the goals serve
thread-up-hide = Show only downwards
thread-close = Show fewer
thread-tree = The thread as a tree
thread-tree-text = The same things and links as in the picture. Each name leads to the page of the thing, with its evidence.
thread-upwards = Upwards: what it serves
thread-downwards = Downwards: what serves it
thread-activities = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
}
thread-none = none recorded
thread-stops = The thread stops here
thread-more = and { $count } more
thread-more-stops = { $count ->
    [one] the thread stops at { $count } of them
   *[other] the thread stops at { $count } of them
}
thread-beyond = { $count ->
    [one] { $count } thing under { $name }
   *[other] { $count } things under { $name }
}
thread-again = shown above
thread-layer-international = International goals
thread-layer-national = National goals
thread-layer-regional = Regional goals and areas
thread-layer-local = Local goals and handslag
thread-layer-unstated = Goals with no level stated
thread-layer-activity = Activities
thread-level = Level
thread-level-international = International
thread-level-national = National
thread-level-regional = Regional
thread-level-local = Local
thread-level-unstated = Not stated
thread-plans = Where the thread can begin
thread-plan = Strategy, handslag or document
thread-stops-count = The thread stops without activity
thread-follow = Follow the thread

## Sök

search-title = Search
search-box = Search the whole graph
search-hint = Goal, place, code, quote …
search-do = Search
search-how = How to search
search-how-1 = Write one or more words: all must be there. Capitals and accents make no difference: “halsa” finds both “hälsa” and “hälsan”.
search-how-2 = The last word may be a beginning: “Kopin” finds Köping.
search-how-3 = Quotation marks keep words together: "psykisk hälsa".
search-how-4 = Codes work too: a municipality code like 1907, or a reference like Skr. 2024/25:77.
search-how-5 = The search looks through names, other names, codes, descriptions and quotes, in that order. A word inside another is not found: “hälsa” does not find “folkhälsa”.
search-found = { $count ->
    [one] { $count } hit for “{ $text }”
   *[other] { $count } hits for “{ $text }”
}
search-none = Nothing in the graph answers to “{ $text }”
search-none-text = The graph only knows what has been put in: that nothing is found does not mean that it does not exist. Try a shorter word or the beginning of the word.
search-none-kind = Nothing of that kind answers to “{ $text }”
search-some = Nothing in the graph has all the words. Here is what has some of them, that with the most words first.
search-kinds = Narrow to a kind
search-every = All kinds
search-more = { $count ->
    [one] { $count } more kind
   *[other] { $count } more kinds
}
search-exact = Exact match
search-missing = Lacks: { $words }
search-passage = Show the quote
search-cut = { $count ->
    [one] The first hit is shown.
   *[other] The first { $count } hits are shown. Write more words or choose a kind.
}
search-cut-file = The files have the first { $count }.
search-field-name = Name
search-field-code = Code
search-field-other-name = Other name
search-field-description = Description
search-field-quote = Quote

## Columns

column-goal = Goal
column-goals = Goals
column-share = Share
column-status = Status
column-activities = Activities
column-shallow = Things below the goal
column-setoutin = Set out in
column-broken = The thread
column-thing = Name
column-subject = Thing
column-property = Property
column-value = Value
column-graph = Graph
column-basis = Link basis
column-quote = Quote
column-document = Document
column-lines = Lines
column-from = From
column-to = To
column-term = Term
column-definition = Definition
column-prefix = Prefix

## A thing

no-kind = Thing
unverified = Wording not verified.
unverified-text = The Swedish wording could not be read in the source.
facts = Facts
in-graph = in the graph
passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
no-passage = The fact has no passage of its own in this graph.
section = section
mapped-by = Mapped by
mapped-on = Date
confidence = Confidence
mapped-why = Justification
incoming = What points here
incoming-under = { $count ->
    [one] “{ $property }” of { $count } thing
   *[other] “{ $property }” of { $count } things
}
incoming-truncated = { $count ->
    [one] Only the first link is shown.
   *[other] Only the first { $count } links are shown.
}
all-passages = All passages
supports-fact = Supports the fact:
supports = Supports
coverage-heading = Coverage as of { $date }
coverage-place = Counted for
coverage-unknown = No document in the graph names the place. Whether anything is done there is unknown, and it does not count as a gap.
coverage-deep = { $count ->
    [one] An unbroken thread leads from the goal down to { $count } recorded activity.
   *[other] An unbroken thread leads from the goal down to { $count } recorded activities.
}
coverage-shallow = { $count ->
    [one] { $count } thing points to the goal, but the thread reaches no recorded activity.
   *[other] { $count } things point to the goal, but the thread reaches no recorded activity.
}
coverage-nothing = Nothing in the graph leads to the goal: no activity recorded.
why = Why?
why-text = The thread from the activity that decides the status up to the goal. Each step has its basis and its evidence.
why-facts = What decides the status of the activity
why-no-facts = Nothing stated decides the status: it follows from what is not stated.
why-lacking = Not stated, but would better the coverage
why-near = { $count ->
    [one] { $count } activity serves the goal but does not count with these choices
   *[other] { $count } activities serve the goal but do not count with these choices
}
coverage-activities = Activities that lead to the goal
broken = Broken threads
broken-stops = The thread stops at the { $kind }
coverage-thread = See the whole thread below the goal
coverage-who = Who else works with the goal?
picture = What surrounds it
legend = Legend
zoom-in = Zoom in
zoom-out = Zoom out
zoom-whole = Show all
picture-table = { $count ->
    [one] The same as a table: { $count } link
   *[other] The same as a table: { $count } links
}
readings = Ambiguous spots
readings-text = Where the document can be read in more than one way: the reading the data follows, and the other.
readings-none = No ambiguous spots are noted.
reading-about = About
reading-chosen = Reading chosen
reading-other = Other reading
reading-open = Open the reading with its passages
document-passages = Passages in the order of the document
document-graph = What the document states lies in the graph
show-passages = { $count ->
    [one] Show { $count } passage
   *[other] Show { $count } passages
}

## Panels of a thing, and the profile of a place

panels = On this page
panel-all = Show all { $count }
panel-more = and { $count } more
panel-question = Open as a question
chart-label = Line chart: { $name }. The same values stand in the table.
chart-no-place = No place stated
chart-no-direction = no desired direction is stated
chart-gaps = Dashed line: the years between are unknown.
chart-undrawn = { $count ->
    [one] { $count } observation without a year or a value is not drawn, but stands in the table.
   *[other] { $count } observations without a year or a value are not drawn, but stand in the table.
}
chart-left-out = { $count ->
    [one] { $count } more line has no room, but stands in the table.
   *[other] { $count } more lines have no room, but stand in the table.
}
profile-goals = { $count ->
    [one] { $count } goal applies in { $place } according to the plans in the graph.
   *[other] { $count } goals apply in { $place } according to the plans in the graph.
}
profile-covered = { $covered ->
    [0] For none of them is an activity recorded there as of { $date }.
   *[other] For { $covered } at least one activity is recorded there as of { $date }, for { $left } none.
}
profile-meaning = That no activity is recorded does not mean that nothing is done: the graph knows only what was put in.
profile-coverage = All goals as a matrix
profile-gaps = All gaps
profile-compare = Compare with another place
profile-plans = Plans that apply here
profile-plans-text = How many of each plan's goals have which status in the place. A plan without a place applies everywhere.
profile-plans-more = { $count ->
    [one] { $count } more plan is not shown.
   *[other] { $count } more plans are not shown.
}
profile-gaps-text = In the place's own plans and documents. A gap means that something is not recorded, not that it is not done.
profile-examples = For example
profile-need = What is measured, and what is done about it
profile-need-text = The newest value of each indicator and group, beside the poorest coverage here of a goal that the indicator measures. What is not measured is unknown, not zero.
profile-indicator = Indicator
profile-whom = Who
profile-time = Time
profile-undated = year unknown
profile-done = Coverage here
profile-no-goal = no goal is measured by it in the graph

## A kind of thing

kind-definition = What the word means
kind-empty = The graph holds none.
kind-strategy = { $count ->
    [one] { $count } strategy
   *[other] { $count } strategies
}
kind-law = { $count ->
    [one] { $count } law
   *[other] { $count } laws
}
kind-document = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
kind-goal = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
kind-area = { $count ->
    [one] { $count } area
   *[other] { $count } areas
}
kind-focus-area = { $count ->
    [one] { $count } focus area
   *[other] { $count } focus areas
}
kind-handslag = { $count ->
    [one] { $count } handslag
   *[other] { $count } handslag
}
kind-activity = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
}
kind-commitment = { $count ->
    [one] { $count } commitment
   *[other] { $count } commitments
}
kind-follow-up = { $count ->
    [one] { $count } follow-up
   *[other] { $count } follow-ups
}
kind-actor = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
}
kind-place = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
kind-target-group = { $count ->
    [one] { $count } target group
   *[other] { $count } target groups
}
kind-arena = { $count ->
    [one] { $count } arena
   *[other] { $count } arenas
}
kind-intervention = { $count ->
    [one] { $count } intervention
   *[other] { $count } interventions
}
kind-indicator = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}
kind-association = { $count ->
    [one] { $count } association
   *[other] { $count } associations
}
kind-observation = { $count ->
    [one] { $count } observation
   *[other] { $count } observations
}
kind-factor = { $count ->
    [one] { $count } factor
   *[other] { $count } factors
}
kind-reading = { $count ->
    [one] { $count } ambiguous reading
   *[other] { $count } ambiguous readings
}
kind-not-relevant = { $count ->
    [one] { $count } judgement “not relevant”
   *[other] { $count } judgements “not relevant”
}
kind-passage = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
kind-mapping = { $count ->
    [one] { $count } mapping
   *[other] { $count } mappings
}
kind-level = { $count ->
    [one] { $count } level
   *[other] { $count } levels
}
kind-strategy-kind = { $count ->
    [one] { $count } kind of strategy
   *[other] { $count } kinds of strategy
}
kind-goal-kind = { $count ->
    [one] { $count } kind of goal
   *[other] { $count } kinds of goal
}
kind-horizon = { $count ->
    [one] { $count } horizon
   *[other] { $count } horizons
}
kind-activity-kind = { $count ->
    [one] { $count } kind of activity
   *[other] { $count } kinds of activity
}
kind-commitment-kind = { $count ->
    [one] { $count } kind of commitment
   *[other] { $count } kinds of commitment
}
kind-actor-kind = { $count ->
    [one] { $count } kind of actor
   *[other] { $count } kinds of actor
}
kind-place-kind = { $count ->
    [one] { $count } kind of place
   *[other] { $count } kinds of place
}
kind-factor-kind = { $count ->
    [one] { $count } kind of factor
   *[other] { $count } kinds of factor
}
kind-trend = { $count ->
    [one] { $count } trend
   *[other] { $count } trends
}
kind-direction = { $count ->
    [one] { $count } desired direction
   *[other] { $count } desired directions
}
kind-role = { $count ->
    [one] { $count } role
   *[other] { $count } roles
}
kind-status = { $count ->
    [one] { $count } status
   *[other] { $count } statuses
}
kind-changed-end = { $count ->
    [one] { $count } changed end
   *[other] { $count } changed ends
}
kind-basis = { $count ->
    [one] { $count } link basis
   *[other] { $count } link bases
}

## Questions

library-title = Questions
library-text = Saved questions to the graph. Each answer is a table to read, a link to send and a file to work on.
library-filter = Search the questions
library-filter-do = Search
library-tasks = What it is about
library-all = Show all questions
library-some = { $count } questions fit.
library-count = { $count ->
    [0] No question has all the words.
    [one] { $count } question has all the words.
   *[other] { $count } questions have all the words.
}
library-task-gaps = Which goals lack activities?
library-task-place = How does my municipality stand?
library-task-thread = Where does the chain break?
library-task-who-else = Who else works on the same?
library-task-measured = What is measured and followed up?
library-task-sure = How sure are the facts?
library-task-thing = What belongs to a certain thing?
library-task-other = More questions
question-form = Parameters of the question
ask = Ask
answer-rows = { $count ->
    [one] The answer has { $count } row
   *[other] The answer has { $count } rows
}
answer-empty = Nothing in the graph answers the question with these choices.
answer-wrong = No answer: a value does not fit
answer-waits = The answer will stand here
answer-waits-text = Fill in what is required and press Ask.
truncated = The answer is cut: there are more rows.
must-be-given = A value is required.
remedy = What you can do
question-behind = The question behind
question-sparql = Show the question as SPARQL
question-cut = The page shows the first { $most } of { $count } rows. The files have all.
question-meaning = What does this mean?
question-basis-stated = Only links stated in a document count.
question-basis-mapped = Links stated in a document or mapped by an analyst count; suggested ones do not.
question-basis-suggested = All links count, also those a machine has suggested and nobody has reviewed.
question-as-of = The answer holds as of { $date }.
question-only-recorded = The graph knows only what was put in: that no activity is recorded does not mean that nothing is done.
question-view-table = Show as table
question-view-matrix = Show as matrix
question-view-graph = Show as graph
question-view-bars = Show as bars
question-data = For Excel and Power BI
question-data-text = In Excel: Data, From Web. In Power BI: Get data, Web. Paste the address; the answer is fetched anew when you refresh. Without a date in the address it holds for the day you refresh.
crosstab-counts = The numbers are numbers of rows in the answer.
crosstab-nothing = no row
crosstab-too-large = The matrix has { $rows } rows and { $columns } columns. That is too much for a page: show it as a table, or take it as a file.

## SPARQL

sparql-text = Ask the graph anything with SPARQL 1.1. Asking is open to all, changes nothing and needs no login.
sparql-form = Ask freely
sparql-query = SPARQL query
sparql-run = Run the query
sparql-more = The answer has more than { $most } rows
sparql-cut = The page shows the first. The files have up to { $rows } rows.
sparql-graph = The answer is a graph
sparql-graph-cut = The page shows only the beginning. The files have all.
sparql-examples = Examples to start from
sparql-how = For scripts
sparql-how-text = Send the query with GET (?query=…) or POST, and choose the format with Accept or format=json, xml, csv, tsv, ttl, nt, rdf, jsonld, trig or nq. Without FROM the query sees what documents state and analysts mapped; each document is a named graph, and graphs can also be chosen with default-graph-uri and named-graph-uri. SERVICE, LOAD and updates are not allowed.
sparql-limits = Limits
sparql-limits-text = A query may take { $seconds } seconds; timeout=3 sets a shorter limit. The answer may have { $rows } rows and { $megabytes } MB. Closing the connection stops the query. Who asks much must wait: 429 or 503 with Retry-After. A query can always be bounded with LIMIT and OFFSET.
sparql-truncated = When rows were cut
sparql-truncated-text = An answer with more rows than allowed is cut only in formats that can say so themselves: JSON has "truncated": true and XML a link to this paragraph in its head. The answer then always has the header Truncated with the number of rows kept. CSV, TSV and graphs are never cut; where they are too large the service answers 413.
sparql-prefixes = Prefixes used in the graph
sparql-missing = Send a query in query.

## API

api-lead = Every saved question is an address. Fetch the answer from Excel, Power BI, R, Python or a program of your own: open, without a key, and for reading only.
api-about = Saved questions to the knowledge graph Röda tråden. Open, without a key, for reading only. What is not recorded may still exist: the graph knows only what was put in.
api-list = All questions with their parameters
api-how = How to ask
api-how-1 = The name of the question is the last part of the address. Parameters follow the question mark; an empty parameter is like one that is not given.
api-how-2 = Choose a format with a suffix (.csv), with format=csv or with the Accept header. Without a choice: JSON.
api-how-3 = Without limit the whole answer comes. With limit and offset a part of it comes, and the Link header says where the first, previous, next and last are. X-Total-Count is the number of rows of the whole answer.
api-how-4 = The Content-Location header is the fixed address: with date, format and data version. Where the data has been replaced it answers 409 rather than something else than last time.
api-how-5 = Every answer has an ETag: send it in If-None-Match and the answer is 304 when nothing has changed.
api-how-6 = Other sites may read the answers (CORS).
api-questions = Choose a question to fill it in, see the address it makes, try the answer and copy code.
api-question = Question
api-name = Name in the address
api-parameters = Parameters that every question has
api-parameter-basis = Which links count: stated (only what documents state), mapped (what analysts linked too) or suggested (what a machine suggested too).
api-parameter-lang = Language of headings and names: sv or en.
api-parameter-format = The format, where the address has no suffix.
api-parameter-limit = At most so many rows.
api-parameter-offset = Leave out so many rows first.
api-parameter-version = Require this data version. Where another is in place, the answer is 409.
api-choices = The values stand with their names in { $lists }. The full address will do too.
api-formats = Formats
api-format = Format
api-limit = At most rows
api-offset = Leave out rows
api-errors = When it does not work
api-errors-text = An error is application/problem+json (RFC 9457). Its member parameter says which parameter it is about.
api-badparameter = A parameter is missing, unknown, given twice or has a value that does not fit.
api-unknown = No question has that name. The nearest names stand in the answer.
api-unacceptable = None of the formats in Accept can be given. Those that can stand in the answer.
api-406 = None of the formats in Accept can be given. Choose one of: { $formats }.
api-otherversion = The data version in version is not the one in place here now.
api-toolarge = The answer needs more memory than a query may take.
api-toooften = You ask a lot at the moment. Retry-After says how many seconds to wait.
api-busy = All places for queries are taken. Try again after as many seconds as Retry-After says.
api-timeout = The question took longer than it may and was ended. Narrow it with a parameter.
api-other-version = Version { $asked } is not here. The one that is here is { $served }. Leave version out to get its answer.
api-problem-parameter = The parameter that the error is about.
api-answer = The answer, or the part of it that limit and offset ask for.
api-header-x-total-count = The number of rows of the whole answer.
api-header-link = Where the first, previous, next and last part are (RFC 8288), when limit is given.
api-header-content-location = The fixed address of this very answer, with date, format and data version.
api-header-retry-after = After how many seconds it is worth to try again.
api-reports = Other pages as files
api-reports-text = The pages are files too, with the same parameters as in their address: add a dot and one of the formats.
api-report-kind = all of a kind, in the formats above
api-report-thing = a thing, in the formats above
api-try = Show the address and the answer
api-get = Fetch the answer
api-address = The address
api-pinned = The address always gives the newest. To show the same answer tomorrow, use
api-pinned-link = the fixed address
api-sheet = For Excel and Power BI
api-sheet-text = In Excel: Data → From Web, paste the address. In Power BI: Get data → Web. Refresh fetches the newest answer.
api-copy = Copy the address
api-code = Code to copy
api-tool-power-query = Excel and Power BI (Power Query, M)
api-tool-python = Python (pandas)
api-tool-r = R
api-tool-curl = Command line (curl)
api-response = The answer
api-cut = Only the beginning is shown.
api-binary = The format is no text. Fetch the answer to open it.
api-as-page = The same question as a page
error-409 = Another data version

## Sources and graphs

source-title = Sources
source-text = { $count ->
    [one] Everything in the graph comes from { $count } document. Here is what was read from it.
   *[other] Everything in the graph comes from { $count } documents. Here is what was read from each.
}
source-date = Date of the source: { $date }
source-undated = The source is undated
source-graph = Show it as a graph
source-readings = { $count ->
    [one] { $count } ambiguous spot
   *[other] { $count } ambiguous spots
}
source-others = Graphs without a document
statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
graph-title = Named graph
graph-text = A named graph holds together what one source states. Its basis holds for everything in it.
graph-document = Document
graph-no-document = None: the graph was not read from a document.
graph-size = Size
graph-things = Says something of

## Vocabulary

ns-title = Vocabulary
ns-text = The words the graph is written in, with definitions. Each word has its own address.
ns-class = Kinds of things
ns-property = Properties
ns-concept = Small lists

## Data about the data

shapes-title = Rules for valid data
shapes-text = What a thing must have and may have to be valid (SHACL). The same rules check the tables and give them their columns.
column-shape = Rule
void-title = About the data
void-things = Things
void-day = Latest day in the data
void-licence = Licence
void-data = Get all of it
void-data-text = The whole graph as a file. TriG and N-Quads keep the named graphs apart; the others have what is stated or mapped.
void-too-large = The graph is too large for a file here. Fetch one named graph at a time.
void-graphs = Sources and named graphs
void-form-nq = N-Quads
void-form-trig = TriG
void-form-nt = N-Triples
void-form-ttl = Turtle
void-description = Description in VoID
void-description-text = How much there is, of what and how it hangs together, with the prefixes and the questions as examples. The description is in the graph too, so that a query tool finds it.
void-catalogue = Catalogue for data portals
void-catalogue-text = The dataset and the service described in DCAT-AP-SE 3.0.1, for the Swedish data portal.
void-endpoint = The SPARQL service
void-endpoint-text = What the service can do, the formats it answers in and the graphs it holds.
void-used = What is used
void-used-text = Each kind of thing and each property with how many there are.
void-name = Name
void-count-class = Things
void-count-property = Statements

## About

about-title = About Röda tråden
about-lead = The red thread is the unbroken line from a national goal to what is actually done in a municipality. The service makes the line visible and shows where it breaks.
about-method = Method
about-method-1 = Strategies, handslag and action plans are read by written rules and become tables: goals, activities, responsible actors, periods. Only what the document says is entered; an empty cell means that it says nothing.
about-method-2 = Every fact has a short quote with document and lines. What different documents state is kept apart in a graph each. Links that an analyst made have author, date, confidence and justification.
about-method-3 = The coverage of a goal is decided by the activities that lead to it through the thread of links, as of a date. The status is the best that any of them reaches.
about-ns = All words with definitions
about-statuses = Statuses
about-statuses-text = From best to worst. The last two are not ranked: they stand apart.
about-bases = Link bases
about-bases-text = How we know a link. Suggestions by a machine count only if you choose so.
about-limits = Limits
about-limit-1 = The graph knows only what was put in. No activity recorded does not mean that nothing is done.
about-limit-2 = A place that no document names is unknown, not without activities.
about-limit-3 = An activity with no known end whose source is older than 24 months is uncertain: nobody knows whether it still runs.
about-limit-4 = Ambiguous spots in the documents are noted with the reading chosen and the other possible one.
about-reach = Data and program
about-reach-text = The overview, questions, things, graphs and vocabulary are also files: add .csv, .xlsx, .json or .ttl to the address. Nothing is fetched from other sites, no cookies are set and no statistics are kept of visitors.
accessibility-1 = The aim is WCAG 2.2 level AA. This says what has been tested and what has not; no independent audit has been made.
accessibility-2 = All pages work without JavaScript. Every picture has a tree or a table with the same content.
accessibility-tested = Tested
accessibility-tested-1 = Automatic testing with axe-core of every type of page, in Swedish and English, light and dark, wide and narrow screen: no violations.
accessibility-tested-2 = Keyboard: skip link, menus, forms, expandable evidence, scrollable tables and the picture are reached and used without a mouse.
accessibility-tested-3 = A width of 320 pixels without scrolling sideways, except inside tables.
accessibility-not = Not tested
accessibility-not-1 = Screen readers with real users.
accessibility-not-2 = The pictures are text that the keyboard reaches; in a large one the whole is still best read in the tree or the table.
accessibility-not-3 = The quotes stand in the language of the source and are not translated; some names exist only in Swedish.

## Explore

nav-explore = Explore
explore-title = Explore
explore-heading = Explore how things hang together
explore-lead = Begin from a thing and open what is linked to it, one step at a time. The address remembers all you do, so the picture can be sent on.
explore-from-search = Begin with a search
explore-from-plan = Begin from a strategy or a handslag
explore-from-question = Begin with a question or a gap
explore-gap-kinds = Kinds of gap
explore-questions = Other questions
explore-near = Did you mean one of these?
explore-from-beginning = Begin again from the same things, without what was opened
explore-said = { $things ->
    [one] The picture shows { $things } thing
   *[other] The picture shows { $things } things
} and { $links ->
    [one] { $links } link.
   *[other] { $links } links.
}
explore-and = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
explore-answered = It begins with { $shown } of { $count } things in the answer.
explore-way = { $count ->
    [one] The shortest way from “{ $from }” to “{ $to }” has { $steps } steps. It is emphasised.
   *[other] There are { $count } shortest ways from “{ $from }” to “{ $to }”, of { $steps } steps. They are emphasised.
}
explore-ways-cut = At most { $count } are shown.
explore-no-way = No way leads from “{ $from }” to “{ $to }” on this basis.
explore-way-close = Remove the way
explore-lenses = Lens
explore-no-lens = No lens
explore-picture = Picture
explore-past = Skip the picture, to the tree
explore-picture-said = Picture of { $things } things and { $links } links. The tree and the table below hold the same.
explore-help = The arrow keys move between things, Enter chooses, plus and minus zoom. Ctrl and the mouse wheel zoom, and the picture can be dragged.
explore-png = Get PNG
explore-hidden = { $count ->
    [one] { $count } neighbour is not shown
   *[other] { $count } neighbours are not shown
}
explore-empty = No activity recorded
explore-empty-beside = No activity recorded for “{ $name }”
explore-legend = Beside a kind stands +3 where three neighbours are not shown. The line says how we know the link. The arrow points where the link points.
explore-show = show
explore-hide = hide
explore-open-page = Open its page
explore-begin-here = Begin again from here
explore-put-away = Put away
explore-put-away-list = Put away
explore-take-back = Take back
explore-groups = Linked with
explore-group-out = { $property }: { $shown } of { $kind }
explore-group-in = “{ $property }” of { $shown } of { $kind }
explore-open = Open
explore-open-first = Open { $count }
explore-more = Show more
explore-close = Close
explore-alone-here = Nothing else is linked to it.
explore-way-form = Way to another thing
explore-way-to = Way to
explore-way-show = Show
explore-way-hint = Choose from the picture, or write a name or an address like place/1907.
explore-choose = Choose a thing
explore-choose-text = Choose a thing in the picture, the tree or the table to see what it is linked with.
explore-here = chosen
explore-scope = Place, date and basis (as of { $date })
explore-form = Place, date and basis
explore-tree = The same as a tree
explore-tree-text = Each thing stands below the one it was opened from. A name chooses the thing.
explore-below = { $count ->
    [one] { $count } thing below { $name }
   *[other] { $count } things below { $name }
}
explore-table = The same as a table
explore-table-cut = The picture has { $count } links. The table shows the { $shown } of the chosen thing; the files have all.
explore-alone = From Röda tråden as of { $date }: { $things } things and { $links } links. Double-click a thing to open its address.
explore-layer-document = Documents and laws
explore-layer-international = International goals
explore-layer-national = National goals
explore-layer-regional = Regional goals and areas
explore-layer-focus-area = Focus areas
explore-layer-handslag = Handslag
explore-layer-local = Local goals
explore-layer-unstated = No level stated
explore-layer-activity = Activities, commitments and follow-up
explore-layer-around = Actors, places, target groups and more
explore-layer-detail = Observations, factors and readings

## Errors

error-400 = The request could not be understood
error-400-text = Something in the address or the form is malformed.
error-401 = Not authorised
error-401-text = Send a valid token: Authorization: Bearer …
error-403 = Not allowed
error-403-text = The service is read-only.
error-404 = There is no such page
error-404-text = The address leads nowhere. The thread breaks here.
error-405 = This method is not allowed
error-405-text = The address exists but does not answer to this method.
error-406 = No format fits
error-406-text = None of the formats you accept can be given.
error-413 = Too large
error-413-text = What you sent is larger than allowed.
error-415 = Unknown kind of content
error-415-text = Send a form or application/sparql-query.
error-422 = The change does not fit
error-422-text = The graph would no longer be valid; nothing was changed.
error-500 = Something went wrong here
error-500-text = The error is logged. Try again in a while.
error-429 = Many queries in a short time
error-429-text = Wait a while and try again.
error-503 = Busy at the moment
error-503-text = Try again in a while.
error-504 = It took too long
error-504-text = Narrow the query and try again.
error-other = That did not work
error-other-text = Try another way.
error-onward = From here you can go on:

# What can be done with an answer
action-excel = Download Excel
action-sparql = Open as SPARQL
action-link = Link to this
action-copy = Copy link
action-copied = The link is copied
action-copy-failed = Could not copy. Select the address in the address bar.

# The tasks to begin with
task-gaps = Which goals lack activities?
task-gaps-text = Every kind of gap, the most serious first, and what can be done about it.
task-thread = How does it hang together?
task-thread-text = From national strategy to what is done in a place, and where the thread breaks.
task-who = Who else works on the same?
task-who-text = What others do for the same goal and target group.
task-need = Where is the need greatest?
task-need-text = What is measured beside what is done.
task-explore = What is around it?
task-explore-text = The graph: begin somewhere and follow the links.
task-place = How is my municipality doing?
task-place-show = Show the place

## Need

need-title = Need
need-form = Choose place, indicator, target group, strategy, date and basis
need-lead = { $count ->
    [0] No observation is recorded with these choices, for any time up to { $date }.
    [one] { $count } observation is recorded, for a time up to { $date }.
   *[other] { $count } observations are recorded, for times up to { $date }.
}
need-lead-unserved = { $count ->
    [one] { $count } of them measures a goal for which no activity is recorded.
   *[other] { $count } of them measure a goal for which no activity is recorded.
}
need-lead-idle = { $count ->
    [one] For { $count } more no activity at all is recorded there, but the graph does not say which goal it measures.
   *[other] For { $count } more no activity at all is recorded there, but the graph does not say which goals they measure.
}
need-meaning = Needs are never compared across indicators or target groups. A need that is not measured is unknown, never zero.
need-indicator = Indicator
need-group = Target group
need-measured = What is measured, beside what is done
need-nothing = No observations are recorded with these choices. The need is unknown.
need-order = Order: first what has the poorest coverage of its goals, then the indicator's name, then the highest need within the indicator and target group.
need-part-unserved = A measured need, and no activity recorded for the goal
need-part-unserved-text = The indicator measures a goal, and no activity is recorded there for the goal.
need-part-idle = A measured need, and no activity at all recorded there
need-part-idle-text = The graph links no goal to the indicator. For the place and target group no activity is recorded, whatever its goal.
need-part-served = A measured need, and activities recorded
need-part-served-text = The poorest coverage of the goals that the indicator measures, or what is done there whatever its goal.
need-part-apart = A measured need, and coverage unknown or not relevant
need-part-apart-text = No document names the place, or someone judged that the goal is not relevant there.
need-where = Place and target group
need-coverage = Coverage
need-evidence = Evidence
need-passage = Show the passage
need-how = How it is compared
need-percent = per cent
need-no-value = no value
need-no-direction = no desired direction
need-no-place = no place stated
need-no-time = time unknown
need-rank = Number { $rank } of { $among } from the worst
need-whatever-goal = whatever the goal
need-unknown = Unknown need
need-unknown-text = There is no observation of these. It does not mean that the need is small.
need-unknown-goal = { $count ->
    [one] { $count } goal:
   *[other] { $count } goals:
}
need-unknown-place = { $count ->
    [one] { $count } place:
   *[other] { $count } places:
}
need-to-gaps = See the gaps
need-unlinked = Indicators that are linked to no goal
need-beside = Measured need
need-beside-unknown = unknown

## Who else?

who-title = Who else?
who-begin = Who else works towards the same goal?
who-begin-text = Choose a goal. The service shows what is done elsewhere for the same goal, target group or focus area, and why it is alike.
who-form = Choose goal, place, target group, date and basis
who-place = The place where it is lacking
who-nowhere = None: show all places
who-goal-groups = Those of the goal
who-lead = { $count ->
    [0] No recorded activity shares anything with the goal.
    [one] { $count } recorded activity shares something with the goal.
   *[other] { $count } recorded activities share something with the goal.
}
who-lead-place = { $count ->
    [0] No recorded activity outside { $place } shares anything with the goal.
    [one] { $count } recorded activity outside { $place } shares something with the goal.
   *[other] { $count } recorded activities outside { $place } share something with the goal.
}
who-lead-interventions = { $count ->
    [one] They use { $count } named intervention or method.
   *[other] They use { $count } named interventions and methods.
}
who-own = The goal's own coverage on { $date }
who-own-place = in { $place }
who-unknown = The proposals below hold all the same: they come from other places.
who-activities = Activities elsewhere
who-activities-all = Activities
who-order = The nearest first: the same goal, then goals under the same larger goal, target group, focus area and last the better status.
who-shared = Shared with the goal
who-through = through
who-responsible = Responsible:
who-no-responsible = No responsible recorded
who-no-place = Place unknown
who-uses = Uses:
who-cut = The nearest { $shown } of { $count } are shown.
who-more = Show more
who-none = No activity is recorded elsewhere.
who-none-text = The graph knows only what was put in: others may do something all the same. Try this:
who-none-everywhere = Show all places, the chosen one too
who-none-larger = { $count ->
    [one] The larger goal “{ $name }”: { $count } activity
   *[other] The larger goal “{ $name }”: { $count } activities
}
who-none-search = Search the whole graph
who-none-interventions = Interventions and methods used in several places
who-interventions = Interventions and methods they use
who-used-in = Activities that use it
who-larger = Larger goals that the goal serves
who-lacking = Goals without recorded activity
who-lacking-text = Choose one of them to see what others do.

## Compare plans

compare-what = What do you want to compare?
compare-plans = Two plans
compare-plans-text = What they have in common, what only one has, and how it is covered: larger goals, focus areas, target groups, arenas, methods and responsible.
compare-two-places = Two places
compare-two-places-text = How each goal is covered in two municipalities or counties.
compare-two-dates = Two dates
compare-two-dates-text = What has changed between two dates, and why.
compare-else = Compare something else
compare-do = Compare
compare-plan = Plan
compare-other-plan = Other plan
compare-plan-title = { $one } compared with { $other }
compare-common = { $count ->
    [0] They have no larger goal in common.
    [one] They have { $count } larger goal in common.
   *[other] They have { $count } larger goals in common.
}
compare-common-groups = { $count ->
    [0] No target group is named in both.
    [one] { $count } target group is named in both.
   *[other] { $count } target groups are named in both.
}
compare-common-alone = Of the goals, { $one } of { $oneAll } in the first and { $other } of { $otherAll } in the second lead to nothing that both have.
compare-summary = The plans in short
compare-goals = Goals
compare-activities = Activities under the plan
compare-stops = Places where the thread stops without activity
compare-unknown = Unknown: no document names the place
compare-between-plans = Between the plans
compare-parts = Contents
compare-parts-text = So many are in both, of so many in all.
compare-shared-of = in common of
compare-part-larger-text = Goals, areas and plans that the contents of the plans serve in one step out of the plan, the nearest first.
compare-part-match-text = Where analysts have matched contents of both plans with the same thing, as near or related.
compare-part-focus-area-text = Focus areas that the plans themselves name.
compare-part-area-text = Areas that the contents of the plans are divided into.
compare-part-target-group-text = Target groups that the plans name. An activity for a narrower group counts for the broader one too.
compare-part-arena-text = Arenas that the plans name.
compare-part-intervention-text = Interventions and methods that the plans use.
compare-part-actor-text = Who is responsible according to the plans.
compare-part-goal-text = Each goal, how it is covered, and whether it leads to something that both plans have.
compare-part-empty = Neither plan names anything here. The documents may not say.
compare-shared = Both
compare-only = Only { $plan }
compare-through = { $count ->
    [one] through { $count } thing
   *[other] through { $count } things
}
compare-own-thing = the plan's own
compare-not-held = not named
compare-not-served = does not lead there
compare-near = Near it in the other:
compare-alone = leads to nothing in common
compare-rest = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
compare-within = Activities count only where they are in { $place }.
explore-onward = Explore onward from here

# The query editor
sparql-runs = The query runs. It is ended after { $seconds } seconds; stop it earlier with the stop button of the browser.
sparql-hint = Ctrl+Enter runs the query, Ctrl+Space suggests words of the graph, Tab leaves the field. The address of the answer is also the link to share.
