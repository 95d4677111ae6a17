//! What is speech, and who speaks.

use super::{Item, check, model, read};
use crate::language::analyse;
use crate::model::ReportIdx;
use crate::statement::{Reference, find_statements};

#[test]
fn quotations_with_a_reporting_clause_behind() {
    check(BEHIND);
}

const BEHIND: &[Item] = &[
    (
        "\"We will rebuild the bridge,\" Mayor Ilva Orlo said.",
        &["\"We will rebuild the bridge,\" | said | Mayor Ilva Orlo | Ilva Orlo | direct"],
    ),
    (
        "\"We will rebuild the bridge,\" said Ilva Orlo, the mayor of Tarvo.",
        &["\"We will rebuild the bridge,\" | said | Ilva Orlo, the mayor of Tarvo | Ilva Orlo | direct"],
    ),
    (
        "\"We will rebuild the bridge,\" he said.",
        &["\"We will rebuild the bridge,\" | said | he | - | direct"],
    ),
    (
        "\"We will rebuild the bridge\", the statement said.",
        &["\"We will rebuild the bridge\" | said | the statement | - | direct"],
    ),
    (
        "“We will rebuild the bridge,” Gen. Bo Velna, a Ketterian army spokesman, told reporters in Tarvo.",
        &[
            "“We will rebuild the bridge,” | told | Gen. Bo Velna, a Ketterian army spokesman | Gen. Bo Velna | direct",
        ],
    ),
    (
        "\"The water came at night,\" said Mira Dolen, 41, a nurse at a clinic in Doma, by phone.",
        &[
            "\"The water came at night,\" | said | Mira Dolen, 41, a nurse at a clinic in Doma | Mira Dolen | direct",
        ],
    ),
    (
        "\"The water came at night,\" said fisherman's wife Dolen, 35, who fled with her husband.",
        &[
            "\"The water came at night,\" | said | fisherman's wife Dolen, 35, who fled with her husband | Dolen | direct",
        ],
    ),
    (
        "\"It keeps on raining,\" Doma weather office spokesman Tesk said.",
        &["\"It keeps on raining,\" | said | Doma weather office spokesman Tesk | Tesk | direct"],
    ),
    (
        "\"It keeps on raining,\" the spokesman went on to say.",
        &["\"It keeps on raining,\" | went on to say | the spokesman | - | direct"],
    ),
    (
        "\"It keeps on raining,\" police said.",
        &["\"It keeps on raining,\" | said | police | police | direct"],
    ),
    (
        "\"It keeps on raining,\" two witnesses told the Tarvo Herald.",
        &["\"It keeps on raining,\" | told | two witnesses | two witnesses | direct"],
    ),
    (
        "\"It keeps on raining,\" according to the Tarvo Observatory for River Floods.",
        &[
            "\"It keeps on raining,\" | according to | the Tarvo Observatory for River Floods | Tarvo Observatory for River Floods | direct",
        ],
    ),
    (
        "\"The road is open,\" Orlo said in a statement on Monday.",
        &["\"The road is open,\" | said | Orlo | Orlo | direct"],
    ),
    (
        "\"The road is open,\" Orlo was quoted as saying by the Tarvo Herald.",
        &["\"The road is open,\" | was quoted as saying | Orlo | Orlo | direct"],
    ),
    (
        "\"The road is open,\" Orlo is quoted by the Ketter News Agency as saying.",
        &["\"The road is open,\" | is quoted by the Ketter News Agency as saying | Orlo | Orlo | direct"],
    ),
    (
        "\"The road is open,\" the mayor, Ilva Orlo, said.",
        &["\"The road is open,\" | said | the mayor, Ilva Orlo | Ilva Orlo | direct"],
    ),
    (
        "\"The road is open,\" Japan's Meteorological Agency announced.",
        &[
            "\"The road is open,\" | announced | Japan's Meteorological Agency | Japan's Meteorological Agency | direct",
        ],
    ),
    (
        "\"The road is open,\" Ketteria's Geology and Flood Agency (GFA) has said.",
        &[
            "\"The road is open,\" | has said | Ketteria's Geology and Flood Agency (GFA) | Ketteria's Geology and Flood Agency | direct",
        ],
    ),
    (
        "\"The road is open,\" a spokesman for the Harbour Church said.",
        &[
            "\"The road is open,\" | said | a spokesman for the Harbour Church | a spokesman for the Harbour Church | direct",
        ],
    ),
    (
        "\"The road is open,\" Attorney General Ilva Orlo wrote on Tuesday.",
        &["\"The road is open,\" | wrote | Attorney General Ilva Orlo | Ilva Orlo | direct"],
    ),
    (
        "\"The road is open,\" Mr. Orlo added.",
        &["\"The road is open,\" | added | Mr. Orlo | Mr. Orlo | direct"],
    ),
    (
        "\"The road is open,\" Sgt. Bo Velna, who leads the patrol, warned.",
        &["\"The road is open,\" | warned | Sgt. Bo Velna, who leads the patrol | Sgt. Bo Velna | direct"],
    ),
    ("\"Go away!\" / Mr. Orlo shouted.", &["\"Go away!\" | shouted | Mr. Orlo | Mr. Orlo | direct"]),
    (
        "“It was dark. / We saw nothing. / Nobody came,” she said.",
        &["“It was dark. We saw nothing. Nobody came,” | said | she | - | direct"],
    ),
    (
        "‘We will rebuild the bridge,’ said Ilva Orlo.",
        &["‘We will rebuild the bridge,’ | said | Ilva Orlo | Ilva Orlo | direct"],
    ),
    (
        "«We will rebuild the bridge», said Ilva Orlo.",
        &["«We will rebuild the bridge» | said | Ilva Orlo | Ilva Orlo | direct"],
    ),
    ("\"Never again,\" Orlo said.", &["\"Never again,\" | said | Orlo | Orlo | direct"]),
];

