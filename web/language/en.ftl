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
start-changed = { $count ->
    [0] No goal has changed coverage since { $date }
    [one] { $count } goal has changed coverage since { $date }
   *[other] { $count } goals have changed coverage since { $date }
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
matrix-place-kind = Kind of place
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
compare-lead = Choose two places to put side by side, or an earlier date to see what has changed since then, and why.
compare-other = Other place
compare-none = None
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
picture-without = The picture is drawn with JavaScript. The table below holds the same.
picture-left-out = { $count ->
    [one] { $count } more neighbour does not fit in the picture and the table. It stands among the facts above.
   *[other] { $count } more neighbours do not fit in the picture and the table. They stand among the facts above.
}
picture-label = Picture of what surrounds { $name }
picture-help = The arrow keys go between the things, Enter opens the chosen one, plus and minus zoom.
picture-open = Open
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
question-kind-gaps = Gaps: where does the thread break?
question-kind-overview = Overview: how do things stand?
question-kind-learning = Learning: who else does something?
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
question-bound = The values of the form are bound to the variables; they are never written into the text:
question-open = Open as SPARQL

## SPARQL

sparql-text = Ask the graph anything with SPARQL 1.1. The endpoint is open, read-only and needs no login.
sparql-form = Ask freely
sparql-query = SPARQL query
sparql-run = Run the query
sparql-cut = The page shows the first { $most } of { $count } rows. The files have all.
sparql-graph = The answer is a graph
sparql-graph-cut = The page shows only the beginning. The files have all.
sparql-examples = Examples to start from
sparql-how = For scripts
sparql-how-text = Send the query with GET (?query=…) or POST, and choose the format with Accept or format=json, xml, csv, tsv, ttl, nt, rdf or jsonld. Without FROM the query sees what documents state and analysts mapped; each document is a named graph. A query that takes too long is ended. SERVICE, LOAD and updates are not allowed.
sparql-prefixes = Prefixes used in the graph
sparql-missing = Send a query in query.
sparql-406 = None of the formats in Accept can be given. Choose one of: { $formats }.

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
accessibility-2 = All pages work without JavaScript. The picture of what surrounds a thing always has a table with the same content.
accessibility-tested = Tested
accessibility-tested-1 = Automatic testing with axe-core of every type of page, in Swedish and English, light and dark, wide and narrow screen: no violations.
accessibility-tested-2 = Keyboard: skip link, menus, forms, expandable evidence, scrollable tables and the picture are reached and used without a mouse.
accessibility-tested-3 = A width of 320 pixels without scrolling sideways, except inside tables.
accessibility-not = Not tested
accessibility-not-1 = Screen readers with real users.
accessibility-not-2 = The picture is a canvas: a screen reader hears the chosen thing, but the whole is best read in the table.
accessibility-not-3 = The quotes stand in the language of the source and are not translated; some names exist only in Swedish.

## Errors

error-400 = The request could not be understood
error-400-text = Something in the address or the form is malformed.
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
error-500 = Something went wrong here
error-500-text = The error is logged. Try again in a while.
error-503 = It took too long
error-503-text = Try again in a while.
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
