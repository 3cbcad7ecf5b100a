//! The `[keys.…]` tables: the user's bindings over those of the example.

use toml::de::DeTable;

use crate::{
    config::read::{Faults, Reader, meant},
    input::{
        command::{COMMANDS, Command, SCOPES, Scope},
        keymap::{Binding, Keymap, parse_keys},
    },
};

/// What one file binds.
#[derive(Default)]
struct Bound {
    bindings: Vec<Binding>,
    /// The commands it names, those with an empty list too.
    named: Vec<Command>,
}

/// The keymap in force; faults of the user's file are added.
pub fn keymap(example: &Reader, own: &Reader, faults: &mut Faults) -> Keymap {
    let defaults = bound(example, &mut Faults::default());
    let user = bound(own, faults);
    let (keymap, hidden) = Keymap::new(defaults.bindings, user.bindings, &user.named);
    let keys = own.table("").and_then(|it| it.get_key_value("keys"));
    let line = keys.map_or(1, |(key, _)| own.line(key.span().start));
    for what in hidden {
        faults.add(line, format!("keys: {what}"));
    }
    keymap
}

fn bound(from: &Reader, faults: &mut Faults) -> Bound {
    let mut bound = Bound::default();
    let Some(tables) = from.table("keys") else {
        return bound;
    };
    for (key, value) in tables {
        let name = key.get_ref().as_ref();
        let line = from.line(key.span().start);
        let scope = SCOPES.iter().find(|it| it.name == name);
        match (scope, value.get_ref().as_table()) {
            (Some(info), Some(table)) => of_scope(info.scope, table, from, &mut bound, faults),
            (Some(_), None) => faults.add(line, format!("keys.{name}: a table is wanted")),
            (None, _) => {
                let meant = meant(name, SCOPES.iter().map(|it| it.name));
                faults.add(line, format!("there is no screen `keys.{name}`{meant}"));
            }
        }
    }
    bound
}

fn of_scope(scope: Scope, table: &DeTable, from: &Reader, bound: &mut Bound, faults: &mut Faults) {
    let commands = || COMMANDS.iter().filter(|it| it.scope == scope);
    for (key, value) in table {
        let line = from.line(key.span().start);
        let name = key.get_ref().as_ref();
        let Some(info) = commands().find(|it| it.name == name) else {
            let meant = meant(name, commands().map(|it| it.name));
            faults.add(line, format!("there is no command `{name}` here{meant}"));
            continue;
        };
        bound.named.push(info.command);
        let one = value.get_ref().as_str().map(|it| vec![it]);
        let list = value.get_ref().as_array().map(|list| {
            let texts = list.iter().filter_map(|it| it.get_ref().as_str());
            texts.collect::<Vec<_>>()
        });
        let Some(spellings) = one.or(list) else {
            faults.add(line, format!("{name}: a list of keys is wanted"));
            continue;
        };
        for spelling in spellings {
            match parse_keys(spelling) {
                Ok(keys)
                    if scope == Scope::Editor && keys.iter().any(|it| it.typed().is_some()) =>
                {
                    let what =
                        format!("{name}: {spelling:?} is typed into the note; hold ctrl or alt");
                    faults.add(line, what);
                }
                Ok(keys) => bound.bindings.push(Binding {
                    scope,
                    keys,
                    command: info.command,
                }),
                Err(part) => faults.add(line, format!("{name}: {part:?} is no key")),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        config::settings::Settings,
        input::command::{COMMANDS, Command},
    };

    #[test]
    fn the_example_binds_every_command_and_hides_none() {
        let keymap = Settings::defaults().keymap;
        for info in COMMANDS {
            assert!(
                !keymap.keys_of(info.command).is_empty(),
                "{} has no key",
                info.name
            );
        }
        // As the user's own file, the example would have its hidden keys named.
        let (_, faults) = Settings::read(crate::config::settings::EXAMPLE);
        assert_eq!(faults, Vec::<String>::new());
    }

    #[track_caller]
    fn check(text: &str, command: Command, keys: &[&str], faults: &[&str]) {
        let (settings, found) = Settings::read(text);
        assert_eq!(settings.keymap.keys_of(command), keys);
        assert_eq!(found, faults);
    }

    #[test]
    fn keys_are_replaced_and_unbound() {
        let rebound = "[keys.compare]\nwhy = [\"ctrl-w\", \"f2\"]";
        check(rebound, Command::Why, &["ctrl-w", "f2"], &[]);
        check("[keys.compare]\nwhy = []", Command::Why, &[], &[]);
    }

    #[test]
    fn what_is_typed_into_a_note_does_nothing_else() {
        check(
            "[keys.editor]\nsave = [\"a\", \"ctrl-t\"]",
            Command::SaveNote,
            &["ctrl-t"],
            &["line 2: save: \"a\" is typed into the note; hold ctrl or alt"],
        );
    }

    #[test]
    fn faults_name_what_was_meant() {
        check(
            "[keys.compare]\nwyh = [\"x\"]\nselect = [\"hyper-x\"]\n[keys.panes]\n",
            Command::Select,
            &[],
            &[
                "line 2: there is no command `wyh` here; did you mean `why`?",
                "line 3: select: \"hyper-x\" is no key",
                "line 4: there is no screen `keys.panes`",
            ],
        );
    }
}
