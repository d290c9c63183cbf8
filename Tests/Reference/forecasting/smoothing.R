# Series of R, and what R's package forecast makes of them; R 4.2.2, forecast 8.20.
#     Rscript smoothing.R
# writes series.csv and smoothing.csv.
suppressMessages(library(forecast))
all <- list(nile = Nile, airmiles = airmiles, ukgas = UKgas, deaths = USAccDeaths)
digits <- function(x) formatC(as.numeric(x), digits = 17, format = "g", width = 1)
series <- do.call(rbind, lapply(names(all), function(name) data.frame(
  series = name, period = frequency(all[[name]]), step = seq_along(all[[name]]) - 1,
  value = digits(all[[name]]))))
write.csv(series, "series.csv", row.names = FALSE, quote = FALSE)

rows <- NULL
add <- function(series, method, quantity, values) rows <<- rbind(rows, data.frame(
  series = series, method = method, quantity = quantity, step = seq_along(values) - 1,
  value = digits(values)))
points <- function(series, method, f, steps = 6) {
  add(series, method, "mean", f$mean)
  add(series, method, "upper", f$upper)
}
plain <- c("ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN")
seasonal <- c("AAA", "AAdA", "MNA", "MAA", "MAdA", "MNM", "MAM", "MAdM")
forms <- list(nile = plain, airmiles = plain, ukgas = seasonal, deaths = "ANA")
for (name in names(forms)) for (form in forms[[name]]) {
  y <- all[[name]]
  damped <- grepl("d", form)
  fit <- ets(y, sub("d", "", form), damped = damped)
  add(name, form, "aicc", fit$aicc)
  points(name, form, forecast(fit, 6, level = 90))
}
for (name in names(all)) {
  y <- all[[name]]
  add(name, "auto", gsub("ETS|[(),]", "", ets(y)$method), ets(y)$aicc)
  points(name, "Theta", thetaf(y, 6, level = 90))
  add(name, "Drift", "mean", rwf(y, 6, drift = TRUE)$mean)
  add(name, "SES", "mean", ses(y, 6)$mean)
  add(name, "Seasonal naive", "mean", snaive(y, 6)$mean)
}
write.csv(rows, "smoothing.csv", row.names = FALSE, quote = FALSE)