#[test]
fn quotations_that_go_on() {
    check(GOES_ON);
}

const GOES_ON: &[Item] = &[
    ("\"The dam,\" he said, \"will hold.\"", &["\"The dam,\" + \"will hold.\" | said | he | - | direct"]),
    (
        "\"The dam,\" said Ilva Orlo, the mayor, \"will hold for years.\"",
        &["\"The dam,\" + \"will hold for years.\" | said | Ilva Orlo, the mayor | Ilva Orlo | direct"],
    ),
    (
        "\"The dam will hold,\" Orlo said. / \"It was built to last.\"",
        &[
            "\"The dam will hold,\" | said | Orlo | Orlo | direct",
            "\"It was built to last.\" | - | - | Orlo | direct",
        ],
    ),
    (
        "\"The dam will hold,\" Orlo said, adding that the \"old bridge\" would not.",
        &[
            "\"The dam will hold,\" | said | Orlo | Orlo | direct",
            "the \"old bridge\" would not | adding | Orlo | Orlo | mixed",
        ],
    ),
    (
        "“The dam will hold.\n“It was built to last,” Orlo said.",
        &[
            "“The dam will hold. | - | - | - | direct",
            "“It was built to last,” | said | Orlo | Orlo | direct",
        ],
    ),
];

#[test]
fn quotations_with_a_reporting_clause_ahead() {
    check(AHEAD);
}

