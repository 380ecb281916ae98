"""What pages ask the catalogue: lists of articles, issues and names, each in the order in which it is shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec

from newsarchive.addresses import page_order
from newsarchive.catalogue import limits
from newsarchive.catalogue.cards import Listing, decode_listing, shelf_of


class Row(msgspec.Struct, frozen=True):
    """An article as lists need it, its card still packed."""

    address: str
    card: bytes
    role: str = ""


class SourceRow(msgspec.Struct, frozen=True):
    """A source as its articles' pages need it."""

    id: int
    path: str
    folder: int
    sha256: str
    note: str | None
    reading: bytes
    issue: str


class Printed(msgspec.Struct, frozen=True):
    """A newspaper page as its issue shows it; `furniture` is packed as JSON: kind, text and line of each piece."""

    path: str
    sha256: str
    page: str | None
    section: str | None
    note: str | None
    furniture: bytes | None


class ArticleRow(msgspec.Struct, frozen=True):
    number: int
    address: str
    place: str
    issue: str
    card: bytes


class Issue(msgspec.Struct, frozen=True):
    folder: str
    prefix: str
    publication: str | None
    date: str | None
    articles: int


class Counted(msgspec.Struct, frozen=True):
    """A name with its folder and the number of its articles."""

    folder: str
    kind: str
    name: str
    total: int


def undated_part(folder: str) -> str:
    """The part of a long shelf that an undated source stands on."""
    return folder[8 : 8 + limits.PART]


Link = tuple[int, str]  # an article by its number in the catalogue, and the roles in it of the name that it carries


