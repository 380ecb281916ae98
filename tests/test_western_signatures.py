"""Who signs a story in Latin script and how its headline is set, with invented text: signatures over two lines, in bold
or of initials alone, headlines that print broke, and what kind of item a page prints under a rubric."""

from __future__ import annotations

from newsarchive.articles.record import Article
from tests.short_pages import OTHER, TEXT, articles, reading_of

DUTCH = (
    "De gemeenteraad van Marlebeek heeft dinsdag besloten de oude voetbrug te sluiten totdat de pijlers zijn bekeken, "
    "en heeft de provincie om een tijdelijke overgang gevraagd."
)

GERMAN = (
    "Der Gemeinderat von Marlbach hat am Dienstag beschlossen, den alten Steg zu sperren, bis seine Pfeiler untersucht "
    "sind, und den Kreis um einen vorläufigen Übergang gebeten."
)

GERMAN_OTHER = (
    "Auf den Markt von Tarnau hat es seit dem Mittag geregnet, so daß die Richter die Butter in der Kapelle beim Licht "
    "zweier Lampen verkosten mußten."
)


def signed(article: Article) -> tuple[str, list[tuple[str, str]]]:
    assert article.byline is not None
    return article.byline.text, [(person.name, person.role) for person in article.byline.people]


def test_a_signature_in_bold_over_two_lines_is_one_byline() -> None:
    (story,) = articles(f"## Footbridge closed\n\n**By ADA THORNE and PHIL PITT\nHerald staff writers**\n\n{TEXT}\n")
    text, people = signed(story)
    assert text == "By ADA THORNE and PHIL PITT Herald staff writers"
    assert people == [("ADA THORNE", "reporter"), ("PHIL PITT", "reporter")]
    assert story.headline == "Footbridge closed"
    assert not story.subheads


def test_bold_marks_that_close_on_a_later_line_stand_in_no_text() -> None:
    story, *_ = articles(f"## Footbridge closed\n\n**Piers to be\nlooked at**\n\n{TEXT}\n\n{OTHER}\n")
    assert "**" not in " ".join([story.headline, *story.subheads, *(item.text for item in story.body)])


def test_a_desk_in_small_letters_under_a_name_belongs_to_the_signature_of_each_story() -> None:
    page = (
        f"## Footbridge closed\n\n**By Ada Thorne\nRecord staff**\n\n{TEXT}\n\n"
        f"## Rain on the fair\n\n**By Ada Thorne\nRecord staff**\n\n{OTHER}\n"
    )
    for story in articles(page):
        assert signed(story) == ("By Ada Thorne Record staff", [("Ada Thorne", "reporter")])


def test_initials_in_brackets_on_a_line_of_their_own_sign_the_text_above() -> None:
    page = f"## Steg gesperrt\n\n{GERMAN}\n\n(wil)\n\n## Regen auf dem Markt\n\n{GERMAN_OTHER}\n\n(wil)\n"
    reading = reading_of(page)
    assert [signed(story) for story in reading.articles] == [("(wil)", [("wil", "reporter")])] * 2
    assert not reading.furniture


def test_initials_with_stops_keep_their_last_one() -> None:
    (story,) = articles(f"## Footbridge closed\n\n{TEXT}\n\n(A.T.)\n")
    assert signed(story) == ("(A.T.)", [("A.T.", "reporter")])


def test_initials_in_brackets_sign_nothing_where_the_text_breaks_off() -> None:
    story, *_ = articles(f"## Footbridge closed\n\n{TEXT[:-10]}\n\n(mill)\n\n{OTHER}\n")
    assert story.byline is None


def test_a_bold_name_in_capitals_under_a_marked_heading_signs() -> None:
    (story,) = articles(
        f"# Footbridge closed\n\n## Piers will be looked at before the summer\n\n**ADA THORNE**\n\n{TEXT}\n"
    )
    assert signed(story) == ("ADA THORNE", [("ADA THORNE", "reporter")])
    assert story.heading_lines == ("Footbridge closed", "Piers will be looked at before the summer")


