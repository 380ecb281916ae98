"""Pages in Latin script, in short: what a reader of that paper would find on them. Whole pages are in `corpus/`."""

from __future__ import annotations

import pytest

from newsarchive.articles.labels import unmarked_latin_signs
from newsarchive.articles.language import detect
from tests.short_pages import OTHER, TEXT, THIRD, articles, headlines, reading_of

# Datelines


@pytest.mark.parametrize("words", ["FOR SALE—", "LOST—", "A QUIET WEDDING.—", "NO ROOM LEFT: ", "ACCIDENT.—"])
def test_capitals_that_say_what_a_text_is_about_are_no_place(words: str) -> None:
    (article,) = articles(f"# Town notes\n\n{words}{TEXT}")

    assert article.dateline is None
    assert article.body[0].text.startswith(words.strip())


def test_a_place_in_capitals_before_a_dash_is_a_dateline() -> None:
    (article,) = articles(f"# Bridge closed\n\nMARLBECK — {TEXT}")

    assert article.dateline is not None
    assert article.dateline.place == "MARLBECK"


# Headings


def test_short_lines_of_one_block_are_one_headline() -> None:
    (first, second) = articles(
        f"Bridge closed\nfor repairs\nuntil May\n\nCounty asked for a footway\nacross the weir\n\n{TEXT}\n\n"
        f"Rain stops\nMarlbeck fair\n\n{OTHER}"
    )

    assert first.headline == "Bridge closed for repairs until May"
    assert first.heading_lines == (
        "Bridge closed",
        "for repairs",
        "until May",
        "County asked for a footway",
        "across the weir",
    )
    assert first.subheads == ("County asked for a footway across the weir",)
    assert second.headline == "Rain stops Marlbeck fair"


def test_a_full_line_over_a_headline_in_two_lines_is_its_kicker() -> None:
    (article,) = articles(f"Council sits until after midnight\n\nFootbridge shut\nfor the summer\n\n{TEXT}")

    assert (article.kicker, article.headline) == ("Council sits until after midnight", "Footbridge shut for the summer")


def test_a_line_with_a_stop_is_a_heading_only_in_papers_that_set_stops_after_headings() -> None:
    (article,) = articles(f"Thanks to all\n\n{TEXT}\n\nThe Children of Ada Thorne.")

    assert [item.text for item in article.body][-1] == "The Children of Ada Thorne."


def test_a_speech_that_names_its_speaker_is_no_heading() -> None:
    page = f"The Water Question\n\n{TEXT}\n\nMr. Tarn: Who is to pay?\n\nThe Chairman: The parish, Mr. Tarn."
    (article,) = articles(page)

    assert [item.type for item in article.body] == ["paragraph"] * 3


def test_what_stands_under_a_jump_line_is_no_part_of_the_sentence_above_it() -> None:
    page = (
        f"# Bridge closed\n\n{TEXT} The work will be done by\n\n(Continued on page 4)\n\nRain stops the fair\n\n{OTHER}"
    )

    assert headlines(page) == ["Bridge closed", "Rain stops the fair"]


# Signatures


def test_a_name_under_the_deck_signs_though_a_picture_stands_before_the_text() -> None:
    deck = "Three miles where it was three steps. Nobody asked"
    page = f"# The long way round\n\n{deck}\n\nAda Thorne\n\n![](a.jpg)\n\n{TEXT}"
    (article,) = articles(page)

    assert article.byline is not None
    assert article.byline.people[0].name == "Ada Thorne"


def test_two_short_lines_of_one_block_under_a_text_are_a_heading_and_no_name() -> None:
    page = f"# Bridge closed\n\n{TEXT}\n\nFerry Talks\nNear Collapse\n\nMARLBECK (AP) — {OTHER}"

    assert headlines(page) == ["Bridge closed", "Ferry Talks Near Collapse"]


def test_a_name_in_capitals_under_a_text_signs_it() -> None:
    (first, second) = articles(f"# Bridge closed\n\n{TEXT}\n\nADA THORNE\n\n# Rain stops the fair\n\n{OTHER}")

    assert first.byline is not None
    assert first.byline.text == "ADA THORNE"
    assert second.byline is None


def test_a_short_line_under_a_letter_says_who_wrote_it() -> None:
    first_letter = f"## Footbridge\n\n{TEXT}\n\nTired ratepayer"
    page = f"# Letters to the Editor\n\n{first_letter}\n\n## Rain\n\n{OTHER}\n\nA. Thorne, Marlbeck"
    (first, second) = articles(page)

    assert first.byline is not None
    assert first.byline.text == "Tired ratepayer"
    assert second.byline is not None
    assert second.byline.people[0].name == "A. Thorne"


# Rubrics


@pytest.mark.parametrize("rubric", ["TURF NOTES", "DISTRICT NEWS.", "LOCAL AND PERSONAL", "Village gossip"])
def test_a_rubric_over_paragraphs_makes_each_a_brief(rubric: str) -> None:
    items = ["Mr. Thorne has sold his mare.", "The fair is put off to Friday week.", "Miss Orde is home from Tarn."]
    found = articles(f"# Bridge closed\n\n{TEXT}\n\n{rubric}\n\n" + "\n\n".join(items))

    assert [article.kind for article in found[1:]] == ["brief"] * 3
    assert {article.rubric for article in found[1:]} == {rubric}


def test_a_short_item_with_a_heading_under_a_rubric_of_briefs_is_a_brief() -> None:
    items = f"### Fair put off\n\n{TEXT}\n\n### Mare sold\n\n{OTHER}"
    found = articles(f"## Bridge closed\n\n{TEXT} The clerk will write.\n\n## In brief\n\n{items}")

    assert [(article.kind, article.headline) for article in found[1:]] == [
        ("brief", "Fair put off"),
        ("brief", "Mare sold"),
    ]


def test_briefs_with_headings_go_on_under_their_rubric_and_a_longer_story_ends_them() -> None:
    items = f"## Fair put off\n\n{TEXT}\n\n## Mare sold\n\n{OTHER}"
    found = articles(f"## In brief\n\n{items}\n\n## Wall\n\n{THIRD}\n\nThe clerk will write to the county.")

    assert [article.kind for article in found] == ["brief", "brief", "article"]
    assert found[2].rubric is None


def test_marked_headings_on_lines_that_follow_one_another_are_one_headline() -> None:
    (article,) = articles(f"#### Council trims footpaths,\n#### keeps the bridge\n\n{TEXT}")

    assert article.headline == "Council trims footpaths, keeps the bridge"
    assert article.heading_lines == ("Council trims footpaths,", "keeps the bridge")


def test_subheads_in_two_lines_are_one() -> None:
    (article,) = articles(f"Senate votes\nfor bridges\n\nTax is left out\nafter debate\n\nBy ADA THORNE\n\n{TEXT}")

    assert article.subheads == ("Tax is left out after debate",)


def test_a_marked_or_bold_sentence_under_a_headline_is_its_deck() -> None:
    deck = "The bridge is old and so are those who cross it. Now both must wait, says the county, until the autumn."
    for mark in (f"## {deck}", f"**{deck}**"):
        (article,) = articles(f"# Bridge closed\n\n{mark}\n\n{TEXT}\n\nThe clerk will write.")

        assert article.subheads == (deck,)


def test_two_sentences_in_a_line_are_no_heading() -> None:
    item = "The fair at Tarn is to be on Friday by order of the mayor. Gates at two"
    page = f"# Bridge closed\n\n{TEXT}\n\n{item}\n\n# Rain\n\nBy ADA THORNE\n\n{OTHER}"

    assert headlines(page) == ["Bridge closed", "Rain"]


def test_a_line_that_ends_in_a_colon_over_a_headline_is_its_kicker() -> None:
    (article,) = articles(f"The surveyor speaks of chaos:\n\nFootbridge shut\nfor the summer\n\n{TEXT}")

    assert (article.kicker, article.headline) == ("The surveyor speaks of chaos:", "Footbridge shut for the summer")


def test_a_sentence_that_breaks_off_over_a_jump_line_is_no_heading() -> None:
    (article,) = articles(
        f"Bridge closed\n\n{TEXT}\n\nThe surveyor does not think that the road can\n\n(Continued on page 4)"
    )

    assert article.body[-1].text == "The surveyor does not think that the road can"


# Captions


@pytest.mark.parametrize(
    ("printed", "credit"),
    [
        (
            "HOLDING ON: Ada Thorne crosses the old footbridge. Picture: COLIN ORDE (ref 14/6)",
            "Picture: COLIN ORDE (ref 14/6)",
        ),
        ("AGREED: Ada Thorne beside the old footbridge Picture: Colin Orde", "Picture: Colin Orde"),
        ("A LAST LOOK—Ada Thorne crosses the old footbridge. (Packet photo by Col Orde)", "Packet photo by Col Orde"),
    ],
)
def test_a_caption_without_a_picture_is_known_by_its_credit(printed: str, credit: str) -> None:
    found = articles(f"# Bridge closed\n\n{TEXT}\n\n{printed}\n\n# Rain\n\nBy ADA THORNE\n\n{OTHER}")
    photos = [photo for article in found for photo in article.photos]

    assert [photo.credit for photo in photos] == [credit]


def test_a_name_in_capitals_behind_the_last_stop_of_a_caption_is_its_credit() -> None:
    (article,) = articles(
        f"# Bridge closed\n\n![](a.jpg)\nAda Thorne crosses the bridge. COL ORDE, THE PACKET\n\n{TEXT}"
    )

    assert (article.photos[0].caption, article.photos[0].credit) == (
        "Ada Thorne crosses the bridge.",
        "COL ORDE, THE PACKET",
    )