const AHEAD: &[Item] = &[
    (
        "Mr Orlo said: \"We, of course, hit nearly all the bridges\".",
        &["\"We, of course, hit nearly all the bridges\" | said | Mr Orlo | Mr Orlo | direct"],
    ),
    (
        "In a letter, Orlo wrote, \"The dam will hold.\"",
        &["\"The dam will hold.\" | wrote | Orlo | Orlo | direct"],
    ),
    (
        "According to Orlo, \"the dam will hold for years\".",
        &["\"the dam will hold for years\" | According to | Orlo | Orlo | direct"],
    ),
    (
        "Orlo said that \"those who came without leave should go\".",
        &["\"those who came without leave should go\" | said | Orlo | Orlo | mixed"],
    ),
    (
        "While praising the town, Orlo said that \"those who came without leave should go\".",
        &["\"those who came without leave should go\" | said | Orlo | Orlo | mixed"],
    ),
    (
        "President Bo Velna told President Ilva Orlo on Thursday that \"foreign boats\" would leave, according to the state-run agency, KNA.",
        &["\"foreign boats\" would leave | told | President Bo Velna | President Bo Velna | mixed"],
    ),
    (
        "Doma police chief Maj. Gen. Bo Velna said he had heard that a mill had been \"destroyed\", but he did not know why.",
        &[
            "he had heard that a mill had been \"destroyed\", but he did not know why | said | Doma police chief Maj. Gen. Bo Velna | Maj. Gen. Bo Velna | mixed",
        ],
    ),
    (
        "Gen. Bo Velna, a Ketterian army spokesman, declared Tarvo and its suburbs \"completely safe\" on Monday.",
        &[
            "Tarvo and its suburbs \"completely safe\" | declared | Gen. Bo Velna, a Ketterian army spokesman | Gen. Bo Velna | mixed",
        ],
    ),
    (
        "The army called the raid \"a success\".",
        &["the raid \"a success\" | called | The army | The army | mixed"],
    ),
    (
        "Officials described the flood as \"the worst in memory\".",
        &["the flood as \"the worst in memory\" | described | Officials | Officials | mixed"],
    ),
    (
        "However former Tarvo Herald reporter Mira Dolen countered that Orlo did not mention it: \"The dam is not for sale\".",
        &[
            "Orlo did not mention it: \"The dam is not for sale\" | countered | former Tarvo Herald reporter Mira Dolen | Mira Dolen | mixed",
        ],
    ),
    (
        "Spokesman for the Harbour Ministry Bo Velna said that the port was \"not for sale\".",
        &[
            "the port was \"not for sale\" | said | Spokesman for the Harbour Ministry Bo Velna | Bo Velna | mixed",
        ],
    ),
    (
        "The flood was feared, but Orlo said it was \"a small one\".",
        &["it was \"a small one\" | said | Orlo | Orlo | mixed"],
    ),
    (
        "Residents say the camp is \"too far away\".",
        &["the camp is \"too far away\" | say | Residents | Residents | mixed"],
    ),
    (
        "State media reported that the town was \"calm\".",
        &["the town was \"calm\" | reported | State media | State media | mixed"],
    ),
    (
        "Orlo confirmed the deal and added: \"We are glad it is over.\"",
        &[
            "the deal | confirmed | Orlo | Orlo | indirect",
            "\"We are glad it is over.\" | added | Orlo | Orlo | direct",
        ],
    ),
    (
        "Orlo pointed out that the dam was \"built to last\".",
        &["the dam was \"built to last\" | pointed out | Orlo | Orlo | mixed"],
    ),
    (
        "The radio quoted a senior officer as saying \"the road is open again\".",
        &["\"the road is open again\" | as saying | a senior officer | a senior officer | direct"],
    ),
    (
        "Orlo: \"The dam will hold for years.\"",
        &["\"The dam will hold for years.\" | : | Orlo | Orlo | direct"],
    ),
    (
        "The message was short: \"The dam will hold for years.\"",
        &["\"The dam will hold for years.\" | : | - | - | direct"],
    ),
    (
        "# Orlo says 'rotten' Doma turned coast into 'dead zone'",
        &["'rotten' Doma turned coast into 'dead zone' | says | Orlo | Orlo | mixed"],
    ),
    (
        "# Ketteria Stresses Port Is Legal: \"No One Will Take It\"",
        &["Port Is Legal: \"No One Will Take It\" | Stresses | Ketteria | Ketteria | mixed"],
    ),
];

#[test]
fn quoted_parts_of_a_clause_that_is_reported_behind() {
    check(RETOLD);
}

