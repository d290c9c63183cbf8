#!/usr/bin/env bash
# Sapuan lewat Slurm, pada folder bersama / A sweep on Slurm, in a shared folder:
#
#   WORKERS=20 slurm_sweep.sh SWEEP.yaml --out FOLDER [--lindung PROGRAM] [--threads 1]
#
# Options of sbatch (account, partition, time) are taken from its variables, such as SBATCH_PARTITION. What a lost
# node had begun Slurm puts back into its queue (--requeue); what failed is submitted again, three times in all.
set -euo pipefail
if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then
  exec python3 "$SCALE/shards.py" compute "$@" --part "$SLURM_ARRAY_TASK_ID" --shards "$OF"
fi
SCALE=$(dirname "$(realpath "$0")")
WORKERS=${WORKERS:-$(sinfo --noheader --format %D | awk '{nodes += $1} END {print nodes}')}
shards() { python3 "$SCALE/shards.py" "$@"; }

OF=$(srun --ntasks 1 python3 "$SCALE/shards.py" count "$@" --workers "$WORKERS")
export SCALE OF
for _ in 1 2 3; do
  missing=$(shards missing "$@" --shards "$OF")
  [ -n "$missing" ] || break
  sbatch --quiet --wait --requeue --job-name lindung --array "$missing%$WORKERS" \
    --output "$(shards parts "$@")/%a.log" --open-mode append "$0" "$@" || true
done
exec python3 "$SCALE/shards.py" merge "$@" --shards "$OF"
