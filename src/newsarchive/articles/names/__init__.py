"""Rule 5a. The words of a signature -> people: names told from roles, run-together names cut, spaced names joined.

`roles` finds the words that are no names; `cut` knows Chinese family names, `given` the given names of languages in
Latin script; `chinese`, `japanese`, `korean` and `latin` read a signature in their script; `people` chooses among them.
"""

from newsarchive.articles.names.chinese import han_people
from newsarchive.articles.names.cut import split_names
from newsarchive.articles.names.given import has_given_name, person_and_beside, person_ends
from newsarchive.articles.names.japanese_parts import people_in_parts
from newsarchive.articles.names.people import credit_people, people_of
from newsarchive.articles.names.roles import roles_of

__all__ = [
    "credit_people",
    "han_people",
    "has_given_name",
    "people_in_parts",
    "people_of",
    "person_and_beside",
    "person_ends",
    "roles_of",
    "split_names",
]
