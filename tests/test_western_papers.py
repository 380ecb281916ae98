"""Habits of real newspaper pages in Latin script, in short and with invented text: what tools and libraries add round
a page, how papers of today sign and send on, and what only looks like a headline, a name or a page number."""

from __future__ import annotations

import pytest

from tests.short_pages import OTHER, TEXT, THIRD, articles, codes, headlines, reading_of

# A page in one line


def test_a_page_that_stands_in_one_line_is_said_to_be_unsplit() -> None:
    head = "MARLBECK COURANT SATURDAY MARCH 4, 1905 BRIDGE TO CLOSE"
    page = " ".join([head, TEXT, "RAIN AT THE FAIR", OTHER, THIRD, TEXT, OTHER, "LATE NEWS", THIRD, TEXT])

    reading = reading_of(page)

    assert "unsplit-page" in [problem.code for problem in reading.problems]
    assert reading.articles[0].evidence[0].confidence < 0.5


def test_one_long_paragraph_is_no_unsplit_page() -> None:
    assert "unsplit-page" not in codes(" ".join([TEXT, OTHER, THIRD] * 4))


# What digital libraries print round a page


def test_the_words_of_a_digital_library_are_no_headline() -> None:
    page = (
        "OCR Interpretation\n\nImage and text provided by Library of Lower Weir\n\n"
        "Persistent link: https://pages.example/1906-02-17/seq-8/\n\nWhat is OCR?\n\nThumbnail for 8\n\n"
        f"Bridge to close\n\n{TEXT}"
    )

    reading = reading_of(page)

    assert [article.headline for article in reading.articles] == ["Bridge to close"]
    assert {entry.kind for entry in reading.furniture} == {"noise"}


def test_the_name_of_a_collection_over_a_page_is_no_headline() -> None:
    assert headlines(f"Tarn Valley Newspapers\n\nBridge to close\n\n{TEXT}") == ["Bridge to close"]


# Pages that a language model copied


LABELLED = (
    f"Headline: Bridge to close\nSection: No way over the Tarn\nBody: {TEXT}\n\n---\n\n"
    f"Headline: Rain at the fair\nBody: {OTHER}\n\n---\n\nHeadline: Wall falls\nBody: {THIRD}"
)


def test_labels_that_a_model_wrote_are_furniture_and_tell_the_parts() -> None:
    reading = reading_of(LABELLED)

    assert [article.headline for article in reading.articles] == ["Bridge to close", "Rain at the fair", "Wall falls"]
    assert reading.articles[0].subheads == ("No way over the Tarn",)
    assert reading.articles[0].body[0].text == TEXT
    assert reading.characters.dropped == 0


def test_a_label_that_stands_once_is_a_word_of_the_text() -> None:
    assert (
        "Headline: the word" in articles(f"# Bridge to close\n\nHeadline: the word that sells. {TEXT}")[0].body[0].text
    )


def test_rules_between_stories_end_them() -> None:
    page = (
        f"## Bridge to close\n\n{TEXT}\n\nThe county has\n\n---\n\n## Rain at the fair\n\n{OTHER}\n\n---\n\n"
        f"## Wall falls\n\n{THIRD}\n\nNot before noon could"
    )

    assert headlines(page) == ["Bridge to close", "Rain at the fair", "Wall falls"]


# Where a story goes on


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("►Footbridge, Page 5", "5"),
        ("▶ Old bridge, P. 12", "12"),
        ("See P2", "2"),
        ("—See P7", "7"),
        ("Facing Page", None),
    ],
)
def test_short_pointers_under_a_story_are_jump_lines(line: str, page: str | None) -> None:
    reading = reading_of(f"## Bridge to close\n\n{TEXT}\n\n{line}\n\n## Rain at the fair\n\n{OTHER}")

    assert [entry.text for entry in reading.furniture if entry.kind == "jump"] == [line]
    jump = reading.articles[0].jump
    assert (jump.page if jump else None) == page


def test_a_pointer_behind_the_last_sentence_is_a_jump_line() -> None:
    (first, _) = articles(f"## Bridge to close\n\n{TEXT} —See P7\n\n## Rain at the fair\n\n{OTHER}")

    assert first.jump is not None
    assert first.body[-1].text == TEXT


def test_a_french_story_goes_on_on_the_second_page() -> None:
    page = (
        "## Le pont fermé\n\nLe conseil de la commune a voté mardi pour la fermeture du vieux pont, et il a demandé "
        "une passerelle au département.\n\n(VOIR SUITE EN DEUXIEME PAGE)"
    )

    jump = articles(page)[0].jump

    assert jump is not None
    assert jump.page == "2"


# Who signs, and from where


def test_a_name_over_place_and_agency_signs_the_story_above_it() -> None:
    page = f"## Bridge to close\n\n{TEXT}\n\nADA THORNE\nMARLBECK, TNS\n\n## Rain at the fair\n\n{OTHER}"

    (first, second) = articles(page)

    assert first.byline is not None
    assert [person.name for person in first.byline.people] == ["ADA THORNE"]
    assert first.byline.text == "ADA THORNE MARLBECK, TNS"
    assert second.headline == "Rain at the fair"


def test_a_place_of_two_words_under_an_agency_is_where_the_story_comes_from() -> None:
    (article,) = articles(f"## Bridge to close\n\nAssociated Press\nLower Weir\n\n{TEXT}")

    assert article.byline is not None
    assert article.dateline is not None
    assert article.dateline.place == "Lower Weir"


def test_words_that_stand_small_on_the_page_are_no_name() -> None:
    page = (
        f"Bridge To Close\n\n{TEXT}\n\nTraffic Was Heavy\n\n{OTHER} Heavy traffic met the carts.\n\nMeeting Set\n\n"
        f"{THIRD} A meeting is set for Friday."
    )

    assert all(article.byline is None for article in articles(page))


