//! Words of saying: which verbs give speech, in which forms, and what may stand with them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a verb of saying asks of the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// "said": the words said follow, or stand before.
    Say,
    /// "claims", "notes": as `Say`, but the same form may be a noun; it needs a clear subject and clear words.
    Unsure,
    /// "told": somebody addressed stands between.
    Tell,
    /// "asked": as `Say`; a question alone is no statement.
    Ask,
    /// "declared", "called": an object stands before the words said.
    Name,
    /// "quoted": the speaker is not the subject; "as saying" follows.
    Quote,
    /// "denied": what follows is said not to be so.
    Deny,
    /// "rejected": as `Deny` where the object is something claimed, otherwise no statement.
    Reject,
}

/// Which form of a verb it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "say"; also the infinitive.
    Base,
    /// "says".
    Third,
    /// "said"; also the past participle.
    Past,
    /// "saying".
    Continuous,
}

/// A form of a verb of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue {
    pub manner: Manner,
    pub form: Form,
    /// A word that must follow ("pointed out", "ruled out"); empty where none must.
    pub particle: &'static str,
}

/// The verb of saying that a word, in lower case, may be a form of.
pub(super) fn cue(word: &str) -> Option<Cue> {
    TABLE.get(word).copied()
}

static TABLE: LazyLock<BTreeMap<&'static str, Cue>> = LazyLock::new(|| {
    let mut table = BTreeMap::new();
    for (manner, particle, verbs) in VERBS {
        for verb in verbs.split(',') {
            let forms = [Form::Base, Form::Third, Form::Past, Form::Continuous];
            for (word, form) in verb.split_whitespace().zip(forms) {
                table.entry(word).or_insert(Cue { manner: *manner, form, particle });
            }
        }
    }
    table
});

