"""Sapuan lewat Spark / A sweep on Spark: spark-submit --master URL spark_sweep.py SWEEP.yaml --out FOLDER

Tanpa spark-submit: spark.master dari lingkungan, atau mesin ini saja. / Without it: this machine alone.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed

import shards
from pyspark import SparkFiles, TaskContext
from pyspark.sql import SparkSession


def work(sweep, part, of, name=None, held=None):
    inputs = sweep.inputs and SparkFiles.get(os.path.basename(sweep.inputs))
    return shards.compute(sweep, part, of, name, held, inputs, starts=TaskContext.get().attemptNumber() + 1)


def main():
    sweep = shards.parsed(shards.options(__doc__))
    spark = SparkSession.builder.appName("lindung").getOrCreate().sparkContext
    spark.addPyFile(shards.__file__)
    sweep.inputs = shards.inputs(sweep)
    if sweep.inputs:
        spark.addFile(sweep.inputs)

    def run(*words):
        # One job for each part: what is done is kept, and only what Spark lost is computed again.
        return spark.parallelize([words], 1).map(lambda words: work(sweep, *words)).collect()[0]

    of = shards.count(sweep, run, spark.defaultParallelism)
    left = shards.missing(sweep, of)
    shards.progress(of - len(left), of)
    with ThreadPoolExecutor(2 * spark.defaultParallelism) as pool:
        jobs = [pool.submit(run, part, of) for part in left]
        for done, job in enumerate(as_completed(jobs), of - len(left) + 1):
            shards.keep(sweep, job.result())
            shards.progress(done, of)
    spark.stop()
    shards.merge(sweep, of)


if __name__ == "__main__":
    try:
        main()
    except shards.Refused as refused:
        sys.exit(str(refused))