def test_a_report_of_the_weather_is_no_signature() -> None:
    page = f"Bridge To Close\n\n{TEXT}\n\nReport: Cloudy with rain tonight\n\n{OTHER}"

    assert all(article.byline is None for article in articles(page))


def test_the_telegraph_and_its_date_stand_on_lines_of_their_own() -> None:
    page = f"BRIDGE GONE\n(BY TELEGRAPH.—PRESS ASSOCIATION.)\nMARLBECK, 5th March.\n{TEXT}\n\nFAIR IN RAIN\n{OTHER}"

    article = articles(page)[0]

    assert article.headline == "BRIDGE GONE"
    assert article.byline is not None
    assert article.dateline is not None
    assert article.dateline.place == "MARLBECK"
    assert article.body[0].text == TEXT


def test_a_place_and_day_that_stand_again_are_no_loop() -> None:
    page = f"BRIDGE GONE\n\nWien, 29. Juni.\n\n{TEXT}\n\nFAIR IN RAIN\n\nWien, 29. Juni.\n\n{OTHER}"

    assert "loop" not in codes(page)


# What is no headline


def test_rows_that_end_in_figures_are_no_headlines() -> None:
    page = (
        f"Bridge To Close\n\n{TEXT}\n\nRain by parish:\nMarlbeck 42\nTarn 40\nLower Weir 36\nUpper Weir 25\n\n{OTHER}"
    )

    assert headlines(page) == ["Bridge To Close"]


def test_single_letters_are_no_headlines() -> None:
    assert "T" not in " ".join(headlines(f"Bridge to close\n\n{TEXT}\n\nT\n2\nT\nS r\n7\n\n{OTHER}")).split()


# What is no page number, and no paper's own line


def test_two_days_of_a_month_are_no_page_number() -> None:
    reading = reading_of(f"County Convention\nTo Meet In Tarn\nJune 2 and 3\n\n{TEXT}")

    assert reading.issue.page is None


def test_the_number_of_an_item_is_no_page_number() -> None:
    page = f"1 OLD MILL\n{TEXT}\n\n2 WEIR HOUSE\n{OTHER}\n\n3 TANNERY\n{THIRD}"

    reading = reading_of(page)

    assert reading.issue.page is None
    assert not [entry for entry in reading.furniture if entry.kind == "folio"]


def test_a_photograph_of_an_agency_is_no_signature() -> None:
    page = (
        "Brug blijft dicht\n\nFoto ANP\n\nDe ophaalbrug over de Lange Vaart gaat voorlopig niet meer open, omdat het "
        "raderwerk aan de noordkant is gescheurd en het herstel nog maanden duurt."
    )

    (article,) = articles(page)

    assert article.headline == "Brug blijft dicht"
    assert article.subheads == ()
    assert article.byline is None


def test_the_pages_of_a_pdf_file_are_counted_in_english_whatever_the_paper() -> None:
    page = (
        "Page 1\n\nBrug blijft dicht\n\nDe ophaalbrug over de Lange Vaart gaat voorlopig niet meer open, omdat het "
        "raderwerk aan de noordkant is gescheurd en het herstel nog maanden duurt."
    )

    assert headlines(page) == ["Brug blijft dicht"]


# Lines that break before a capital


BROKEN_AT_CAPITALS = """Bridge Span Falls In River

The parish council of

 Marlbeck voted on Tuesday to close the old footbridge until its piers have been looked at by
Engineer Thorne.

He had asked the

County for a temporary crossing before the harvest is brought in by
Miller Tarn and others.

A carrier came with

 two loads of straw and had to turn round.

Rain Stops
Marlbeck Fair

Rain fell on the fair

 at Tarn from noon, and the judges of the butter of
Upper Weir had to finish their work in the chapel of
Saint Anne by the light of two lamps.

Two Walls Of Tannery Fall

A wall of the old tannery

 came down in the night of
Monday and blocked the lane behind it near
Mill Street until noon.

Choir Looks For
Two Basses

The choir of the parish is

 looking for two basses and a reader before the feast of
Saint Anne comes round again in
May.

Ferry Gets New
Iron Ropes

The ferry at Tarn will have

 ropes of iron from the works at
Lower Weir by the end of
June.
"""


def test_the_first_line_of_a_paragraph_is_no_headline_though_a_capital_follows_it() -> None:
    assert headlines(BROKEN_AT_CAPITALS) == [
        "Bridge Span Falls In River",
        "Rain Stops Marlbeck Fair",
        "Two Walls Of Tannery Fall",
        "Choir Looks For Two Basses",
        "Ferry Gets New Iron Ropes",
    ]


def test_a_line_that_ends_in_an_article_over_a_text_is_no_headline() -> None:
    page = f"Bridge to close\n\n{TEXT}\n\nHe said they would look at the\n\n{OTHER}"

    assert headlines(page) == ["Bridge to close"]


def test_a_row_of_dots_is_part_of_an_index() -> None:
    page = f"Bridge to close\n\n{TEXT}\n\nComics ................ 21\nMarkets ............... 6\n\n{OTHER}"

    assert headlines(page) == ["Bridge to close"]


def test_a_line_that_ends_in_a_letter_and_a_number_is_no_jump_line() -> None:
    page = f"Bridge to close\n\n{TEXT} Hurt were:\n\nAda Thorne, 13, of H27\n\n{OTHER}"

    assert not [entry for entry in reading_of(page).furniture if entry.kind == "jump"]


# Mastheads and numbers of the issue


