#!/usr/bin/env python3
"""Counts in how many articles each word occurs: the source of assets/stories/common.tsv.

    common-words.py ARTICLES.jsonl > assets/stories/common.tsv

Each line of the input holds one article (`title`, `text`). Words that occur in fewer than one article of a hundred
are left out. A word stands in lower case, its share of the articles in per mille. Only counts leave the articles, no
wording.
"""
import collections, json, re, sys

word = re.compile(r"[^\W_]{2,}")
count, articles = collections.Counter(), 0
for line in open(sys.argv[1], encoding="utf-8"):
    article = json.loads(line)
    count.update({it.lower() for it in word.findall(article["title"] + "\n" + article["text"])})
    articles += 1
print(f"# word, articles in a thousand that hold it; counted over {articles} English news articles by benches/common-words.py")
for it, n in sorted(count.items(), key=lambda pair: (-pair[1], pair[0])):
    if n * 100 >= articles:
        print(f"{it}\t{round(n * 1000 / articles)}")
