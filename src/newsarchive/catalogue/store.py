"""The catalogue's file: opened, locked, thrown away when damaged or of another version; and the queue of pages."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from newsarchive.addresses import publication_prefix, year_folder
from newsarchive.catalogue import limits
from newsarchive.catalogue.queries import ArticleRow, Queries, SourceRow, undated_part
from newsarchive.problems import CatalogueError, Problem

SCHEMA = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
FOLDER = ".newsarchive"

Subject = tuple[str, str]  # kind and key


Known = tuple[str, int, int, int]  # path, size, time and folder of a source file: enough to see whether it moved


class Catalogue(Queries):
    """An open catalogue. Only the coordinator of a build writes it."""

    def __init__(self, connection: sqlite3.Connection, fresh: str) -> None:
        super().__init__(connection)
        self.fresh = fresh  # why it starts empty: "new", "damaged", "another version"; "" where it goes on

    # facts

    def fact(self, name: str) -> str | None:
        row = self.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set_fact(self, name: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def commit(self) -> None:
        self.connection.commit()

    # sources

    def known_sources(self) -> set[Known]:
        """Plain tuples: there is one for each source, and every build compares them all."""
        return set(self.connection.execute("SELECT path, size, mtime_ns, folder FROM sources"))

    def digest_of_source(self, path: str) -> str | None:
        """The SHA-256 of the bytes that a source was read from; None for one that is not known."""
        row = self.connection.execute("SELECT sha256 FROM sources WHERE path = ?", (path,)).fetchone()
        return None if row is None else str(row[0])

    def known_pictures(self) -> Iterator[tuple[str, int, str, int, int]]:
        """Of each picture that a page names: the page's path, the picture's folder and path, its size and time."""
        yield from self.connection.execute(
            "SELECT s.path, p.folder, p.path, p.size, p.mtime_ns FROM pictures p JOIN sources s ON s.id = p.source"
        )

    def problems(self) -> Iterator[Problem]:
        """What is wrong with each source, in the order of their paths, then what is wrong between them."""
        rows = self.connection.execute("SELECT problems FROM sources WHERE problems IS NOT NULL ORDER BY path")
        for (data,) in rows:
            yield from _problem_decoder.decode(data)

    def twice_printed(self) -> list[tuple[str, str, list[str]]]:
        """Issue, page number and paths where several sources say that they are the same page of the same issue."""
        rows = self.connection.execute(
            "SELECT issue, page, json_group_array(path) FROM (SELECT issue, page, path FROM sources"
            " WHERE date IS NOT NULL AND (issue, page) IN (SELECT issue, page FROM sources"
            " WHERE page IS NOT NULL GROUP BY issue, page HAVING count(*) > 1)"  # told by the index alone
            " ORDER BY issue, page, path) GROUP BY issue, page"
        )
        return [(issue, page, msgspec.json.decode(paths, type=list[str])) for issue, page, paths in rows]

    def same_address(self) -> list[tuple[str, list[tuple[str, int]]]]:
        """Addresses that several articles want, with the path of each source and the number of the article in it."""
        rows = self.connection.execute(
            "SELECT a.wanted, s.path, a.number FROM articles a JOIN sources s ON s.id = a.source WHERE a.wanted IN"
            " (SELECT wanted FROM articles WHERE address <> wanted) ORDER BY a.wanted, a.place"
        )
        found: dict[str, list[tuple[str, int]]] = {}
        for wanted, path, number in rows:
            found.setdefault(wanted, []).append((path, number))
        return list(found.items())

    def totals(self) -> tuple[int, int, int]:
        """Sources, articles, dated issues."""
        row = self.connection.execute(
            "SELECT (SELECT count(*) FROM sources), (SELECT count(*) FROM articles),"
            " (SELECT count(*) FROM issues WHERE date IS NOT NULL)"
        ).fetchone()
        return int(row[0]), int(row[1]), int(row[2])

    def main_language(self) -> str | None:
        """The language of most articles; the first in the alphabet where two are equally many."""
        row = self.connection.execute(
            "SELECT language FROM sources WHERE articles > 0 GROUP BY language ORDER BY sum(articles) DESC, language"
        ).fetchone()
        return None if row is None else str(row[0])

    @property
    def several(self) -> bool:
        """Whether there are several papers, so that each has its own prefix."""
        return self.fact("several") == "yes"

    def papers(self) -> list[tuple[str, str, int]]:
        """Name, prefix and number of articles of each of several papers."""
        rows = self.connection.execute(
            "SELECT min(publication), prefix, sum(articles) FROM issues WHERE prefix <> ''"
            " GROUP BY prefix ORDER BY 1, 2"
        )
        return list(rows)

    def only_publication(self) -> str | None:
        """The name of the paper, where all sources that name one name the same."""
        rows = self.connection.execute(
            "SELECT DISTINCT publication FROM sources WHERE publication IS NOT NULL LIMIT 2"
        ).fetchall()
        return str(rows[0][0]) if len(rows) == 1 else None

    # the queue

    def queued(self) -> list[Subject]:
        """All subjects still to be written but the articles; the parts of a name's list come after the name."""
        return list(self.connection.execute("SELECT kind, key FROM queue WHERE kind <> 'article' ORDER BY key, kind"))

    def queued_articles(self) -> Iterator[tuple[SourceRow, list[ArticleRow]]]:
        """The articles still to be written, by source, in the order of the archive.

        Reads a few hundred sources at a time, so that the queue may be emptied meanwhile.
        """
        self.connection.execute("DROP TABLE IF EXISTS temp.work")
        self.connection.execute(
            "CREATE TEMP TABLE work AS SELECT a.source, min(a.place) AS first FROM queue q JOIN articles a"
            " ON a.address = q.key WHERE q.kind = 'article' GROUP BY a.source ORDER BY first"
        )
        (last,) = self.connection.execute("SELECT coalesce(max(rowid), 0) FROM temp.work").fetchone()
        for start in range(0, last, 200):
            sources = self.connection.execute(
                "SELECT s.id, s.path, s.folder, s.sha256, s.note, r.reading, s.issue FROM temp.work w"
                " JOIN sources s ON s.id = w.source JOIN readings r ON r.source = s.id"
                " WHERE w.rowid > ? AND w.rowid <= ? ORDER BY w.rowid",
                (start, start + 200),
            ).fetchall()
            for values in sources:
                source = SourceRow(*values)
                rows = self.connection.execute(
                    "SELECT a.number, a.address, a.place, a.issue, a.card FROM articles a JOIN queue q"
                    " ON q.kind = 'article' AND q.key = a.address WHERE a.source = ? ORDER BY a.number",
                    (source.id,),
                )
                yield source, [ArticleRow(*row) for row in rows]

    def vanished_articles(self) -> list[Subject]:
        """Queued addresses at which no article stands any more."""
        return list(
            self.connection.execute(
                "SELECT kind, key FROM queue WHERE kind = 'article'"
                " AND NOT EXISTS (SELECT 1 FROM articles WHERE address = queue.key)"
            )
        )

    def queue(self, subjects: Iterable[Subject]) -> None:
        self.connection.executemany("INSERT OR IGNORE INTO queue VALUES (?, ?)", subjects)

    def queue_everything(self) -> None:
        """Every subject there is, and every subject that a page still shows."""
        run = self.connection.execute
        run("INSERT OR IGNORE INTO queue SELECT kind, key FROM pages WHERE kind <> 'static'")
        run("INSERT OR IGNORE INTO queue SELECT 'article', address FROM articles")
        run("INSERT OR IGNORE INTO queue SELECT 'issue', folder FROM issues")
        run("INSERT OR IGNORE INTO queue SELECT 'name', folder FROM names")
        run("INSERT OR IGNORE INTO queue SELECT 'picture', address FROM pictures WHERE address IS NOT NULL")
        self.queue(self.index_subjects())
        for folder, date in run("SELECT folder, date FROM issues").fetchall():
            if date is None:
                self.queue([("undated-part", undated_part(folder))])
            else:
                self.queue([("year", year_folder(folder)), ("publication", publication_prefix(folder))])
        for shelf in ("tags", "people"):
            self.queue((f"{shelf}-part", part) for part in self.name_parts(shelf))
        for (folder,) in run("SELECT folder FROM names WHERE total > ?", (limits.LIST,)).fetchall():
            self.queue(self.list_parts(folder))

    @staticmethod
    def index_subjects() -> list[Subject]:
        return [("home", ""), ("tags", ""), ("people", ""), ("undated", ""), ("missing", "")]

    def list_parts(self, folder: str) -> list[Subject]:
        """The parts of a name's long list: `("name-part", "<folder> <year> <number>")`."""
        return [
            ("name-part", f"{folder} {year} {number}")
            for year, count in self.years_of_name(folder)
            for number in range(1, (count - 1) // limits.LIST + 2)
        ]

    # pages

    def page_digests(self, subjects: Sequence[Subject]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for subject in subjects:
            found.update(self.connection.execute("SELECT url, digest FROM pages WHERE kind = ? AND key = ?", subject))
        return found

    def written(
        self, subjects: Iterable[Subject], pages: Iterable[tuple[str, str, str, bytes]], gone: Iterable[str]
    ) -> None:
        """The pages of the subjects (address, kind and key of the subject, digest) are in place, and `gone` are not."""
        many = self.connection.executemany
        many("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", pages)
        many("DELETE FROM pages WHERE url = ?", [(url,) for url in gone])
        many("DELETE FROM queue WHERE kind = ? AND key = ?", subjects)

    def queue_length(self) -> int:
        return int(self.connection.execute("SELECT count(*) FROM queue").fetchone()[0])

    def count_pages(self) -> int:
        return int(self.connection.execute("SELECT count(*) FROM pages").fetchone()[0])

    def has_more_pages_than(self, number: int) -> bool:
        """Told without counting them all."""
        return self.connection.execute("SELECT 1 FROM pages LIMIT 1 OFFSET ?", (number,)).fetchone() is not None

    def static_pages(self) -> list[str]:
        return [url for (url,) in self.connection.execute("SELECT url FROM pages WHERE kind = 'static'")]

    def folders_of_several(self) -> list[str]:
        """The folders that hold more than one page: of issues and what is above them, and of the shelves.

        Not the top folder, which each build touches itself.
        """
        found = {"tags", "people", "undated", "pictures"}
        for (folder,) in self.connection.execute("SELECT folder FROM issues"):
            while folder and folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return sorted(found)

    def page_urls(self) -> Iterator[str]:
        for (url,) in self.connection.execute("SELECT url FROM pages ORDER BY url"):
            yield url

    def queue_pages(self, urls: Iterable[str]) -> None:
        """The subjects of pages that are missing from the output."""
        for url in urls:
            self.connection.execute(
                "INSERT OR IGNORE INTO queue SELECT kind, key FROM pages WHERE url = ? AND kind <> 'static'", (url,)
            )
            self.connection.execute("UPDATE pages SET digest = x'' WHERE url = ?", (url,))


@contextmanager
def open_catalogue(project: Path, key: str) -> Iterator[Catalogue]:
    """The project's catalogue, held for this build alone.

    `key` is the version of its form: one of another version, or a damaged one, is thrown away and begun anew
    (`catalogue.fresh` says so). Raises CatalogueError where another build holds it or the folder cannot be written.
    """
    folder = project / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        lock = (folder / "lock").open("a+")
    except OSError as error:
        raise CatalogueError(
            f"cannot write in {folder}: {error.strerror}", "give yourself the right to write there, or copy the project"
        ) from None
    with lock:
        _hold(lock.fileno(), folder / "lock")
        connection, fresh = _connect(folder / "catalogue.db", key)
        try:
            yield Catalogue(connection, fresh)
        finally:
            connection.close()


def _hold(lock: int, path: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        holder = path.read_text(encoding="utf-8").strip() or "another process"
        raise CatalogueError(
            f"another build of this project is running ({holder})", "wait until it has ended, or end it"
        ) from None
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"process {os.getpid()}\n".encode(), 0)


def _connect(path: Path, key: str) -> tuple[sqlite3.Connection, str]:
    fresh = "" if path.exists() else "new"
    if not fresh:
        try:
            connection = _open(path)
            row = connection.execute("SELECT value FROM facts WHERE name = 'catalogue'").fetchone()
            if row is not None and row[0] == key:
                return connection, ""
            connection.close()
            fresh = "another version"
        except sqlite3.DatabaseError:
            fresh = "damaged"
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()
    connection = _open(path)
    connection.executescript(SCHEMA)
    connection.execute("INSERT INTO facts VALUES ('catalogue', ?)", (key,))
    connection.commit()
    return connection, fresh


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")  # safe to delete, so a power cut costs a build, never the archive
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


_problem_decoder = msgspec.json.Decoder(list[Problem])
