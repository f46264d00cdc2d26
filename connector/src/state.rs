//! What the edge has acknowledged of each user: the other half of every plan.
//!
//! A file of lines of JSON: first whom it is about, then one line for each change, of which the
//! last one counts. So a bulk request's results are appended, and a drop loses at most what was not
//! written whole. Between runs the file is written anew, one line for each user.
//!
//! Whom nobody remembers, nobody disables. So before somebody is added or enabled a line says that
//! he is sent, and as long as nothing is open the file ends with the number of users. If it does not,
//! what the edge has is asked for and added ([`State::merge`]).

use crate::{files, people::Person};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::Path,
    sync::Arc,
};

/// Whose users a state is about: of another one it says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The deployment's address.
    pub address: String,
    /// The organization's short name.
    pub organization: String,
    /// The directory, by its credential.
    pub directory: String,
}

/// What is known of one user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The edge's id.
    pub scim: Box<str>,
    /// User name, given name, family name and address, one after the other: of a hundred thousand
    /// users, four texts each would take twice the room.
    texts: Box<str>,
    /// Whether he may sign in, as far as the directory goes.
    pub active: bool,
    team: Arc<str>,
}

/// Between texts. Nobody who was read has it in a text.
const BETWEEN: char = '\0';

impl Known {
    fn new(
        scim: Box<str>,
        [user_name, given_name, family_name, email]: [&str; 4],
        active: bool,
        team: Arc<str>,
    ) -> Self {
        let texts = format!("{user_name}{BETWEEN}{given_name}{BETWEEN}{family_name}{BETWEEN}{email}");
        Self { scim, texts: texts.into(), active, team }
    }

    /// User name, given name, family name and address.
    fn texts(&self) -> [&str; 4] {
        let mut texts = self.texts.split(BETWEEN);
        [(); 4].map(|()| texts.next().unwrap_or_default())
    }

    /// Whether everything but his status is as this person's.
    pub fn is_described_alike(&self, person: &Person) -> bool {
        self.has_name_of(person) && self.has_email_of(person) && self.has_team_of(person)
    }

    /// Whether user name, given and family name are this person's.
    pub fn has_name_of(&self, person: &Person) -> bool {
        let [user_name, given_name, family_name, _] = self.texts();
        [user_name, given_name, family_name] == [&*person.user_name, &*person.given_name, &*person.family_name]
    }

    /// Whether the address is this person's.
    pub fn has_email_of(&self, person: &Person) -> bool {
        self.texts()[3] == &*person.email
    }

    /// Whether the team is this person's.
    pub fn has_team_of(&self, person: &Person) -> bool {
        self.team == person.team
    }
}

/// A line: id, the edge's id, user name, given name, family name, address, status, team; or an id
/// alone of somebody whom the edge did not find; or whom a request is about to add or enable, and
/// whom the edge has refused; or, when nothing is open, how many users are known.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Known(String, String, String, String, String, String, bool, String),
    Lost((String,)),
    Sent { sent: Vec<Box<str>> },
    Refused { refused: Vec<Box<str>> },
    End { users: usize },
}

/// What the edge has acknowledged.
#[derive(Debug, Default)]
pub struct State {
    known: BTreeMap<Box<str>, Known>,
    teams: BTreeSet<Arc<str>>,
    /// Whom a request was about to add or enable, without an answer so far.
    open: BTreeSet<Box<str>>,
    /// Whom the edge did not find by the id that it had given him: he is out of the token's reach, or nobody
    /// knows where. He is looked up anew.
    lost: BTreeSet<Box<str>>,
    is_partial: bool,
    file: Option<File>,
}

impl State {
    /// Reads a state; nothing if there is none about this directory.
    pub fn read(path: &Path, about: &About) -> io::Result<Option<Self>> {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut lines = BufReader::new(file).split(b'\n');
        let Some(first) = lines.next().transpose()? else {
            return Ok(None);
        };
        if serde_json::from_slice::<About>(&first).ok().as_ref() != Some(about) {
            return Ok(None);
        }
        // Until its end is there.
        let mut state = Self { is_partial: true, ..Self::default() };
        for line in lines {
            // The last one may have been cut off: what it said is asked of the edge again.
            let line = serde_json::from_slice(&line?);
            state.is_partial = !matches!(line, Ok(Line::End { users }) if users == state.known.len());
            let Ok(line) = line else {
                break;
            };
            state.take(line);
        }
        Ok(Some(state))
    }

    /// Whether somebody may be missing: the file was cut off, or the answer to a request was lost.
    pub fn is_partial(&self) -> bool {
        self.is_partial || !self.open.is_empty() || !self.lost.is_empty()
    }

    /// Adds what the edge has. Of whom both know, the description is the one that was acknowledged,
    /// so that what was changed in the console stays; he is active if either says so.
    pub fn merge(&mut self, edge: Self) {
        for (id, known) in edge.known {
            self.lost.remove(&id);
            match self.known.get_mut(&id) {
                Some(own) => {
                    own.active |= known.active;
                    own.scim = known.scim;
                }
                None => {
                    let team = self.team(&known.team);
                    self.known.insert(id, Known { team, ..known });
                }
            }
        }
        self.open.clear();
        self.is_partial = false;
    }

