//! `stemma doctor ARCHIVE`: is an archive whole? And where it is not: what can be made again.

use super::add::{options_of, read_stored, shown};
use super::kept::open;
use crate::arguments::CommonArguments;
use crate::clock::now;
use crate::console::{Console, say};
use crate::exit::Exit;
use crate::steps::Steps;
use clap::Args;
use std::path::PathBuf;
use stemma_archive::{Addition, Archive, ArchiveError, Damage, Folder, Line, read_manifest};
use stemma_report::visible;

/// Which archive, and whether it is only looked at.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma doctor desk              looks at every file and every page of the database
  stemma doctor desk --rebuild    makes the database again from the originals; the old one is put aside, not removed")]
pub struct DoctorArguments {
    /// The archive
    pub archive: PathBuf,

    /// Make the database again from the originals
    #[arg(long)]
    pub rebuild: bool,
}

/// Looks at everything and lists what is not as it should be.
pub fn run(arguments: &DoctorArguments, _: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let folder = Folder::open(&arguments.archive)?;
    if arguments.rebuild {
        return rebuild(&folder);
    }
    let progress = Steps::new("files", folder.stored()?.len());
    let mut damage = folder.check_originals(|done| progress.at(done))?;
    match open(&arguments.archive).and_then(|archive| Ok(archive.check_database()?)) {
        Ok(of_database) => damage.extend(of_database),
        Err(error) => match error.downcast_ref::<ArchiveError>() {
            Some(ArchiveError::Damaged { problem, .. }) => damage.push(Damage::Database(problem.clone())),
            _ => return Err(error),
        },
    }
    let lines: String = damage.iter().map(|one| format!("{}\n", told(one))).collect();
    console.write(&lines)?;
    let is_unfinished = |one: &Damage| matches!(one, Damage::Unknown(..) | Damage::NotIn(_));
    if damage.iter().all(is_unfinished) {
        console.write("everything is whole\n")?;
        if !damage.is_empty() {
            say("hint: adding was interrupted; give the same `stemma add` once more");
        }
        return Ok(Exit::Done);
    }
    if damage.iter().any(|one| matches!(one, Damage::Database(_))) {
        say("hint: `stemma doctor --rebuild` makes the database again from the originals");
    }
    Ok(Exit::NotVerified)
}

fn told(damage: &Damage) -> String {
    match damage {
        Damage::Missing(path) => format!("missing: {}, which was added", shown(path)),
        Damage::Changed(path) => {
            format!("changed: {} does not have the bytes that its name says", shown(path))
        }
        Damage::Unknown(_, path) => format!("not added to the end: {}", shown(path)),
        Damage::Database(problem) => format!("database: {}", visible(problem)),
        Damage::Manifest(n) => format!("manifest: {n} lines cannot be read"),
        Damage::NotIn(name) => format!("not added to the end: {}", visible(name)),
    }
}

/// Makes the database again. Findings are made anew by the next run.
fn rebuild(folder: &Folder) -> anyhow::Result<Exit> {
    let damage = folder.check_originals(|_| {})?;
    let (mut lines, _) = read_manifest(folder)?;
    // Without a line there is no name to tell its form by: the hash stands for it.
    lines.extend(damage.iter().filter_map(|one| match one {
        Damage::Unknown(sha256, path) => Some(Line {
            sha256: sha256.to_string(),
            bytes: path.metadata().map_or(0, |file| file.len()),
            name: sha256.to_string(),
            reading: "{}".to_owned(),
            added: String::new(),
        }),
        _ => None,
    }));
    let changed: Vec<&PathBuf> = damage
        .iter()
        .filter_map(|one| match one {
            Damage::Changed(path) | Damage::Missing(path) => Some(path),
            _ => None,
        })
        .collect();
    let (mut archive, aside) = Archive::begin_again(folder)?;
    if let Some(aside) = aside {
        say(&format!("the old database is {} now", shown(&aside)));
    }
    let progress = Steps::new("files", lines.len());
    let mut n_lost = 0;
    for (nth, line) in lines.iter().enumerate() {
        let Ok(sha256) = line.sha256.parse() else { continue };
        if changed.iter().any(|path| **path == folder.original(sha256)) {
            say(&format!("warning: {} is lost: its bytes are not what was added", visible(&line.name)));
            n_lost += 1;
            continue;
        }
        let (name, reading) = (line.name.clone(), line.reading.clone());
        let addition = Addition { sha256, bytes: line.bytes, name, reading };
        let options = options_of(folder, &line.reading)?;
        let added = line.added.is_empty().then(now);
        archive.add(&[read_stored(folder, addition, &options)], added.as_deref())?;
        progress.at(nth + 1);
    }
    archive.close()?;
    say(&format!("{} files read again, {n_lost} lost; `stemma run` finds the rest", lines.len() - n_lost));
    Ok(if n_lost == 0 { Exit::Done } else { Exit::PartlyRead })
}