def test_a_headline_over_the_date_at_the_head_of_a_page_is_the_name_of_the_paper() -> None:
    page = (
        f"# THE MARLBECK BEACON\n\nSATURDAY, SEPTEMBER 11, 1976\n\n# 180 jobs at risk in Tarn\n\n{TEXT}\n\n"
        f"# Rain at the fair\n\n{OTHER}"
    )

    reading = reading_of(page)

    assert reading.issue.publication == "THE MARLBECK BEACON"
    assert reading.articles[0].headline == "180 jobs at risk in Tarn"


def test_the_number_and_the_year_of_the_issue_are_lines_of_the_folio() -> None:
    page = (
        "Nr. 66.\nWaldmoorer Kreisblatt\nSonnabend, den 18. März 1911.\n49. Jahrgang.\nDie Verhandlungen.\n"
        "Die Frage, ob unser Kreis endlich die lange ersehnte Bahn nach\nder Hauptstrecke erhalten soll, ist in der "
        "Sitzung des letzten\nMittwochs um einen Schritt gefördert worden.\n"
    )

    reading = reading_of(page)

    assert [entry.text for entry in reading.furniture if entry.kind == "folio"][::2] == ["Nr. 66.", "49. Jahrgang."]


def test_a_numbered_notice_at_the_foot_of_a_page_is_no_folio() -> None:
    page = (
        f"# Bridge to close\n\n{TEXT}\n\n# Rain at the fair\n\n{OTHER}\n\n# Wall falls\n\n{THIRD}\n\n"
        f"# TENDER NOTICE No. 17/94\n\nSealed tenders are invited by the engineer for the work of strengthening "
        "the left bank from the mill to the weir, and must reach him by noon on Friday."
    )

    assert headlines(page)[-1] == "TENDER NOTICE No. 17/94"


# Headings that a tool marked


def test_a_marked_line_that_the_next_line_goes_on_with_is_text() -> None:
    page = (
        f"## Bridge to close\n\n{TEXT}\n\n#### One miller, who asked not to be\nnamed because he feared for his\n"
        f"work, said the county had known of it for a year.\n\n## Rain at the fair\n\n{OTHER}"
    )

    assert headlines(page) == ["Bridge to close", "Rain at the fair"]


def test_a_deck_in_two_marked_lines_belongs_to_the_headline() -> None:
    page = (
        "## Bridge to close\n\n#### Carriers say they are driving two hours as\n\n"
        f"#### roads fill and the ferry is full\n\n{TEXT}\n\n## Rain at the fair\n\n{OTHER}"
    )

    assert headlines(page) == ["Bridge to close", "Rain at the fair"]
    assert "roads fill" in " ".join(articles(page)[0].subheads)


def test_a_marked_sentence_between_a_headline_and_its_text_is_a_deck() -> None:
    deck = "A miller from Upper Weir offers to carry the mail by his own boat. The council decides on Monday at eight."
    page = f"# Bridge to close\n\n# {deck}\n\n{TEXT} {OTHER}\n\n# Wall falls\n\n{THIRD}"

    assert articles(page)[0].subheads == (deck,)


def test_a_french_headline_goes_on_after_its_colon() -> None:
    page = (
        "# Les tanneries :\n\n# un repreneur se présente\n\nLe conseil de la commune a voté mardi pour la fermeture du "
        "vieux pont, et il a demandé une passerelle au département."
    )

    assert headlines(page) == ["Les tanneries : un repreneur se présente"]


# Letters and initials


def test_headlines_in_capitals_over_the_letters_are_no_signatures() -> None:
    page = (
        f"BRIDGE TO CLOSE\n\n{TEXT}\n\nDOGS ON THE GREEN\n\n{OTHER}\n\nHARVEST SUPPER DANCE\n\n{THIRD}\n\n"
        f"LETTERS TO THE EDITOR\n\nTHE STATION CLOCK\n\nSir,—May I draw your notice to the clock? {TEXT} It is "
        '"with the county."—Yours, etc.,\n\nPUNCTUAL.'
    )

    found = articles(page)

    assert "HARVEST SUPPER DANCE" in [article.headline for article in found]
    assert found[-1].byline is not None
    assert found[-1].byline.text == "PUNCTUAL."


def test_small_initials_behind_a_place_sign() -> None:
    (article,) = articles(
        "## Traktor rutscht in den Kanal\n\nHOLZENBACH (wr) Glimpflich ist am Montag ein Unfall auf dem Gelände der "
        "alten Säge ausgegangen, als ein Traktor in den Kanal rutschte und zur Hälfte versank."
    )

    assert article.dateline is not None
    assert article.dateline.text == "HOLZENBACH"
    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["wr"]


def test_a_day_alone_in_a_dateline_is_the_last_such_day() -> None:
    page = (
        "Diario de Almodra — Jueves, 27 de junio de 1968 — Página 6\n\n# El primer ministro presenta su gobierno\n\n"
        "ROMA, 26 (Efe). — El primer ministro ha presentado esta mañana su gobierno en la cámara, que votará el martes."
    )

    dateline = articles(page)[0].dateline

    assert dateline is not None
    assert dateline.date == "1968-06-26"


def test_the_photographer_under_the_writer_signs_with_him() -> None:
    (article,) = articles(
        "## Föräldrarna rasar\n\nText: KARIN LINDHEM\nFoto: JOHAN EKBERG\n\nFrån och med måndag får barnen i byn inte "
        "längre åka skolskjuts till skolan, och det har fått föräldrarna att kräva ett möte."
    )

    assert article.byline is not None
    assert [person.role for person in article.byline.people] == ["author", "photographer"]
    assert article.photos == ()


# Pages without marks: where headlines stand, and what passes them


