"""Folders of newspaper-page text -> a static archive that people read and cite.

The rooms, in the order of the flow; each imports only rooms before it:

    problems, words, places, config -> sources -> blocks -> articles -> tags -> pinyin -> addresses -> catalogue -> site
    -> output -> engine -> tasks -> stages -> the verbs: build, inspect, init -> cli
"""

__version__ = "0.1.0"
