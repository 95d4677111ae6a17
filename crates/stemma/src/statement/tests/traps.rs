//! What looks like a statement, a denial or a speaker and is none.

use super::{Item, check};

#[test]
fn quotation_marks_without_speech() {
    check(NO_SPEECH);
}

const NO_SPEECH: &[Item] = &[
    ("The fight against \"terrorism\" goes on.", &[]),
    ("A mill and a barn had been \"destroyed\".", &[]),
    ("The so-called \"safe zone\" was shelled again.", &[]),
    ("They fled the so-called \"zone that is safe for all\".", &[]),
    ("Her novel \"The Long Way Home to Tarvo\" won a prize.", &[]),
    ("He sang \"When We Were Young and Had No Shoes\" at the feast.", &[]),
    ("Velna is charged with \"careless driving\" between May and June.", &[]),
    ("A group called \"Sons of the River\" was behind it.", &[]),
    ("He is 6'2\" tall and says little.", &[]),
    ("The workers' rights and the owners' fears don't mix.", &[]),
    ("All'foreign boats to leave Tarvo", &[]),
    ("\"Why did nobody come?\" she asked.", &[]),
    ("She was nicknamed \"the Fox\" by her team.", &[]),
    ("It was the \"red line\" of which all spoke.", &[]),
    ("Doma's continued threats should its \"red line\" be crossed worry many.", &[]),
    ("The \"old bridge\" fell on Monday.", &[]),
    ("They could say \"no\" at any time.", &[]),
    ("She did not say \"yes\" either.", &[]),
    ("Orlo declined to say \"who paid\".", &[]),
    ("Orlo refused to comment on the \"affair\".", &[]),
    ("The claims of a \"plot\" were old.", &[]),
    ("Orlo was ordered to hold no \"feasts\".", &[]),
    ("Doma's troops hold the old mill.", &[]),
    ("Velna, alleged to have said \"go\", was freed.", &[]),
];

#[test]
fn refusals_and_silence_are_no_denials() {
    check(NO_DENIAL);
}

const NO_DENIAL: &[Item] = &[
    ("The journalist was denied a visa.", &[]),
    ("The court denied bail to Velna.", &[]),
    ("Guards denied access to the camp.", &[]),
    ("Ketteria denied entry to two ships.", &[]),
    ("They denied him a lawyer.", &[]),
    ("Officials denied them the right to vote.", &[]),
    ("The villagers were denied food and water.", &[]),
    ("His visa was denied by the consulate.", &[]),
    ("The motion was denied by the judge.", &[]),
    ("Orlo did not deny the report.", &[]),
    ("Orlo would neither confirm nor deny the report.", &[]),
    ("Orlo refused to deny the report.", &[]),
    ("Nobody denies that the dam is old.", &[]),
    ("It cannot be denied that the dam is old.", &[]),
    ("The damage is undeniable.", &[]),
    ("Orlo has never denied the report.", &[]),
    ("Parliament rejected the plan.", &[]),
    ("Doma rejects Ketterian demand to withdraw boats.", &[]),
    ("Orlo dismissed the minister on Monday.", &[]),
    ("Velna was ruled out of the final.", &[]),
    ("The disputed border was quiet.", &[]),
    ("The judge ruled on Monday.", &[]),
    ("He was accused of denying the flood.", &[]),
    ("No one could deny the power of the flood.", &[]),
    ("Her denial came late.", &[]),
    ("Velna could deny the charges.", &[]),
    ("Orlo said that it was \"not so\".", &["it was \"not so\" | said | Orlo | Orlo | mixed"]),
];

#[test]
fn nobody_is_named() {
    check(NO_NAME);
}