/// Each verb by base, third person, past and -ing form. Verbs whose forms are common nouns are `Unsure`.
const VERBS: &[(Manner, &str, &str)] = &[
    (
        Manner::Say,
        "",
        "say says said saying, add adds added adding, write writes wrote writing, \
         declare declares declared declaring, warn warns warned warning, \
         explain explains explained explaining, announce announces announced announcing, \
         insist insists insisted insisting, argue argues argued arguing, admit admits admitted admitting, \
         stress stresses stressed stressing, observe observes observed observing, \
         reply replies replied replying, respond responds responded responding, \
         recall recalls recalled recalling, conclude concludes concluded concluding, \
         continue continues continued continuing, complain complains complained complaining, \
         predict predicts predicted predicting, acknowledge acknowledges acknowledged acknowledging, \
         affirm affirms affirmed affirming, reaffirm reaffirms reaffirmed reaffirming, \
         allege alleges alleged alleging, assert asserts asserted asserting, \
         caution cautions cautioned cautioning, concede concedes conceded conceding, \
         confess confesses confessed confessing, contend contends contended contending, \
         emphasise emphasises emphasised emphasising, emphasize emphasizes emphasized emphasizing, \
         exclaim exclaims exclaimed exclaiming, lament laments lamented lamenting, \
         maintain maintains maintained maintaining, mention mentions mentioned mentioning, \
         mutter mutters muttered muttering, proclaim proclaims proclaimed proclaiming, \
         quip quips quipped quipping, recount recounts recounted recounting, \
         reiterate reiterates reiterated reiterating, repeat repeats repeated repeating, \
         retort retorts retorted retorting, reveal reveals revealed revealing, \
         specify specifies specified specifying, testify testifies testified testifying, \
         underline underlines underlined underlining, underscore underscores underscored underscoring, \
         urge urges urged urging, vow vows vowed vowing, whisper whispers whispered whispering, \
         yell yells yelled yelling, boast boasts boasted boasting, brag brags bragged bragging, \
         confirm confirms confirmed confirming, disclose discloses disclosed disclosing, \
         elaborate elaborates elaborated elaborating, indicate indicates indicated indicating, \
         opine opines opined opining, suggest suggests suggested suggesting, \
         interject interjects interjected interjecting, counter counters countered countering, \
         estimate estimates estimated estimating, exhort exhorts exhorted exhorting, \
         joke jokes joked joking, muse muses mused musing, \
         remark remarks remarked remarking, shout shouts shouted shouting, scream screams screamed screaming, \
         swear swears swore swearing, tweet tweets tweeted tweeting, retweet retweets retweeted retweeting, \
         clarify clarifies clarified clarifying, fume fumes fumed fuming, \
         hint hints hinted hinting, intone intones intoned intoning, \
         plead pleads pleaded pleading, \
         read reads read reading, advise advises advised advising, \
         threaten threatens threatened threatening, thunder thunders thundered thundering",
    ),
    (
        Manner::Unsure,
        "",
        "claim claims claimed claiming, note notes noted noting, report reports reported reporting, \
         state states stated stating, comment comments commented commenting, \
         promise promises promised promising, pledge pledges pledged pledging, \
         demand demands demanded demanding, post posts posted posting, cry cries cried crying, \
         order orders ordered ordering, answer answers answered answering, \
         protest protests protested protesting, charge charges charged charging, \
         agree agrees agreed agreeing, echo echoes echoed echoing, voice voices voiced voicing, \
         express expresses expressed expressing",
    ),
    (Manner::Say, "out", "point points pointed pointing"),
    (
        Manner::Tell,
        "",
        "tell tells told telling, inform informs informed informing, remind reminds reminded reminding, \
         assure assures assured assuring, notify notifies notified notifying, reassure reassures reassured \
         reassuring",
    ),
    (
        Manner::Ask,
        "",
        "ask asks asked asking, wonder wonders wondered wondering, inquire inquires inquired \
         inquiring, enquire enquires enquired enquiring",
    ),
    (
        Manner::Name,
        "",
        "call calls called calling, describe describes described describing, \
         brand brands branded branding, label labels labelled labelling, dub dubs dubbed dubbing, \
         term terms termed terming, denounce denounces denounced denouncing, \
         condemn condemns condemned condemning, slam slams slammed slamming, \
         blast blasts blasted blasting, criticise criticises criticised criticising, \
         criticize criticizes criticized criticizing, hail hails hailed hailing, \
         praise praises praised praising, decry decries decried decrying, deem deems deemed deeming, \
         deplore deplores deplored deploring, characterise characterises characterised characterising, \
         characterize characterizes characterized characterizing, portray portrays portrayed portraying, \
         pronounce pronounces pronounced pronouncing, deride derides derided deriding, \
         accuse accuses accused accusing",
    ),
    (Manner::Quote, "", "quote quotes quoted quoting, cite cites cited citing"),
    (Manner::Deny, "", "deny denies denied denying"),
    (
        Manner::Reject,
        "",
        "reject rejects rejected rejecting, dismiss dismisses dismissed dismissing, \
         refute refutes refuted refuting, rebut rebuts rebutted rebutting, \
         dispute disputes disputed disputing, repudiate repudiates repudiated repudiating, \
         debunk debunks debunked debunking, disavow disavows disavowed disavowing",
    ),
    (Manner::Reject, "out", "rule rules ruled ruling"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_four_forms_of_a_verb_are_known() {
        let forms: Vec<_> = ["say", "says", "said", "saying"]
            .iter()
            .filter_map(|word| cue(word))
            .map(|cue| cue.form)
            .collect();
        assert_eq!(forms, [Form::Base, Form::Third, Form::Past, Form::Continuous]);
        assert_eq!(cue("undeniable"), None);
        assert_eq!(cue("denied").map(|cue| cue.manner), Some(Manner::Deny));
    }

    #[test]
    fn every_verb_is_given_in_four_forms() {
        for (_, _, verbs) in VERBS {
            for verb in verbs.split(',') {
                assert_eq!(verb.split_whitespace().count(), 4, "{verb}");
            }
        }
    }

    #[test]
    fn ruled_and_pointed_need_their_particle() {
        assert_eq!(cue("ruled").map(|cue| cue.particle), Some("out"));
        assert_eq!(cue("pointed").map(|cue| cue.particle), Some("out"));
    }
}
