#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The yardstick of judge.py: a plain asyncio client that sends the same prompts, reads the YAML replies with libyaml and
stores them with sqlite3. Usage: judge_baseline.py URL PAIRS.jsonl DATABASE CONNECTIONS"""
import asyncio
import json
import sqlite3
import sys
import urllib.parse

import yaml

PROMPT = ("Compare two responses to a prompt. Write a rubric of weighted criteria for it, score both responses from 1 to 5 "
          "on each, justify each score, and answer in YAML.\n\nPrompt:\n{prompt}\n\nResponse A:\n{a}\n\nResponse B:\n{b}\n")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


async def exchange(reader, writer, host, path, body):
    writer.write(f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
                 f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(int(line[15:]) for line in head.decode().split("\r\n") if line.lower().startswith("content-length:"))
    return json.loads(await reader.readexactly(length))


def weighted(criteria, side):
    return sum(float(one["weight"]) * (float(one[f"score_{side}"]) - 1) / 4 for one in criteria.values())


async def worker(url, calls, database):
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    for key, presentation, prompt in calls:
        body = json.dumps({"model": "m", "temperature": 0, "max_tokens": 2048,
                           "messages": [{"role": "user", "content": prompt}]}).encode()
        reply = await exchange(reader, writer, url.netloc, url.path + "/chat/completions", body)
        text = reply["choices"][0]["message"]["content"]
        said = yaml.load(text, LOADER)
        first, second = weighted(said["criteria"], "A"), weighted(said["criteria"], "B")
        with database:
            database.execute("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?)",
                             (key, presentation, said["preference"], first, second, text))
    writer.close()


async def main():
    url = urllib.parse.urlsplit(sys.argv[1])
    database = sqlite3.connect(sys.argv[3])
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=NORMAL")
    database.execute("CREATE TABLE verdicts (item, presentation, label, a, b, reply)")
    calls = []
    with open(sys.argv[2], encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            for presentation, a, b in (("AB", "response_A", "response_B"), ("BA", "response_B", "response_A")):
                calls.append((row["id"], presentation, PROMPT.format(prompt=row["prompt"], a=row[a], b=row[b])))
    shared = iter(calls)
    await asyncio.gather(*(worker(url, shared, database) for _ in range(int(sys.argv[4]))))


asyncio.run(main())
