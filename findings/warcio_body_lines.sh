#!/usr/bin/env bash
# warcio drops the first line of a body that was de-chunked already, and the second gzip member.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3.12}" -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check warcio==1.8.1
"$folder/venv/bin/python" - <<'EOF'
"""Crawlers often store a body without its chunks and keep the header that announces them. If
such a body begins with a line that reads as a hexadecimal number, warcio takes it for a size."""
import gzip
import io
from importlib.metadata import version

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def read_back(body: bytes, headers: list[tuple[str, str]]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    head = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            "http://example.org/", "response", payload=io.BytesIO(body), http_headers=head
        )
    )
    out.seek(0)
    return next(iter(ArchiveIterator(out))).content_stream().read()


chunked = [("Transfer-Encoding", "chunked")]
plain = read_back(b"<p>first</p>\r\n<p>second</p>\r\n", chunked)
hexadecimal = read_back(b"2026\r\n<p>second</p>\r\n", chunked)
members = gzip.compress(b"one ") + gzip.compress(b"two")
unzipped = read_back(members, [("Content-Encoding", "gzip")])
print("warcio", version("warcio"))
print("de-chunked body, first line is markup:     ", plain)
print("de-chunked body, first line is hexadecimal:", hexadecimal)
print("body of two gzip members, whole b'one two':", unzipped)
assert plain == b"<p>first</p>\r\n<p>second</p>\r\n"
assert b"2026" not in hexadecimal and b"<p>second</p>" in hexadecimal
assert unzipped == b"one "
EOF
