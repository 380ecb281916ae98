"""2. A folder -> Sources: bytes decoded to text, and what front matter, file name and folder say of the issue."""

from newsarchive.sources.dates import find_date, parse_date
from newsarchive.sources.paths import printed_page
from newsarchive.sources.pictures import Picture, find_pictures, stamp_of
from newsarchive.sources.source import Hints, Source, read_source, to_source
from newsarchive.sources.stamps import Folder, Scan, Stamp, folders, scan

__all__ = [
    "Folder",
    "Hints",
    "Picture",
    "Scan",
    "Source",
    "Stamp",
    "find_date",
    "find_pictures",
    "folders",
    "parse_date",
    "printed_page",
    "read_source",
    "scan",
    "stamp_of",
    "to_source",
]
