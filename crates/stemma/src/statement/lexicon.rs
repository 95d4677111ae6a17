//! Closed word classes and the nouns of sources: what a word may be, without a tagger.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A set of word classes; each constant of this file is one of them.
pub(super) type Classes = u32;

/// "the" and demonstratives: what follows was named before, or is known to all.
pub(super) const DEFINITE: Classes = 1;
/// "a", numbers and quantities: what follows stands for itself.
pub(super) const INDEFINITE: Classes = 1 << 1;
/// "his", "their".
pub(super) const POSSESSIVE: Classes = 1 << 2;
/// Words that stand for a name given elsewhere.
pub(super) const PRONOUN: Classes = 1 << 3;
/// Prepositions.
pub(super) const PREPOSITION: Classes = 1 << 4;
/// Words that open or join clauses, without "and" and "or".
pub(super) const CLAUSE_OPENER: Classes = 1 << 5;
/// "and", "or".
pub(super) const JOINER: Classes = 1 << 6;
/// Forms of be, have, do and the modal verbs.
pub(super) const AUXILIARY: Classes = 1 << 7;
/// Adverbs that stand between subject and verb or open a sentence.
pub(super) const ADVERB: Classes = 1 << 8;
/// Days, months and words that tell when.
pub(super) const TIME: Classes = 1 << 9;
/// Forms of address and ranks, which stay with a name.
pub(super) const TITLE: Classes = 1 << 10;
/// Nouns for what somebody is.
pub(super) const ROLE: Classes = 1 << 11;
/// Plurals that speak without being named.
pub(super) const GROUP: Classes = 1 << 12;
/// Bodies that are known without a further word ("the army").
pub(super) const INSTITUTION: Classes = 1 << 13;
/// Nouns for bodies, which need a further word to be known ("the health ministry").
pub(super) const BODY: Classes = 1 << 14;
/// Things that say something without being somebody.
pub(super) const DOCUMENT: Classes = 1 << 15;
/// Relatives and friends, who are described by somebody else's name.
pub(super) const KIN: Classes = 1 << 16;
/// Small words inside names.
pub(super) const PARTICLE: Classes = 1 << 17;
/// What is refused rather than denied ("denied entry").
pub(super) const REFUSABLE: Classes = 1 << 18;
/// What is said to be so, and may be denied ("claims").
pub(super) const CLAIM: Classes = 1 << 19;
/// Occasions and means of speaking ("interview").
pub(super) const OCCASION: Classes = 1 << 20;
/// What ministries are for ("health").
pub(super) const PORTFOLIO: Classes = 1 << 21;
/// "not" and its kin.
pub(super) const NEGATION: Classes = 1 << 22;
/// Personal pronouns in the form that a subject has.
pub(super) const SUBJECT_PRONOUN: Classes = 1 << 23;
/// Envoys and their like, who are sent "to" somebody.
pub(super) const ENVOY: Classes = 1 << 24;
/// Who refuses by office ("denied by the court").
pub(super) const DECIDER: Classes = 1 << 25;
/// Words before a quotation that give a name or title, not speech.
pub(super) const NAMING: Classes = 1 << 26;
/// Forms of be.
pub(super) const BE: Classes = 1 << 27;
/// "who", "which".
pub(super) const RELATIVE: Classes = 1 << 28;

/// The classes of a word, given in lower case with straight apostrophes; 0 where it is in none.
pub(super) fn classes(word: &str) -> Classes {
    if let Some(found) = TABLE.get(word) {
        return *found;
    }
    if word.ends_with("n't") {
        return AUXILIARY | NEGATION;
    }
    0
}

/// Whether a noun stands for something that says something without being somebody.
pub(super) fn is_document(lemma: &str) -> bool {
    classes(lemma) & DOCUMENT != 0
}

/// Whether a word names a day or tells when.
pub(super) fn is_time(lemma: &str) -> bool {
    classes(lemma) & TIME != 0
}

/// Whether a word is a title or rank that stays with a name, or a role before it.
pub(crate) fn is_title(word: &str) -> bool {
    classes(&word.trim_end_matches('.').to_lowercase()) & (TITLE | ROLE) != 0
}

static TABLE: LazyLock<BTreeMap<&'static str, Classes>> = LazyLock::new(|| {
    let mut table = BTreeMap::new();
    for (class, words) in LISTS {
        for word in words.split_whitespace() {
            *table.entry(word).or_insert(0) |= *class;
        }
    }
    table
});

