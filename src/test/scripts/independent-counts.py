#!/usr/bin/env python3
"""Counts five subjects in raw article files, without any of the service's code, and compares with a run's counts.

usage: independent-counts.py NAME FILE.jsonl.gz...      (NAME as given to real-data-run); ends with 1 when they differ

The patterns say by hand what the default watchlist says about these subjects.
"""
import gzip
import json
import re
import sys
from collections import Counter

SUBJECTS = {
    "person/nancy-pelosi": r"(?<!paul )\bpelosi\b",
    "person/rishi-sunak": r"\bsunak\b",
    "person/brittney-griner": r"\bgriner\b",
    "organisation/fbi": r"\bf\.?b\.?i\b|\bfederal\s+bureau\s+of\s+investigation\b",
    "place/cu": r"\bcuba\b|\bcubans?\b|\bhavana\b(?! syndrome)",
}


def identity(article):
    """The same address under http, https, www or m. is the same article."""
    address = re.sub(r"^https?://(www\.|m\.)?", "", article.get("url") or "")
    return address.split("#")[0].rstrip("/") or article["id"]


def expected(files):
    articles = {}
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                articles.setdefault(identity(article), article)
    counts = Counter()
    for article in articles.values():
        text = " ".join(str(article.get(field) or "") for field in ("title", "summary", "body")).lower()
        counts.update(subject for subject, pattern in SUBJECTS.items() if re.search(pattern, text))
    return counts


def counted(name):
    panes = {}
    with open(name + ".counts.ndjson", encoding="utf-8") as lines:
        for line in lines:
            count = json.loads(line)
            key = (count["subject"]["id"], count["start"])
            panes[key] = max(panes.get(key, 0), count["articles"])
    counts = Counter()
    for (subject, _), articles in panes.items():
        counts[subject] += articles
    return counts


def main():
    want, got = expected(sys.argv[2:]), counted(sys.argv[1])
    for subject in SUBJECTS:
        print(f"{subject:24} script {want[subject]:6} service {got[subject]:6}")
    same = all(want[subject] == got[subject] for subject in SUBJECTS)
    print("EQUAL" if same else "DIFFERENT")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
