//! What a reader finds of places on the page.

use super::reading::read;
use super::{html, html_with_map};
use crate::example;
use stemma::place::OwnPlaces;

/// The page of some texts, with a map.
fn page_of(texts: &[&str], own: Option<&str>) -> String {
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    let gazetteer = stemma_assets::places().expect("the gazetteer is whole");
    let own = own.map(|list| OwnPlaces::from_csv(list, gazetteer).expect("the list is well formed"));
    let account = example::found_with(&texts, own.as_ref());
    html_with_map(&account, stemma_assets::outlines().expect("the outlines are whole"))
}

#[test]
fn a_place_has_its_row_its_links_and_its_point() {
    let page = page_of(
        &[
            "Two trains collided near Zagreb, Croatia, on Monday.",
            "Officials in Zagreb said that nobody died.",
        ],
        None,
    );
    let (_, section) = page.split_once("<h2 id=\"where\">Where</h2>").expect("the page has the section");
    let (table, rest) = section.split_once("</table>").expect("a table comes first");
    let text = read(table).text;
    assert!(text.contains("capital in") && text.contains("Croatia"), "{text}");
    assert!(text.contains("45.8") && text.contains("15.9"), "{text}");
    assert!(table.contains("href=\"#r1-b25\"") && table.contains("href=\"#r2-b13\""), "{table}");
    assert!(rest.contains("<svg"), "a drawing comes behind the table");
    assert!(page.contains("<a href=\"#where\">Where</a>"));
}

#[test]
fn a_page_without_places_says_so_and_one_without_outlines_has_no_map() {
    let bare = html(&example::bare("a.txt", "Nothing was said."));
    assert!(bare.contains("id=\"where\"") && bare.contains("no place is named"));
    let (_, section) = html(&example::account()).split_once("id=\"where\"").map(owned).expect("the section");
    let (section, _) = section.split_once("</section>").expect("it ends");
    assert!(section.contains("Veld") && !section.contains("<svg"), "{section}");
}

fn owned((one, other): (&str, &str)) -> (String, String) {
    (one.to_owned(), other.to_owned())
}

#[test]
fn ones_own_places_come_as_text() {
    let own = "name,latitude,longitude,country,kind,aliases\n<b>Ostmark</b> Ford,10.5,20.25,,,Ostmark Ford\n";
    let page =
        page_of(&["Two boats sank at Ostmark Ford, and a third one in Ostmark Ford later."], Some(own));
    let (_, section) = page.split_once("<h2 id=\"where\">Where</h2>").expect("the page has the section");
    assert!(section.contains("10.5000") && section.contains("20.2500"), "{section}");
    assert!(section.contains("&lt;b&gt;Ostmark") && !page.contains("<b>Ostmark"), "{section}");
}
