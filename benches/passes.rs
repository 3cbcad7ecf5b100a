//! What opening a whole bundle costs, in passes over its text: the figure with a ceiling, for
//! `.ci/run`.
//!
//!     cargo bench --profile release --bench passes            judge
//!     cargo bench --profile release --bench passes -- make N  print N articles
//!     cargo bench --profile release --bench passes -- whole FILE, or pass FILE: one run
//!
//! Both runs are counted in instructions, on one core, by the processor's counter (`perf`), else
//! by `valgrind`; where neither is there, in processor time, with a wider ceiling. Instructions
//! agree to a thousandth from run to run, whatever else the machine does. The pass waits for memory
//! more than the rest does, so the ratio is higher in instructions than in time.

#[path = "speed/made.rs"]
mod made;
#[path = "speed/pass.rs"]
mod pass;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::Instant,
};

use variorum::{bundle, stories};

/// Articles of the run that is counted, and of the one that is timed.
const COUNTED: usize = 500;
const TIMED: usize = 4000;
/// Passes that opening may cost.
const INSTRUCTIONS: f64 = 7.0;
const TIME: f64 = 10.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|it| it != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["make", many] => print!("{}", made::articles(many.parse().unwrap_or(COUNTED))),
        ["pass", file] => println!(
            "{:?}",
            pass::pass(&fs::read_to_string(file).unwrap_or_default())
        ),
        ["whole", file] => println!("{}", whole(&PathBuf::from(file))),
        _ => return judge(),
    }
    ExitCode::SUCCESS
}

/// Load, clean, cut into sentences, group; gives the number of stories.
fn whole(file: &Path) -> usize {
    let loaded = bundle::load(&[file.to_path_buf()]).expect("articles");
    stories::group(&loaded.articles).len()
}

fn judge() -> ExitCode {
    let folder = env::temp_dir().join(format!("variorum-passes-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the articles");
    let file = folder.join("made.jsonl");
    fs::write(&file, made::articles(COUNTED)).expect("room for the articles");
    let counted = [perf, valgrind]
        .into_iter()
        .find_map(|count| Some((count("whole", &file)?, count("pass", &file)?)));
    let (what, ratio, ceiling) = match counted {
        Some((whole, pass)) => ("instructions", whole / pass, INSTRUCTIONS),
        None => {
            fs::write(&file, made::articles(TIMED)).expect("room for the articles");
            (
                "time, for want of perf and valgrind",
                timed("whole", &file) / timed("pass", &file),
                TIME,
            )
        }
    };
    let _ = fs::remove_dir_all(&folder);
    println!("opening a bundle: {ratio:.2} passes of {what}, ceiling {ceiling:.1}");
    ExitCode::from(u8::from(ceiling < ratio))
}

fn perf(mode: &str, file: &Path) -> Option<f64> {
    let mut command = Command::new("perf");
    command.args(["stat", "-x", ",", "-e", "instructions:u"]);
    let told = run(command, mode, file)?;
    let line = told.lines().find(|it| it.contains("instructions"))?;
    line.split(',').next()?.parse().ok()
}

fn valgrind(mode: &str, file: &Path) -> Option<f64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    let told = run(command, mode, file)?;
    let line = told.lines().find(|it| it.contains("Collected"))?;
    line.rsplit(' ').next()?.parse().ok()
}

/// Runs this program under another one; what that one told.
fn run(mut command: Command, mode: &str, file: &Path) -> Option<String> {
    let out = command
        .arg(env::current_exe().ok()?)
        .arg(mode)
        .arg(file)
        .output()
        .ok()?;
    out.status
        .success()
        .then(|| String::from_utf8_lossy(&out.stderr).into_owned())
}

/// Seconds of the fastest of some runs.
fn timed(mode: &str, file: &Path) -> f64 {
    let once = || {
        let start = Instant::now();
        run(Command::new("env"), mode, file);
        start.elapsed().as_secs_f64()
    };
    (0..7).map(|_| once()).fold(f64::INFINITY, f64::min)
}
