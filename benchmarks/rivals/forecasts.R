# Theta, automatic smoothing and ARIMA with R's package forecast.
#
#     Rscript forecasts.R PYTHON [NAME ...]    the named measures, or all
#     Rscript forecasts.R PYTHON --serve       one repetition for each line `NAME` that comes in
#
# PYTHON runs series.py, which makes the series. Lines and turns are those of timing.py.

suppressPackageStartupMessages(library(forecast))

HORIZON <- 12

arguments <- commandArgs(trailingOnly = TRUE)
own <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
lines <- system2(
  arguments[1], c("-W", "ignore", shQuote(file.path(dirname(own), "series.py"))), stdout = TRUE)
series <- lapply(strsplit(lines, " "), function(words) ts(as.numeric(words), frequency = 12))
some <- series[seq(1, length(series), by = 25)]

# The check is the mean of the forecasts of each step.
theta <- function() {
  means <- sapply(series, function(values) thetaf(values, h = HORIZON)$mean)
  rowMeans(means)
}

# The check is the AICc of each series.
chosen <- function(fit) {
  sapply(some, function(values) {
    model <- fit(values)
    forecast(model, h = HORIZON, level = 90)
    model$aicc
  })
}

measures <- list(
  `forecast-theta-r` = list(points = length(series), run = theta),
  `forecast-ets-r` = list(points = length(some), run = function() chosen(ets)),
  `forecast-arima-r` = list(points = length(some), run = function() chosen(auto.arima)))

line <- function(name) {
  measure <- measures[[name]]
  start <- proc.time()
  check <- measure$run()
  spent <- proc.time() - start
  cat(sprintf(
    '{"name": "%s", "seconds": [%.6f], "cpu": [%.6f], "points": %d, "check": [%s]}\n', name,
    spent[["elapsed"]], spent[["user.self"]] + spent[["sys.self"]], measure$points,
    paste(sprintf("%.17g", check), collapse = ", ")))
  flush(stdout())
}

if (identical(arguments[2], "--serve")) {
  requests <- file("stdin", open = "r")
  while (length(name <- readLines(requests, n = 1)) == 1) line(name)
} else {
  names <- arguments[-1]
  for (name in if (length(names)) names else names(measures)) line(name)
}
