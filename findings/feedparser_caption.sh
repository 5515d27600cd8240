#!/usr/bin/env bash
# feedparser gives a photo caption as the summary of an entry that has a description.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3.12}" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'EOF'
"""RSS with Media RSS: the caption inside media:content takes the place of the description."""
import io

import feedparser

FEED = """<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>t</title>
<item><title>One</title><media:content url="http://example.org/a.jpg">
<media:description>A photo</media:description></media:content>
<description>The news</description></item>
<item><title>Two</title><guid>http://example.org/2</guid><link>http://example.org/page</link></item>
<item><title>Three</title><link>http://example.org/page</link><guid>http://example.org/3</guid></item>
</channel></rss>"""
one, two, three = feedparser.parse(io.BytesIO(FEED.encode())).entries
print("feedparser", feedparser.__version__)
print("summary:", one.summary, "| content:", [part.value for part in one.get("content", [])])
print("guid before link, guidislink:", two.guidislink, "| behind it:", three.guidislink)
assert one.summary == "A photo"
assert [part.value for part in one.content] == ["The news"]
assert (two.guidislink, three.guidislink) == (True, False)
EOF