def test_an_unmarked_headline_that_goes_on_in_small_letters_behind_an_empty_line_is_one() -> None:
    page = (
        f"De Marlebeekse Courant\n\nWoensdag 12 maart 1958 — Pagina 1\n\nOude voetbrug over de beek\n\n"
        f"blijft tot de zomer dicht\n\n(Van onze correspondent)\n\n{DUTCH}\n\nRaad van Tarne koopt\n\n"
        f"grond voor een school\n\n{DUTCH}\n"
    )
    first, second = articles(page)
    assert first.headline == "Oude voetbrug over de beek blijft tot de zomer dicht"
    assert first.heading_lines == ("Oude voetbrug over de beek", "blijft tot de zomer dicht")
    assert first.byline is not None
    assert first.byline.text == "(Van onze correspondent)"
    assert second.headline == "Raad van Tarne koopt grond voor een school"


def test_a_line_in_capitals_that_begins_with_a_preposition_goes_on_with_the_headline() -> None:
    (story,) = articles(f"COUNCIL VOTES ON TUESDAY\n\nTO CLOSE OLD FOOTBRIDGE\n\n{TEXT}\n\n{OTHER}\n")
    assert story.headline == "COUNCIL VOTES ON TUESDAY TO CLOSE OLD FOOTBRIDGE"
    assert not story.subheads


def test_a_marked_headline_whose_second_line_lost_its_mark_is_one() -> None:
    for second in ("Fails by 212 Votes", "brought down by 212 votes"):
        story, *_ = articles(f"## County Hospital Bond Issue\n{second}\n\n{TEXT}\n\n{OTHER}\n")
        assert story.headline == f"County Hospital Bond Issue {second}"


def test_a_headline_with_accents_goes_on_in_small_letters_on_its_unmarked_second_line() -> None:
    page = (
        "## La dernière filature du\nbourg cherche un repreneur\n\nPar Sylvain Courteval\n\nLe carillon de la porte "
        "est le même depuis 1977, et les habitués de la vallée le reconnaîtraient entre mille autres carillons.\n"
    )
    (story,) = articles(page)
    assert story.headline == "La dernière filature du bourg cherche un repreneur"


def test_a_deck_with_a_day_of_a_month_is_no_folio_line() -> None:
    page = (
        f"THE MARLBECK COURIER\n\nTuesday, May 15, 1934\n\nFOOTBRIDGE IS CLOSED BY COUNCIL\n\n{TEXT}\n\n"
        f"{TEXT[:70]}.\n\nRAIN FALLS ON FAIR AT TARN\n\nWet April Is Blamed; First Plums by June 1\n\n{OTHER}\n"
    )
    reading = reading_of(page)
    assert [furniture.text for furniture in reading.furniture if furniture.kind == "folio"] == ["Tuesday, May 15, 1934"]


def test_a_sentence_between_a_picture_and_its_credit_is_the_caption() -> None:
    page = (
        f"## Rain on the fair\n\n{OTHER}\n\n![](_page_0_Picture_9.jpeg)\n\n"
        "Visitors to the fair wait under the roof of the wool shed for the rain to stop, on Monday morning.\n\n"
        "Ada Thorne / The Courier\n"
    )
    (photo,) = articles(page)[0].photos
    assert photo.caption is not None
    assert photo.caption.startswith("Visitors to the fair")
    assert photo.credit == "Ada Thorne / The Courier"


def test_an_offer_under_its_own_heading_stands_under_no_rubric_of_notices() -> None:
    page = (
        f"## Coming Events\n\n{OTHER}\n\n**Notice of public hearing**\n\n{TEXT}\n\n**Thorne Tire & Auto**\n\n"
        "Winter tires are in! Buy three and get the fourth at half price until May 24.\n\n"
        "Highway 16 East, at the mill\n"
    )
    assert [(story.headline, story.kind) for story in articles(page)][-1] == ("Thorne Tire & Auto", "advert")


def test_hours_of_a_library_in_a_sentence_of_news_are_no_offer() -> None:
    page = (
        "## Library hours to be restored\n\nThe main library will be open until 9 p.m. on Mondays and Wednesdays from "
        "March 3, the librarian said. Evening hours were dropped in a round of budget cuts three years ago.\n"
    )
    assert articles(page)[0].kind != "advert"