def test_a_brief_that_its_agency_signs_is_no_caption() -> None:
    found = articles(
        f"# En bref\n\n## Pont fermé\n\nLe pont de Marlac sera fermé lundi pour deux mois. AFP\n\n## Pluie\n\n{THIRD}"
    )

    assert not found[0].photos


# Headlines of texts without a heading


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Born to Mr. and Mrs. Col Orde of Tarn, a daughter.", "Born to Mr. and Mrs. Col Orde of Tarn, a daughter"),
        ("The jockey R. Thorne was suspended for four days.", "The jockey R. Thorne was suspended for four days"),
        ("FOR SALE—Good work mare, smooth mouth, gentle with children. Apply at Tarn.", "FOR SALE"),
    ],
)
def test_the_first_clause_ends_at_no_abbreviation(text: str, headline: str) -> None:
    assert (
        headlines(f"# Bridge closed\n\n{TEXT}\n\n# In brief\n\n{text}\n\nThe fair is put off to Friday.")[1] == headline
    )


# Notices, advertisements, weather


@pytest.mark.parametrize(
    ("heading", "text", "kind"),
    [
        ("GRACE METHODIST CHURCH", "Rev. A. Thorne, Pastor. Sunday School 9:45 a. m.", "notice"),
        ("Ada M. Thorne\n\n1931-2019", TEXT, "notice"),
        ("Weaver Lane", "NOTICE IS HEREBY GIVEN that Weaver Lane will be closed from Monday.", "notice"),
        ("Winter tyres today!", "Spikes from 649. Orde & Son, tel. 75 00 21 40. Open Saturday.", "advert"),
    ],
)
def test_what_stands_under_a_heading_tells_what_it_is(heading: str, text: str, kind: str) -> None:
    last = f"# Wall\n\nBy ADA THORNE\n\n{THIRD}\n\nThe lane is open again."
    found = articles(f"# Bridge closed\n\nBy ADA THORNE\n\n{OTHER}\n\n# {heading}\n\n{text}\n\n{last}")

    assert [article.kind for article in found] == ["article", kind, "article"]


def test_high_and_low_without_a_label_are_the_weather() -> None:
    page = reading_of(f"# Bridge closed\n\n{TEXT}\n\nFair and warmer Thursday. High 78, low 54. Details on Page 6.")

    assert [piece.kind for piece in page.furniture] == ["weather"]


def test_turkish_is_known_by_letters_that_no_other_language_has() -> None:
    assert (
        detect("Barajın dibi göründü. Akçapınar'ın içme suyunu karşılayan barajda doluluk yüzde 4'e düştü de") == "tr"
    )


def test_a_clerk_signs_a_notice_and_no_heading() -> None:
    text = "Notice is hereby given that the council will hear all persons on May 13."
    notice = f"NOTICE OF HEARING\n\n{text}\n\nAda Thorne, Town Clerk"
    found = articles(f"# Bridge closed\n\nBy CORA ORDE\n\n{TEXT}\n\n{notice}\n\n# Rain\n\nBy CORA ORDE\n\n{OTHER}")

    assert [article.headline for article in found] == ["Bridge closed", "NOTICE OF HEARING", "Rain"]
    assert found[1].body[-1].text == "Ada Thorne, Town Clerk"


def test_want_ads_are_one_each() -> None:
    ads = "FOR RENT: 2 rooms in Tarn, no pets. 555-0171.\n\nHELP WANTED: Evening cook. Apply in person."
    found = articles(f"# Bridge closed\n\nBy CORA ORDE\n\n{TEXT}\n\n# CLASSIFIEDS\n\n{ads}")

    assert [(article.kind, article.headline) for article in found[1:]] == [
        ("advert", "FOR RENT"),
        ("advert", "HELP WANTED"),
    ]


def test_a_list_of_pages_is_furniture() -> None:
    page = reading_of(f"# Bridge closed\n\n{TEXT}\n\nOn the Inside\n\nCrossword 21 Churches 8-9 Obituaries 5 Radio 20")

    assert [piece.kind for piece in page.furniture] == ["label", "label"]


def test_a_paragraph_without_a_place_goes_on_with_the_brief_above_it() -> None:
    briefs = f"Tarn, Feb. 12. {OTHER}\n\nThe mayor thanked all who had come.\n\nWeir, Feb. 11. {THIRD}"
    found = articles(f"# Bridge closed\n\nBy CORA ORDE\n\n{TEXT}\n\n# District news\n\n{briefs}")

    assert [len(article.body) for article in found[1:]] == [2, 1]


def test_a_letter_without_a_heading_begins_under_the_name_of_the_one_before() -> None:
    page = f"# Letters to the Editor\n\n## Footbridge\n\n{TEXT}\n\nA. Thorne, Tarn\n\n{OTHER}\n\nC. Orde, Weir"
    (first, second) = articles(page)

    assert first.byline is not None
    assert second.byline is not None
    assert (first.byline.text, second.byline.text) == ("A. Thorne, Tarn", "C. Orde, Weir")


def test_a_headline_that_runs_into_its_dateline_is_cut_off() -> None:
    (article,) = articles(f"Four Hurt\nAs Cart\nHits Wall MARLBECK (AP)—{TEXT}")

    assert article.headline == "Four Hurt As Cart Hits Wall"
    assert article.dateline is not None
    assert article.dateline.text == "MARLBECK (AP)—"


def test_papers_that_set_stops_after_headings_in_small_letters_are_known_by_their_short_lines() -> None:
    items = [
        ("A footbridge closed.", TEXT),
        ("Rain at the fair.", OTHER),
        ("The tannery wall.", THIRD),
        ("A mare.", TEXT),
    ]
    page = "\n".join(
        f"{heading}\n" + "\n".join(text[at : at + 48].strip() for at in range(0, len(text), 48))
        for heading, text in items
    )

    assert headlines(page)[:3] == ["A footbridge closed.", "Rain at the fair.", "The tannery wall."]


# The head of a page


@pytest.mark.parametrize("name", ["THE LANTERN OF MARLBECK", "Tarn Valley Lantern"])
def test_a_short_first_line_over_the_date_names_the_paper(name: str) -> None:
    page = reading_of(f"{name}\n\nTuesday, March 3, 1931 No. 12\n\nBridge closed\n\n{TEXT}")

    assert [piece.kind for piece in page.furniture] == ["masthead", "folio"]
    assert [article.headline for article in page.articles] == ["Bridge closed"]


def test_a_family_name_in_capitals_with_its_initial_signs_the_text_above_it() -> None:
    page = f"Bridge closed\n\n{TEXT}\n\nA. DE THORNE.\n\nRain stops the fair\n\n{OTHER}"
    (first, second) = articles(page)

    assert first.byline is not None
    assert first.byline.text == "A. DE THORNE."
    assert second.headline == "Rain stops the fair"


def test_an_address_under_a_name_belongs_to_the_signature() -> None:
    (article,) = articles(f"# Bridge closed\n\nBy Ada Thorne\nada@lantern.example\n\n{TEXT}")

    assert article.byline is not None
    assert article.byline.text == "By Ada Thorne ada@lantern.example"
    assert [person.name for person in article.byline.people] == ["Ada Thorne"]


def test_name_and_place_on_two_lines_sign_a_letter_of_one_question() -> None:
    letter = "How many more springs must we drive round the same hole in the road below the mill?"
    (article,) = articles(f"# Letters to the Editor\n\n## Potholes\n\n{letter}\n\nAda Thorne\nMill Close, Tarn")

    assert article.headline == "Potholes"
    assert article.byline is not None
    assert article.byline.text == "Ada Thorne Mill Close, Tarn"


def test_a_bold_name_under_the_deck_signs_and_the_last_paragraph_tells_who_that_is() -> None:
    deck = "*Three miles where it was three steps. Nobody asked the people who cross*"
    note = "Ada Thorne teaches history at Tarn."
    page = f"# The long way round\n\n{deck}\n\n**Ada Thorne**\n\n{TEXT}\n\n{OTHER}\n\n{note}"
    (article,) = articles(page)

    assert article.byline is not None
    assert [(person.name, person.role) for person in article.byline.people] == [("Ada Thorne", "author")]
    assert [(item.type, item.text) for item in article.body][-1] == ("author-note", note)


def test_names_under_a_rubric_of_deaths_are_headings() -> None:
    first = "Ada Thorne\n\nAda Thorne, 77, died on Tuesday at her home in Tarn."
    deaths = f"{first}\n\nCol Orde\n\nCol Orde, 64, a carrier of letters, died in the night after a short illness."
    found = articles(f"Bridge closed\n\nBy CORA ORDE\n\n{TEXT}\n\nDEATHS\n\n{deaths}")

    assert [(article.kind, article.headline) for article in found[1:]] == [
        ("notice", "Ada Thorne"),
        ("notice", "Col Orde"),
    ]


def test_words_in_capitals_that_name_no_place_open_a_caption() -> None:
    caption = "UP A TREE — Fireman Col Orde hands a kitten to Ada Thorne, 7, after a rescue on Elm Street."
    found = articles(f"Bridge closed\n\n{TEXT}\n\n{caption}\n\nRain stops the fair\n\n{OTHER}")

    assert [photo.caption for article in found for photo in article.photos] == [caption]


def test_an_advertisement_among_briefs_is_no_brief() -> None:
    items = "The band will play on Sunday at the park.\n\nFOR SALE—Oak table, six chairs. Apply at the mill."
    found = articles(f"# Bridge closed\n\n{TEXT}\n\n# Local notes\n\n{items}")

    assert [article.kind for article in found[1:]] == ["brief", "advert"]


