//! What the counted are, or what has become of them.

use crate::annotate::lexer::Tokens;
use crate::model::CountClass;

/// How many tokens from what is counted the verb that tells its fate may stand.
const REACH: usize = 5;

/// The class of what is counted: what happened to it, if the words beside it say so; else what it is.
pub(super) fn class_of(
    tokens: &Tokens,
    number_at: usize,
    counted: Option<(usize, usize)>,
    end: usize,
) -> CountClass {
    let nouns = counted.map_or(CountClass::Other, |(start, end)| of_nouns(tokens, start, end));
    if is_fate(nouns) || matches!(nouns, CountClass::Vehicles | CountClass::Buildings) {
        return nouns;
    }
    fate_behind(tokens, end).or_else(|| fate_before(tokens, number_at)).unwrap_or(nouns)
}

/// Whether a class tells what has become of people.
fn is_fate(class: CountClass) -> bool {
    matches!(class, CountClass::Dead | CountClass::Injured | CountClass::Displaced | CountClass::Detained)
}

/// The class of a noun phrase, by the last of its words that has one.
fn of_nouns(tokens: &Tokens, start: usize, end: usize) -> CountClass {
    (start..end).rev().find_map(|at| of_noun(tokens.lower(at))).unwrap_or(CountClass::Other)
}

/// The class of a noun.
fn of_noun(word: &str) -> Option<CountClass> {
    Some(match word {
        "dead" | "death" | "deaths" | "fatalities" | "fatality" | "killed" | "bodies" | "body"
        | "corpses" | "martyrs" => CountClass::Dead,
        "injured" | "wounded" | "injuries" | "hurt" | "wounds" => CountClass::Injured,
        "displaced" | "refugees" | "refugee" | "evacuees" | "idps" | "homeless" => CountClass::Displaced,
        "detainees" | "prisoners" | "prisoner" | "detained" | "arrested" | "arrests" | "hostages"
        | "hostage" | "captives" | "inmates" | "abductees" => CountClass::Detained,
        "fighters" | "fighter" | "gunmen" | "gunman" | "militants" | "militant" | "rebels" | "rebel"
        | "insurgents" | "soldiers" | "soldier" | "troops" | "jihadists" | "jihadis" | "terrorists"
        | "combatants" | "militiamen" | "mercenaries" | "guerrillas" | "extremists" | "policemen"
        | "police" | "officers" | "servicemen" | "paratroopers" | "marines" | "commandos" | "conscripts"
        | "commanders" | "airmen" | "sailors" | "bombers" | "attackers" | "snipers" => CountClass::Fighters,
        "civilians" | "civilian" | "women" | "woman" | "children" | "child" | "residents" | "villagers"
        | "families" | "protesters" | "demonstrators" | "students" | "pupils" | "worshippers"
        | "passengers" | "journalists" | "pilgrims" | "farmers" | "bystanders" | "schoolchildren"
        | "infants" | "babies" | "girls" | "boys" | "tourists" | "inhabitants" => CountClass::Civilians,
        "vehicles" | "vehicle" | "buses" | "bus" | "trucks" | "truck" | "cars" | "car" | "tanks" | "tank"
        | "ambulances" | "jets" | "planes" | "aircraft" | "helicopters" | "warplanes" | "drones"
        | "boats" | "ships" | "vessels" | "trains" | "lorries" | "motorcycles" | "carriers" | "tankers" => {
            CountClass::Vehicles
        }
        "houses" | "house" | "homes" | "home" | "buildings" | "building" | "schools" | "school"
        | "hospitals" | "hospital" | "churches" | "mosques" | "shops" | "bridges" | "bridge"
        | "apartments" | "villages" | "stores" | "warehouses" | "factories" | "dwellings" | "clinics"
        | "towers" => CountClass::Buildings,
        _ => return None,
    })
}

/// A verb that tells the fate of its subject or object.
fn of_verb(word: &str) -> Option<CountClass> {
    Some(match word {
        "killed" | "killing" | "kill" | "kills" | "died" | "die" | "dies" | "dead" | "slain" | "executed"
        | "executing" | "drowned" | "perished" | "massacred" | "beheaded" => CountClass::Dead,
        "injured" | "injuring" | "injure" | "injures" | "wounded" | "wounding" | "wound" | "wounds"
        | "hurt" | "hurting" | "maimed" => CountClass::Injured,
        "displaced" | "displacing" | "displace" | "displaces" | "evacuated" | "evacuating" | "uprooted"
        | "fled" | "fleeing" | "flee" | "homeless" => CountClass::Displaced,
        "detained" | "detaining" | "arrested" | "arresting" | "jailed" | "imprisoned" | "kidnapped"
        | "abducted" | "captured" | "seized" | "rounded" | "abducting" | "kidnapping" => CountClass::Detained,
        _ => return None,
    })
}

/// "12 people were killed", "12 people died", "12 people dead": within the clause behind what is counted.
fn fate_behind(tokens: &Tokens, end: usize) -> Option<CountClass> {
    for at in end..end + REACH {
        let word = tokens.lower(at);
        if let Some(class) = of_verb(word) {
            let is_object =
                matches!(tokens.lower(at + 1), "a" | "an" | "the" | "at") && !follows_be(tokens, at);
            let acts = matches!(
                word,
                "killed"
                    | "injured"
                    | "wounded"
                    | "arrested"
                    | "detained"
                    | "captured"
                    | "seized"
                    | "displaced"
                    | "kidnapped"
            ) && is_object;
            let acts = acts
                || word.ends_with("ing")
                || matches!(
                    word,
                    "kill" | "wound" | "wounds" | "kills" | "injure" | "injures" | "displace" | "displaces"
                );
            return (!acts).then_some(class);
        }
        let passes = matches!(
            word,
            "were"
                | "was"
                | "are"
                | "is"
                | "have"
                | "has"
                | "had"
                | "been"
                | "being"
                | "also"
                | "be"
                | "reportedly"
                | "may"
                | "feared"
                | "confirmed"
                | "still"
                | "left"
                | "who"
                | "others"
                | "more"
                | "of"
                | "them"
                | "got"
                | "seriously"
                | "lightly"
                | "slightly"
                | "critically"
                | "badly"
                | "believed"
                | "to"
        );
        if !passes {
            return None;
        }
    }
    None
}

fn follows_be(tokens: &Tokens, at: usize) -> bool {
    (1..=2).any(|places| {
        matches!(tokens.before(at, places).lower, "were" | "was" | "been" | "are" | "is" | "being" | "be")
    })
}

/// "killed 12 people", "killing at least 12", "the death toll rose to 12", "left 12".
fn fate_before(tokens: &Tokens, number_at: usize) -> Option<CountClass> {
    for places in 1..=3 {
        let word = tokens.before(number_at, places).lower;
        if let Some(class) = of_verb(word).filter(|_| !follows_be(tokens, number_at.saturating_sub(places))) {
            return Some(class);
        }
        let passes = matches!(
            word,
            "another"
                | "other"
                | "up"
                | "to"
                | "at"
                | "by"
                | "than"
                | "and"
                | "the"
                | "of"
                | "rose"
                | "stood"
                | "stands"
                | "climbed"
                | "rises"
                | "reached"
                | "toll"
                | "risen"
        );
        if !passes {
            return None;
        }
        if word == "toll" && tokens.before(number_at, places + 1).lower == "death" {
            return Some(CountClass::Dead);
        }
    }
    let toll = (3..=6).any(|places| {
        tokens.before(number_at, places).lower == "toll"
            && tokens.before(number_at, places + 1).lower == "death"
    });
    toll.then_some(CountClass::Dead)
}