def test_items_with_headings_under_a_digest_are_briefs_of_that_rubric() -> None:
    page = (
        f"## Fair closes\n\n{TEXT}\n\n{TEXT[::-1]}\n\n## Town digest\n\n**Painter rescued**\n\nA painter who fell from "
        "a scaffold on the inlet bridge was pulled from the water by the crew of a tug.\n\n**Mill sold**\n\n"
        "The old mill at Tarn has been sold to a weaver from Marlbeck, who will move in before May.\n"
    )
    briefs = [story for story in articles(page) if story.rubric == "Town digest"]
    assert [(story.headline, story.kind) for story in briefs] == [("Painter rescued", "brief"), ("Mill sold", "brief")]


def test_a_label_over_a_forecast_and_the_forecast_are_no_story() -> None:
    page = (
        f"FOOTBRIDGE IS CLOSED BY COUNCIL\n\n{TEXT}\n\n{TEXT[:70]}.\n\nTHE WEATHER\n\n"
        f"Fair tonight and Wednesday; slightly warmer in the north, low 48.\n\nRAIN FALLS ON FAIR AT TARN\n\n{OTHER}\n"
    )
    reading = reading_of(page)
    assert [furniture.kind for furniture in reading.furniture] == ["weather", "weather"]
    assert "THE WEATHER" not in [story.headline for story in reading.articles]


def test_a_story_about_the_weather_stays_one() -> None:
    stories = articles(f"THE WEATHER\n\n{OTHER} The rain went on until the evening. {TEXT}\n\n{TEXT}\n")
    assert any("Rain fell on the fair" in item.text for story in stories for item in story.body)


def test_marks_with_a_letter_among_them_are_what_a_worn_rule_left() -> None:
    reading = reading_of(f"FOOTBRIDGE IS CLOSED\n\n{TEXT}\n\n. ' i - * ~ .\n\nRAIN FALLS ON FAIR\n\n{OTHER}\n")
    assert [furniture.kind for furniture in reading.furniture] == ["noise"]


def test_what_is_wanted_stands_over_the_small_letters_of_its_advertisement() -> None:
    page = (
        f"De Marlebeekse Courant\n\nWoensdag 12 maart 1958 — Pagina 1\n\nVoetbrug gaat dicht\n\n{DUTCH}\n\n"
        "Uit de omgeving\n\nOp de markt te Tarne werden gisteren veertig schapen aangevoerd.\n\n"
        "GEVRAAGD\n\nflinke jongen, om opgeleid te worden in het weversvak. Fa. Doorn en Zn., Achterdijk 2, Tarne.\n"
    )
    last = articles(page)[-1]
    assert (last.kind, last.headline, last.rubric) == ("advert", "GEVRAAGD", None)


def test_a_piece_of_news_under_the_word_today_is_no_forecast() -> None:
    page = f"FOOTBRIDGE IS CLOSED\n\n{TEXT}\n\nTODAY\n\nThe high school at Tarn opens its fair at noon.\n"
    assert not [furniture for furniture in reading_of(page).furniture if furniture.kind == "weather"]


def test_a_name_over_a_place_in_capitals_signs_and_a_title_in_capitals_belongs_to_it() -> None:
    page = f"#### Bridge to close until spring\n\nROSE ALMOND\n\nVILLAMERE\n\n{TEXT}\n\n{OTHER}"
    (story,) = articles(page)
    assert signed(story) == ("ROSE ALMOND", [("ROSE ALMOND", "reporter")])
    assert story.dateline is not None
    assert story.dateline.place == "VILLAMERE"

    (story,) = articles(f"# Bridge to close until spring\n\nBy Ada Thorne\nSTAFF WRITER\n\n{TEXT}\n\n{OTHER}")
    assert signed(story) == ("By Ada Thorne STAFF WRITER", [("Ada Thorne", "reporter")])


def test_what_was_decided_by_a_number_of_votes_signs_nothing() -> None:
    (story,) = articles(f"Bond Issue Fails\nBy Only Nineteen Votes\nBy ADA THORNE\n\n{TEXT}\n\n{OTHER}")

    assert signed(story) == ("By ADA THORNE", [("ADA THORNE", "reporter")])


def test_a_place_with_a_state_of_one_letter_or_a_nordic_day_is_a_dateline() -> None:
    (story,) = articles(f"# Mill in ruins\n\nCanfield's Bend, O., March 3.-{TEXT}\n\n{OTHER}")
    assert story.dateline is not None
    assert story.dateline.place == "Canfield's Bend"