const NO_NAME: &[Item] = &[
    (
        "\"The dam will hold,\" the governor said.",
        &["\"The dam will hold,\" | said | the governor | - | direct"],
    ),
    (
        "\"The dam will hold,\" the Prime Minister said.",
        &["\"The dam will hold,\" | said | the Prime Minister | - | direct"],
    ),
    (
        "\"The dam will hold,\" the company said.",
        &["\"The dam will hold,\" | said | the company | - | direct"],
    ),
    (
        "\"The dam will hold,\" the ministry added.",
        &["\"The dam will hold,\" | added | the ministry | - | direct"],
    ),
    (
        "\"The dam will hold,\" the report noted.",
        &["\"The dam will hold,\" | noted | the report | - | direct"],
    ),
    (
        "\"The dam will hold,\" his brother said.",
        &["\"The dam will hold,\" | said | his brother | - | direct"],
    ),
    (
        "\"The dam will hold,\" Orlo's brother said.",
        &["\"The dam will hold,\" | said | Orlo's brother | - | direct"],
    ),
    (
        "\"The dam will hold,\" a brother of Ilva Orlo said.",
        &["\"The dam will hold,\" | said | a brother of Ilva Orlo | - | direct"],
    ),
    (
        "\"The dam will hold,\" Ilva Orlo and Bo Velna said.",
        &["\"The dam will hold,\" | said | Ilva Orlo and Bo Velna | - | direct"],
    ),
    (
        "\"The dam will hold,\" they told President Orlo.",
        &["\"The dam will hold,\" | told | they | - | direct"],
    ),
    (
        "After talks with Ilva Orlo, the minister said the dam was \"very safe indeed now\".",
        &["the dam was \"very safe indeed now\" | said | the minister | - | mixed"],
    ),
    (
        "After meeting Ilva Orlo, he said the dam was \"very safe indeed now\".",
        &["the dam was \"very safe indeed now\" | said | he | - | mixed"],
    ),
    (
        "\"The dam will hold,\" one of the wives of Bo Velna said.",
        &[
            "\"The dam will hold,\" | said | one of the wives of Bo Velna | one of the wives of Bo Velna | direct",
        ],
    ),
    (
        "\"The dam will hold,\" the Ketterian said.",
        &["\"The dam will hold,\" | said | the Ketterian | - | direct"],
    ),
    (
        "\"The dam will hold,\" the Ministry said.",
        &["\"The dam will hold,\" | said | the Ministry | - | direct"],
    ),
    ("\"The dam will hold,\" others said.", &["\"The dam will hold,\" | said | others | - | direct"]),
    (
        "Orlo spoke last. / \"The dam will hold,\" he said.",
        &["\"The dam will hold,\" | said | he | - | direct"],
    ),
    (
        "\"The dam will hold,\" the high command said.",
        &["\"The dam will hold,\" | said | the high command | - | direct"],
    ),
    (
        "\"The dam will hold,\" Orlo's spokesman said.",
        &["\"The dam will hold,\" | said | Orlo's spokesman | - | direct"],
    ),
    (
        "\"The dam will hold,\" a statement said.",
        &["\"The dam will hold,\" | said | a statement | - | direct"],
    ),
    (
        "In the capital, Tarvo, the mayor said the dam was \"very safe indeed now\".",
        &["the dam was \"very safe indeed now\" | said | the mayor | - | mixed"],
    ),
    (
        "In Tarvo, Doma, the mayor, said the dam was \"very safe indeed now\".",
        &["the dam was \"very safe indeed now\" | said | Doma, the mayor | - | mixed"],
    ),
    (
        "\"The dam will hold,\" Ilva Orlo of Doma, Velnia, said.",
        &["\"The dam will hold,\" | said | Ilva Orlo of Doma, Velnia | Ilva Orlo | direct"],
    ),
    (
        "\"The dam will hold,\" the wife of President Orlo said.",
        &["\"The dam will hold,\" | said | the wife of President Orlo | - | direct"],
    ),
    (
        "\"The dam will hold,\" Velnia's president said.",
        &["\"The dam will hold,\" | said | Velnia's president | - | direct"],
    ),
    (
        "\"The dam will hold,\" a friend who knows Ilva Orlo said.",
        &["\"The dam will hold,\" | said | a friend who knows | - | direct"],
    ),
    (
        "Ilva Orlo left before Bo Velna said it was \"very safe indeed now\".",
        &["it was \"very safe indeed now\" | said | Bo Velna | Bo Velna | mixed"],
    ),
    (
        "Bo Velna met Ilva Orlo and said it was \"very safe indeed now\".",
        &["it was \"very safe indeed now\" | said | Bo Velna | Bo Velna | mixed"],
    ),
    (
        "Bo Velna, whom Ilva Orlo praised, said it was \"very safe indeed now\".",
        &["it was \"very safe indeed now\" | said | Bo Velna, whom Ilva Orlo praised | Bo Velna | mixed"],
    ),
    (
        "\"The dam will hold,\" Ilva Orlo said Bo Velna had told her.",
        &[
            "\"The dam will hold,\" | - | - | - | direct",
            "Bo Velna had told her | said | Ilva Orlo | Ilva Orlo | indirect",
        ],
    ),
    (
        "The mayor told Ilva Orlo that the dam was \"very safe indeed now\".",
        &["the dam was \"very safe indeed now\" | told | The mayor | - | mixed"],
    ),
    (
        "It was announced that the dam was \"very safe indeed now\".",
        &["the dam was \"very safe indeed now\" | was announced | - | - | mixed"],
    ),
    (
        "Ilva Orlo was told that the dam was \"very safe indeed now\".",
        &["the dam was \"very safe indeed now\" | was told | - | - | mixed"],
    ),
    (
        "On Monday, police chief Bo Velna and Mayor Ilva Orlo said it was \"very safe indeed now\".",
        &["it was \"very safe indeed now\" | said | police chief Bo Velna and Mayor Ilva Orlo | - | mixed"],
    ),
    (
        "\"The dam will hold,\" the Doma officials said.",
        &["\"The dam will hold,\" | said | the Doma officials | the Doma officials | direct"],
    ),
];
