//! Who published it: the user's list of outlets, what metadata say, and the domain of the address.

use crate::address;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The columns of a list of outlets; they may stand in any order, and others beside them are not read.
const COLUMNS: [&str; 3] = ["domain", "outlet", "owner"];

/// Which outlet stands behind which domain, and who owns it, as the user knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outlets {
    by_domain: BTreeMap<String, Outlet>,
}

/// An outlet and who owns it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outlet {
    /// Its name; absent where nothing says so.
    pub name: Option<String>,
    /// Its owner; absent where the user's list names none.
    pub owner: Option<String>,
}

/// Why a list of outlets cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OutletsError {
    /// The file cannot be opened.
    #[error("the list of outlets {} cannot be read", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is no table.
    #[error("the list of outlets {} is not a CSV file in UTF-8", path.display())]
    Csv {
        /// The file.
        path: PathBuf,
        /// What is wrong, with the line.
        source: csv::Error,
    },
    /// The first line does not name the columns.
    #[error(
        "line 1 of the list of outlets {} must name the columns domain,outlet,owner; {missing} is missing",
        path.display()
    )]
    Header {
        /// The file.
        path: PathBuf,
        /// The column.
        missing: &'static str,
    },
    /// A line says nothing that can be used.
    #[error("line {line} of the list of outlets {}: {problem}", path.display())]
    Line {
        /// The file.
        path: PathBuf,
        /// Which line, counted from 1.
        line: u64,
        /// What is wrong with it.
        problem: String,
    },
}

/// Reads a list of outlets: a CSV file in UTF-8 whose first line names the columns `domain`, `outlet` and
/// `owner`. The owner may be left empty.
pub fn read_outlets(path: &Path) -> Result<Outlets, OutletsError> {
    let bytes =
        std::fs::read(path).map_err(|source| OutletsError::Open { path: path.to_path_buf(), source })?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes.as_slice());
    let of_csv = |source| OutletsError::Csv { path: path.to_path_buf(), source };
    let columns = columns(reader.headers().map_err(of_csv)?, path)?;
    let mut outlets = Outlets::default();
    for row in reader.records() {
        let row = row.map_err(of_csv)?;
        let line = line_of(&bytes, row.position().map_or(0, csv::Position::byte) as usize);
        let cells = columns.map(|column| row.get(column).unwrap_or_default());
        outlets.add(cells).map_err(|problem| OutletsError::Line {
            path: path.to_path_buf(),
            line,
            problem,
        })?;
    }
    Ok(outlets)
}

/// The line in which a row begins. The reader gives the place before the blank lines that it leaves out.
fn line_of(bytes: &[u8], at: usize) -> u64 {
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let blank = bytes[at..].iter().take_while(|byte| is_end(byte)).count();
    1 + bytes[..at + blank].iter().filter(|byte| **byte == b'\n').count() as u64
}

/// Where the three columns are.
fn columns(header: &csv::StringRecord, path: &Path) -> Result<[usize; 3], OutletsError> {
    let mut found = [0; 3];
    for (place, name) in found.iter_mut().zip(COLUMNS) {
        *place = header
            .iter()
            .position(|column| column == name)
            .ok_or(OutletsError::Header { path: path.to_path_buf(), missing: name })?;
    }
    Ok(found)
}

impl Outlets {
    /// The outlet of a source with its owner. The user's list goes before what metadata call the outlet, and
    /// that goes before the domain that somebody registered. `host` comes from the address of the report, or
    /// from metadata where it has none.
    pub fn of(&self, host: Option<&str>, named: Option<String>) -> Outlet {
        if let Some(listed) = host.and_then(|host| self.listed(host)) {
            return listed.clone();
        }
        let domain = host.and_then(address::registered_domain).map(str::to_owned);
        Outlet { name: named.or(domain), owner: None }
    }

    fn add(&mut self, [domain, outlet, owner]: [&str; 3]) -> Result<(), String> {
        let host =
            address::bare_host(domain).ok_or_else(|| format!("{domain:?} is not a domain (example.org)"))?;
        if outlet.is_empty() {
            return Err(format!("the outlet of {domain} is empty"));
        }
        let owner = (!owner.is_empty()).then(|| owner.to_owned());
        let outlet = Outlet { name: Some(outlet.to_owned()), owner };
        let known = self.by_domain.insert(host, outlet.clone());
        match known.is_none_or(|known| known == outlet) {
            true => Ok(()),
            false => Err(format!("{domain} is listed before, as something else")),
        }
    }

