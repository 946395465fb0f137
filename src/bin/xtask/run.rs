//! Other programs: how they are started, and how their failure is told.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fmt, io};

/// Why a command stopped; each is told in one line.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command was called in a way it does not know.
    Usage(String),
    /// A program is not on this machine; `advice` says how to get it.
    Missing { program: String, advice: String },
    /// A program ran, and did not succeed.
    Failed { program: String },
    /// A file or folder could not be read or written.
    File { path: PathBuf, error: io::Error },
    /// A check found something; the line says what.
    Check(String),
}

pub(crate) type Result<T = ()> = std::result::Result<T, Error>;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) | Self::Check(what) => f.write_str(what),
            Self::Missing { program, advice } => write!(f, "`{program}` is not on this machine: {advice}"),
            Self::Failed { program } => write!(f, "`{program}` failed; what it said stands above"),
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
        }
    }
}

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The cargo that runs this command, in the project's folder.
pub(crate) fn cargo<const N: usize>(arguments: [&str; N]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

/// Runs a program that speaks for itself.
pub(crate) fn run(command: &mut Command) -> Result {
    let status = command.stdin(Stdio::null()).status().map_err(|error| not_started(command, error))?;
    if status.success() { Ok(()) } else { Err(Error::Failed { program: name(command) }) }
}

/// Runs a program and returns what it prints; its complaints are passed on.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| not_started(command, error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Error::Failed { program: name(command) })
    }
}

/// Whether a program can be started; `--version` is asked of it.
pub(crate) fn answers(program: impl AsRef<std::ffi::OsStr>) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|it| it.success())
}

/// The search path with these folders before all others.
pub(crate) fn path_with(folders: &[PathBuf]) -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}

/// The program and its first words, to name it in a message.
pub(crate) fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let mut name = program.to_string_lossy().into_owned();
    for word in command.get_args().take(2) {
        name.push(' ');
        name.push_str(&word.to_string_lossy());
    }
    name
}

pub(crate) fn not_started(command: &Command, error: io::Error) -> Error {
    Error::Missing { program: name(command), advice: error.to_string() }
}

/// Puts a path to an error of the file system.
pub(crate) fn at<T>(path: &Path, done: io::Result<T>) -> Result<T> {
    done.map_err(|error| Error::File { path: path.to_path_buf(), error })
}
