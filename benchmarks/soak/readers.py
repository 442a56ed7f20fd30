"""Readers of pages: the usual addresses, with varied parameters, in both languages, some of them known already."""

from benchmarks.soak.client import Client, Request

PAGES = (
    "/?place={place}",
    "/start.csv",
    "/coverage",
    "/coverage?basis={basis}&asOf={day}",
    "/coverage?strategy=strategy/{strategy}&columns=target-group",
    "/coverage?strategy=strategy/det-handlar-om-livet&columnsLevel=municipality&empty=1",
    "/coverage.csv?strategy=strategy/{strategy}",
    "/gaps",
    "/gaps?place={place}",
    "/gaps.xlsx?place={place}",
    "/thread?thing=strategy/det-handlar-om-livet&place={place}",
    "/thread?thing=goal/{goal}",
    "/explore?thing=goal/{goal}",
    "/explore?thing=goal/{goal}&lens=gap",
    "/explore.svg?thing=goal/{goal}",
    "/need?place={place}",
    "/who-else?goal={goal}",
    "/compare?place={place}&other=1907",
    "/compare?since={day}",
    "/compare?plan=vastmanland-2018&otherPlan=stockholm-2021",
    "/id/goal/{goal}",
    "/id/goal/{goal}.ttl",
    "/id/place/{place}",
    "/id/actor/region-vastmanland",
    "/id/goal",
    "/search?q={word}",
    "/search?q={word}&kind=goal",
    "/question",
    "/question/goals-without-activity?place={place}",
    "/source",
    "/about",
    "/api",
    "/sparql",
    "/void.ttl",
    "/metrics",
    "/health",
)
VARIED = {
    "place": ("1907", "1961", "19", "1980", "01", "0180", "1382", "13", "2584"),
    "goal": ("dhol-d1", "dhol-d2", "dhol-d3", "dhol-d4", "dhol-d5", "dhol-d6"),
    "strategy": ("vastmanland-2018", "stockholm-2021", "det-handlar-om-livet"),
    "day": ("2018-01-01", "2019-06-01", "2021-03-15", "2024-12-31", "2026-11-22"),
    "basis": ("stated", "mapped", "suggested"),
    "word": ("barn+och+unga", "psykisk+halsa", "skola", "f%C3%B6r%C3%A4ldrar", "%C3%A5", "suicid", "xyzzy"),
}
KNOWN = 0.3
"""The share of requests that say which answer is known."""
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Encoding": "gzip, deflate"}


def read(client: Client) -> None:
    """Open one page."""
    chosen = {name: client.random.choice(values) for name, values in VARIED.items()}
    path = client.random.choice(PAGES).format(**chosen)
    path += ("&" if "?" in path else "?") + "lang=" + client.random.choice(("sv", "en"))
    request = Request("page", path, headers=BROWSER if client.random.random() < 0.7 else {})
    if client.random.random() < KNOWN:
        client.ask_again(request)
    else:
        client.ask(request, is_new=client.random.random() < 0.1)
