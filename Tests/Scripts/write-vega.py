"""Writes Vega, Vega-Lite and vega-embed as one script for browsers: write-vega.py FILE."""

import os
import sys

import vl_convert

path = sys.argv[1]
with open(path + ".tmp", "w", encoding="utf-8") as file:
    file.write(vl_convert.javascript_bundle())
os.replace(path + ".tmp", path)
