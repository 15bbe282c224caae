//! Reads the stubs in `clients/` once, when the program is built: the list of them, with the outline of each as bytes.

use std::{collections::BTreeSet, env, error::Error, fmt::Write as _, fs, path::Path};

#[expect(dead_code, unused_imports, reason = "it is the analyser's own, of which this takes a part")]
#[path = "src/outline/mod.rs"]
mod outline;
#[expect(dead_code, unused_imports, reason = "it is the analyser's own, of which this takes a part")]
#[path = "src/source/mod.rs"]
mod source;

fn main() -> Result<(), Box<dyn Error>> {
    for path in ["build.rs", "clients", "src/outline", "src/source"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("clients");
    let out = env::var("OUT_DIR")?;
    let mut names: Vec<String> = fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<std::io::Result<_>>()?;
    names.retain(|name| name.ends_with(".rs"));
    names.sort();
    let mut list = String::from("&[\n");
    for name in names {
        let path = folder.join(&name);
        let text = fs::read_to_string(&path)?;
        let parsed = outline::parse_stub(source::FileId(0), &text);
        let krate = parsed.client.as_ref().map_or("", |client| client.krate.as_str());
        let roots: BTreeSet<&str> = outline::roots(&text).filter(|word| !word.is_empty()).collect();
        let bytes = Path::new(&out).join(&name).with_extension("bin");
        fs::write(&bytes, postcard::to_allocvec(&parsed)?)?;
        let label = format!("clients/{name}");
        writeln!(list, "Stub {{ path: {label:?}, text: include_str!({path:?}), krate: {krate:?},")?;
        writeln!(list, "roots: &{:?}, outline: include_bytes!({bytes:?}) }},", Vec::from_iter(roots))?;
    }
    list.push(']');
    fs::write(Path::new(&out).join("stubs.rs"), list)?;
    Ok(())
}