    fn take(&mut self, line: Line) {
        match line {
            Line::End { .. } => {}
            Line::Sent { sent } => self.open.extend(sent),
            Line::Refused { refused } => self.open.retain(|id| !refused.contains(id)),
            Line::Lost((id,)) => {
                self.open.remove(id.as_str());
                self.lost.insert(id.into());
            }
            Line::Known(id, scim, user_name, given_name, family_name, email, active, team) => {
                let team = self.team(&team);
                let texts = [&*user_name, &given_name, &family_name, &email];
                let known = Known::new(scim.into(), texts, active, team);
                self.open.remove(id.as_str());
                self.lost.remove(id.as_str());
                self.known.insert(id.into(), known);
            }
        }
    }

    /// The one copy of a team's id.
    fn team(&mut self, id: &str) -> Arc<str> {
        if let Some(known) = self.teams.get(id) {
            return known.clone();
        }
        let team: Arc<str> = id.into();
        self.teams.insert(team.clone());
        team
    }

    /// Writes everything anew, in one step, readable by its owner alone; changes are appended from
    /// now on.
    pub fn keep_at(&mut self, path: &Path, about: &About) -> io::Result<()> {
        // Windows replaces no file that is open.
        self.file = None;
        files::replace(path, |mut to| {
            serde_json::to_writer(&mut to, about)?;
            to.write_all(b"\n")?;
            self.known.iter().try_for_each(|(id, known)| write_line(&mut to, id, Some(known)))?;
            self.lost.iter().try_for_each(|id| write_line(&mut to, id, None))?;
            self.end(&mut to)
        })?;
        self.file = Some(files::append(path)?);
        Ok(())
    }

    /// How many users are known: without this line somebody may be missing.
    fn end(&self, to: &mut dyn Write) -> io::Result<()> {
        if self.is_partial() {
            return Ok(());
        }
        write(to, &Line::End { users: self.known.len() })
    }

    fn append(&mut self, mut lines: Vec<u8>) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        self.end(&mut lines)?;
        match &mut self.file {
            Some(file) => {
                file.write_all(&lines)?;
                file.sync_data()
            }
            None => Ok(()),
        }
    }

    /// Notes whom a request is about to add or enable, before it goes.
    pub fn send(&mut self, sent: Vec<Box<str>>) -> io::Result<()> {
        let mut line = Vec::new();
        if !sent.is_empty() {
            self.open.extend(sent.iter().cloned());
            write(&mut line, &Line::Sent { sent })?;
        }
        self.append(line)
    }

    /// Notes of whom the edge has refused what was sent.
    pub fn refuse(&mut self, refused: Vec<Box<str>>) -> io::Result<()> {
        let mut line = Vec::new();
        if !refused.is_empty() {
            self.open.retain(|id| !refused.contains(id));
            write(&mut line, &Line::Refused { refused })?;
        }
        self.append(line)
    }

    /// Notes what the edge has acknowledged of these users, and whom it did not find.
    pub fn acknowledge(&mut self, done: Vec<(Person, Box<str>)>, lost: &[&str]) -> io::Result<()> {
        let mut lines = Vec::new();
        for id in lost {
            self.open.remove(*id);
            self.lost.insert((*id).into());
            write_line(&mut lines, id, None)?;
        }
        for (person, scim) in done {
            let Person { id, user_name, given_name, family_name, email, active, team } = person;
            let team = self.team(&team);
            let known = Known::new(scim, [&user_name, &given_name, &family_name, &email], active, team);
            write_line(&mut lines, &id, Some(&known))?;
            self.open.remove(&id);
            self.lost.remove(&id);
            self.known.insert(id, known);
        }
        self.append(lines)
    }

    /// What is known of the user with this id.
    pub fn get(&self, id: &str) -> Option<&Known> {
        self.known.get(id)
    }

    /// Whether the edge did not find this user.
    pub fn is_lost(&self, id: &str) -> bool {
        self.lost.contains(id)
    }

    /// Everybody, by id.
    pub fn people(&self) -> impl Iterator<Item = Person> + '_ {
        self.known.iter().map(|(id, known)| {
            let [user_name, given_name, family_name, email] = known.texts().map(Into::into);
            let (id, active, team) = (id.clone(), known.active, known.team.clone());
            Person { id, user_name, given_name, family_name, email, active, team }
        })
    }

    /// How many users are known.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether nobody is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

fn write_line(to: &mut impl Write, id: &str, known: Option<&Known>) -> io::Result<()> {
    match known {
        None => serde_json::to_writer(&mut *to, &(id,))?,
        Some(known) => {
            let [user_name, given_name, family_name, email] = known.texts();
            let line = (id, &*known.scim, user_name, given_name, family_name, email, known.active, &*known.team);
            serde_json::to_writer(&mut *to, &line)?;
        }
    }
    to.write_all(b"\n")
}

