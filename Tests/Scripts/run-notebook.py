"""Runs a notebook where it lies and keeps what it shows, without times and places: run-notebook.py NOTEBOOK.

The same numbers and pictures give the same bytes. Exits with 1 where a cell fails; the file is then as it was.
"""

import os
import sys

import nbclient
import nbformat

path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
nbclient.NotebookClient(
    notebook, timeout=600, kernel_name="python3", record_timing=False,
    resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}}).execute()

notebook.metadata = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
for number, cell in enumerate(notebook.cells):
    cell.id = f"cell-{number}"
    cell.metadata = {}
    for output in cell.get("outputs", []):
        output.metadata = {}
        # What stands in for a picture names a place in memory.
        if "image/svg+xml" in output.data:
            output.data.pop("text/plain", None)
nbformat.validate(notebook)
with open(path + ".tmp", "w", encoding="utf-8") as file:
    nbformat.write(notebook, file)
os.replace(path + ".tmp", path)
