//! Which characters the rules of the tokenizer name: large classes from the model, small ones listed here.

use crate::{ModelError, ModelFile};

/// Sets of classes, one bit each.
pub type Classes = u8;

/// Pictures and symbols: `°`, `©`, emoji.
pub const ICON: Classes = 1;
/// A letter in the sense of the rules: Latin, Cyrillic, Greek and some twenty scripts more, with their marks.
pub const LETTER: Classes = 2;
/// Such a letter, in lower case or of a script that has no cases.
pub const LOWER: Classes = 4;
/// Such a letter, in upper case or of a script that has no cases.
pub const UPPER: Classes = 8;
/// A quotation mark or bracket between which a sentence may end.
pub const QUOTE: Classes = 16;
/// Always split off where a word begins with it.
pub const PREFIX: Classes = 32;
/// Always split off where a word ends with it.
pub const SUFFIX: Classes = 64;
/// A full stop after it ends a sentence, not an abbreviation.
pub const BEFORE_STOP: Classes = 128;

const PUNCTUATION: &str = "…,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪";
const QUOTES: &str = "'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉\u{2329}\u{232a}⟦⟧";
/// Signs of currencies.
pub const CURRENCIES: &str = "$£€¥฿₽﷼₴₠₡₢₣₤₥₦₧₨₩₪₫₭₮₯₰₱₲₳₵₶₷₸₹₺₻₼₾₿";

/// The classes of every character.
#[derive(Debug)]
pub struct Characters {
    /// Which page each 256 code points have.
    page_of: Vec<u16>,
    pages: Vec<[Classes; 256]>,
}

impl Characters {
    /// The classes of a model.
    pub fn from_file(file: &ModelFile) -> Result<Self, ModelError> {
        let mut section = file.section("character classes")?;
        // The first page is that of all code points without classes.
        let mut characters = Self { page_of: vec![0; 0x1100], pages: vec![[0; 256]] };
        for classes in [ICON | PREFIX | SUFFIX, LETTER, LOWER | BEFORE_STOP, UPPER] {
            for (first, last) in section.list(|fields| Ok((fields.number()?, fields.number()?)))? {
                if first > last || last > u32::from(char::MAX) {
                    return Err(section.wrong("a class has a range that is none"));
                }
                (first..=last).for_each(|code| characters.add(code, classes));
            }
        }
        section.end()?;
        characters.add_small();
        Ok(characters)
    }

    /// The classes of a character.
    pub fn of(&self, character: char) -> Classes {
        let code = character as usize;
        self.pages[usize::from(self.page_of[code >> 8])][code & 0xff]
    }

    /// Whether a character has one of some classes.
    pub fn is(&self, character: char, classes: Classes) -> bool {
        self.of(character) & classes != 0
    }

    fn add_small(&mut self) {
        for (list, classes) in [
            (PUNCTUATION, PREFIX | SUFFIX | BEFORE_STOP),
            (QUOTES, PREFIX | SUFFIX | BEFORE_STOP | QUOTE),
            (CURRENCIES, PREFIX),
            ("§%=", PREFIX),
            ("—–", PREFIX | SUFFIX),
            ("0123456789%²-+|", BEFORE_STOP),
        ] {
            list.chars().for_each(|character| self.add(u32::from(character), classes));
        }
    }

    fn add(&mut self, code: u32, classes: Classes) {
        let page = &mut self.page_of[(code >> 8) as usize];
        if *page == 0 {
            *page = self.pages.len() as u16;
            self.pages.push([0; 256]);
        }
        self.pages[usize::from(*page)][(code & 0xff) as usize] |= classes;
    }
}
