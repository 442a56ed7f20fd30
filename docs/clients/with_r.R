# R, with nothing but what comes with it: a saved question, and a query of your own.
service <- "http://127.0.0.1:8000"

gaps <- read.csv(paste0(service, "/api/questions/goals-without-activity.csv?place=1907"), encoding = "UTF-8")
print(gaps[, c("goalName", "setOutInName")])

query <- "
PREFIX rt: <https://w3id.org/rodatraden/ns#>
SELECT ?activity ?actor WHERE { ?activity a rt:Activity ; rt:responsible ?actor } ORDER BY ?activity ?actor"
asked <- url(paste0(service, "/sparql?query=", URLencode(query, reserved = TRUE)), headers = c(Accept = "text/csv"))
activities <- read.csv(asked, encoding = "UTF-8")
print(head(sort(table(activities$actor), decreasing = TRUE), 10))
