"""Rule 5. Byline and dateline: found at the head of the lead, on a line of their own, or at the end.

`leads` (with `days`) reads the head of a text, `signed` a line that signs by itself, `ends` the end of a text; `forms`
knows what a name looks like that signs without any word.
"""

from newsarchive.articles.bylines.days import iso_date
from newsarchive.articles.bylines.ends import find_end
from newsarchive.articles.bylines.forms import (
    initials_alone,
    is_bare_name,
    is_initials,
    is_letter_signature,
    is_name_in_capitals,
    is_pen_name,
    reader_and_place,
    two_set_wide,
)
from newsarchive.articles.bylines.leads import (
    Lead,
    initials_before,
    read_lead,
    read_lead_of_item,
    read_lead_under_heading,
)
from newsarchive.articles.bylines.signed import signature

__all__ = [
    "Lead",
    "find_end",
    "initials_alone",
    "initials_before",
    "is_bare_name",
    "is_initials",
    "is_letter_signature",
    "is_name_in_capitals",
    "is_pen_name",
    "iso_date",
    "read_lead",
    "read_lead_of_item",
    "read_lead_under_heading",
    "reader_and_place",
    "signature",
    "two_set_wide",
]