def test_a_salutation_is_no_heading() -> None:
    (article,) = articles(f"# Letters to the Editor\n\n## Footbridge\n\nTo the Editor:\n\n{TEXT}\n\nA. Thorne, Tarn")

    assert article.headline == "Footbridge"
    assert article.body[0].text == "To the Editor:"


def test_the_label_of_a_box_and_its_text_are_one_note() -> None:
    text = "Kommunen stengte brua over elva på tirsdag og ba fylket om en midlertidig overgang til våren."
    text += " Det var ikke nytt for noen."
    box = "FAKTA\nMarlbeck: 74 innbyggere. Brua ble bygd i 1908 og er 41 meter lang."
    (article,) = articles(f"# Brua stengt\n\n{text}\n\n{box}\n\n{text.replace('tirsdag', 'onsdag')}")

    assert [item.type for item in article.body] == ["paragraph", "note", "paragraph"]
    assert article.body[1].text.startswith("FAKTA Marlbeck: 74 innbyggere.")


def test_one_word_on_the_highest_level_over_a_headline_is_its_kicker() -> None:
    (article,) = articles(f"# Transport\n\n## School buses run more often from autumn\n\n### Council pays\n\n{TEXT}")

    assert (article.kicker, article.headline) == ("Transport", "School buses run more often from autumn")
    assert article.subheads == ("Council pays",)


def test_a_bold_line_under_a_marked_headline_is_a_subhead() -> None:
    bold = "**Council asks the county for a temporary crossing at once**"
    (article,) = articles(f"# Bridge closed for repairs\n\n{bold}\n\n{TEXT}")

    assert article.headline == "Bridge closed for repairs"


def test_capitals_in_a_stack_of_capitals_are_no_name() -> None:
    (article,) = articles(f"STORM WRECKS TOWN\n\nFood Is Scarce in Tarn\n\nMAYOR ASKS AID\n\nTARN, March 3.—{TEXT}")

    assert article.byline is None
    assert article.subheads == ("Food Is Scarce in Tarn", "MAYOR ASKS AID")


def test_a_couple_in_capitals_is_no_place() -> None:
    married = "THORNE—ORDE. In this city, by the Rev. Mr. Pell, Col Orde."
    found = articles(f"Bridge closed\n\n{TEXT}\n\nMARRIED\n\n{married}")

    assert found[-1].dateline is None


def test_an_agency_behind_a_dash_signs_the_text_above_it() -> None:
    (first, second) = articles(
        f"# Ferry aground\n\n{TEXT}\n\n*— Associated Press*\n\n# Rain\n\nBy ADA THORNE\n\n{OTHER}"
    )

    assert first.byline is not None
    assert first.byline.agency == "Associated Press"
    assert second.headline == "Rain"


@pytest.mark.parametrize(
    "note", ["(The writer teaches at Tarn. Views are personal)", "Reach Ada Thorne at ada@lantern.example."]
)
def test_notes_on_a_writer_belong_to_the_story(note: str) -> None:
    (article,) = articles(f"# Bridge closed\n\nBy ADA THORNE\n\n{TEXT}\n\n{note}")

    assert [item.type for item in article.body] == ["paragraph", "author-note"]


def test_lists_of_pages_may_be_long() -> None:
    names = (
        "Ada Thorne 7 Bridge 19 Churches 8-9 Crossword 21 Farm and Garden 14 Obituaries 5 Radio 20 Children's Page 16"
    )
    page = reading_of(f"# Bridge closed\n\n{TEXT}\n\n{names}")

    assert [piece.kind for piece in page.furniture] == ["label"]


def test_where_a_short_item_goes_on_is_a_jump_line() -> None:
    second = f"# Rain\n\nBy ADA THORNE\n\n{OTHER}\n\nP. 5"
    found = articles(f"# Storm cuts off villages\n\n{TEXT}\n\nPAGES 2-3\n\n{second}\n\n# Wall\n\n{THIRD}\n\nMore.")

    assert [article.jump.page if article.jump else None for article in found[:2]] == ["2", "5"]


def test_a_number_at_the_foot_of_the_page_is_its_own() -> None:
    page = reading_of(f"# Bridge closed\n\n{TEXT}\n\nPage 7")

    assert [piece.kind for piece in page.furniture] == ["folio"]


def test_place_and_day_alone_over_the_text_are_the_dateline() -> None:
    (article,) = articles(f"Bridge closed\n\nBy ADA THORNE\n\nMARLBECK, March 3\n\n{TEXT}")

    assert article.dateline is not None
    assert (article.dateline.text, article.dateline.place) == ("MARLBECK, March 3", "MARLBECK")


def test_letters_that_take_their_leave_are_signed_below_and_one_each() -> None:
    first = "Sir,—When will the shelter in Vale Street be lit?\n\nI am, etc.,\n\nDARKNESS VISIBLE."
    second = "Sir,—I thank the man who found my purse.\n\nGRATEFUL."
    found = articles(f"### TO THE EDITOR\n\n{first}\n\n{second}")

    assert [article.byline.text if article.byline else None for article in found] == ["DARKNESS VISIBLE.", "GRATEFUL."]


def test_a_result_under_a_headline_is_a_subhead() -> None:
    (article,) = articles(f"Rovers leave it late\n\nMarlbeck Rovers 2, Tarn United 1\n\nBy ADA THORNE\n\n{TEXT}")

    assert (article.headline, article.subheads) == ("Rovers leave it late", ("Marlbeck Rovers 2, Tarn United 1",))


def test_a_team_in_capitals_over_its_players_is_no_place() -> None:
    team = "ROVERS: Hobb, Lane, Pitt, Rees, Cole, Tate, Marsh, Fry (Manning 70), Webb."
    (article,) = articles(f"# Rovers leave it late\n\n{TEXT}\n\n{team}")

    assert article.body[-1].text == team


def test_the_dateline_over_several_briefs_is_no_brief() -> None:
    items = "* Two rooms burned at the mill.\n\n* A purse was found in the market."
    found = articles(f"# Bridge closed\n\nBy ADA THORNE\n\n{TEXT}\n\n# Village news\n\nTarn, March 13.\n\n{items}")

    assert [article.kind for article in found[1:]] == ["brief", "brief"]
    assert found[1].dateline is not None


def test_a_heading_over_two_lines_begins_a_story() -> None:
    page = f"Bridge closed\n\n{TEXT}\n\nThe clerk\nwrites to all\n\n{OTHER}\n\nRain at last\n\n{THIRD}"

    assert "The clerk writes to all" in headlines(page)


def test_a_line_in_small_letters_goes_on_after_a_sum_and_speeches_are_paragraphs() -> None:
    lines = [
        "THE BRIDGE QUESTION",
        "The council of Marlbeck met on Tuesday evening in the",
        "school and heard that the smith of Tarn was paid 4s. 2d.",
        "for a new lock on the gate of the old footbridge, which",
        "nobody had asked him to make.",
        "Mr. Orde: Who is to pay the smith for such a lock then?",
        "The Chairman: The parish will pay for it, Mr. Orde now.",
        "Mr. Orde: Then I shall ask for two locks at my own gate",
        "before the spring, and a key.",
    ]
    (article,) = articles("\n".join(lines))

    assert [item.text.split()[0] for item in article.body] == ["The", "Mr.", "The", "Mr."]
    assert "4s. 2d. for a new lock" in article.body[0].text


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("Der Gemeinderat hat am Montag die alte Brücke über den Bach gesperrt und will sie prüfen lassen. mwb", "mwb"),
        (
            "El alcalde ha cerrado el puente viejo sobre el río y lo hará revisar en la primavera. REDACCIÓN",
            "REDACCIÓN",
        ),
    ],
)
def test_initials_and_desks_sign_behind_the_last_stop(text: str, signature: str) -> None:
    (article,) = articles(f"# Puente · Brücke\n\n{text}")

    assert article.byline is not None
    assert article.byline.text == signature
    assert article.body[0].text == text.removesuffix(f" {signature}")


# Conventions of many papers


def test_an_escaped_dollar_is_a_printed_one() -> None:
    (article,) = articles(
        f"# Coal sale\n\n{TEXT}\n\nThe loss was put at $\\$ 185,000$; coats, once \\$49.95, now \\$34.50."
    )

    assert article.body[-1].text == "The loss was put at $185,000; coats, once $49.95, now $34.50."


def test_a_name_that_signs_two_stories_is_no_running_head() -> None:
    page = f"# Bridge to close\n\nOwen Garrick\n\n{TEXT}\n\n# Rain on the fair\n\nOwen Garrick\n\n{OTHER}"

    assert [article.byline.text for article in articles(page) if article.byline] == ["Owen Garrick"] * 2


def test_a_byline_that_stands_on_the_page_again_is_no_copy() -> None:
    page = f"# Bridge to close\n\nBy Katherine Holler\n\n{TEXT}\n\n# Rain on the fair\n\nBy Katherine Holler\n\n{OTHER}"

    assert [article.byline is not None for article in articles(page)] == [True, True]


def test_a_day_of_the_week_before_a_dash_is_no_place() -> None:
    (article,) = articles(f"# Police court\n\nMONDAY.—{TEXT}")

    assert article.dateline is None


def test_a_title_before_a_name_is_no_place() -> None:
    (article,) = articles(
        "# Neues Krankenhaus im Tal\n\nLandrat Dr. Wegener erklärte vor dem Kreistag, das Land habe sich verpflichtet, "
        "die Hälfte der Kosten zu übernehmen, und der Kreis werde die andere tragen."
    )

    assert article.dateline is None