def test_where_headlines_stand_apart_those_in_the_block_of_their_text_are_crossheads() -> None:
    page = (
        f"HOW SAFE IS OUR BRIDGE?\n\n{TEXT}\n\nPIERS\n{OTHER}\n\nWARDENS\n{THIRD}\n\n"
        f"TARN IN SPACE?\n\n{OTHER} {TEXT}\n\nMILL v WEIR\n\n{THIRD}"
    )

    found = articles(page)

    assert [article.headline for article in found] == ["HOW SAFE IS OUR BRIDGE?", "TARN IN SPACE?", "MILL v WEIR"]
    assert [item.text for item in found[0].body if item.type == "crosshead"] == ["PIERS", "WARDENS"]


def test_a_number_without_a_stop_takes_no_text_past_a_headline() -> None:
    page = (
        f"## Bridge to close\n\n{TEXT} Hurt were Ada Tarn, 13, and Ned Thorne, 42\n\n## Rain at the fair\n\n{OTHER} "
        f"The judges\n\n{THIRD}\n\n## Choir sings\n\nThe bridge choir of Marlbeck parish sang by the old piers."
    )

    (first, *_) = articles(page)

    assert first.body[-1].text.endswith("Ned Thorne, 42")


def test_short_titled_lines_among_printed_lines_are_a_headline() -> None:
    page = (
        "Plans have been made for holding the\nannual supper of the school at the mill\nof Tarn on Thursday, and the "
        "ladies of\nthe parish will take part in the program\nwith songs and readings by the children\nin the hall, "
        "which is not far from the\nmill and within one mile of the weir\n51 Honor Pupils\nAt Lower Marlbeck\n"
        "Fifty-one pupils in the Marlbeck school\nwon praise when they went the whole\nterm without being absent or "
        "late, which\nno class of the school has done before."
    )

    assert headlines(page)[-1] == "51 Honor Pupils At Lower Marlbeck"


def test_short_lines_with_a_stop_over_place_and_day_are_headlines_of_telegrams() -> None:
    page = (
        f"Die Brücke fällt.\nWien, 28. Juni.\n{TEXT}\nDer Markt im Regen.\nWien, 29. Juni.\n{OTHER}\n"
        f"Die Mauer stürzt.\nBerlin, 29. Juni.\n{THIRD}"
    )

    found = articles(page)

    assert [article.headline for article in found] == ["Die Brücke fällt.", "Der Markt im Regen.", "Die Mauer stürzt."]
    assert [article.dateline.place for article in found if article.dateline] == ["Wien", "Wien", "Berlin"]


def test_decks_in_capitals_stand_under_a_headline_in_capitals() -> None:
    page = f"SEA WALL APPROVED\n\nINSPECTOR'S REPORT RECEIVED BY THE TOWN COUNCIL\n\n{TEXT}\n\nRAIN AT FAIR\n\n{OTHER}"

    assert headlines(page)[0] == "SEA WALL APPROVED"


def test_a_label_before_a_colon_names_a_brief() -> None:
    page = (
        f"# In Brief\n\nLions Club of Upper Weir: Dinner with the mayor and the judges of the fair. {OTHER}\n\n{THIRD}"
    )

    assert headlines(page)[0] == "Lions Club of Upper Weir"


def test_capitals_and_a_colon_under_a_picture_open_its_caption() -> None:
    page = (
        f"# Bridge to close\n\n{TEXT}\n\n![](tower.jpg)\n\nCROWNING GLORY: The new tower of the chapel at Tarn, which "
        f"many came to see. — Photo: M. Thorne\n\n# Rain at the fair\n\n{OTHER}"
    )

    captions = [photo.caption for article in articles(page) for photo in article.photos]

    assert len(captions) == 1
    assert captions[0] is not None
    assert captions[0].startswith("CROWNING GLORY")


def test_the_lines_that_say_who_makes_the_paper_are_no_headlines() -> None:
    page = (
        "A. RANDOLIER\n\nAdresser tout ce qui concerne la Rédaction\n\nORGANE RÉPUBLICAIN\n\n85, rue de la Fontaine\n\n"
        "ABONNEMENTS\n\nUn an, 18 fr.\n\nLe pont fermé\n\nLe conseil de la commune a voté mardi pour la fermeture du "
        "vieux pont, et il a demandé une passerelle au département."
    )

    assert headlines(page) == ["Le pont fermé"]


def test_a_single_line_on_subscriptions_makes_no_masthead() -> None:
    page = f"Bridge to close\n\nSubscription opened for the repair\n\n{TEXT}\n\nRain at the fair\n\n{OTHER}"

    assert not [entry for entry in reading_of(page).furniture if entry.kind == "masthead"]


def test_a_place_and_an_agency_before_a_colon_date_a_story() -> None:
    (first, second) = articles(
        f"## Bridge to close\n\nNEW MARLBECK, AGENCIES: {TEXT}\n\n## Rain at the fair\n\nTarn, PTI: {OTHER}"
    )

    assert first.dateline is not None
    assert first.dateline.place == "NEW MARLBECK"
    assert second.byline is not None
    assert second.byline.agency == "PTI"


def test_names_at_the_ends_of_stories_open_none() -> None:
    page = (
        f"## Bridge to close\n\n{TEXT}\n\nADA THORNE\nMARLBECK, TNS\n\n## Rain at the fair\n\n{OTHER}\n\nNED TARN\n"
        f"LOWER WEIR, TNS\n\nRain fell in these parishes on that day, as anybody saw.\n\n## Wall falls\n\n{THIRD}"
    )

    assert headlines(page) == ["Bridge to close", "Rain at the fair", "Wall falls"]


def test_labels_in_marked_headings_are_furniture_too() -> None:
    page = LABELLED.replace("Headline: ", "## Headline: ")

    assert headlines(page) == ["Bridge to close", "Rain at the fair", "Wall falls"]


def test_a_word_in_capitals_with_a_stop_before_a_place_is_no_name() -> None:
    page = f"Bridge to close\n\n{TEXT}\n\nTARN. Marlbeck\n\n{OTHER}"

    assert all(article.byline is None for article in articles(page))


