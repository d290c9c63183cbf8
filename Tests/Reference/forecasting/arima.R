# ARIMA models by R, for ARIMATests and AutoARIMATests.
#
# Run with R 4.2.2 and forecast 8.20 (Debian's r-cran-forecast):
#
#     Rscript arima.R
#
# writes arima-series.csv (made-up series: series, period, step, value), arima-fits.csv (models of given
# order: exact maximum likelihood) and arima-auto.csv (differences, seasonal strength and
# the model of the stepwise search without approximation). F1 is AirPassengers, which the test holds.

suppressMessages(library(forecast))
options(digits = 15)
set.seed(20120)

made <- list()
add <- function(name, x) made[[name]] <<- round(x, 4)
sim <- function(n, ...) as.numeric(arima.sim(n = n, list(...)))

for (i in 1:4) add(paste0("walk", i), ts(100 + cumsum(rnorm(30 + 5 * i, 0.5, 2))))
for (i in 1:4) add(paste0("ar", i), ts(50 + sim(36 + 4 * i, ar = c(0.5, 0.1 * i))))
for (i in 1:4) add(paste0("ma", i), ts(100 + cumsum(0.3 + sim(40, ma = c(-0.2 * i)))))
wave <- function(n, m) 10 * sin(2 * pi * (1:n) / m) + 4 * cos(4 * pi * (1:n) / m)
for (i in 1:5)
  add(paste0("quarter", i), ts(200 + wave(60, 4) * i / 2 + cumsum(rnorm(60, 0.2 * i)), frequency = 4))
for (i in 1:4) {
  e <- rnorm(150)
  s <- numeric(150)
  for (t in 14:150) s[t] <- s[t - 1] + s[t - 12] - s[t - 13] + e[t] - 0.4 * e[t - 1] - 0.5 * e[t - 12] +
    0.2 * e[t - 13]
  add(paste0("month", i), ts(100 + tail(s, 120), frequency = 12))
}
for (i in 1:3)
  add(paste0("stationary", i), ts(20 + sim(96, ar = c(0.3, rep(0, 10), 0.2 * i)), frequency = 12))

lines <- do.call(rbind, lapply(names(made), function(name) data.frame(
  series = name, period = frequency(made[[name]]), step = seq_along(made[[name]]) - 1,
  value = as.numeric(made[[name]]))))
write.csv(lines, "arima-series.csv", row.names = FALSE, quote = FALSE)

fits <- data.frame()
one <- function(series, x, order, seasonal, constant, xreg = NULL, ahead = NULL, kind = "none") {
  try_fit <- function(method) Arima(x, order = order, seasonal = seasonal, include.constant = constant,
    xreg = xreg, method = method, optim.control = list(reltol = 1e-14, maxit = 1000), kappa = 1e9)
  fit <- tryCatch(try_fit("CSS-ML"), error = function(e) tryCatch(try_fit("ML"), error = function(e) NULL))
  if (is.null(fit)) return(invisible())
  f <- if (is.null(ahead)) forecast(fit, h = 6, level = 90) else forecast(fit, xreg = ahead, level = 90)
  fits <<- rbind(fits, data.frame(
    series = series, p = order[1], d = order[2], q = order[3], P = seasonal[1], D = seasonal[2],
    Q = seasonal[3], constant = as.integer(constant), regressor = kind, loglik = as.numeric(fit$loglik),
    aicc = fit$aicc, sigma2 = fit$sigma2, first = f$mean[1], last = f$mean[6],
    upper = f$upper[6], coefficients = paste(signif(coef(fit), 10), collapse = " ")))
}
for (name in c("walk1", "ar1", "ar2", "ma1", "ma2")) {
  x <- made[[name]]
  one(name, x, c(1, 0, 0), c(0, 0, 0), TRUE)
  one(name, x, c(0, 1, 1), c(0, 0, 0), TRUE)
  one(name, x, c(0, 1, 1), c(0, 0, 0), FALSE)
  one(name, x, c(2, 0, 1), c(0, 0, 0), TRUE)
}
for (name in c("quarter1", "quarter3", "month1", "month2")) {
  x <- made[[name]]
  one(name, x, c(0, 1, 1), c(0, 1, 1), FALSE)
  one(name, x, c(1, 0, 0), c(0, 1, 1), TRUE)
  one(name, x, c(1, 1, 1), c(1, 0, 1), FALSE)
}
one("stationary1", made$stationary1, c(1, 0, 0), c(1, 0, 0), TRUE)
step <- function(n, from) as.numeric(seq_len(n) > from)
x <- made$ar3
one("ar3", x, c(1, 0, 0), c(0, 0, 0), TRUE, step(length(x), 20), rep(1, 6), "step20")
x <- made$walk2
one("walk2", x, c(0, 1, 1), c(0, 0, 0), FALSE, step(length(x), 20), rep(1, 6), "step20")
gaps <- made$ar2
gaps[c(5, 6, 20, length(gaps) - 1)] <- NA
one("ar2", gaps, c(2, 0, 0), c(0, 0, 0), TRUE, kind = "gaps")
gaps <- made$month1
gaps[c(15, 40, 41, 119)] <- NA
one("month1", gaps, c(0, 1, 1), c(0, 1, 1), FALSE, kind = "gaps")
write.csv(fits, "arima-fits.csv", row.names = FALSE, quote = FALSE)

autos <- data.frame()
for (name in names(made)) {
  x <- made[[name]]
  took <- system.time(fit <- auto.arima(x, approximation = FALSE))["user.self"]
  o <- arimaorder(fit)
  if (length(o) == 3) o <- c(o, 0, 0, 0, 1)
  seasonal <- frequency(x) > 1
  autos <- rbind(autos, data.frame(
    series = name, p = o[1], d = o[2], q = o[3], P = o[4], D = o[5], Q = o[6],
    constant = as.integer(any(names(coef(fit)) %in% c("drift", "intercept"))), aicc = fit$aicc,
    strength = if (seasonal) forecast:::seas.heuristic(x) else NA,
    kpss = urca::ur.kpss(x, use.lag = trunc(3 * sqrt(length(x)) / 13))@teststat))
  cat(name, took, "\n", file = stderr())
}
write.csv(autos, "arima-auto.csv", row.names = FALSE, quote = FALSE)