def test_a_short_line_under_the_name_of_the_paper_belongs_to_it() -> None:
    page = (
        "# Lindauer Zeitung\n\nUnabhängiges Heimatblatt für Stadt und Land\n\nNr. 248 Mittwoch, 26. Oktober 1966\n\n"
        "# Brücke gesperrt\n\nDie Brücke über die Ache ist seit gestern gesperrt, weil ein Pfeiler unterspült ist und "
        "der Kreis erst nach dem Hochwasser Taucher hinunterschicken will."
    )

    assert headlines(page) == ["Brücke gesperrt"]


def test_a_line_with_a_telephone_is_no_heading() -> None:
    page = (
        "# HOLLIS OF MILL ROAD\n\nFree survey. No obligation. No salesman calls.\n\n**Telephone Marlbeck 55120**\n\n"
        f"# Bridge to close\n\n{TEXT}"
    )

    assert [(article.kind, article.headline) for article in articles(page)] == [
        ("advert", "HOLLIS OF MILL ROAD"),
        ("article", "Bridge to close"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "# Coat clearance at Hagen's\n\nAll coats, were $49.95, now $34.50. Open Friday until 9. Corner Cedar Street.",
        "# Pelzhaus Rothmann\n\nGroße Auswahl in Mänteln und Jacken. Umarbeitungen preiswert und schnell. Am Obertor.",
        "# AUTOSALONE BERTANI\n\nUsato garantito 24 mesi, permute in sede. Aperti anche il sabato. Via Nazionale 118.",
    ],
)
def test_an_offer_in_short_sentences_is_an_advertisement(page: str) -> None:
    assert articles(page)[0].kind == "advert"


def test_a_report_on_a_sale_is_none() -> None:
    (article,) = articles(
        f"# Tannery sale draws crowd\n\n{TEXT} A bargain was had by few of those who came to the yard."
    )

    assert article.kind == "article"


@pytest.mark.parametrize(
    "lines",
    [
        ("Ponte Nuovo chiuso ai camion", "fino alla prossima primavera"),
        ("Voters Turn Down Bridge Bonds", "By 312 in Record Count"),
        ("Council agrees to buy the", "old tannery for a school"),
    ],
)
def test_a_headline_in_two_marked_lines_is_one(lines: tuple[str, str]) -> None:
    (article,) = articles(f"# {lines[0]}\n\n# {lines[1]}\n\n{TEXT}")

    assert article.headline == " ".join(lines)


def test_a_headline_and_its_deck_stay_two() -> None:
    (article,) = articles(
        f"# County Closes Its Old Bridge to Lorries\n\n# Divers Will Look at Its Piers in May\n\n{TEXT}"
    )

    assert article.headline == "County Closes Its Old Bridge to Lorries"


def test_an_unmarked_line_over_a_marked_headline_is_its_kicker() -> None:
    page = (
        "VIABILITÀ. L'ordinanza del sindaco scatta lunedì. Proteste dei negozianti del centro\n\n"
        "## Ponte Nuovo chiuso ai camion\n\nDa lunedì mattina i camion non passeranno più sul ponte. Il sindaco ha "
        "firmato ieri l'ordinanza che vieta il transito a tutti i mezzi pesanti, e i negozianti protestano."
    )
    (article,) = articles(page)

    assert (article.kicker or "").startswith("VIABILITÀ.")
    assert article.headline == "Ponte Nuovo chiuso ai camion"


def test_three_lines_each_longer_than_the_last_are_kicker_headline_and_deck() -> None:
    (article,) = articles(
        "# Kreistag billigt Nachtrag\n\n# Neues Krankenhaus soll schon 1968 fertig sein\n\n"
        "# Landrat: Keine höhere Umlage – Streit um den Standort am Galgenberg beigelegt\n\n"
        "Der Kreistag hat gestern nach sechsstündiger Beratung den Weg für den Bau des Krankenhauses freigemacht und "
        "dem Nachtrag zum Haushalt mit großer Mehrheit zugestimmt."
    )

    assert (article.kicker, article.headline) == (
        "Kreistag billigt Nachtrag",
        "Neues Krankenhaus soll schon 1968 fertig sein",
    )


def test_a_text_right_over_a_credit_is_the_caption() -> None:
    page = (
        f"# Bridge to close\n\n{TEXT}\n\n# A cool leap\n\nPaula and Finn used the sunny hours of Tuesday for a leap "
        "from the landing.\nPhoto: Bernard Wiser"
    )

    assert [article.kind for article in articles(page)] == ["article", "photo"]


def test_one_name_behind_the_word_of_a_credit_is_the_photographer() -> None:
    (article,) = articles(
        f"# Bridge to close\n\n{TEXT}\n\n![](images/a.jpg)\nThe old bridge at Marlbeck. (Photo Lindner)"
    )

    assert [person.name for person in article.photos[0].people] == ["Lindner"]


def test_where_empty_lines_part_paragraphs_a_short_line_inside_one_ends_none() -> None:
    block = "The parish council of Marlbeck voted on Tuesday\nto close the bridge until its piers have been\nlooked at."
    last = "The feast of the fire brigade brought in 1120\npounds for the young.\nA tent is to be bought for it."
    page = "\n\n".join(["# Bridge to close", *(block.replace("piers", f"{n} piers") for n in range(8)), last])

    assert articles(page)[0].body[-1].text.endswith("for the young. A tent is to be bought for it.")


def test_a_word_with_a_stop_inside_a_printed_sentence_opens_no_story() -> None:
    page = (
        "# Freibad bleibt offen\n\nFür die Badegäste wird es vom kommenden Jahr an\nteurer: Die Karte für Erwachsene "
        "kostet dann 4\nstatt 3 Euro, die für Familien 110\nEuro. Kinder unter sechs Jahren haben\nfreien Eintritt."
    )

    assert len(articles(page)) == 1


def test_a_surname_in_capitals_with_a_stop_signs() -> None:
    (article,) = articles(
        "Les tanneries fermeront le 15 décembre\n\nRéunis hier matin dans la cour de l'usine, les ouvriers "
        "ont appris la nouvelle de la bouche du directeur, qui n'a rien voulu dire de plus.\n\nJean-Luc MERLIER."
    )

    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["Jean-Luc MERLIER"]


def test_a_section_with_a_number_at_the_head_of_a_page_is_its_folio() -> None:
    reading = reading_of(f"NEWS 7\n\n# Bridge to close\n\n{TEXT}")

    assert (reading.issue.page, reading.issue.section) == ("7", "NEWS")


def test_a_heading_over_something_new_begins_a_story() -> None:
    page = (
        f"## Bridge to close\n\n{TEXT}\n\nThe county says it will send divers.\n\n## Bakery to take on fourteen\n\n"
        "A family bakery in Tarn is to take on 14 people after winning a contract to supply brown bread to a shop.\n\n"
        "Owner Marie Dinley, 52, said the recipe was her mother's."
    )

    assert headlines(page) == ["Bridge to close", "Bakery to take on fourteen"]


def test_an_advertisement_has_no_crosshead() -> None:
    page = (
        "# Hollis windows\n\nFree survey. No obligation. No salesman calls.\n\nTel. Marlbeck 55120\n\n"
        f"# Diamond day\n\n{THIRD}"
    )

    assert headlines(page) == ["Hollis windows", "Diamond day"]


def test_capitals_under_the_folio_over_a_whole_stack_name_the_section() -> None:
    reading = reading_of(
        "LA VOIX DU PLATEAU — MARDI 14 NOVEMBRE 1978 — PAGE 9\n\nVALLÉE DE LA SORNE\n\nAprès le refus du tribunal\n\n"
        "La tannerie fermera le 15 décembre\n\nCent douze salariés sont sans emploi depuis hier matin au bourg\n\n"
        "Réunis hier matin dans la cour de l'usine, les ouvriers des tanneries ont appris la nouvelle de la bouche du "
        "directeur, qui n'a rien voulu dire de plus."
    )

    assert reading.issue.section == "VALLÉE DE LA SORNE"
    assert (reading.articles[0].kicker, reading.articles[0].headline) == (
        "Après le refus du tribunal",
        "La tannerie fermera le 15 décembre",
    )


@pytest.mark.parametrize("lead", ["Reykjavik (A.F.P.). — ", "Oslo, torsdag (NTB): ", "Oslo, torsdag (RB). "])
def test_an_agency_in_brackets_behind_a_place_makes_a_dateline(lead: str) -> None:
    (article,) = articles(f"# Bridge to close\n\n{lead}{TEXT}")

    assert article.dateline is not None
    assert article.body[0].text == TEXT


def test_a_heading_in_capitals_under_one_with_its_text_is_no_signature() -> None:
    page = (
        f"Le pont de Sorne fermé\n\n{TEXT}\n\nAVIS DE COUPURE\n\nLe courant sera coupé jeudi au bourg, aux hameaux.\n\n"
        "MEUBLES DUTEIL\n\n20 % sur tous les salons jusqu'au 30 novembre. Crédit gratuit. Livraison assurée partout."
    )

    assert headlines(page)[-1] == "MEUBLES DUTEIL"


def test_a_jump_in_capitals_behind_the_last_sentence_is_one() -> None:
    (article,) = articles(f"# Bridge to close\n\n{TEXT} [Continued on Fourth Page.]")

    assert article.jump is not None
    assert article.jump.page == "4"


