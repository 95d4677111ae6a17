//! `stemma serve FILES...`: the account behind a local web server, for a reader and his programs.

use super::{account_of, own_places, read_whole};
use crate::arguments::CommonArguments;
use crate::console::{Console, say};
use crate::exit::Exit;
use anyhow::Context as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use stemma_desk::{Answering, Desk, Drawn, Guards, InMemory, Port, Token};
use stemma_report::visible;

/// Threads that answer; the account is made by all.
const THREADS: usize = 4;

/// What is served, and where.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stemma serve reports/                 prints an address; open it in a browser
  stemma serve reports/ --port 7700     the same port each time, so that addresses can be kept

It answers this machine only, and only whoever has the token of the printed address.")]
pub struct ServeArguments {
    /// Files, folders or patterns to read
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// The port to wait on; 0 is any that is free
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub port: u16,

    /// The address to wait on. Any other than this machine's own lets others on the network read the account who
    /// come by the token; nothing on the way is encrypted
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub address: IpAddr,

    /// A name beside localhost by which the desk may be called
    #[arg(long, value_name = "NAME")]
    pub host: Vec<String>,
}

/// Reads the files, then answers until somebody ends it.
pub fn run(arguments: &ServeArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let wanted = SocketAddr::new(arguments.address, arguments.port);
    // Before the files are read, which may take long.
    let port = Port::take(wanted).with_context(|| format!("cannot wait on {wanted}"))?;
    let address = port.address().context("cannot learn which port it is")?;
    let own = own_places(common)?;
    let Some(pile) = read_whole(&arguments.files, common, console)? else { return Ok(Exit::Failed) };
    let account = account_of(pile, own.as_ref(), &arguments.files)?;
    let outlines =
        stemma_assets::outlines().context("the outlines that the program brings along are damaged")?;
    let token = Token::new().context("the system has no randomness for a token")?;
    let name = if arguments.address.is_loopback() && address.is_ipv4() {
        "127.0.0.1".to_owned()
    } else {
        shown(address.ip())
    };
    let mut hosts = arguments.host.clone();
    hosts.push(name.clone());
    let way_in = format!("desk: http://{name}:{}/enter?token={}", address.port(), token.reveal());
    let desk = Desk {
        shelf: Box::new(InMemory::of(account)),
        guards: Guards { token, port: address.port(), hosts },
        outlines: Some(outlines),
        files: files(&arguments.files),
        drawn: Drawn::default(),
    };
    if !address.ip().is_loopback() {
        say("warning: others on the network can reach this desk; whoever has the token can read all of it");
    }
    say(&way_in);
    say("end it with Ctrl-C");
    port.serve(std::sync::Arc::new(Answering::of(desk)), THREADS).context("cannot answer any more")?;
    Ok(Exit::Done)
}

fn shown(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

/// The files as they stand on a command line.
fn files(files: &[PathBuf]) -> String {
    let quoted = files.iter().map(|file| {
        let name = visible(&file.display().to_string()).into_owned();
        let is_plain = name.chars().all(|c| c.is_alphanumeric() || "/._-~+,:@".contains(c));
        if is_plain { name } else { format!("'{}'", name.replace('\'', "'\\''")) }
    });
    quoted.collect::<Vec<_>>().join(" ")
}