const RETOLD: &[Item] = &[
    (
        "Orlo's refusal to leave shows she \"does not want a way out\", said Bo al-Velna, a spokesman for the main Doma group.",
        &[
            "Orlo's refusal to leave shows she \"does not want a way out\" | said | Bo al-Velna, a spokesman for the main Doma group | Bo al-Velna | mixed",
        ],
    ),
    (
        "The two men were to appear after an \"intensive\" search, Orlo said.",
        &["The two men were to appear after an \"intensive\" search | said | Orlo | Orlo | mixed"],
    ),
    (
        "\"The work is the end of a long search by Bo Velna,\" who asked whether it was \"a matter of luck,\" Orlo said.",
        &[
            "\"The work is the end of a long search by Bo Velna,\" who asked whether it was \"a matter of luck,\" | said | Orlo | Orlo | mixed",
        ],
    ),
    (
        "Velna was charged with \"careless driving\" in May and Dolen in June, according to provincial court files.",
        &[
            "Velna was charged with \"careless driving\" in May and Dolen in June | according to | provincial court files | provincial court files | mixed",
        ],
    ),
    (
        "They were told to leave and hold no \"private feasts,\" said KRP Sgt. Bo Velna.",
        &[
            "They were told to leave and hold no \"private feasts,\" | said | KRP Sgt. Bo Velna | Sgt. Bo Velna | mixed",
        ],
    ),
    (
        "The river is \"out of control\", she said.",
        &["The river is \"out of control\" | said | she | - | mixed"],
    ),
    (
        "It was, as many recalled, \"the night we will not forget\".",
        &["\"the night we will not forget\" | recalled | many | - | direct"],
    ),
    (
        "\"No one can force Ketteria to do anything\".",
        &["\"No one can force Ketteria to do anything\" | - | - | - | direct"],
    ),
    (
        "\"We were told to go.\" / Then the lights went out.",
        &["\"We were told to go.\" | - | - | - | direct"],
    ),
];

#[test]
fn denials() {
    check(DENIALS);
}