def test_names_with_their_work_in_brackets_sign() -> None:
    (article,) = articles(
        "# Fergen går tom\n\nGEIR ARNE TVEDT (tekst) ANNE MOEN (foto)\n\nI tre uker har fergen krysset fjorden tom, "
        "fordi rampen på øya er stengt, og ingen i kommunen vet når den kan åpnes igjen for biler."
    )

    assert article.byline is not None
    assert [(person.name, person.role) for person in article.byline.people] == [
        ("GEIR ARNE TVEDT", "author"),
        ("ANNE MOEN", "photographer"),
    ]


def test_a_place_in_capitals_before_the_first_sentence_is_a_dateline() -> None:
    (article,) = articles(
        "# Sågen i Brännfors räddad\n\n**BRÄNNFORS** Efter tre månader av ovisshet kom beskedet på onsdagen. Ett "
        "norskt bolag köper sågen och kör i gång igen redan före sommaren."
    )

    assert article.dateline is not None
    assert article.dateline.place == "BRÄNNFORS"


@pytest.mark.parametrize("jump", ["See WEIR, Page B6", "Continued on Page 6", "THORNE continues on B6"])
def test_a_jump_line_behind_a_sentence_that_the_column_broke_is_one(jump: str) -> None:
    (article,) = articles(f"# Bridge to close\n\n{TEXT} The county clerk read the order twice {jump}")

    assert article.jump is not None
    assert article.jump.page is not None
    assert article.body[-1].text.endswith("read the order twice")


def test_a_paper_behind_a_slash_took_no_picture() -> None:
    (article,) = articles(
        f"# Bridge to close\n\n{TEXT}\n\n![](a.jpg)\nThe bridge at noon on Tuesday. Ada Thorne/Corbel Bay Ledger"
    )

    assert [person.name for person in article.photos[0].people] == ["Ada Thorne"]


def test_the_space_behind_an_escaped_dollar_is_the_tools() -> None:
    (article,) = articles(f"# Bridge to close\n\n{TEXT} It will cost \\$ 4.2 million.")

    assert article.body[0].text.endswith("It will cost $4.2 million.")


@pytest.mark.parametrize(
    ("rubric", "name"),
    [("Beside the Weir", "ADA THORNE"), ("A PIE DE RÍO", "Ada Thorne"), ("Under the Elms", "Ada Thorne")],
)
def test_a_column_signed_at_its_end_has_its_name_as_rubric(rubric: str, name: str) -> None:
    (article, _) = articles(
        f"## {rubric}\n\n## On keeping a boat\n\n{TEXT}\n\n{THIRD}\n\n{name}\n\n## Weir to close\n\n{OTHER}"
    )

    assert (article.rubric, article.headline, article.kicker) == (rubric, "On keeping a boat", None)
    assert article.byline is not None
    assert [(person.name, person.role) for person in article.byline.people] == [(name, "author")]


def test_a_kicker_over_a_text_signed_at_its_end_is_no_column() -> None:
    (article,) = articles(f"Conseil municipal de Sorne\n\n# La salle aura un toit\n\n{TEXT}\n\nAda Thorne")

    assert (article.kicker, article.rubric) == ("Conseil municipal de Sorne", None)


def test_a_name_between_a_column_and_its_headline_signs() -> None:
    (article,) = articles(f"# Beside the Weir\n\nADA THORNE\n\n# A boat is a hole in the river\n\n{TEXT}")

    assert (article.rubric, article.headline) == ("Beside the Weir", "A boat is a hole in the river")
    assert article.byline is not None
    assert article.byline.text == "ADA THORNE"


@pytest.mark.parametrize("name", ["Fritz Wendt.", "LA MÈRE FOURMI."])
def test_a_name_with_a_stop_under_a_text_signs_it(name: str) -> None:
    (first, second) = articles(f"On keeping a boat\n\n{TEXT}\n\n{name}\n\nWeir to close in May\n\n{OTHER}")

    assert first.byline is not None
    assert first.byline.text == name
    assert second.headline == "Weir to close in May"


def test_a_word_of_the_columns_name_under_its_text_signs_it() -> None:
    (article, _) = articles(f"## Gubben på Bron\n\n## Om en båt\n\n{TEXT}\n\nGubben\n\n## Bron stängs i maj\n\n{OTHER}")

    assert article.byline is not None
    assert (article.byline.text, article.byline.people) == ("Gubben", ())


@pytest.mark.parametrize("name", ["THE CORBEL BAY LANTERN.", "Corbeltaler Laterne\nFür Stadt und Land"])
def test_the_first_line_over_date_and_number_is_the_papers_name(name: str) -> None:
    reading = reading_of(f"{name}\nNo. 38. Thursday, September 17, 1908. Vol. 22\nBRIDGE TO CLOSE\n{TEXT}")

    assert reading.issue.publication == name.split("\n")[0].removesuffix(".")
    assert reading.articles[0].headline == "BRIDGE TO CLOSE"


def test_a_name_in_capitals_between_the_folio_and_the_motto_is_the_papers() -> None:
    reading = reading_of(
        "45e Année. — N° 55        VENDREDI 6 MARS 1925\n\nLA LANTERNE DE SORNE\n\nJournal républicain du soir\n\n"
        "Le pont est fermé\n\nLe conseil de la commune a voté la fermeture du pont, que les charretiers prenaient "
        "depuis la foire de mai pour aller au marché, et il a demandé au préfet un passage de planches."
    )

    assert reading.issue.publication == "LA LANTERNE DE SORNE"
    assert reading.articles[0].headline == "Le pont est fermé"


def test_a_heading_in_capitals_over_short_items_is_their_rubric() -> None:
    items = [
        "Joe Tarn is driving a new buggy with rubber tires.",
        "Frank Amory is visiting his parents at Oxbow this week.",
        "Dr. Sayles was called to the mill on Tuesday night.",
        "Will Tandy lost a good mare on Friday by the wire.",
    ]
    found = articles(f"## BRIDGE TO CLOSE\n\n{TEXT}\n\n## AROUND THE OLD PUMP\n\n" + "\n\n".join(items))

    assert [article.kind for article in found] == ["article", *["brief"] * 4]
    assert {article.rubric for article in found[1:]} == {"AROUND THE OLD PUMP"}


def test_headings_in_capitals_begin_stories_where_crossheads_have_small_letters() -> None:
    page = (
        f"BRIDGE TO CLOSE\n\n{TEXT}\n\nAn Old Complaint\n\nThe parish had asked the county for a crossing before. "
        f"It was told to wait until the piers fell.\n\nFAIR WAS WET\n\n{OTHER}\n\nSCHOOL BELLS AGAIN\n\n"
        "All teachers are back but one, who took a place at Kearney with a better salary.\n\nOLD MILL SOLD\n\n"
        "Wheels and stones went to a dealer for nine dollars; its roof will cover a barn at Oxbow."
    )

    assert headlines(page) == ["BRIDGE TO CLOSE", "FAIR WAS WET", "SCHOOL BELLS AGAIN", "OLD MILL SOLD"]


def test_a_line_with_a_stop_under_a_headline_in_capitals_is_its_deck() -> None:
    heads = ["MILL IN ASHES.", "FAIR WAS WET.", "WALL CAME DOWN."]
    decks = ["Old House Burns to the Ground.", "Butter Judged by Two Lamps.", "Carrier Turns with His Straw."]
    found = articles("\n\n".join("\n\n".join(each) for each in zip(heads, decks, (TEXT, OTHER, THIRD), strict=True)))

    assert [(article.kicker, article.headline) for article in found] == [(None, head) for head in heads]


@pytest.mark.parametrize(
    ("lead", "place", "byline"),
    [
        ("Marlingen. (dpa) ", "Marlingen", "(dpa)"),
        ("Marlingen. (kar) ", "Marlingen", "(kar)"),
    ],
)
def test_a_bracket_behind_a_place_with_a_stop_signs(lead: str, place: str, byline: str) -> None:
    (article,) = articles(
        f"# Wehr geschlossen\n\n{lead}Der Rat der Stadt hat am Dienstag beschlossen, das alte Wehr bis zum Mai zu "
        "sperren, weil die Pfeiler noch nicht untersucht sind."
    )

    assert article.dateline is not None
    assert article.byline is not None
    assert (article.dateline.place, article.byline.text) == (place, byline)


def test_a_brief_signed_with_initials_has_its_place_before_a_stop() -> None:
    found = articles(
        "## Notiser\n\nSolna. Tre nya spår på sammanlagt elva kilometer invigs på söndag. (MS)\n\n"
        "Ytterby. Älgen som i måndags simmade ut till ön har nu simmat tillbaka till skogen. (RT)"
    )

    assert [article.dateline and article.dateline.place for article in found] == ["Solna", "Ytterby"]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("A correction", "In our report of Monday we said that the weir was shut. It was open."),
        ("CORRECTIONS & CLARIFICATIONS", "The weir was given as 74 feet long in a report on Monday. It is 47."),
        ("Stromabschaltung in Marlingen", "Wegen Arbeiten wird am Mittwoch von 8 bis 11 Uhr der Strom im Ort sein."),
        ("GEMEENTE WATERMEER – KAPVERGUNNINGEN", "Er is een vergunning verleend voor het kappen van twee iepen."),
    ],
)
def test_headings_of_corrections_and_of_offices_stand_over_notices(head: str, text: str) -> None:
    (notice,) = articles(f"## {head}\n\n{text}")

    assert notice.kind == "notice"