fn write(mut to: &mut dyn Write, line: &Line) -> io::Result<()> {
    serde_json::to_writer(&mut to, line)?;
    to.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::person;
    use std::fs::{self, OpenOptions};

    fn about() -> About {
        About { address: "https://a".into(), organization: "carrier".into(), directory: "1".into() }
    }

    #[test]
    fn what_was_acknowledged_is_there_after_a_drop() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("below/state");
        let mut state = State::default();
        state.keep_at(&path, &about()).unwrap();
        let done = vec![(person("anna"), "1".into()), (person("bart"), "2".into())];
        state.acknowledge(done, &[]).unwrap();
        state.acknowledge(vec![(person("chris"), "3".into())], &[]).unwrap();
        // Cut off in the middle of a line.
        let mut file = OpenOptions::new().append(true).open(&path).unwrap();
        file.write_all(br#"["dora","4","do"#).unwrap();
        let mut again = State::read(&path, &about()).unwrap().unwrap();
        assert_eq!(again.people().collect::<Vec<_>>(), ["anna", "bart", "chris"].map(person));
        assert!(again.is_partial(), "of dora nobody knows");
        again.merge(State::default());
        again.keep_at(&path, &about()).unwrap();
        again.acknowledge(vec![(person("dora"), "4".into())], &[]).unwrap();
        let last = State::read(&path, &about()).unwrap().unwrap();
        assert_eq!((last.len(), &*last.get("dora").unwrap().scim), (4, "4"));
        assert!(!last.is_partial());
    }

    #[test]
    fn whoever_was_sent_is_open_until_there_is_an_answer() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        let read = || State::read(&path, &about()).unwrap().unwrap();
        let mut state = State::default();
        state.keep_at(&path, &about()).unwrap();
        assert!(!read().is_partial(), "of nobody everything is known");
        state.send(vec!["anna".into(), "bart".into()]).unwrap();
        assert!(read().is_partial());
        state.acknowledge(vec![(person("anna"), "1".into())], &[]).unwrap();
        assert!(read().is_partial());
        state.refuse(vec!["bart".into()]).unwrap();
        assert!(!read().is_partial());
    }

    #[test]
    fn whoever_was_not_found_is_remembered_and_looked_up_until_he_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        let read = || State::read(&path, &about()).unwrap().unwrap();
        let mut state = State::default();
        state.keep_at(&path, &about()).unwrap();
        state.acknowledge(vec![(person("anna"), "1".into()), (person("bart"), "2".into())], &[]).unwrap();
        state.acknowledge(Vec::new(), &["anna"]).unwrap();
        let mut again = read();
        assert!(again.is_partial() && again.is_lost("anna") && again.len() == 2);
        // The edge does not name her: she is kept, and asked for again.
        again.merge(State::default());
        again.keep_at(&path, &about()).unwrap();
        let mut again = read();
        assert!(again.is_partial() && again.is_lost("anna") && again.get("anna").unwrap().active);
        let mut edge = State::default();
        edge.acknowledge(vec![(person("anna"), "9".into())], &[]).unwrap();
        again.merge(edge);
        again.keep_at(&path, &about()).unwrap();
        let again = read();
        assert!(!again.is_partial() && !again.is_lost("anna"));
        assert_eq!(&*again.get("anna").unwrap().scim, "9");
    }

    #[test]
    fn a_state_of_which_lines_are_missing_is_partial() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        let mut state = State::default();
        state.acknowledge(["anna", "bart"].map(|name| (person(name), name.into())).into(), &[]).unwrap();
        state.keep_at(&path, &about()).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for missing in 1..lines.len() {
            let kept: Vec<&str> = (0..lines.len()).filter(|at| *at != missing).map(|at| lines[at]).collect();
            fs::write(&path, kept.join("\n") + "\n").unwrap();
            assert!(State::read(&path, &about()).unwrap().unwrap().is_partial(), "line {missing}");
        }
        fs::write(&path, text.replace("\"bart\"", "bart")).unwrap();
        assert!(State::read(&path, &about()).unwrap().unwrap().is_partial());
    }

    #[test]
    fn what_the_edge_has_is_added_and_changes_no_description() {
        let linked = |people: [Person; 2]| {
            let mut state = State::default();
            state.acknowledge(people.map(|person| (person, "9".into())).into(), &[]).unwrap();
            state
        };
        let off = |name| Person { active: false, ..person(name) };
        let mut state = linked([off("anna"), person("bart")]);
        let renamed = |person| Person { family_name: "Janssens".into(), ..person };
        state.merge(linked([renamed(person("anna")), renamed(off("chris"))]));
        let merged: Vec<Person> = state.people().collect();
        assert_eq!(merged, [person("anna"), person("bart"), renamed(off("chris"))]);
    }

    #[test]
    fn a_state_about_another_directory_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        assert!(State::read(&path, &about()).unwrap().is_none());
        State::default().keep_at(&path, &about()).unwrap();
        assert!(State::read(&path, &about()).unwrap().unwrap().is_empty());
        let another = About { directory: "2".into(), ..about() };
        assert!(State::read(&path, &another).unwrap().is_none());
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        State::default().keep_at(&path, &about()).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