    /// The entry of the host itself, else of the nearest domain above it: a paper may lodge its blogs, or
    /// two papers, under one registered domain.
    fn listed(&self, host: &str) -> Option<&Outlet> {
        let highest = address::registered_domain(host).unwrap_or(host).len();
        let mut at = host;
        loop {
            if let Some(found) = self.by_domain.get(at) {
                return Some(found);
            }
            let (_, above) = at.split_once('.')?;
            if above.len() < highest {
                return None;
            }
            at = above;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "domain,outlet,owner\n\
        dorvath.example,Dorvath Courier,Sild Media\n\
        blogs.dorvath.example,Courier Blogs,\n\
        \"orna.example\",\"Orna, the agency\",State of Orna\n";

    fn read(list: &str) -> Result<Outlets, OutletsError> {
        let dir = tempfile::tempdir().expect("a temporary folder can be made");
        let path = dir.path().join("outlets.csv");
        std::fs::write(&path, list).expect("written");
        read_outlets(&path)
    }

    fn said(list: &str) -> String {
        let error = with_cause(&read(list).expect_err("the list is bad"));
        let (before, after) = error.split_once("list of outlets ").expect("it names the list");
        let behind_path = after.split_once("outlets.csv").expect("it names the file").1;
        format!("{before}{}", behind_path.trim_start_matches([':', ' ']))
    }

    /// An error with what caused it.
    fn with_cause(error: &dyn std::error::Error) -> String {
        let cause = error.source().map(|cause| format!(": {cause}")).unwrap_or_default();
        format!("{error}{cause}")
    }

    fn outlet(list: &str, host: &str) -> (Option<String>, Option<String>) {
        let outlet = read(list).expect("the list is good").of(Some(host), Some("Named".to_owned()));
        (outlet.name, outlet.owner)
    }

    fn pair(name: &str, owner: Option<&str>) -> (Option<String>, Option<String>) {
        (Some(name.to_owned()), owner.map(str::to_owned))
    }

    #[test]
    fn a_listed_domain_gives_the_outlet_and_its_owner() {
        let courier = pair("Dorvath Courier", Some("Sild Media"));
        assert_eq!(outlet(LIST, "dorvath.example"), courier);
        assert_eq!(outlet(LIST, "www.dorvath.example"), courier);
        assert_eq!(outlet(LIST, "orna.example"), pair("Orna, the agency", Some("State of Orna")));
    }

    #[test]
    fn a_listed_host_goes_before_its_domain() {
        assert_eq!(outlet(LIST, "a.blogs.dorvath.example"), pair("Courier Blogs", None));
    }

    #[test]
    fn without_an_entry_metadata_name_the_outlet_and_else_the_domain_does() {
        let none = Outlets::default();
        assert_eq!(outlet(LIST, "www.post.example"), pair("Named", None));
        let by_domain = none.of(Some("www.news.example.co.uk"), None);
        assert_eq!((by_domain.name, by_domain.owner), pair("example.co.uk", None));
        assert_eq!(none.of(None, None), Outlet::default());
        assert_eq!(none.of(Some("192.0.2.7"), None), Outlet::default());
    }

    #[test]
    fn a_public_suffix_in_the_list_is_nobody_s_outlet_but_its_own() {
        assert_eq!(outlet("domain,outlet,owner\nco.uk,All,\n", "example.co.uk"), pair("Named", None));
    }

    #[test]
    fn columns_may_stand_in_any_order_behind_a_byte_order_mark() {
        let list = "\u{feff}owner,notes,outlet,domain\r\nSild Media,x,Courier,DORVATH.example\r\n";
        assert_eq!(outlet(list, "dorvath.example"), pair("Courier", Some("Sild Media")));
    }

    #[test]
    fn what_is_wrong_with_a_list_is_said_with_its_line() {
        assert_eq!(
            said("domain,outlet\na.example,A\n"),
            "line 1 of the must name the columns domain,outlet,owner; owner is missing"
        );
        assert!(said("").ends_with("domain is missing"));
        assert_eq!(
            said("domain,outlet,owner\na.example,A,\nhttps://b.example/,B,\n"),
            "line 3 of the \"https://b.example/\" is not a domain (example.org)"
        );
        assert_eq!(
            said("domain,outlet,owner\n\na.example,,Sild\n"),
            "line 3 of the the outlet of a.example is empty"
        );
        assert_eq!(
            said("domain,outlet,owner\na.example,A,\nA.example,B,\n"),
            "line 3 of the A.example is listed before, as something else"
        );
        assert!(said("domain,outlet,owner\na.example,A\n").contains("line: 2"));
    }

    #[test]
    fn a_list_that_is_not_there_is_said() {
        let error = read_outlets(Path::new("no-such-folder/outlets.csv")).expect_err("it is not there");
        assert_eq!(error.to_string(), "the list of outlets no-such-folder/outlets.csv cannot be read");
    }
}