def test_a_sentence_apart_over_a_credit_is_a_caption() -> None:
    found = articles(
        "## Pont vaart niet\n\nDe raad van de gemeente heeft dinsdag besloten de oude pont stil te leggen tot de kabel "
        "is bekeken, en vroeg de provincie om een noodbrug.\n\nAda Doorn: ‘Er zit geen motor op.’\n\nFOTO DIRK BEEK\n\n"
        "## Brug open\n\nDe brug over de vaart is gisteren weer geopend, na een winter vol wachten en twee keuringen."
    )

    (photo,) = [photo for article in found for photo in article.photos]
    assert (photo.caption, photo.credit) == ("Ada Doorn: ‘Er zit geen motor op.’", "FOTO DIRK BEEK")


def test_a_name_behind_a_slash_under_a_picture_took_it() -> None:
    (article,) = articles(f"# Puente cerrado\n\n{TEXT}\n\n![](a.jpg)\nEl puente, ayer. / PACO LEDEMA")

    (photo,) = article.photos
    assert (photo.caption, photo.credit) == ("El puente, ayer.", "PACO LEDEMA")


def test_a_kicker_that_leads_on_stands_over_the_picture_of_its_headline() -> None:
    (article,) = articles(f"## They were told at noon:\n\n![](a.jpg)\n\n## The mill will close\n\n{TEXT}")

    assert (article.kicker, article.headline) == ("They were told at noon:", "The mill will close")


def test_the_first_clause_of_a_caption_ends_before_a_number_behind_a_colon() -> None:
    found = articles(
        f"# Bridge to close\n\n{TEXT}\n\n![](a.jpg)\nNo bigger one was found: 418,5 pounds is what the pumpkin of the "
        "Amory family weighed on Sunday at the Oxbow fair. Photo: Ada Thorne"
    )

    assert found[-1].headline == "No bigger one was found"


def test_a_line_that_is_set_wide_is_a_heading_with_its_letters_closed_up() -> None:
    (article, _) = articles(
        "U n t e r   d e r   W e i d e\nDas Boot und das Brot\nAm Sonnabend ſtand ich an der Weide bei einer Frau, die "
        "ihr Boot an den Steg band.\n\nFritz Wendt.\n\nEin neues Wehr\n\nDer Rat der Stadt hat am "
        "Dienstag beſchloſſen, das alte Wehr bis zum Mai zu ſperren."
    )

    assert (article.rubric, article.headline) == ("Unter der Weide", "Das Boot und das Brot")


@pytest.mark.parametrize("name", ["Der Magiſtrat.", "MRS. J. D. TARN AND FAMILY."])
def test_an_office_or_a_family_alone_signs_a_notice(name: str) -> None:
    head, text = (
        ("Bekanntmachung.", "Die Steuer für das zweite Halbjahr iſt bis zum 20. Mai an die Kaſſe zu entrichten.")
        if "ſ" in name
        else ("CARD OF THANKS.", "We desire to thank the neighbors who helped us in the sickness of our father.")
    )
    (notice,) = articles(f"{head}\n\n{text}\n\n{name}")

    assert notice.kind == "notice"
    assert notice.byline is not None
    assert (notice.byline.text, notice.byline.people) == (name, ())


def test_a_first_name_cut_short_ends_no_sentence() -> None:
    found = articles(f"## Local Items\n\nBorn, to Mr. and Mrs. Chas. Tarn, Saturday, a boy of ten pounds.\n\n{OTHER}")

    assert found[0].headline == "Born, to Mr. and Mrs. Chas. Tarn"


def test_items_with_a_star_are_briefs_to_the_next_star() -> None:
    page = (
        "Das Wehr gesperrt\n\nDer Rat der Stadt hat am Dienstag beschlossen, das Wehr bis zum Mai zu sperren.\n\n"
        "Aus Stadt und Land\n* Das Fest der Goldenen Hochzeit feiern\nheute die Eheleute Raabe am Tor.\n"
        "* Gestohlen wurden in der Nacht zum Dienstag\naus dem Stall des Gastwirts Möller zwölf Hühner.\n"
        "Von den Tätern fehlt jede Spur.\n* Die Freibank verkauft am Freitag von acht\nUhr an Fleisch vom Rind.\n"
    )

    found = articles(page)[1:]

    assert [(article.kind, article.body[0].text.split()[0]) for article in found] == [
        ("brief", "Das"),
        ("brief", "Gestohlen"),
        ("brief", "Die"),
    ]
    assert found[1].body[0].text.endswith("Von den Tätern fehlt jede Spur.")


def test_parts_of_a_novel_have_jump_lines_and_a_writer() -> None:
    (article,) = articles(
        "# Das Haus am See\n\nErzählung von M. von Tresk.\n\n(17. Fortsetzung.)\n\nDer Förster stand an der Tür und "
        "wartete, bis das Boot am Steg lag und der Fremde mit dem Koffer aus dem Nebel trat.\n\n(Fortsetzung folgt.)"
    )

    assert article.byline is not None
    assert [(person.name, person.role) for person in article.byline.people] == [("M. von Tresk", "author")]
    assert [item.type for item in article.body] == ["paragraph"]


@pytest.mark.parametrize("line", ["Lehmiranta.", "Helsinki, 7. 10."])
def test_a_finnish_place_with_a_stop_is_a_dateline(line: str) -> None:
    (article,) = articles(
        f"# Nuorisoseuran näytelmä\n\n{line} Nuorisoseura esitti lauantaina uuden kappaleen, ja yleisöä oli huone "
        "täynnä, niin että osa oli jäänyt pihalle ja kuunteli ikkunan takana, kun näytelmä alkoi."
    )

    assert article.dateline is not None
    assert article.dateline.text == line


def test_headings_in_capitals_begin_stories_where_all_are_in_capitals() -> None:
    page = (
        f"TRAINS MEET AT WEIR\n\n{TEXT}\n\nBOARD OF THE COUNTY\n\nThe bid for a steel span was let to one of four "
        "bidders, and the old one goes to auction.\n\nSCHOOL HOUSE BURNED\n\nClasses will be kept in a room until "
        f"spring.\n\nFAIR WAS WET\n\n{OTHER}"
    )

    assert headlines(page) == ["TRAINS MEET AT WEIR", "BOARD OF THE COUNTY", "SCHOOL HOUSE BURNED", "FAIR WAS WET"]


def test_a_sentence_with_a_name_in_capitals_under_a_signed_story_is_a_caption() -> None:
    (article, _) = articles(
        f"# Bridge to close\n\nBy Ada Thorne\n\n{TEXT}\n\nA carrier turns round with two loads of straw near the mill "
        f"on Tuesday night. K.V. TARNE\n\n# Fair was wet\n\n{OTHER}"
    )

    (photo,) = article.photos
    assert photo.credit == "K.V. TARNE"


def test_a_headline_in_two_lines_apart_may_begin_with_a_number_and_end_in_a_quotation() -> None:
    (_, article) = articles(
        f"Bridge to close\n\n{TEXT}\n\n91-year-old enrols, wants\n\nto finish ‘before the roof does’\n\nAda Thorne\n\n"
        f"TARN\n\n{OTHER}"
    )

    assert article.headline == "91-year-old enrols, wants to finish ‘before the roof does’"
    assert article.dateline is not None
    assert article.dateline.text == "TARN"


# Names at the end of a text, columns and their items


def test_initials_between_hyphens_end_a_text() -> None:
    (first, second) = articles(
        "Neue Sessel für die Bergbahn\n\nDer Aufsichtsrat hat am Freitag die Aufträge vergeben, und im Dezember soll "
        "die neue Bahn fahren. Der Preis der alten Sessel steht noch nicht fest. -kö-\n\nMolkerei droht mit Klage\n\n"
        "Wien (APA). Die Genossenschaft will die neuen Richtmengen nicht hinnehmen, sagte ihr Obmann am Mittwoch."
    )

    assert first.byline is not None
    assert (first.byline.text, first.byline.people[0].name) == ("-kö-", "kö")
    assert second.headline == "Molkerei droht mit Klage"


def test_initials_in_small_letters_with_stops_sign_on_their_own_line() -> None:
    (first, _) = articles(f"# Bridge to close\n\n{TEXT}\n\na. t.\n\n# Fair was wet\n\n{OTHER}")

    assert first.byline is not None
    assert first.byline.people[0].name == "a. t."


def test_a_name_with_its_place_or_office_before_a_marked_heading_signs_the_text_above() -> None:
    (first, second) = articles(
        f"# The Mill Race\n\n# On lending a spade\n\n{TEXT}\n\nAda Thorne, schoolteacher, Tarn\n\n# Fair was wet\n\n"
        f"{OTHER}"
    )

    assert first.byline is not None
    assert [(each.name, each.role) for each in first.byline.people] == [("Ada Thorne", "author")]
    assert (first.rubric, first.headline) == ("The Mill Race", "On lending a spade")
    assert second.headline == "Fair was wet"


def test_a_text_that_a_name_ends_is_no_part_of_the_signed_story_above() -> None:
    page = f"## Bridge to close\n\nBy Ada Thorne\n\n{TEXT}\n\n## Fair was wet\n\n{OTHER}\n\nS. K.\n\n## Wall\n\n{THIRD}"

    assert headlines(page)[:2] == ["Bridge to close", "Fair was wet"]


def test_a_marked_headline_goes_on_behind_a_comma_under_an_empty_line() -> None:
    (_, article) = articles(f"# Wall came down\n\n{THIRD}\n\n# Fair gets its tent,\n\n# but no band\n\n{OTHER}")

    assert article.headline == "Fair gets its tent, but no band"


def test_a_line_over_three_headed_items_is_their_rubric() -> None:
    (first, second, third) = articles(
        f"# Up and Down the Valley\n\n# Tarn\n\n{OTHER}\n\n# Marlbeck\n\n{TEXT}\n\n# Weir End\n\n{THIRD}"
    )

    assert {each.rubric for each in (first, second, third)} == {"Up and Down the Valley"}
    assert [each.kind for each in (first, second, third)] == ["brief"] * 3
    assert [each.headline for each in (first, second, third)] == ["Tarn", "Marlbeck", "Weir End"]