# Notices, initials, kickers


def test_place_day_and_office_close_an_official_notice() -> None:
    page = (
        "# Die Bahn\n\nDie Frage, ob unser Kreis die Bahn erhalten soll, ist um einen Schritt gefördert worden.\n\n"
        "# Bekanntmachung\n\nDie diesjährige Versammlung der Mannschaften findet am Montag, vormittags 9 Uhr, statt.\n"
        "Waldmoor, den 15. März 1911.\nDer Magistrat. Brinckmann.\n\n# Saatkartoffeln\n\nSortenrein gibt ab der "
        "Kaufmann am Markt, der auch Bestellungen auf Rüben entgegennimmt.\n\nDie Preise sind die alten."
    )

    notice = articles(page)[1]

    assert [item.text for item in notice.body][1:] == ["Waldmoor, den 15. März 1911.", "Der Magistrat. Brinckmann."]


def test_the_last_initial_keeps_its_stop() -> None:
    page = (
        "# Le pont fermé\n\nLe conseil de la commune a voté mardi pour la fermeture du vieux pont, et il a demandé "
        "une passerelle.\n\nG. P.\n\n# La salle\n\nLe toit de la salle sera prêt avant le mois de juin, a dit le maire."
    )

    byline = articles(page)[0].byline

    assert byline is not None
    assert [person.name for person in byline.people] == ["G. P."]


def test_a_section_and_a_number_end_a_folio_line() -> None:
    issue = reading_of(f"Marlbeck Times Thursday, August 12, 2021 NEWS 7\n\n# Bridge to close\n\n{TEXT}").issue

    assert (issue.page, issue.section) == ("7", "NEWS")


def test_small_letters_over_capitals_are_a_kicker() -> None:
    (article,) = articles(f"Special meeting of the council\n\nPLANS FOR THE NEW MARKET HALL APPROVED\n\n{TEXT}")

    assert article.kicker == "Special meeting of the council"


# Printed lines without blank lines


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    page = (
        "BRIDGE TO CLOSE\nThe parish council of Marlbeck voted on\nTuesday to close the old footbridge until\n"
        "its piers have been looked at by a diver\nfrom the county, and it asked for a ferry.\n"
        "So did the carriers, who met on the green\nat noon and were told of it by the clerk.\n"
        "Superintendents of both schools wrote in\nthe same sense, and sent in their pupils.\n"
    )

    paragraphs = [item.text for item in articles(page)[0].body]

    assert [text.split()[0] for text in paragraphs] == ["The"]
    shorter = page.replace("asked for a ferry.", "asked for one.")
    assert [item.text.split()[0] for item in articles(shorter)[0].body] == ["The", "So"]


def test_lines_that_run_on_tell_the_column_where_most_lines_are_short() -> None:
    table = "".join(f"19{year} .. {year * 7}\n" for year in range(11, 40))
    page = (
        f"School Growth\nIn Marlbeck\nFor Ten Years\n"
        f"The enrollment in the elementary\nschools of Marlbeck has risen by\n"
        f"a third since the fair was held,\naccording to figures which the\nclerk of the schools has gathered\n"
        f"and which he read to the members\nof the council on Monday night.\nIn the fall of that year only ten\n"
        f"pupils came. Today there are as\nmany in one class as there were\nin all the schools at that time.\n{table}"
    )

    (first, *_) = articles(page)

    assert first.headline == "School Growth In Marlbeck For Ten Years"
    assert first.body[0].text.startswith("The enrollment in the elementary schools")


def test_the_first_line_of_a_stack_with_stops_at_the_head_of_a_page_is_a_heading() -> None:
    page = (
        "Marlbeck⸗Bote.\n\nDienſtag, den 23. April 1912.\n\nVon der Waſſerflut.\n\nDas Wehr bei Tarn gebrochen.\n\n"
        "Der Fluß iſt in der Nacht zum Montag um zwei Meter geſtiegen und hat das alte Wehr bei Tarn mit ſich "
        "genommen. Die Feuerwehr war die ganze Nacht zur Stelle.\n"
    )

    (article,) = articles(page)

    assert (article.kicker, article.headline) == ("Von der Waſſerflut.", "Das Wehr bei Tarn gebrochen.")


# What stands over a headline, and what leaves a rubric


def test_a_line_over_a_short_headline_with_a_long_deck_is_a_kicker() -> None:
    page = (
        "# La nuit du conseil\n\n# Le pont fermera\n\n# La passerelle demandée au département ne viendra pas avant le "
        "printemps, et le bac est cher\n\nLe conseil de la commune a voté mardi pour la fermeture du vieux pont, et "
        "il a demandé une passerelle."
    )

    (article,) = articles(page)

    assert (article.kicker, article.headline) == ("La nuit du conseil", "Le pont fermera")


def test_a_place_in_capitals_over_a_marked_headline_is_its_kicker() -> None:
    (article,) = articles(f"TARNFORD\n\n# Bridge to close for the whole winter\n\n{TEXT}")

    assert (article.kicker, article.rubric) == ("TARNFORD", None)


def test_how_the_news_came_stands_over_the_headline() -> None:
    stack = "BY TELEGRAPH TO THE COURANT.\n\nTHE GREAT FLOOD.\n\nTHREE BRIDGES GONE."

    (article,) = articles(f"{stack}\n\n{TEXT}\n\n{OTHER}")

    assert (article.kicker, article.headline) == ("BY TELEGRAPH TO THE COURANT.", "THE GREAT FLOOD.")


