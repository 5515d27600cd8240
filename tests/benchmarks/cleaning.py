"""How fast pages are cleaned beside stock Trafilatura, and whether memory stays flat.

    make bench-cleaning                 the sample newsroom's pages
    make bench-cleaning PAGES=FOLDER    the .html and .html.gz files of a folder

Every page is given to each contender in turn before the next page is taken, in one process
on one core, in an order that rotates, so that heat and other load strike all alike. Time is
CPU time of the process; reading and unzipping do not count. Stock Trafilatura is
`bare_extraction` with metadata and without comments, in its default, fast, precision and
recall modes. Memory is that of one worker process which cleans `--many` pages, the same
ones over and over, as it stands after each tenth of them.
"""

from __future__ import annotations

import argparse
import gzip
import logging
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table
from trafilatura import bare_extraction

from include.articles import clean
from include.records import RawPage
from seeds.newsroom.content import load_articles
from seeds.newsroom.pages import build

MIN_WORDS = 40
TENTHS = 10
MIB = 1024 * 1024
Contender = Callable[[RawPage], object]


def stock(page: RawPage, **mode: bool) -> object:
    """What stock Trafilatura makes of a page."""
    return bare_extraction(
        page.body, url=page.url, with_metadata=True, include_comments=False, **mode
    )


def dateline(page: RawPage) -> object:
    """What Dateline makes of it."""
    return clean(page, min_words=MIN_WORDS)


CONTENDERS: dict[str, Contender] = {
    "Dateline": dateline,
    "Trafilatura, default": stock,
    "Trafilatura, fast": partial(stock, fast=True),
    "Trafilatura, precision": partial(stock, favor_precision=True),
    "Trafilatura, recall": partial(stock, favor_recall=True),
}


def newsroom_pages() -> list[RawPage]:
    """The sample newsroom's articles."""
    base = "http://newsroom.example"
    site = build(base)
    paths = [article.path for article in load_articles().values() if article.kind == "article"]
    return [RawPage(url=base + path, body=site[path].body) for path in paths if path in site]


def folder_pages(folder: Path) -> list[RawPage]:
    """The HTML files of a folder, in order of their names."""
    pages = []
    for file in sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")]):
        body = file.read_bytes()
        if file.suffix == ".gz":
            body = gzip.decompress(body)
        pages.append(RawPage(url=f"https://page.example/{file.name}", body=body))
    return pages


def race(pages: Sequence[RawPage], rounds: int) -> dict[str, list[float]]:
    """The CPU seconds of each contender for all pages, round by round."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    names = list(CONTENDERS)
    for name in names:  # what each loads on its first call is no page's time
        CONTENDERS[name](pages[0])
    spent = {name: [0.0] * rounds for name in names}
    for number in range(rounds):
        for index, page in enumerate(pages):
            turn = (index + number) % len(names)
            for name in names[turn:] + names[:turn]:
                started = time.process_time()
                try:
                    CONTENDERS[name](page)
                finally:
                    spent[name][number] += time.process_time() - started
    return spent


def _work(pages: Sequence[RawPage], many: int, told: multiprocessing.SimpleQueue[int]) -> None:
    for number in range(many):
        clean(pages[number % len(pages)], min_words=MIN_WORDS)
        if (number + 1) % max(1, many // TENTHS) == 0:
            told.put(psutil.Process().memory_info().rss)


def memory(pages: Sequence[RawPage], many: int) -> Iterator[int]:
    """The resident bytes of a worker after each tenth of `many` pages."""
    context = multiprocessing.get_context("spawn")
    told: multiprocessing.SimpleQueue[int] = context.SimpleQueue()
    worker = context.Process(target=_work, args=(pages, many, told), daemon=True)
    worker.start()
    for _ in range(many // max(1, many // TENTHS)):
        yield told.get()
    worker.join()


def main() -> None:
    """Run the race, then the long run, and print both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=Path, help="a folder of .html and .html.gz files")
    parser.add_argument("--rounds", type=int, default=3, help="times each page is cleaned")
    parser.add_argument("--many", type=int, default=10_000, help="pages of the memory run; 0: none")
    options = parser.parse_args()
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    console = Console()
    pages = folder_pages(options.pages) if options.pages else newsroom_pages()
    if not pages:
        parser.error(f"no .html or .html.gz file in {options.pages}")

    if options.rounds > 0:
        table = Table(title=f"{len(pages)} pages, {options.rounds} rounds, one core")
        for head in ("", "pages a CPU second", "slowest to fastest round", "Dateline is"):
            table.add_column(head, justify="right" if head else "left")
        spent = race(pages, options.rounds)
        ours = sum(spent["Dateline"])
        for name, seconds in spent.items():
            rates = sorted(len(pages) / each for each in seconds)
            table.add_row(
                name,
                f"{len(pages) * len(seconds) / sum(seconds):.1f}",
                f"{rates[0]:.1f} to {rates[-1]:.1f}",
                f"{sum(seconds) / ours:.2f} × as fast",
            )
        console.print(table)

    if options.many > 0:
        table = Table(title=f"Memory of one worker over {options.many} pages")
        table.add_column("pages", justify="right")
        table.add_column("resident, MiB", justify="right")
        step = max(1, options.many // TENTHS)
        for tenth, resident in enumerate(memory(pages, options.many), 1):
            table.add_row(str(tenth * step), f"{resident / MIB:.0f}")
        console.print(table)


if __name__ == "__main__":
    main()
