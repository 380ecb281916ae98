"""One transaction: sources stored and forgotten, and then exactly the subjects queued that show what changed."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from newsarchive import addresses
from newsarchive.catalogue import limits
from newsarchive.catalogue.cards import SourceCard, decode_card
from newsarchive.catalogue.queries import Issue, undated_part
from newsarchive.catalogue.store import Catalogue

_MEMORY = """
CREATE TEMP TABLE IF NOT EXISTS gone (id INTEGER, address TEXT, wanted TEXT, place TEXT, card BLOB, digest BLOB);
CREATE TEMP TABLE IF NOT EXISTS gone_links (name INTEGER, year TEXT, article INTEGER);
CREATE TEMP TABLE IF NOT EXISTS fresh (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS stored (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS touched_issues (folder TEXT PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS lost (id INTEGER PRIMARY KEY, place TEXT);
CREATE TEMP TABLE IF NOT EXISTS won (id INTEGER PRIMARY KEY, place TEXT);
CREATE INDEX IF NOT EXISTS temp.gone_by_place ON gone (place);
CREATE INDEX IF NOT EXISTS temp.gone_links_by_article ON gone_links (article);
"""
_ISSUES = (
    "SELECT issue, CASE WHEN date IS NULL THEN '' ELSE substr(issue, 1, length(issue) - 10) END,"
    " min(publication), min(date), sum(articles) FROM sources"
)
_TABLES = ("gone", "gone_links", "fresh", "stored", "touched_issues", "lost", "won")


class Changes:
    """What one build learned. `store` and `forget` as readings arrive, then `settle` once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._run = catalogue.connection.execute
        self.stored = 0  # sources read
        self._names: dict[str, int] = {}
        catalogue.connection.executescript(_MEMORY)
        for table in _TABLES:
            self._run(f"DELETE FROM temp.{table}")
        (known,) = self._run("SELECT count(*) FROM sources").fetchone()
        self._empty = known == 0
        self._were_long = {shelf: catalogue.has_long_index(shelf) for shelf in ("tags", "people")}
        self._was_long_shelf = catalogue.has_long_shelf()
        (self._last,) = self._run("SELECT coalesce(max(id), 0) FROM articles").fetchone()

    def same(self, path: str, folder: int, size: int, mtime_ns: int) -> None:
        """A file whose time moved but not its bytes."""
        self._run(
            "UPDATE sources SET folder = ?, size = ?, mtime_ns = ? WHERE path = ?", (folder, size, mtime_ns, path)
        )

    def distrust(self, path: str) -> None:
        """A file that could not be read now: what is known of it stays, and the next build finds it changed."""
        self._run("UPDATE sources SET mtime_ns = -1 WHERE path = ?", (path,))

    def forget(self, paths: Iterable[str]) -> None:
        """Sources that are gone."""
        for path in paths:
            self._forget(path)

    def store(self, card: SourceCard) -> None:
        """A source as it reads now, in the place of what was known of it."""
        self.stored += 1
        if not self._empty:
            self._forget(card.path)
        source = self._run(
            "INSERT INTO sources VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (card.path, card.folder, card.size, card.mtime_ns, card.sha256, card.language, card.publication, card.date,
             card.page, card.issue, card.issue, card.section, card.note, card.furniture, card.problems,
             len(card.slots)),
        ).lastrowid  # fmt: skip
        self._run("INSERT INTO readings VALUES (?, ?)", (source, card.reading))
        self._run("INSERT INTO temp.stored VALUES (?)", (source,))
        for picture in card.pictures:
            self._run(
                "INSERT INTO pictures VALUES (?, ?, ?, ?, ?, ?, ?)",
                (source, card.folder, *msgspec.structs.astuple(picture)),
            )
            if picture.address is not None:
                self.catalogue.queue([("picture", picture.address)])
        year = "undated" if card.date is None else card.date[:4]
        links: list[tuple[int, str, int, str]] = []
        for slot in card.slots:
            self._last += 1
            self._run(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (self._last, source, slot.number, slot.wanted, slot.wanted, slot.place, card.issue, year, slot.card,
                 slot.digest),
            )  # fmt: skip
            links += [
                (self._name(name.kind, name.name, name.folder), year, self._last, name.role or "")
                for name in decode_card(slot.card).names
            ]
        self.catalogue.connection.executemany("INSERT OR IGNORE INTO links VALUES (?, ?, ?, ?)", links)

    def settle(self) -> None:
        """Addresses given, issues and names counted, the queue filled, and all of it committed at once."""
        self._run("INSERT INTO temp.fresh SELECT a.id FROM temp.stored s CROSS JOIN articles a ON a.source = s.id")
        flipped = self._prefix()
        self._rank(all_of_them=flipped)
        if self._empty or flipped:
            self._run("DELETE FROM issues")
            self._run(f"INSERT INTO issues {_ISSUES} GROUP BY issue")
        if self._empty:
            self._run(
                "INSERT INTO name_years SELECT name, year, count(DISTINCT article) FROM links GROUP BY name, year"
            )
            self._run("UPDATE names SET total = (SELECT sum(total) FROM name_years WHERE name = names.id)")
        else:
            self._queue_articles()
            self._queue_names()
            self._queue_issues()
        if self._empty or flipped:
            self.catalogue.queue_everything()
        self.catalogue.commit()

    # one source

    def _forget(self, path: str) -> None:
        row = self._run("SELECT id, issue FROM sources WHERE path = ?", (path,)).fetchone()
        if row is None:
            return
        source, issue = row
        self._run(
            "INSERT OR IGNORE INTO queue SELECT 'picture', address FROM pictures"
            " WHERE source = ? AND address IS NOT NULL",
            (source,),
        )
        self._run("DELETE FROM pictures WHERE source = ?", (source,))
        self._run("INSERT OR IGNORE INTO temp.touched_issues VALUES (?)", (issue,))
        for (article,) in self._run("SELECT id FROM articles WHERE source = ?", (source,)).fetchall():
            self._remember(article)
            self._run("DELETE FROM links WHERE article = ?", (article,))
        self._run("DELETE FROM articles WHERE source = ?", (source,))
        self._run("DELETE FROM readings WHERE source = ?", (source,))
        self._run("DELETE FROM sources WHERE id = ?", (source,))

    def _remember(self, article: int) -> None:
        self._run(
            "INSERT INTO temp.gone SELECT id, address, wanted, place, card, digest FROM articles WHERE id = ?",
            (article,),
        )
        self._run(
            "INSERT INTO temp.gone_links SELECT DISTINCT name, year, article FROM links WHERE article = ?", (article,)
        )

    def _name(self, kind: str, name: str, folder: str) -> int:
        known = self._names.get(folder)
        if known is None:
            row = self._run("SELECT id FROM names WHERE folder = ?", (folder,)).fetchone()
            if row is None:
                insert = "INSERT INTO names (folder, kind, name) VALUES (?, ?, ?) RETURNING id"
                row = self._run(insert, (folder, kind, name)).fetchone()
            known = self._names[folder] = int(row[0])
        return known

    # addresses

    def _prefix(self) -> bool:
        """A publication's prefix before its addresses where there are several papers; True where that is news."""
        dated = "SELECT DISTINCT publication FROM sources WHERE date IS NOT NULL AND publication IS NOT NULL LIMIT 2"
        several = len(self._run(dated).fetchall()) > 1
        flipped = (self.catalogue.fact("several") == "yes") != several
        self.catalogue.set_fact("several", "yes" if several else "no")
        if not several and not flipped:
            return False

        def issue(publication: str | None, date: str | None, wanted: str) -> str:
            prefix = f"{addresses.publication_folder(publication)}/" if several and publication and date else ""
            return prefix + wanted

        def moved(issue: str, wanted: str) -> str:
            return f"{issue}/{wanted.rpartition('/')[2]}"

        def placed(issue: str, wanted: str, place: str) -> str:
            return issue.removesuffix(wanted) + place[place.index("\x1f") :]

        self.catalogue.connection.create_function("placed", 3, placed, deterministic=True)
        self.catalogue.connection.create_function("issue_of", 3, issue, deterministic=True)
        self.catalogue.connection.create_function("moved", 2, moved, deterministic=True)
        which = "1" if flipped else "s.id IN (SELECT id FROM temp.stored)"
        self._run(f"UPDATE sources AS s SET issue = issue_of(publication, date, wanted_issue) WHERE {which}")
        self._run(
            "UPDATE articles AS a SET issue = s.issue, wanted = moved(s.issue, a.wanted),"
            " address = moved(s.issue, a.wanted), place = placed(s.issue, s.wanted_issue, a.place)"
            f" FROM sources AS s WHERE s.id = a.source AND {which}"
        )
        return flipped

    def _rank(self, all_of_them: bool) -> None:
        """Of two articles that want one address the first in the order of the archive has it, the next has `--2`."""
        which = "1" if all_of_them or self._empty else (
            "wanted IN (SELECT a.wanted FROM temp.fresh f CROSS JOIN articles a ON a.id = f.id"
            " UNION SELECT wanted FROM temp.gone)"
        )  # fmt: skip
        wanted_twice = self._run(
            f"SELECT wanted FROM articles WHERE {which} GROUP BY wanted HAVING count(*) > 1 OR max(address <> wanted)"
        ).fetchall()
        for (wanted,) in wanted_twice:
            wanting = self._run("SELECT id, address FROM articles WHERE wanted = ? ORDER BY place", (wanted,))
            for rank, (article, address) in enumerate(wanting.fetchall()):
                ranked = addresses.with_rank(wanted, rank)
                if ranked != address:
                    if not self._run("SELECT 1 FROM temp.fresh WHERE id = ?", (article,)).fetchone():
                        self._remember(article)
                        self._run("INSERT INTO temp.fresh VALUES (?)", (article,))
                    self._run("UPDATE articles SET address = ? WHERE id = ?", (ranked, article))

    # what shows the changes

    def _queue_articles(self) -> None:
        same = "g.place = a.place AND g.address = a.address AND g.card = a.card"
        self._run(
            "INSERT INTO temp.lost SELECT g.id, g.place FROM temp.gone g"
            f" WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE {same})"
        )
        self._run(
            "INSERT INTO temp.won SELECT a.id, a.place FROM temp.fresh f CROSS JOIN articles a ON a.id = f.id"
            f" WHERE NOT EXISTS (SELECT 1 FROM temp.gone g WHERE {same})"
        )
        queue = "INSERT OR IGNORE INTO queue SELECT 'article', "
        self._run(
            f"{queue} a.address FROM temp.fresh f CROSS JOIN articles a ON a.id = f.id"
            f" WHERE NOT EXISTS (SELECT 1 FROM temp.gone g WHERE {same} AND g.digest = a.digest)"
        )
        self._run(
            f"{queue} address FROM temp.gone g WHERE NOT EXISTS (SELECT 1 FROM articles WHERE address = g.address)"
        )
        for (place,) in self._run("SELECT place FROM temp.lost UNION SELECT place FROM temp.won").fetchall():
            for sign, order in (("<", "DESC"), (">", "ASC")):
                neighbour = f"SELECT address FROM articles WHERE place {sign} ? ORDER BY place {order} LIMIT 1"
                self._run(f"{queue} address FROM ({neighbour})", (place,))

    def _queue_names(self) -> None:
        shelves: set[str] = set()
        for name, delta in self._count_names():
            folder, before = self._run("SELECT folder, total FROM names WHERE id = ?", (name,)).fetchone()
            now = before + delta
            shelf, _, rest = folder.partition("/")
            shelves.add(shelf)
            self._run("UPDATE names SET total = ? WHERE id = ?", (now, name))
            self.catalogue.queue([("name", folder)])
            if (before > limits.LIST) != (now > limits.LIST):
                self._queue_all("name-part", f"{folder} ")
                self.catalogue.queue(self.catalogue.list_parts(folder))
            elif now > limits.LIST:
                self._queue_parts_of_list(name, folder)
            if now == 0:
                self._run("DELETE FROM names WHERE id = ?", (name,))
            if now == 0 or before == 0:
                self.catalogue.queue([(f"{shelf}-part", rest[: limits.PART])])
        self.catalogue.queue((shelf, "") for shelf in shelves)
        for shelf in shelves:
            if self._were_long[shelf] != self.catalogue.has_long_index(shelf):
                self._queue_all(f"{shelf}-part", "")
                self.catalogue.queue((f"{shelf}-part", part) for part in self.catalogue.name_parts(shelf))

    def _count_names(self) -> list[tuple[int, int]]:
        """Each touched name with the number of articles it won or lost; the counts by year are brought up to date."""
        changed = (
            "SELECT name, year, sum(delta) AS delta FROM ("
            " SELECT g.name, g.year, -1 AS delta FROM temp.lost t CROSS JOIN temp.gone_links g ON g.article = t.id"
            " UNION ALL SELECT name, year, 1 FROM (SELECT DISTINCT l.name, l.year, l.article FROM temp.won w"
            " CROSS JOIN links l ON l.article = w.id)) GROUP BY name, year"
        )
        self._run(
            f"INSERT INTO name_years SELECT * FROM ({changed}) WHERE 1"
            " ON CONFLICT (name, year) DO UPDATE SET total = total + excluded.total"
        )
        found = self._run(f"SELECT name, sum(delta) FROM ({changed}) GROUP BY name").fetchall()
        for name, _ in found:
            self._run("DELETE FROM name_years WHERE name = ? AND total = 0", (name,))
        return found

    def _queue_parts_of_list(self, name: int, folder: str) -> None:
        """Of a long list the parts from the first one that changed: all before it are full and stay as they are."""
        years = self._run(
            "SELECT year, min(place), sum(delta) FROM ("
            " SELECT g.year AS year, t.place AS place, -1 AS delta FROM temp.gone_links g"
            " JOIN temp.lost t ON t.id = g.article WHERE g.name = ?1"
            " UNION ALL SELECT DISTINCT l.year, w.place, 1 FROM temp.won w CROSS JOIN links l ON l.article = w.id"
            " WHERE l.name = ?1) GROUP BY year",
            (name,),
        ).fetchall()
        counts = dict(self.catalogue.years_of_name(folder))
        for year, place, delta in years:
            (older,) = self._run(
                "SELECT count(DISTINCT l.article) FROM links l"
                " CROSS JOIN articles a INDEXED BY articles_in_order ON a.id = l.article"
                " WHERE l.name = ? AND l.year = ? AND a.place < ?",
                (name, year, place),
            ).fetchone()
            count = counts.get(year, 0)
            last = (max(count, count - delta) - 1) // limits.LIST + 1
            self.catalogue.queue(
                ("name-part", f"{folder} {year} {number}") for number in range(older // limits.LIST + 1, last + 1)
            )

    def _queue_all(self, kind: str, start: str) -> None:
        """All pages of a kind whose key begins so, that they may be written again or removed."""
        self._run(
            "INSERT OR IGNORE INTO queue SELECT kind, key FROM pages WHERE kind = ? AND substr(key, 1, ?) = ?",
            (kind, len(start), start),
        )

    def _queue_issues(self) -> None:
        self._run(
            "INSERT OR IGNORE INTO temp.touched_issues"
            " SELECT s.issue FROM temp.stored t CROSS JOIN sources s ON s.id = t.id"
        )
        self._run(
            "INSERT OR IGNORE INTO temp.touched_issues"
            " SELECT a.issue FROM temp.fresh f CROSS JOIN articles a ON a.id = f.id"
        )
        for (folder,) in self._run("SELECT folder FROM temp.touched_issues").fetchall():
            self._queue_issue(folder)
        if self._was_long_shelf != self.catalogue.has_long_shelf():
            self._queue_all("undated-part", "")
            self.catalogue.queue(("undated-part", part) for part in self.catalogue.undated_parts())
        if self._run("SELECT 1 FROM temp.touched_issues").fetchone():
            self.catalogue.queue([("home", "")])

    def _queue_issue(self, folder: str) -> None:
        before = self.catalogue.issue(folder)
        self._run("DELETE FROM issues WHERE folder = ?", (folder,))
        self._run(f"INSERT INTO issues {_ISSUES} WHERE issue = ? GROUP BY issue", (folder,))
        now = self.catalogue.issue(folder)
        shown = [issue for issue in (before, now) if issue is not None]
        appeared = before is None or now is None or (before.prefix, before.date) != (now.prefix, now.date)
        if appeared:
            shown += [found for issue in shown for found in self.catalogue.neighbour_issues(issue) if found is not None]
        for issue in shown:
            self._queue_places_of(issue, itself=appeared or issue.folder == folder)

    def _queue_places_of(self, issue: Issue, itself: bool) -> None:
        if itself:
            self.catalogue.queue([("issue", issue.folder)])
        if issue.date is None:
            self.catalogue.queue([("undated", ""), ("undated-part", undated_part(issue.folder))])
            return
        self.catalogue.queue(
            [("year", addresses.year_folder(issue.folder)), ("publication", addresses.publication_prefix(issue.folder))]
        )
