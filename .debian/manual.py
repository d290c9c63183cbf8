"""Writes a manual page out of a program's own help: manual.py PROGRAM LANGUAGE > PAGE.

PROGRAM says what it knows of itself (`--experimental-dump-help`); nothing is written twice.
"""

import json
import os
import subprocess
import sys

WORDS = {
    "id": {
        "name": "NAMA", "synopsis": "RINGKASAN", "description": "KETERANGAN", "arguments": "ARGUMEN",
        "options": "PILIHAN", "shared": "PILIHAN SEMUA PERINTAH", "commands": "PERINTAH",
        "command": "perintah", "some": "pilihan", "values": "nilai", "default": "bawaan",
        "manual": "Petunjuk Lindung", "files": "BERKAS", "also": "LIHAT JUGA",
        "data": "Tabel data dan hukum yang dipakai.", "scenarios": "Skenario yang ikut terpasang.",
        "own": "Salinannya, tempat lindung-app menyimpan.",
    },
    "en": {
        "name": "NAME", "synopsis": "SYNOPSIS", "description": "DESCRIPTION", "arguments": "ARGUMENTS",
        "options": "OPTIONS", "shared": "OPTIONS OF ALL COMMANDS", "commands": "COMMANDS",
        "command": "command", "some": "options", "values": "values", "default": "default",
        "manual": "Lindung manual", "files": "FILES", "also": "SEE ALSO",
        "data": "The tables of data and law in use.", "scenarios": "Scenarios that are installed.",
        "own": "The copy of them in which lindung-app keeps what is saved.",
    },
}

FILES = {
    "/usr/share/lindung/notebooks-data": "data",
    "/usr/share/lindung/scenarios": "scenarios",
    "~/Lindung": "own",
}


def main(program, language):
    told = told_by(program, language, "--experimental-dump-help")
    tool = json.loads(told)["command"]
    version = told_by(program, language, "--version").strip()
    print("\n".join(page(tool, version, WORDS[language])))


def told_by(program, language, option):
    return subprocess.run(
        [program, option], env=os.environ | {"LINDUNG_LANG": language}, check=True,
        capture_output=True, text=True).stdout


def page(tool, version, words):
    name = tool["commandName"]
    commands = parts(tool)
    leaves = [leaf for command in commands for leaf in leaves_of(command)]
    shared = [
        argument for argument in (shown(leaves[0]) if leaves else [])
        if all(argument in shown(leaf) for leaf in leaves)]
    yield f'.TH {name.upper()} 1 "" "Lindung {version}" "{words["manual"]}"'
    # Ragged and without hyphens, so that options can be copied out of it.
    yield from [".ad l", ".nh"]
    yield from [f'.SH {words["name"]}', f'{name} \\- {text(tool["abstract"]).rstrip(".")}']
    yield f'.SH {words["synopsis"]}'
    if commands:
        yield f'.B {name}\n.I {words["command"]}\n.RI [ {words["some"]} ]'
    else:
        yield from usage(tool, [])
    if tool.get("discussion"):
        yield f'.SH {words["description"]}'
        yield from paragraphs(tool["discussion"])
    if commands:
        yield f'.SH {words["commands"]}'
        for command in commands:
            yield from of_command(command, shared, words)
        yield f'.SH {words["shared"]}'
        yield from listed(shared, words)
    else:
        for kind in ["arguments", "options"]:
            chosen = [
                each for each in shown(tool)
                if (each["kind"] == "positional") == (kind == "arguments")]
            if chosen:
                yield f".SH {words[kind]}"
                yield from listed(chosen, words)

    yield f'.SH {words["files"]}'
    for path, what in FILES.items():
        yield from [".TP", f"\\fI{text(path)}\\fR", text(words[what])]
    other = "lindung" if name != "lindung" else "lindung-app"
    yield from [f'.SH {words["also"]}', f".BR {text(other)} (1)"]


def of_command(command, shared, words):
    yield f'.SS {text(called(command))}'
    yield text(command.get("abstract", ""))
    if parts(command):
        for each in parts(command):
            yield from of_command(each, shared, words)
        return
    yield ".PP"
    yield from usage(command, shared)
    if command.get("discussion"):
        yield ".PP"
        yield from paragraphs(command["discussion"])
    yield from listed([each for each in shown(command) if each not in shared], words)


def parts(command):
    """What stands below a command, without the parser's own `help` and what is hidden."""
    return [
        each for each in command.get("subcommands", [])
        if each["shouldDisplay"] and each["commandName"] != "help"]


def leaves_of(command):
    return [leaf for each in parts(command) for leaf in leaves_of(each)] or [command]


def called(command):
    return " ".join(command.get("superCommands", [])[1:] + [command["commandName"]])


def shown(command):
    return [each for each in command.get("arguments", []) if each["shouldDisplay"]]


def usage(command, shared):
    """The command line; options that all commands have are left to their own section."""
    words = " ".join(command.get("superCommands", []) + [command["commandName"]])
    line = f"\\fB{text(words)}\\fR"
    for argument in shown(command):
        if argument in shared or names(argument)[-1:] in [["--help"], ["--version"]]:
            continue
        part = written(argument)
        if argument["isRepeating"]:
            part += " ..."
        line += f" [{part}]" if argument["isOptional"] else f" {part}"
    yield line


def written(argument):
    value = f'\\fI{text(argument["valueName"])}\\fR' if "valueName" in argument else ""
    if argument["kind"] == "positional":
        return value
    bold = f"\\fB{text(names(argument)[-1])}\\fR"
    return bold if argument["kind"] == "flag" else f"{bold} {value}"


def names(argument):
    """Short names first."""
    marked = [
        ("-" if each["kind"] == "short" else "--") + each["name"]
        for each in argument.get("names", [])]
    return sorted(marked, key=len)


def listed(arguments, words):
    for argument in arguments:
        yield ".TP"
        short = [f"\\fB{text(name)}\\fR" for name in names(argument)[:-1]]
        yield ", ".join(short + [written(argument)])
        told = argument.get("abstract", "")
        notes = []
        if argument.get("allValues"):
            notes.append(f'{words["values"]}: {", ".join(argument["allValues"])}')
        if argument.get("defaultValue"):
            notes.append(f'{words["default"]}: {argument["defaultValue"]}')
        yield text(told + (f' ({"; ".join(notes)})' if notes else ""))


def paragraphs(words):
    for index, paragraph in enumerate(words.split("\n")):
        if index > 0:
            yield ".PP"
        yield text(paragraph)


def text(words):
    """Words as roff takes them: no line that begins as a request, hyphens that can be typed again."""
    words = words.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ").strip()
    return "\\&" + words if words[:1] in (".", "'") else words


main(*sys.argv[1:])
