# Made-up people seen now and then, and the rates that R's package msm finds in them.
#   Rscript panel.R      writes panel.csv and panel-rates.csv beside it
suppressMessages(library(msm))
set.seed(20260101)
Q <- rbind(c(-0.5, 0.4, 0, 0.1), c(0.3, -1.0, 0.5, 0.2), c(0, 0.25, -0.65, 0.4), 0)
seen <- do.call(rbind, lapply(1:150, function(person) {
  times <- round(cumsum(c(0, runif(7, 0.3, 1.6))) * 4) / 4
  times <- times[!duplicated(times)]
  sim.msm(Q, max(times), start = sample(1:3, 1)) -> path
  state <- sapply(times, function(t) path$states[sum(path$times <= t)])
  death <- path$times[path$states == 4]
  if (length(death)) {
    death <- round(death[1], 2) + 0.001
    keep <- times < death
    times <- c(times[keep], death); state <- c(state[keep], 4)
    state[state == 4 & times < death] <- path$states[length(path$states) - 1]
  }
  data.frame(person, time = times, state)
}))
seen <- seen[ave(seen$time, seen$person, FUN = length) > 1, ]
fit <- msm(state ~ time, subject = person, data = seen, qmatrix = (Q != 0) * 0.3,
           deathexact = 4, control = list(reltol = 1e-16, maxit = 10000, fnscale = 1000))
write.csv(seen, "panel.csv", row.names = FALSE, quote = FALSE)
q <- fit$Qmatrices$baseline; se <- fit$QmatricesSE$baseline
rows <- which(Q > 0, arr.ind = TRUE)
write.csv(data.frame(from = rows[, 1], to = rows[, 2], rate = sprintf("%.10f", q[rows]),
  se = sprintf("%.10f", se[rows]), minus2loglik = sprintf("%.9f", fit$minus2loglik)),
  "panel-rates.csv", row.names = FALSE, quote = FALSE)