class Queries:
    """Questions to an open catalogue; none of them changes it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def neighbours(self, place: str) -> tuple[tuple[str, Listing] | None, tuple[str, Listing] | None]:
        """The articles before and after a place in the archive, each with its address; of the same paper only."""
        found = []
        for sign, order in (("<", "DESC"), (">", "ASC")):
            row = self.connection.execute(
                f"SELECT address, card, place FROM articles WHERE place {sign} ? ORDER BY place {order} LIMIT 1",
                (place,),
            ).fetchone()
            is_near = row is not None and shelf_of(row[2]) == shelf_of(place)
            found.append((row[0], decode_listing(row[1])) if is_near else None)
        return found[0], found[1]

    def pictures_of(self, source: int) -> dict[str, str]:
        """Address in the site by the name that the page gives a picture, of those that are there."""
        rows = self.connection.execute(
            "SELECT name, address FROM pictures WHERE source = ? AND address IS NOT NULL", (source,)
        )
        return dict(rows.fetchall())

    def picture(self, address: str) -> tuple[int, str] | None:
        """Source folder and path of a picture that some page still names."""
        row = self.connection.execute(
            "SELECT folder, path FROM pictures WHERE address = ? ORDER BY folder, path", (address,)
        ).fetchone()
        return None if row is None else (row[0], row[1])

    def issue(self, folder: str) -> Issue | None:
        row = self.connection.execute(
            "SELECT folder, prefix, publication, date, articles FROM issues WHERE folder = ?", (folder,)
        ).fetchone()
        return None if row is None else Issue(*row)

    def neighbour_issues(self, issue: Issue) -> tuple[Issue | None, Issue | None]:
        """The issues of the same paper before and after; undated sources in the order of their folders."""
        columns = "SELECT folder, prefix, publication, date, articles FROM issues WHERE"
        found = []
        for sign, order in (("<", "DESC"), (">", "ASC")):
            if issue.date is None:
                row = self.connection.execute(
                    f"{columns} date IS NULL AND folder {sign} ? ORDER BY folder {order} LIMIT 1", (issue.folder,)
                ).fetchone()
            else:
                row = self.connection.execute(
                    f"{columns} prefix = ? AND date {sign} ? ORDER BY date {order} LIMIT 1",
                    (issue.prefix, issue.date),
                ).fetchone()
            found.append(None if row is None else Issue(*row))
        return found[0], found[1]

    def sources_of_issue(self, folder: str) -> list[tuple[Printed, list[Row]]]:
        """The newspaper pages of an issue as a reader turns them, each with its articles in printed order."""
        sources = self.connection.execute(
            "SELECT id, path, sha256, page, section, note, furniture FROM sources WHERE issue = ?", (folder,)
        ).fetchall()
        found = []
        for source, *values in sources:
            rows = self.connection.execute(
                "SELECT address, card FROM articles WHERE source = ? ORDER BY number", (source,)
            ).fetchall()
            found.append((Printed(*values), [Row(*row) for row in rows]))
        return sorted(found, key=lambda pair: (page_order(pair[0].page), pair[0].path))

    def issues_of_year(self, folder: str) -> list[Issue]:
        """The issues whose folders lie in a year's folder, in order."""
        rows = self.connection.execute(
            "SELECT folder, prefix, publication, date, articles FROM issues"
            " WHERE folder > ? AND folder < ? ORDER BY folder",
            (f"{folder}/", f"{folder}0"),
        )
        return [Issue(*row) for row in rows]

    def dated_years(self, prefix: str | None = None) -> list[tuple[str, int, int]]:
        """Year folder, issues and articles, oldest first; of one publication's prefix, or of all."""
        rows = self.connection.execute(
            "SELECT substr(folder, 1, length(folder) - 6) AS year, count(*), sum(articles) FROM issues"
            " WHERE date IS NOT NULL AND (?1 IS NULL OR prefix = ?1)"
            " GROUP BY year ORDER BY min(date), year",
            (prefix,),
        )
        return [(year, issues, articles) for year, issues, articles in rows]

    def first_and_last_date(self, prefix: str | None = None) -> tuple[str | None, str | None]:
        row = self.connection.execute(
            "SELECT min(date), max(date) FROM issues WHERE ?1 IS NULL OR (date IS NOT NULL AND prefix = ?1)",
            (prefix,),
        ).fetchone()
        return row[0], row[1]

    def latest_issue(self, prefix: str | None = None) -> Issue | None:
        row = self.connection.execute(
            "SELECT folder, prefix, publication, date, articles FROM issues WHERE date IS NOT NULL"
            " AND (?1 IS NULL OR prefix = ?1) ORDER BY date DESC, folder LIMIT 1",
            (prefix,),
        ).fetchone()
        return None if row is None else Issue(*row)

    def undated(self, part: str | None = None, limit: int = -1) -> list[Issue]:
        """Undated sources in the order of their folders; of one part of the shelf, or of all."""
        rows = self.connection.execute(
            "SELECT folder, prefix, publication, date, articles FROM issues WHERE date IS NULL"
            " AND (?1 IS NULL OR substr(folder, 9, ?3) = ?1) ORDER BY folder LIMIT ?2",
            (part, limit, limits.PART),
        )
        return [Issue(*row) for row in rows]

    def count_undated(self) -> int:
        return int(self.connection.execute("SELECT count(*) FROM issues WHERE date IS NULL").fetchone()[0])

    def undated_parts(self) -> list[str]:
        """The parts of the shelf that hold a source."""
        rows = self.connection.execute(
            "SELECT DISTINCT substr(folder, 9, ?) FROM issues WHERE date IS NULL ORDER BY 1", (limits.PART,)
        )
        return [part for (part,) in rows]

    def name(self, folder: str) -> Counted | None:
        row = self.connection.execute(
            "SELECT folder, kind, name, total FROM names WHERE folder = ?", (folder,)
        ).fetchone()
        return None if row is None else Counted(*row)

    def years_of_name(self, folder: str) -> list[tuple[str, int]]:
        """Years with the number of articles in each, oldest first, undated last."""
        rows = self.connection.execute(
            "SELECT y.year, y.total FROM names n JOIN name_years y ON y.name = n.id WHERE n.folder = ? ORDER BY y.year",
            (folder,),
        )
        return list(rows)

    def links_of_name(self, folder: str, year: str | None = None) -> list[Link]:
        """The articles that carry a name, in one year or ever, oldest first, each with the roles of the name in it."""
        rows = self.connection.execute(
            "SELECT l.article, l.role FROM names n JOIN links l ON l.name = n.id"
            " JOIN articles a INDEXED BY articles_in_order ON a.id = l.article"
            f" WHERE n.folder = ?1 {'' if year is None else 'AND l.year = ?2'} ORDER BY a.place, l.role",
            (folder,) if year is None else (folder, year),
        )
        roles: dict[int, list[str]] = {}
        for article, role in rows:
            roles.setdefault(article, []).append(role)
        return [(article, " ".join(filter(None, held))) for article, held in roles.items()]

    def articles(self, links: Sequence[Link]) -> list[Row]:
        """The articles that are linked so, as lists need them."""
        rows = self.connection.execute(
            "SELECT id, address, card FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode([article for article, _ in links]).decode(),),
        )
        found = {article: (address, card) for article, address, card in rows}
        return [Row(*found[article], role) for article, role in links]

    def names(self, shelf: str, part: str) -> list[Counted]:
        """The names of one shelf (`tags` or `people`) whose address begins with the letters of a part."""
        low = f"{shelf}/{part}"
        rows = self.connection.execute(
            "SELECT folder, kind, name, total FROM names WHERE folder >= ? AND folder < ? ORDER BY folder",
            (low, low + "~"),
        )
        return [Counted(*row) for row in rows]

    def name_parts(self, shelf: str) -> list[str]:
        """The parts of a shelf that hold a name: as many look-ups as there are parts, not names."""
        found: list[str] = []
        after = f"{shelf}/"
        while row := self.connection.execute(
            "SELECT folder FROM names WHERE folder > ? AND folder < ? ORDER BY folder LIMIT 1", (after, f"{shelf}0")
        ).fetchone():
            found.append(row[0][len(shelf) + 1 :][: limits.PART])
            after = f"{shelf}/{found[-1]}~"
        return found

    def has_long_index(self, shelf: str) -> bool:
        """Whether a shelf holds more names than one index page."""
        row = self.connection.execute(
            "SELECT 1 FROM names WHERE folder >= ?1 || '/' AND folder < ?1 || '0' LIMIT 1 OFFSET ?2",
            (shelf, limits.INDEX),
        ).fetchone()
        return row is not None

    def has_long_shelf(self) -> bool:
        """Whether there are more undated sources than one page of the shelf holds."""
        row = self.connection.execute(
            "SELECT 1 FROM issues WHERE date IS NULL LIMIT 1 OFFSET ?", (limits.INDEX,)
        ).fetchone()
        return row is not None

    def top_names(self, kind: str, limit: int) -> list[Counted]:
        """The names of one kind with the most articles."""
        rows = self.connection.execute(
            "SELECT folder, kind, name, total FROM names WHERE kind = ? ORDER BY total DESC, folder LIMIT ?",
            (kind, limit),
        )
        return [Counted(*row) for row in rows]