def test_a_line_over_texts_that_places_lead_is_their_rubric() -> None:
    found = articles(f"# Round the hills\n\nTARN: {OTHER}\n\nMARLBECK: {TEXT}\n\nWEIR: {THIRD}\n\n# Notes\n\n{TEXT}")

    assert [(each.rubric, each.kind) for each in found[:3]] == [("Round the hills", "brief")] * 3


def test_a_staff_line_with_the_name_of_the_paper_is_no_name() -> None:
    (article,) = articles(f"# Bridge to close\n\nBy Ada Thorne Chronicle City Hall Bureau\n\n{TEXT}")

    assert article.byline is not None
    assert [each.name for each in article.byline.people] == ["Ada Thorne"]


def test_an_italian_place_in_capitals_may_have_the_day_alone() -> None:
    (article,) = articles(
        "# Più corriere per gli operai\n\nBORGO LARNO, 20 — Dal primo novembre due nuove corse collegheranno l'alta "
        "valle con gli stabilimenti della cartiera, secondo quanto ha annunciato ieri l'assessore."
    )

    assert article.dateline is not None
    assert article.dateline.place == "BORGO LARNO"


def test_lines_in_capitals_apart_under_a_kicker_in_small_letters_are_one_headline() -> None:
    (article, _) = articles(
        f"After the landslide on the right bank of the river\n\nPEOPLE OF WEIR END REFUSE\n\nTO LEAVE THEIR HOUSES\n\n"
        f"{TEXT}\n\nFair was wet\n\n{OTHER}"
    )

    assert article.kicker == "After the landslide on the right bank of the river"
    assert article.headline == "PEOPLE OF WEIR END REFUSE TO LEAVE THEIR HOUSES"


def test_a_name_between_a_column_and_its_marked_headline_signs_it() -> None:
    (article, _) = articles(
        f"# Mill Race\n\nAda Thorne\n\n# On lending a spade to a neighbour\n\n{TEXT}\n\n# Fair was wet\n\n{OTHER}"
    )

    assert article.byline is not None
    assert article.byline.text == "Ada Thorne"
    assert (article.rubric, article.headline) == ("Mill Race", "On lending a spade to a neighbour")


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Dr. Martha Thorne, Weir End 41", ["Martha Thorne"]),
        ("K. J. Thorne, Director of Works", ["K. J. Thorne"]),
        ("MARTHA THORNE, UPPER WEIR", ["MARTHA THORNE"]),
        ("- Martha Thorne", ["Martha Thorne"]),
    ],
)
def test_a_person_under_the_end_of_a_text_signs_it_and_is_no_headline(name: str, people: list[str]) -> None:
    (first, second) = articles(f"Bridge to close\n\n{TEXT}\n\n{name}\n\nRain at the fair\n\n{OTHER}")

    assert first.byline is not None
    assert [each.name for each in first.byline.people] == people
    assert second.headline == "Rain at the fair"


def test_two_capitalised_words_without_a_given_name_are_a_headline() -> None:
    (first, second) = articles(f"Bridge to close\n\n{TEXT}\n\nMarket Moved\n\nStalls go to the yard\n\n{OTHER}")

    assert first.byline is None
    assert "Market Moved" in second.heading_lines


def test_a_name_with_its_second_line_below_is_a_headline() -> None:
    (first, second) = articles(f"Bridge to close\n\n{TEXT}\n\nMartha Thorne\nwins the cup again\n\n{OTHER}")

    assert first.byline is None
    assert second.headline == "Martha Thorne wins the cup again"


def test_a_name_in_capitals_between_a_deck_and_the_text_signs_it() -> None:
    deck = "The mill lets twenty-one of its thirty-four people go. They met last night and ask for ten days."
    (article, _) = articles(f"# THE MILL CLOSES\n\n{deck}\n\nSOPHIE THORNE\n\n{TEXT}\n\n# RAIN AT THE FAIR\n\n{OTHER}")

    assert article.byline is not None
    assert article.byline.text == "SOPHIE THORNE"


def test_a_person_that_a_tool_marked_between_a_heading_and_its_text_signs_it() -> None:
    (article, _) = articles(f"# Bridge to close\n\n# Martha Thorne\n\n{TEXT}\n\n# Rain at the fair\n\n{OTHER}")

    assert article.byline is not None
    assert article.headline == "Bridge to close"


def test_place_and_day_under_the_name_below_a_letter_are_its_dateline() -> None:
    (first, second) = articles(
        f"A WORD FOR THE WEIR.\n{TEXT}\nH. B. THORNE.\nPlum Creek, Sept. 12.\nMILL IN RUINS.\n{OTHER}"
    )

    assert first.dateline is not None
    assert first.dateline.place == "Plum Creek"
    assert second.headline == "MILL IN RUINS."


def test_two_marked_lines_as_long_as_a_narrow_column_are_one_headline() -> None:
    (first, _) = articles(f"# Jury Picked In\n\n# Weir Theft Case\n\n{TEXT}\n\n# Rain At The Fair\n\n{OTHER}")

    assert first.headline == "Jury Picked In Weir Theft Case"


def test_items_much_shorter_than_the_paragraphs_above_stand_under_the_name_of_a_column() -> None:
    items = "Elks have eaten the pines.\n\nThe choir wants a bass.\n\nA kettle was found on the ice."
    found = articles(f"# Bridge to close\n\n{TEXT}\n\n# This and that from about\n\n{items}\n\n# Fair\n\n{OTHER}")

    assert [(each.kind, each.rubric) for each in found[1:4]] == [("brief", "This and that from about")] * 3


def test_a_crosshead_over_a_note_on_the_writer_is_no_name_of_a_column() -> None:
    rest = "We are a hundred and twelve.\n\nThose who stay are called heroes.\n\nMartha Thorne is a writer at Weir End."
    (article, *_) = articles(
        f"# Those who stay\n\nMARTHA THORNE\n\n{TEXT}\n\n# A count with names\n\n{rest}\n\n# Fair\n\n{OTHER}"
    )

    assert "crosshead" in [item.type for item in article.body]


def test_a_label_in_capitals_over_a_headline_in_small_letters_is_the_rubric_of_a_signed_essay() -> None:
    (article, _) = articles(f"WORDS FROM THE WEIR\n\nThe fog\n\n{TEXT}\n\nMartha Thorne\n\nRAIN AT THE FAIR\n\n{OTHER}")

    assert (article.rubric, article.headline) == ("WORDS FROM THE WEIR", "The fog")


def test_a_given_name_alone_at_the_end_of_a_text_signs_it() -> None:
    (first, _) = articles(f"# Bridge to close\n\n{TEXT}\n\nMARY-ANN\n\n# Rain at the fair\n\n{OTHER}")

    assert first.byline is not None
    assert [(each.name, each.role) for each in first.byline.people] == [("MARY-ANN", "author")]


def test_an_item_that_somebody_signs_stays_under_its_rubric_though_it_tells_a_telephone() -> None:
    trip = "The choir has eleven seats left on its coach to the opera. Ask Martha Thorne, phone 0559 4407. (gw)"
    found = articles(f"# IN BRIEF\n\n## Rabbits gone\n\n{OTHER} (js)\n\n## Trip to the opera\n\n{trip}")

    assert [(each.kind, each.rubric) for each in found] == [("brief", "IN BRIEF")] * 2


def test_headings_of_place_and_matter_over_short_items_stand_under_the_name_of_a_column() -> None:
    found = articles(
        f"# Bridge to close\n\n{TEXT}\n\n# AT A LOOK\n\n**MARLBECK Water cut off**\n\nMains are washed on Monday.\n\n"
        f"**WEIR END Pruning course**\n\n{OTHER}\n\n**TARN Copper stolen**\n\n{THIRD}"
    )

    assert [(each.kind, each.rubric) for each in found[1:]] == [("brief", "AT A LOOK")] * 3


def test_a_kicker_with_a_stop_stands_over_a_longer_headline_and_a_longer_deck() -> None:
    text = (
        "Das Eis hat in der Nacht zum Dienstag die hölzerne Brücke mit sich genommen, die seit der großen Flut "
        "die beiden Ufer verband, und die Schulkinder haben drei Tage frei."
    )
    (article,) = articles(
        f"# Eisgang am Wehr.\n\n# Die Holzbrücke ist fort.\n\n# Das Werk zwei Stunden ohne Strom.\n\n{text}"
    )

    assert (article.kicker, article.headline) == ("Eisgang am Wehr.", "Die Holzbrücke ist fort.")


# Unmarked headings


@pytest.mark.parametrize("headline", ["Crane? They Never Asked", "Stamps! Tarn Has Them All"])
def test_an_unmarked_line_over_a_lead_is_a_headline_though_a_sentence_ends_inside(headline: str) -> None:
    found = articles(f"{OTHER}\n\n{headline}\n\nMARLBECK, March 10 (AP)—{TEXT}\n\n{THIRD}")

    assert headline in [each.headline for each in found]


def test_words_that_a_column_cut_are_no_headline() -> None:
    first, rest = TEXT[: TEXT.index(" ", 30)], TEXT[TEXT.index(" ", 30) + 1 :]

    assert headlines(f"# Bridge closed\n\n{first}\n\n{rest}\n\n{OTHER}") == ["Bridge closed"]


