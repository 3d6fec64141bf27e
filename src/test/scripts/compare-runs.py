#!/usr/bin/env python3
"""Compares two runs of real-data-run: articles, final counts, alert ids, and the course of every episode.

usage: compare-runs.py FIRST SECOND      (the names given to real-data-run); ends with 1 when they differ
"""
import json
import sys
from collections import defaultdict


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def load(name):
    articles = [article["id"] for article in lines(name + ".articles.ndjson")]
    counts = {}
    for count in lines(name + ".counts.ndjson"):
        key = (count["subject"]["id"], count["start"])
        value = tuple(count[field] for field in ("articles", "stories", "voices", "occurrences", "late"))
        counts[key] = max(counts.get(key, value), value)
    alerts = defaultdict(list)
    for alert in lines(name + ".alerts.ndjson"):
        alerts[alert["id"]].append(alert)
    return articles, counts, alerts


def broken(alerts):
    """Episodes that were not opened exactly once, first, or whose sequence has gaps or repeats."""
    return [
        episode
        for episode, records in alerts.items()
        if [r["sequence"] for r in records] != list(range(1, len(records) + 1))
        or [r["state"] for r in records].count("opened") != 1
        or records[0]["state"] != "opened"
    ]


def main():
    first, second = load(sys.argv[1]), load(sys.argv[2])
    panes = [key for key in set(first[1]) | set(second[1]) if first[1].get(key) != second[1].get(key)]
    only = set(first[2]) ^ set(second[2])
    faults = broken(first[2]) + broken(second[2])
    print(f"tagged records   {len(first[0])} {len(second[0])}, distinct {len(set(first[0]))} {len(set(second[0]))}")
    print(f"panes            {len(first[1])} {len(second[1])}, different {len(panes)} {panes[:3]}")
    print(f"alert ids        {len(first[2])} {len(second[2])}, in one run only {len(only)}")
    print(f"broken episodes  {len(faults)} {faults[:3]}")
    same = sorted(first[0]) == sorted(second[0]) and not panes and not only and not faults
    print("EQUAL" if same else "DIFFERENT")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