def test_an_offer_under_the_last_brief_is_no_brief() -> None:
    page = (
        f"# Bridge to close\n\n{TEXT}\n\n# IN BRIEF\n\n{OTHER}\n\n{THIRD}\n\n# Tarn & Sons\n\n"
        "Tanks and sheds. Free quotes. Phone Marlbeck 214.\n"
    )

    last = articles(page)[-1]

    assert (last.kind, last.rubric) == ("advert", None)


# Tips, run-in leads, crossheads


def test_headings_that_count_on_are_parts_of_one_story() -> None:
    page = (
        f"1 MILL INN\n\n{TEXT}\n\n2 THE OLD FERRY\n\n{OTHER}\n\n3 STATION HOUSE\n\n{THIRD}\n\n"
        f"BRIDGE TO CLOSE\n\nMARLBECK, March 4.—{TEXT}"
    )

    assert headlines(page) == ["1 MILL INN", "BRIDGE TO CLOSE"]


def test_a_line_behind_a_stray_bullet_is_no_headline() -> None:
    tips = f"+ To the mill The path through the\n\n{OTHER}\n\n« Over the hill From\n\n{THIRD}"
    page = f"Walks for the spring\n\n{TEXT}\n\n{tips}"

    assert headlines(page) == ["Walks for the spring"]


def test_a_single_word_in_small_letters_is_a_crosshead() -> None:
    page = (
        f"County court affirms the new toll\n\n{TEXT}\n\n{OTHER}\n\n{THIRD}\n\nAppealable\n\n"
        "A decision of this court may be taken to the higher one until Friday, the clerk of the county said, and the "
        "carriers who lost their case have not yet decided whether they want to go on with it.\n\n"
        f"Tannery wall falls on the lane at Weir\n\nWEIR, March 4 (AP) — {THIRD}"
    )

    assert headlines(page) == ["County court affirms the new toll", "Tannery wall falls on the lane at Weir"]


def test_a_place_behind_an_open_phrase_opens_no_story() -> None:
    page = (
        "Wandern im Frühling\n\nAm Montag ist Frühlings-\nbeginn. Die Pflanzenwelt\nerwacht aus dem langen\n"
        "Winterschlaf, und an der\nSonne blühen die Bäume.\n\nEinen schönen Garten mit\nalten Bäumen und Rosen\n"
        "gibt es auch beim\nStift Tarnfeld. Ein drei-\nstündiger Weg führt vom\nMarkt zum Stift hinauf\n"
        "und am Bach zurück."
    )

    assert [article.dateline for article in articles(page)] == [None]


# Folio and agency


def test_a_section_before_the_name_of_the_paper_is_no_part_of_it() -> None:
    page = (
        "6 LOKALT Norrdalens Tidning Tisdag 27 april 2010\n\n# Bron stängs\n\nKommunen stänger den gamla bron i dag, "
        "och det är inte känt när den kan öppnas igen. Barnen får åka buss till skolan."
    )

    issue = reading_of(page).issue

    assert (issue.publication, issue.section, issue.page) == ("Norrdalens Tidning", "LOKALT", "6")


def test_an_agency_that_signs_behind_a_dash_is_named_without_it() -> None:
    byline = articles(f"# Bridge to close\n\n{TEXT} — UNI")[0].byline

    assert byline is not None
    assert (byline.text, byline.agency) == ("UNI", "UNI")


# Where stories and rubrics end


def test_a_heading_under_a_jump_line_begins_a_story() -> None:
    page = (
        f"**Bridge of sighs: county finds that it was built one span too many**\n\n{TEXT}\n\n{OTHER} {THIRD}\n\n"
        f"{TEXT} {OTHER} {THIRD}\n\n**See BRIDGE, Page 2**\n\n"
        "**Chapel cat retires**\n\nTib, for nineteen years the cat of the chapel, has been given a pension and a new "
        "basket. A farewell was held on Thursday between the benches, with a cake in the form of a fish, which the "
        "guest left alone. The council of the parish sent a tin of sardines, and the bridge keeper a ball of "
        "wool.\n\n**Garden to stay**\n\nThe beans at the bridge should not be disturbed before the harvest.\n"
    )

    assert "Chapel cat retires" in headlines(page)


def test_a_half_word_goes_on_with_the_one_story_that_breaks_off() -> None:
    page = (
        "#### Pensioni, si cambia da gennaio\n\nROMA - L'intesa è arrivata alle tre e dieci, quando i camerieri "
        "avevano portato via le tazzine. Il ministro del Lavoro,\n\n#### L'ARTE DEL RINVIO\n\ndi ERMANNO GALVANI\n\n"
        "In questo Paese nulla è più definitivo di una misura transitoria, e chi dovrà subirla avrà di-\n\nTommaso "
        "Bellinzoni, ha firmato per ultimo e ha chiesto un caffè.\n\nSEGUE A PAGINA 3\n\nmenticato di che cosa si "
        "trattava."
    )

    assert [item.text[-12:] for item in articles(page)[1].body] == ["si trattava."]


def test_a_headline_set_larger_than_the_rubric_ends_it() -> None:
    page = (
        f"## IN BRIEF\n\n### Rain at the fair\n\n{OTHER}\n\n### Wall falls\n\n{THIRD}\n\n**SCHOOLS**\n\n"
        f"# Pupils choose their own dinner\n\n{TEXT}"
    )

    assert [article.rubric for article in articles(page)] == ["IN BRIEF", "IN BRIEF", None]


def test_briefs_with_their_places_over_them_stay_under_their_rubric() -> None:
    page = (
        f"# Bridge to close\n\n{TEXT}\n\n## AROUND THE REGION\n\n## TARN\n\n## Rain at the fair\n\n{OTHER}\n\n"
        f"## WEIR\n\n## Wall falls in the night\n\n{THIRD}"
    )

    assert [article.rubric for article in articles(page)] == [None, "AROUND THE REGION", "AROUND THE REGION"]


