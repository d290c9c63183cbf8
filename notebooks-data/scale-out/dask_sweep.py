"""Sapuan lewat Dask / A sweep on Dask: dask_sweep.py SWEEP.yaml --out FOLDER [--scheduler tcp://HOST:8786]

Tanpa --scheduler: --workers proses pada mesin ini. / Without --scheduler: --workers processes on this machine.
"""

import os
import sys

import shards
from distributed import Client, UploadFile, as_completed, get_worker


def work(sweep, part, of, name=None, held=None):
    worker = get_worker()
    worker.log_event(sweep.parts, name or f"{part}-of-{of}")
    inputs = sweep.inputs and os.path.join(worker.local_directory, os.path.basename(sweep.inputs))
    return shards.compute(sweep, part, of, name, held, inputs)


def main():
    parser = shards.options(__doc__)
    parser.add_argument("--scheduler")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    sweep = shards.parsed(parser)
    here = {} if sweep.scheduler else {"n_workers": sweep.workers, "threads_per_worker": 1, "dashboard_address": ":0"}
    with Client(sweep.scheduler, **here) as client:
        # Workers that come later, or again, get the files too.
        client.register_plugin(UploadFile(shards.__file__))
        sweep.inputs = shards.inputs(sweep)
        if sweep.inputs:
            client.register_plugin(UploadFile(sweep.inputs, load=False))

        def submit(*words):
            return client.submit(work, sweep, *words, pure=False, retries=3)

        of = shards.count(sweep, lambda *words: submit(*words).result(), sum(client.nthreads().values()))
        left = shards.missing(sweep, of)
        shards.progress(of - len(left), of)
        for done, future in enumerate(as_completed([submit(part, of) for part in left]), of - len(left) + 1):
            found = future.result()
            found["starts"] = sum(name == found["name"] for _, name in client.get_events(sweep.parts))
            shards.keep(sweep, found)
            shards.progress(done, of)
    shards.merge(sweep, of)


if __name__ == "__main__":
    try:
        main()
    except shards.Refused as refused:
        sys.exit(str(refused))