const DENIALS: &[Item] = &[
    (
        "Ketterian state media denied a deal was reached to free the crew.",
        &[
            "a deal was reached to free the crew | denied | Ketterian state media | Ketterian state media | indirect denies",
        ],
    ),
    (
        "Orlo denied that the trial was political, despite what her rival had said.",
        &["the trial was political | denied | Orlo | Orlo | indirect denies"],
    ),
    (
        "Ilva Orlo, who owns the mill, is firm in her belief that the dam is safe.",
        &["the dam is safe | belief | her | Ilva Orlo | indirect"],
    ),
    (
        "The mayor is firm in his belief that the dam is safe.",
        &["the dam is safe | belief | his | - | indirect"],
    ),
    (
        "The Ketterian health ministry and Tarvo Relief said they would send tents.",
        &[
            "they would send tents | said | The Ketterian health ministry and Tarvo Relief | The Ketterian health ministry and Tarvo Relief | indirect",
        ],
    ),
    (
        "\"The dam will hold,\" the Tarvo Council and the Harbour Ministry said.",
        &[
            "\"The dam will hold,\" | said | the Tarvo Council and the Harbour Ministry | Tarvo Council and the Harbour Ministry | direct",
        ],
    ),
    (
        "\"The dam will hold,\" Ilva Orlo and the Harbour Ministry said.",
        &[
            "\"The dam will hold,\" | said | Ilva Orlo and the Harbour Ministry | Ilva Orlo and the Harbour Ministry | direct",
        ],
    ),
    (
        "The Foreign Ministry has repeatedly denied sending arms to Doma.",
        &[
            "sending arms to Doma | has repeatedly denied | The Foreign Ministry | Foreign Ministry | indirect denies",
        ],
    ),
    ("He denied any role in the fire.", &["any role in the fire | denied | He | - | indirect denies"]),
    (
        "\"Only one person died,\" he said, ruling out talk of several deaths.",
        &[
            "\"Only one person died,\" | said | he | - | direct",
            "talk of several deaths | ruling out | he | - | indirect denies",
        ],
    ),
    (
        "Orlo rejected claims that the dam was weak.",
        &["claims that the dam was weak | rejected | Orlo | Orlo | indirect denies"],
    ),
    (
        "Police dismissed the rumours as nonsense.",
        &["the rumours | dismissed | Police | Police | indirect denies"],
    ),
    ("The army ruled out sabotage.", &["sabotage | ruled out | The army | The army | indirect denies"]),
    (
        "Any involvement was denied by the Ketterian government.",
        &[
            "Any involvement | was denied | the Ketterian government | the Ketterian government | indirect denies",
        ],
    ),
    (
        "The reports were denied on Monday by police.",
        &["The reports | were denied | police | police | indirect denies"],
    ),
    ("Orlo, who denies the charges, was led away.", &["the charges | denies | who | Orlo | indirect denies"]),
    (
        "Officials deny that the river is poisoned.",
        &["the river is poisoned | deny | Officials | Officials | indirect denies"],
    ),
    (
        "Orlo confirmed the raid but denied that anyone was hurt.",
        &[
            "the raid | confirmed | Orlo | Orlo | indirect",
            "anyone was hurt | denied | Orlo | Orlo | indirect denies",
        ],
    ),
    (
        "Orlo denied \"any role\" in the fire.",
        &["\"any role\" in the fire | denied | Orlo | Orlo | mixed denies"],
    ),
    (
        "The company denied on Monday that it had lost the ship.",
        &["it had lost the ship | denied | The company | - | indirect denies"],
    ),
    (
        "Velna denied the allegations in a statement on Monday.",
        &["the allegations | denied | Velna | Velna | indirect denies"],
    ),
    (
        "Velna continued to deny the allegations.",
        &["the allegations | continued to deny | Velna | Velna | indirect denies"],
    ),
    (
        "# Ketteria denies it sold the port",
        &["it sold the port | denies | Ketteria | Ketteria | indirect denies"],
    ),
    (
        "Velna refuted the report that the dam was weak.",
        &["the report that the dam was weak | refuted | Velna | Velna | indirect denies"],
    ),
];

/// Who "he" and "she" are if no paragraph came from elsewhere.
#[test]
fn whoever_spoke_last_speaks_on_in_a_text_of_one_piece() {
    let items = [
        // The report that calls him "Captain" says that Orlo is a person.
        (
            "Captain Ilva Orlo said that the dam was full.\nOrlo said that nobody was hurt.\n\"The gates will hold,\" he said. / \"They are new and they were made for such floods.\"",
            "Orlo, Orlo",
        ),
        (
            "Bo Velna said that the dam was full.\nIlva Orlo said that it was empty.\nThe gates will hold, he said.",
            "Ilva Orlo",
        ),
        (
            "Bo Velna said that the dam was full. / Ilva Orlo said that it was empty.\nThe gates will hold, he said.",
            "-",
        ),
        (
            "Bo Velna said that the dam was full.\nThe square was empty on Monday.\nThe gates will hold, he said.",
            "-",
        ),
        (
            "The mill burned down. / Ilva Orlo has lost all that she had.\nNobody will build it again, she said.",
            "Ilva Orlo",
        ),
        ("Ilva Orlo met Bo Velna on Monday.\nNobody will build it again, she said.", "-"),
    ];
    for (marked, expected) in items {
        let (report, reading) = read(marked);
        let found = find_statements(ReportIdx(0), &report, &reading, &analyse(&report, &reading, model()));
        let open = found.iter().filter(|one| !matches!(one.reference, Reference::Named(_)));
        let names: Vec<&str> =
            open.map(|one| one.if_whole.map_or("-", |named| named.name.of(&report.text))).collect();
        assert_eq!(names.join(", "), expected, "{marked}");
    }
}