def test_a_deck_whose_second_line_is_marked_again_is_one() -> None:
    page = (
        "## Bridge to close\n\n#### Carriers say that they have to go round by Tarn as\n\n#### the ferry fills and the "
        f"lane stays wet\n\n{TEXT}\n\n{OTHER}"
    )

    assert articles(page)[0].subheads == (
        "Carriers say that they have to go round by Tarn as the ferry fills and the lane stays wet",
    )


def test_a_telegram_with_a_headline_is_an_article() -> None:
    page = (
        "DERNIÈRES DÉPÊCHES\n\nUn vapeur échoué devant le port\n\nPORT-TARN, 16 décembre. Le vapeur chargé de blé "
        "s’est mis à la côte la nuit dernière par grosse mer.\n\nLes tramways de la capitale\n\nWEIR, 16 décembre. Les "
        "receveuses de tramways ont repris le travail après avoir obtenu des manteaux doublés."
    )

    assert [article.kind for article in articles(page)] == ["article", "article"]


def test_a_price_in_a_headline_in_capitals_is_an_offer() -> None:
    page = f"# Bridge to close\n\n{TEXT}\n\n# WINTER WHEELS £19.90\n\nBoth garages at Tarn, on weekdays until six."

    assert articles(page)[-1].kind == "advert"


def test_news_under_the_label_of_a_lost_advertisement_is_news() -> None:
    page = (
        f"## Bridge to close\n\n{TEXT}\n\n## Rain at the fair\n\n{OTHER}\n\nADVERTISEMENT\n\n"
        f"## Wall of the tannery falls\n\nWEIR, March 4 (AP) — {THIRD}"
    )

    assert [article.kind for article in articles(page)] == ["article", "article", "article"]


def test_a_place_right_over_the_writers_name_is_a_dateline() -> None:
    (article,) = articles(f"# Bells fall silent in the frost\n\nTARNFORD\nAda Thorne\n\n{TEXT}\n\n{OTHER}")

    assert (article.subheads, article.dateline is not None and article.dateline.place) == ((), "TARNFORD")


def test_a_short_form_before_a_number_or_of_one_letter_does_not_end_the_first_sentence() -> None:
    sale = (
        "Barn sale Sat. 8-noon at Mill Lane. Tools, cradle, two lamps and a hand cart in fair order, cash only please."
    )
    assert headlines(f"{sale}\n\n# Bridge to close\n\n{TEXT}")[0] == "Barn sale Sat. 8-noon at Mill Lane"


def test_whoever_writes_and_takes_the_pictures_has_both_roles() -> None:
    text = "Belediye meclisi dün akşam eski köprünün bir yıl için kapatılmasına karar verdi."
    (article,) = articles(f"# Köprü kapandı\n\nHaber-Foto: Mehmet Ali Sönmezer\n\n{text}")

    assert article.byline is not None
    assert [person.role for person in article.byline.people] == ["reporter", "photographer"]


GERMAN = "Der Rat hat die alte Brücke über den Bach gesperrt und will im Herbst über einen Neubau entscheiden."


def test_a_section_in_capitals_stands_in_one_line_before_the_paper_and_the_day() -> None:
    folio = "17 TARNBACH UND UMGEBUNG Weirtaler Tagblatt Mittwoch, 9. Juni 2010"
    issue = reading_of(f"{folio}\n\n# Die Brücke\n\n{GERMAN}").issue

    assert (issue.page, issue.section, issue.publication) == ("17", "TARNBACH UND UMGEBUNG", "Weirtaler Tagblatt")


def test_a_sport_before_a_german_text_is_no_place_and_two_places_are_one() -> None:
    assert articles(f"# Die Brücke\n\nFußball. {GERMAN}")[0].dateline is None
    (article,) = articles(f"# Die Brücke\n\nTarnbach/Ulm. {GERMAN}")

    assert article.dateline is not None
    assert article.dateline.place == "Tarnbach/Ulm"


def test_initials_with_a_stop_before_a_german_text_sign_it_and_do_not_go_on_with_its_heading() -> None:
    (article,) = articles(f"## Die Brücke\n\ntrn. Weirbach, 13. November. {GERMAN}\n\n{GERMAN}")

    assert (article.headline, article.byline and article.byline.text) == ("Die Brücke", "trn.")
    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["trn"]
    assert article.dateline is not None


@pytest.mark.parametrize("name", ["ROUND THE HARBOUR", "AROUND THE GREEN"])
def test_a_column_that_goes_round_a_place_stands_over_briefs(name: str) -> None:
    kinds = [article.kind for article in articles(f"# Bridge\n\n{TEXT}\n\n# {name}\n\n{OTHER}\n\n{THIRD}")]

    assert kinds == ["article", "brief", "brief"]


@pytest.mark.parametrize(
    "line",
    [
        "LE TEMPS AUJOURD'HUI. — Brumes en vallée, éclaircies sur les hauteurs. Vent faible.",
        "HAVA DURUMU: Kıyılarda hava parçalı bulutlu geçecek. Sıcaklık gündüz 12 derece.",
    ],
)
def test_a_forecast_behind_its_label_is_weather(line: str) -> None:
    french = "Le conseil municipal a décidé hier de fermer le vieux pont de pierre, qui menace de tomber."
    turkish = "Belediye meclisi dün akşam eski köprünün bir yıl için kapatılmasına karar verdi."
    text = turkish if line[0] == "H" else french

    assert "weather" in {entry.kind for entry in reading_of(f"# Le pont\n\n{text}\n\n{line}").furniture}