const LISTS: &[(Classes, &str)] = &[
    (DEFINITE, "the this that these those"),
    (
        INDEFINITE,
        "a an one another some any several many few most two three four five six seven eight nine ten \
         eleven twelve dozens scores hundreds thousands multiple numerous various every each",
    ),
    (POSSESSIVE, "his her its their our my your whose"),
    (
        PRONOUN,
        "he she they it we i you him them us me who which that this these those one ones other others \
         another some many most both all few several none neither either each everybody everyone nobody \
         somebody someone anybody anyone noone himself herself themselves itself much more \
         what whoever two three",
    ),
    (SUBJECT_PRONOUN, "he she they it we i you"),
    (RELATIVE, "who which whom"),
    (
        PREPOSITION,
        "of for to at in on from with by about after before during over under against between among \
         amongst through throughout into onto near since until till within without via despite per amid \
         amidst like as than behind beyond outside inside across along alongside around upon toward \
         towards following including regarding concerning beside besides except off out up down versus \
         citing",
    ),
    (
        CLAUSE_OPENER,
        "but nor so yet while whilst whereas because if when where although though since unless whether \
         until after before as once that why how lest",
    ),
    (JOINER, "and or &"),
    (
        AUXILIARY,
        "is are was were be been being am 's has have had having do does did doing will would can could \
         may might must shall should cannot ought he's she's it's they're they've he'd she'd they'd \
         he'll she'll they'll i'm i've i'll i'd we're we've we'll we'd you're you've",
    ),
    (BE, "is are was were be been being am"),
    (NEGATION, "not never no cannot nothing nobody none neither nor hardly scarcely"),
    (
        ADVERB,
        "also later earlier then now still again already just only even never not ever once twice soon \
         often always sometimes however meanwhile moreover furthermore nevertheless nonetheless \
         therefore thus instead afterwards afterward thereafter beforehand today yesterday tomorrow \
         tonight there here first finally further too rather quite else perhaps maybe elsewhere \
         previously separately additionally likewise similarly though anyway indeed overall later on \
         back alike together alone simply merely nearby overnight ago \
         repeatedly strongly flatly categorically firmly vehemently publicly privately recently briefly \
         initially originally eventually consistently always angrily quietly calmly bluntly openly \
         reportedly allegedly apparently clearly formally officially immediately quickly promptly \
         subsequently vigorously emphatically staunchly strenuously steadfastly adamantly outright \
         swiftly sharply wrongly falsely wryly jokingly famously explicitly specifically simultaneously",
    ),
    (
        TIME,
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays january february \
         march april may june july august september october november december jan feb mar apr jun jul \
         aug sept sep oct nov dec today yesterday tomorrow tonight morning afternoon evening night noon \
         midnight week weekend month year day hour hours minutes days weeks months years weekday earlier \
         later late early last next ago",
    ),
    (
        TITLE,
        "mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev reverend fr father sister \
         brother bishop archbishop cardinal pope imam sheikh sheik ayatollah rabbi hon king queen prince \
         princess emperor sultan emir president senator sen rep congressman congresswoman governor gov \
         gen general lt lieutenant maj major col colonel capt captain cmdr cdr cmd commander adm admiral \
         brig brigadier sgt sergeant cpl corporal pvt private const constable insp inspector supt \
         superintendent det detective marshal judge justice pres vp snr sr jr pfc spc ssgt msgt comr \
         comm inf amb atty secy spkr st",
    ),
    (
        ROLE,
        "spokesman spokeswoman spokesperson spokespeople official minister premier president chancellor \
         secretary deputy undersecretary envoy ambassador diplomat consul attaché adviser advisor aide \
         counselor counsellor chief head leader chairman chairwoman chairperson chair co-chair vice-chair \
         director executive ceo cfo manager boss founder co-founder owner president-elect mayor governor \
         senator lawmaker legislator congressman congresswoman mp mep pm councillor councilor councilman \
         councilwoman commissioner commander general colonel officer soldier fighter militant rebel \
         insurgent activist campaigner organizer organiser protester protestor demonstrator journalist \
         reporter correspondent editor columnist commentator analyst expert economist historian scientist \
         researcher academic scholar scholar professor lecturer teacher headteacher principal student \
         pupil doctor physician surgeon nurse medic paramedic midwife patient survivor victim witness \
         eyewitness bystander passerby resident villager neighbour neighbor local citizen civilian \
         lawyer attorney solicitor barrister prosecutor judge magistrate coroner sheriff policeman \
         policewoman detective investigator inspector constable sergeant superintendent marshal \
         firefighter fireman rescuer worker volunteer farmer fisherman shopkeeper trader businessman \
         businesswoman banker engineer architect driver pilot captain sailor miner mechanic baker butcher \
         coach player striker goalkeeper midfielder defender captain skipper athlete author writer poet \
         novelist actor actress singer musician director producer artist designer king queen prince \
         princess priest pastor bishop archbishop cardinal imam cleric rabbi monk nun pope source insider \
         informant negotiator mediator representative delegate candidate nominee contender incumbent \
         treasurer auditor regulator ombudsman administrator coordinator superintendent supervisor \
         monitor member partner speaker whip veteran refugee migrant prisoner detainee hostage suspect \
         defendant plaintiff complainant woman man girl boy child mother father parent teenager \
         student-leader vice-president foreigner tourist guest customer client patient passenger \
         secretary-general attorney-general counsel governor-general envoy watchdog",
    ),
    (
        ENVOY,
        "envoy ambassador adviser advisor aide representative secretary consul delegate counsel close \
         according",
    ),
    (
        GROUP,
        "officials police authorities residents witnesses eyewitnesses villagers locals activists \
         protesters demonstrators campaigners experts analysts scientists researchers economists \
         doctors medics nurses paramedics rescuers firefighters teachers students parents lawyers \
         prosecutors investigators detectives officers soldiers troops commanders fighters rebels \
         militants insurgents separatists diplomats lawmakers legislators politicians ministers leaders \
         sources insiders aides advisers advisors neighbours neighbors survivors relatives families \
         friends colleagues critics opponents supporters allies observers monitors historians \
         journalists reporters people women men workers farmers fishermen traders businessmen refugees \
         migrants volunteers engineers executives managers organizers organisers spokesmen spokespeople \
         representatives members delegates negotiators mediators governments ministries agencies \
         unions companies banks airlines hospitals media newspapers clerics priests bishops \
         judges jurors guards drivers passengers pilots players fans coaches voters citizens civilians \
         prisoners detainees hostages veterans academics commentators executives shareholders investors \
         regulators republicans democrats conservatives liberals socialists communists \
         forecasters meteorologists geologists seismologists epidemiologists astronomers \
         spokeswomen intelligence militias tribesmen elders",
    ),
    (
        INSTITUTION,
        "police army military navy gendarmerie government authorities opposition regime kremlin pentagon \
         junta coastguard militia intelligence monarchy presidency rebels insurgents prosecution defence \
         defense vatican coalition",
    ),
    (
        BODY,
        "ministry agency department office bureau council committee commission court tribunal parliament \
         assembly senate congress cabinet party union association federation organisation organization \
         group company firm corporation corp bank airline airport hospital clinic university college \
         school institute institution academy laboratory centre center foundation charity trust church \
         mosque diocese synod newspaper magazine paper journal broadcaster channel station network radio \
         television tv wire outlet website command headquarters staff brigade division force forces \
         service services guard guards corps army navy police military government observatory survey \
         monitor watchdog league club team board panel authority administration secretariat embassy \
         consulate mission delegation coalition alliance front movement brotherhood front campaign \
         society chamber exchange fund mint treasury municipality city council town county state \
         province republic kingdom institute inc ltd plc llc co times post herald tribune gazette \
         guardian telegraph chronicle news press house directorate inspectorate registry ombudsman \
         militia prosecutor's governorate prefecture crescent cross nations watch international \
         headquarters operator retailer maker manufacturer start-up startup think-tank tank lab \
         studio label publisher",
    ),
    (
        DOCUMENT,
        "statement statements report reports document documents letter letters memo note notes filing \
         filings file files indictment complaint lawsuit affidavit petition ruling verdict judgment \
         judgement order study survey paper poll article editorial story post tweet message messages \
         email emails e-mail e-mails website webpage video audio recording transcript press-release \
         release bulletin communique communiqué declaration resolution draft agreement treaty law bill \
         act constitution book diary text sign banner placard poster leaflet notice headline caption \
         inscription plaque evidence data figures statistics results findings census forecast record \
         records account accounts review image images photo photos photograph photographs picture pictures imagery \
         research analysis log logs test tests autopsy map maps estimate estimates poll polls surveys studies audit testimony footage broadcast leak cable cables rumours rumors \
         allegations claims accusations",
    ),
    (
        KIN,
        "wife wives husband father mother brother sister son daughter uncle aunt cousin grandfather \
         grandmother nephew niece parents parent family relatives relative friend friends neighbour \
         neighbor girlfriend boyfriend fiancé fiancée partner widow widower colleague colleagues lawyer \
         lawyers attorney solicitor spokesman spokeswoman spokesperson aide aides successor predecessor \
         rival opponent ally allies supporter supporters son-in-law father-in-law brother-in-law \
         deputy boss spouse spouses stepfather stepmother critics",
    ),
    (
        PARTICLE,
        "al el bin bint ibn abu umm ben ould de del della di da dos das du la le van von der den ter ten \
         zu af av y e i un al- o' san santa saint st",
    ),
    (
        REFUSABLE,
        "access entry visa visas bail parole asylum admission admittance permission leave permit permits \
         license licence licenses licences care treatment medicine medication food water aid shelter \
         help assistance service services benefits coverage credit loan loans mortgage citizenship \
         residency residence refuge passage boarding landing transit custody visitation contact \
         communication representation counsel trial hearing appeal appeals motion motions petition \
         petitions request requests application applications clemency mercy pardon promotion tenure \
         education schooling housing employment work jobs job pay payment compensation damages justice \
         rights right freedom liberty opportunity chance chances vote ballot victory win title medal \
         goal penalty equaliser equalizer hat-trick place spot sleep rest privileges membership \
         accreditation funding funds grant injunction offer offers plea pleas bid bids witness witnesses relief stay extension exemption waiver waivers \
         visitors burial voice recognition",
    ),
    (
        CLAIM,
        "claim claims report reports allegation allegations accusation accusations charge charges \
         suggestion suggestions speculation rumour rumours rumor rumors notion notions idea ideas \
         assertion assertions criticism criticisms complaint complaints story stories account accounts \
         version narrative theory theories link links insinuation insinuations implication argument \
         arguments assumption perception characterisation characterization contention comparison \
         possibility involvement responsibility wrongdoing knowledge guilt blame collusion complicity \
         conspiracy existence assessment findings conclusion conclusions talk statement statements \
         comments remarks concerns fears reporting coverage allegiance liability misconduct fact facts",
    ),
    (
        OCCASION,
        "statement interview interviews conference briefing press phone telephone speech address post \
         tweet tweets video message letter email e-mail release communique communiqué comments remarks \
         court testimony hearing meeting talks visit rally ceremony broadcast televised television radio \
         twitter facebook telegram report article memo website op-ed editorial sermon filing affidavit \
         note book diary comment response reply reference line",
    ),
    (
        PORTFOLIO,
        "foreign interior defence defense health finance justice education transport energy oil \
         information culture agriculture environment tourism labour labor trade economy state home \
         treasury intelligence prosecutor's prosecutors police security election electoral \
         meteorological geological football water power electricity central supreme constitutional \
         appeals federal national prime fire coast air red navy army military war relief",
    ),
    (
        DECIDER,
        "court judge judges tribunal magistrate panel board committee consulate embassy bank insurer \
         insurers officer officers university airline landlord referee umpire jury goalkeeper keeper \
         post crossbar consul commission",
    ),
    (
        NAMING,
        "so-called called named titled entitled dubbed nicknamed known headlined labelled labeled \
         branded codenamed code-named film movie book novel song album single show series play musical \
         opera poem painting magazine game hit documentary sitcom drama thriller memoir essay ballad \
         anthem slogan motto word words term phrase nickname hashtag acronym alias",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_of_several_classes() {
        assert_ne!(classes("that") & DEFINITE, 0);
        assert_ne!(classes("that") & CLAUSE_OPENER, 0);
        assert_ne!(classes("spokesman") & ROLE, 0);
        assert_eq!(classes("spokesman") & GROUP, 0);
        assert_ne!(classes("didn't") & NEGATION, 0);
        assert_eq!(classes("tarvo"), 0);
    }

    #[test]
    fn all_words_are_in_lower_case_with_straight_apostrophes() {
        for word in TABLE.keys() {
            assert_eq!(*word, word.to_lowercase());
            assert!(!word.contains('\u{2019}'));
        }
    }
}