def test_every_sign_of_an_unmarked_headline_has_its_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(unmarked_latin_signs, "score", lambda found: seen.extend(found) or 1.0)
    reading_of(f"{OTHER}\n\nCrane? They Never Asked\n\nMARLBECK, March 10 (AP)—{TEXT}\n\n{THIRD}")

    assert set(seen) == set(unmarked_latin_signs.WEIGHTS)


def test_a_name_with_its_surname_in_capitals_signs_the_text_that_it_ends() -> None:
    texts = (
        "Les habitants du hameau de la Combe ont attendu leur courrier pendant dix-neuf jours, et la factrice aussi.",
        "Au centre de tri, les sacs sont rangés dans la cour, sous une bâche que la mairie a prêtée aux postiers.",
        "La maison Verdier a compté les lettres reçues pendant la grève : il y en a quatre, apportées à pied.",
    )
    (article,) = articles("# Le courrier revient\n\n" + "\n\n".join(texts) + " Jean-Paul RIVOIRE.")

    assert article.byline is not None
    assert [(each.name, each.role) for each in article.byline.people] == [("Jean-Paul RIVOIRE", "reporter")]


@pytest.mark.parametrize(("opening", "place"), [("Villarrega", "Villarrega"), ("Pregunta", None), ("Sucesos", None)])
def test_a_spanish_place_with_a_stop_and_a_dash_opens_the_text_of_a_story(opening: str, place: str | None) -> None:
    text = "A las once de la noche, con el frontón helado, la asamblea de la cooperativa seguía sin votar la oferta."
    (article,) = articles(f"# Los socios se quedan con la fábrica\n\n{opening}.— {text}\n\n{text}")

    assert (article.dateline.place if article.dateline else None) == place


def test_a_section_in_capitals_before_a_slash_and_a_number_is_a_folio() -> None:
    reading = reading_of(f"COUNTY / 7\n\n# Bridge closed\n\n{TEXT}\n\n{OTHER}")

    assert reading.issue.page == "7"
    assert reading.articles[0].heading_lines == ("Bridge closed",)


# Divided words inside a line


def test_a_word_that_a_tool_left_divided_inside_a_line_is_whole() -> None:
    (article,) = articles(f"# Bridge closed\n\nThe foot- bridge has two- and three-foot gaps in it. {TEXT}")

    assert article.body[0].text.startswith("The footbridge has two- and three-foot gaps in it.")


def test_a_caption_in_several_lines_has_no_divided_words() -> None:
    (article,) = articles(f"# Bridge closed\n\n{TEXT}\n\n![](a.png)  \nThe old foot-\nbridge at Tarn.\n\n{OTHER}")

    assert article.photos[0].caption == "The old footbridge at Tarn."


# Pictures


def test_a_picture_right_over_a_headline_goes_to_the_caption_below_it() -> None:
    (first, second) = articles(
        f"# Bridge closed\n\n{TEXT}\n\n![](a.png)\n\n# Early bird\n\nA pumpkin at the fair of Tarn. (Photo: Ada Thorne)"
    )

    assert not first.photos
    assert [(photo.image, photo.credit) for photo in second.photos] == [("a.png", "Photo: Ada Thorne")]


# Essays, letters and family notices


def test_a_pen_name_signs_an_essay_that_has_a_label_over_its_headline() -> None:
    (essay, _) = articles(
        f"# Shed Talk\n\n# A word for the wrong spanner\n\n{TEXT}\n\n{OTHER}\n\nThe old rooster\n\n# Rain\n\n{THIRD}"
    )

    assert (essay.rubric, essay.headline) == ("Shed Talk", "A word for the wrong spanner")
    assert essay.byline is not None
    assert [(person.name, person.role) for person in essay.byline.people] == [("The old rooster", "author")]


def test_a_column_is_with_whoever_writes_it() -> None:
    (column,) = articles(f"# Over the Gate\n\nwith Ada Thorne\n\n# Nobody asked the hens about it\n\n{TEXT}\n\n{OTHER}")

    assert (column.rubric, column.headline) == ("Over the Gate", "Nobody asked the hens about it")
    assert column.byline is not None
    assert [(person.name, person.role) for person in column.byline.people] == [("Ada Thorne", "author")]


def test_a_pen_name_in_quotation_marks_is_who_reports() -> None:
    (article,) = articles(f'# Rovers go down\n\nBy "TOUCHLINE"\n\n{TEXT}')

    assert article.byline is not None
    assert [(person.name, person.role) for person in article.byline.people] == [("TOUCHLINE", "reporter")]


def test_a_headline_below_the_letters_signs_none_of_them() -> None:
    page = f"# Letters\n\nSir,—{TEXT}\n\nAda Thorne, Tarn\n\n# News in brief\n\n{OTHER}\n\nRovers go down\n\n{THIRD}"

    assert [article.byline.text for article in articles(page) if article.byline] == ["Ada Thorne, Tarn"]
    assert "Rovers go down" in headlines(page)


def test_the_family_of_a_notice_is_no_place() -> None:
    (notice, *_) = articles(
        "# Deaths\n\nTHORNE—September 8th, at Tarn, Ada, aged ninety.\n\nPITT—September 9th, at Weir, Tom, a farmer."
    )

    assert notice.dateline is None
    assert notice.body[0].text.startswith("THORNE—")


# Names over places, kickers of two parts, initials


def test_a_place_in_small_letters_stands_under_a_name_in_capitals() -> None:
    (article,) = articles(f"# Bridge closed at Tarn\n\nADA THORNE\n\nWeir of Tarn\n\n{TEXT}")

    assert article.byline is not None
    assert (article.byline.text, article.dateline and article.dateline.place) == ("ADA THORNE", "Weir of Tarn")


def test_a_spanish_signature_before_a_slash_has_its_place_behind_it() -> None:
    text = "El ayuntamiento de la villa aprobó ayer el cierre del puente viejo hasta que se hayan revisado los pilares."
    (article,) = articles(f"# El puente se cierra\n\nM. J. LOZANO / VILLAR DE LA SIERRA\n\n{text} {text}")

    assert article.byline is not None
    assert (article.byline.text, article.dateline and article.dateline.place) == ("M. J. LOZANO", "VILLAR DE LA SIERRA")


def test_a_sport_and_its_division_stand_over_a_headline() -> None:
    (article,) = articles(f"Football. Second Division\n\n# Rovers go down with nine men\n\n{TEXT}")

    assert (article.kicker, article.headline) == ("Football. Second Division", "Rovers go down with nine men")


@pytest.mark.parametrize("initials", ["m. d. a.", "(r. cap.)"])
def test_small_letters_with_stops_end_a_text(initials: str) -> None:
    (article,) = articles(f"# Bridge closed at Tarn\n\n{TEXT}\n\n{OTHER}\n\n{initials}")

    assert article.byline is not None
    assert article.byline.text == initials


def test_a_deck_stands_over_the_line_that_says_where_a_story_began() -> None:
    (article,) = articles(f"# Bridge shut\n\nNobody asked the hens.\n\n(Continued from page 1)\n\n{TEXT}")

    assert article.subheads == ("Nobody asked the hens.",)
    assert article.jump is not None


def test_a_marked_headline_under_its_unmarked_kicker_stands_under_no_rubric_of_briefs() -> None:
    page = f"# In brief\n\n{OTHER}\n\n{THIRD}\n\nFootball. Division Two\n\n# Rovers go down\n\n{TEXT}"

    assert [article.kind for article in articles(page)] == ["brief", "brief", "article"]


def test_a_name_behind_a_dash_ends_a_text() -> None:
    (article, _) = articles(f"# Bridge closed at Tarn\n\n{TEXT}\n\n- Brenn Oakes\n\n# Rain at the fair\n\n{OTHER}")

    assert article.byline is not None
    assert article.byline.text == "- Brenn Oakes"


@pytest.mark.parametrize("mark", ["", "**"])
def test_two_names_under_a_headline_sign(mark: str) -> None:
    (article,) = articles(f"# Bridge closed at Tarn\n\n{mark}Nomsa Gqir and Pieter Ferrand{mark}\n\n{TEXT}")

    assert article.byline is not None
    assert [person.name for person in article.byline.people] == ["Nomsa Gqir", "Pieter Ferrand"]


def test_a_headline_under_a_table_begins_a_story() -> None:
    table = "<table><tr><td>Tarn</td><td>71</td></tr><tr><td>Weir</td><td>58</td></tr></table>"
    page = f"# Rovers go down\n\n{TEXT}\n\n{table}\n\nParish of Tarn looks for a baker\n\n{OTHER} {THIRD}"

    assert headlines(page) == ["Rovers go down", "Parish of Tarn looks for a baker"]


def test_marks_on_a_part_of_a_signature_fall_away() -> None:
    (article,) = articles(f"## **Bridge closed**\n\n***By* ADA THORNE**\n\n{TEXT}")

    assert article.byline is not None
    assert article.byline.text == "By ADA THORNE"


def test_a_jump_line_in_brackets_may_end_an_open_text() -> None:
    (article,) = articles(f"# Bridge closed\n\n{TEXT} The list hangs between the supper and a (Continued on A8)")

    assert article.jump is not None
    assert article.jump.page == "A8"


def test_two_teams_and_their_goals_are_no_place() -> None:
    (article,) = articles(f"# Rovers hold on\n\nMARLBECK–WEIR TOWN 1–1 (1–0). {TEXT}")

    assert article.dateline is None


def test_an_agency_signs_right_behind_the_last_stop_and_a_dash() -> None:
    (article,) = articles(f"# Bridge closed\n\n{TEXT} {OTHER}—(Reuter).")

    assert article.byline is not None
    assert article.byline.agency == "Reuter"
