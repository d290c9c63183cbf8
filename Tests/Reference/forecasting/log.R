# The airline model on logarithms, carried back, and effects of policies, by R, for ForecastCommandTests.
#
# Run with R 4.2.2 and forecast 8.20 (Debian's r-cran-forecast):
#
#     Rscript log.R
#
# writes log-series.csv (AirPassengers of R; the Nile's flow at Aswan, whose dam begins to be built in 1899;
# the Nile with 600 added in 1950), log-forecasts.csv (auto.arima: medians and 90 % intervals) and
# log-effects.csv (the regressor's estimate and standard error beside the order that auto.arima finds).

suppressMessages(library(forecast))
options(digits = 15)

months <- sprintf("%d-%02d", rep(1949:1960, each = 12), rep(1:12, 12))
years <- 1871:1970
odd <- Nile
odd[years == 1950] <- odd[years == 1950] + 600
write.csv(rbind(
  data.frame(series = "passengers", time = months, value = as.numeric(AirPassengers)),
  data.frame(series = "nile", time = years, value = as.numeric(Nile)),
  data.frame(series = "odd", time = years, value = as.numeric(odd))),
  "log-series.csv", row.names = FALSE, quote = FALSE)

exactly <- list(reltol = 1e-14, maxit = 1000)
forecasts <- data.frame()
add <- function(name, fit, xreg = NULL) {
  # Orders by the search, then the likelihood to its maximum.
  order <- arimaorder(fit)
  seasonal <- if (length(order) > 3) order[4:6] else c(0, 0, 0)
  x <- fit$x
  fit <- Arima(x, order = order[1:3], seasonal = as.numeric(seasonal), xreg = xreg,
    include.constant = any(names(coef(fit)) %in% c("drift", "intercept")), lambda = fit$lambda,
    method = "ML", optim.control = exactly, kappa = 1e9)
  ahead <- if (is.null(xreg)) forecast(fit, h = 12, level = 90) else
    forecast(fit, xreg = cbind(effect = rep(tail(xreg[, 1], 1), 12)), level = 90)
  forecasts <<- rbind(forecasts, data.frame(series = name, step = 1:12, mean = as.numeric(ahead$mean),
    lower = as.numeric(ahead$lower), upper = as.numeric(ahead$upper)))
  fit
}
invisible(add("passengers", auto.arima(AirPassengers, lambda = 0, approximation = FALSE)))
effects <- data.frame()
for (one in list(list("nile", Nile, "step", "1899", years >= 1899), list("odd", odd, "pulse", "1950", years == 1950))) {
  xreg <- cbind(effect = as.numeric(one[[5]]))
  fit <- add(one[[1]], auto.arima(one[[2]], xreg = xreg, approximation = FALSE), xreg)
  effects <- rbind(effects, data.frame(series = one[[1]], kind = one[[3]], time = one[[4]],
    estimate = coef(fit)[["effect"]], error = sqrt(vcov(fit)["effect", "effect"])))
}
write.csv(forecasts, "log-forecasts.csv", row.names = FALSE, quote = FALSE)
write.csv(effects, "log-effects.csv", row.names = FALSE, quote = FALSE)