def test_a_place_with_a_colon_leads_a_brief_and_tells_its_column() -> None:
    items = "\n\n".join(f"**{place}:** {OTHER}" for place in ("Marlbeck", "Lower Weir", "Tarn"))
    briefs = articles(f"# Bridge to close\n\n{TEXT}\n\n# FROM HILL AND DALE\n\n{items}")[1:]

    assert [article.kind for article in briefs] == ["brief"] * 3
    assert [article.dateline and article.dateline.place for article in briefs] == ["Marlbeck", "Lower Weir", "Tarn"]


def test_a_line_under_the_writer_that_says_what_the_writer_is_names_nobody() -> None:
    (article,) = articles(f"# Bridge to close\n\nBy ADA THORNE\n\nLocal Government Reporter\n\n{TEXT}")

    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["ADA THORNE"]


def test_a_name_over_a_line_with_place_and_day_signs() -> None:
    (article,) = articles(f"## Bridge rejected by the council\n\nADA THORNE\n\nMARLBECK, Aug 23\n\n{TEXT}\n\n{OTHER}")

    assert (article.subheads, article.byline and article.byline.text) == ((), "ADA THORNE")


def test_capitals_before_a_german_text_are_its_place() -> None:
    (article,) = articles(f"# Die Brücke\n\nWEIRBACH Nach langer Beratung steht fest: {GERMAN}")

    assert article.dateline is not None
    assert article.dateline.place == "WEIRBACH"


@pytest.mark.parametrize("credit", ["(Photo Jeanne THORNE.)", "(Herald Photo by Ada Thorne)"])
def test_a_short_text_between_a_heading_and_a_credit_in_brackets_is_a_caption(credit: str) -> None:
    photo = articles(f"# Bridge to close\n\n{TEXT}\n\n{OTHER}\n\n# Races on the green\n\n{THIRD}\n\n{credit}")[-1]

    assert (photo.kind, photo.headline, photo.photos[0].credit) == ("photo", "Races on the green", credit.strip("()"))


def test_a_headline_right_over_a_paragraph_of_one_line_is_apart_from_it() -> None:
    page = f"# Bridge to close\n\n{TEXT}\n\nRATS LEAVE THE OLD MILL; NO ONE SAW THEM\n{OTHER} {OTHER}\n\n{THIRD}"

    assert headlines(page) == ["Bridge to close", "RATS LEAVE THE OLD MILL; NO ONE SAW THEM"]


def test_an_unsigned_story_after_a_signed_letter_is_no_letter() -> None:
    letter = f"# Wall falls\n\n{THIRD}\n\n# LETTERS\n\n## The old bridge\n\n{TEXT}\n\nAda Thorne, Marlbeck"
    rubrics = [each.rubric for each in articles(f"{letter}\n\n## Rovers lose again\n\n{OTHER}\n\n{THIRD}")]

    assert rubrics == [None, "LETTERS", None]


def test_capitals_under_the_folio_over_headline_deck_and_writer_are_a_kicker() -> None:
    page = (
        "Tarn Herald, Monday, 4 May 1998, 7\n\n#### AFTER A YEAR OF DROUGHT\n\n# **Bridge to close**\n\n"
        f"**Council finds no money for the old stones**\n\n*By Ada Thorne*\n\n{TEXT}\n\n{OTHER}"
    )

    assert articles(page)[0].kicker == "AFTER A YEAR OF DROUGHT"


def test_a_line_over_a_writer_in_small_letters_is_a_headline() -> None:
    page = f"## Bridge to close\n\n{TEXT}\n\nVet's plea to walkers\n\nby Ada Thorne, Farming Correspondent\n\n{OTHER}"

    assert headlines(page) == ["Bridge to close", "Vet's plea to walkers"]


def test_an_agency_with_an_accent_stands_in_a_dateline() -> None:
    text = "El puente viejo fue cerrado ayer por orden del alcalde, que teme por las piedras de la orilla."
    (article,) = articles(f"# El puente\n\nPUERTO HONDO (Télam).– {text}")

    assert article.dateline is not None
    assert article.dateline.place == "PUERTO HONDO"


def test_words_and_a_colon_over_a_credit_open_a_caption_without_a_stop() -> None:
    shown = "SOAKED: Mill Lane on Monday\n\nPicture: ADA THORNE"
    page = f"# Bridge to close\n\n{TEXT}\n\n{OTHER}\n\n{shown}\n\n# Wall falls\n\n{THIRD}"
    photos = [photo for article in articles(page) for photo in article.photos]

    assert [(photo.caption, photo.credit) for photo in photos] == [
        ("SOAKED: Mill Lane on Monday", "Picture: ADA THORNE"),
    ]


def test_words_and_a_colon_under_a_story_with_a_bare_picture_open_its_caption() -> None:
    story = f"<!-- image -->\n\n{TEXT}\n\n{OTHER}\n\nLast look: Ada Thorne on the bridge"
    first, _ = articles(f"# Bridge to close\n\n{story}\n\n# Wall falls\n\n{THIRD}")

    assert [photo.caption for photo in first.photos] == ["Last look: Ada Thorne on the bridge"]


def test_a_marked_word_over_items_much_shorter_than_the_paragraphs_above_names_their_column() -> None:
    items = "The library opens late on Friday.\n\nA cow was found in Mill Lane.\n\nRoad works begin at noon."
    found = articles(f"# Bridge to close\n\n{TEXT}\n\n{OTHER}\n\n# Window\n\n{items}\n\n# Wall falls\n\n{THIRD}")

    assert [article.rubric for article in found] == [None, "Window", "Window", "Window", None]


@pytest.mark.parametrize("heading", ["Wasserabstellung", "Stromunterbruch", "Strassensperrung"])
def test_what_is_cut_off_for_a_day_is_told_by_a_german_notice(heading: str) -> None:
    page = f"# Die Brücke\n\n{GERMAN}\n\n# {heading}\n\nAm Donnerstag wird in Weirbach von 8 bis 11 gebaut."

    assert articles(page)[-1].kind == "notice"
