//! Where a page of people is looked for, so that it costs the same in a small organization and in
//! a large one: among few candidates if words or places leave few, else in the order of the page,
//! where enough are found soon. Neither reads everybody.

use super::Query;
use crate::{
    keyset::{self, Length},
    params,
    sql::{Reader, SqlError, Value, json},
    text,
};
use shared::{authority::Reach, ids::SiteId, page::COUNTED_MAX};

/// The most candidates that are sorted for a page. With so many among 100,000 people, reading in
/// the page's order finds the same page with about as many reads.
const FEW: u32 = 2_000;
/// The most words of a search that count.
const WORDS_MAX: usize = 5;
/// The most threes of letters that are tried one by one.
const TRIED_MAX: usize = 12;
/// Between what must all be found.
const AND: &str = " AND ";
/// The most letters of a word that narrow the candidates; all of them are compared afterwards.
const LETTERS_MAX: usize = 24;

/// Rows of `users`, with the values of the expression that gives them.
pub(super) struct Source {
    pub(super) table: &'static str,
    pub(super) values: Vec<Value>,
}

/// Those whose words have these letters. Compared as text, not yet as words.
const FOUND: &str = "(SELECT rowid AS found FROM users_search WHERE users_search MATCH ?)
    CROSS JOIN users ON users.rowid = found";
/// Those at these sites, and those in these groups or below.
const REACHED: &str = "(
    SELECT id AS found FROM users WHERE site IN (SELECT value FROM json_each(?)) UNION
    SELECT user FROM group_paths JOIN memberships ON memberships.group_id = group_paths.group_id
    WHERE ancestor IN (SELECT value FROM json_each(?))) CROSS JOIN users ON users.id = found";

impl Source {
    pub(super) const fn everybody() -> Self {
        Self { table: "users", values: Vec::new() }
    }

    fn found(letters: &str) -> Self {
        Self { table: FOUND, values: vec![Value::from(letters)] }
    }

    fn count(&self, reader: Reader<'_>, filter: &str, values: &[Value]) -> Result<u32, SqlError> {
        keyset::count(reader, self.table, filter, &[&self.values, values].concat())
    }

    /// Counts until there are too many to go on.
    fn count_some(&self, reader: Reader<'_>, filter: &str, values: &[Value]) -> Result<Length, SqlError> {
        let rows = format!("(SELECT 1 FROM {} WHERE {filter} LIMIT {})", self.table, COUNTED_MAX + 1);
        let total = keyset::count(reader, &rows, "1", &[&self.values, values].concat())?;
        Ok(Length { total: total.min(COUNTED_MAX), uncounted: total > COUNTED_MAX })
    }
}

/// The words of the search, as they are compared.
pub(super) fn words<'q>(query: &Query<'q>) -> impl Iterator<Item = String> + use<'q> {
    query.q.unwrap_or_default().split_whitespace().take(WORDS_MAX).map(text::plain)
}

/// The candidates, if there are few.
pub(super) fn few(reader: Reader<'_>, query: &Query<'_>) -> Result<Option<Source>, SqlError> {
    if let Some(letters) = rare_letters(reader, query)? {
        return Ok(Some(Source::found(&letters)));
    }
    let places = match (query.administrators, &query.reach, query.site) {
        // Administrators have an index of their own.
        (true, ..) | (false, Reach::Everywhere, None) => return Ok(None),
        (false, Reach::Everywhere, Some(site)) => [json(&[site]), json(&[""; 0])],
        (false, Reach::Within { sites, groups }, _) => [json(sites), json(groups)],
    };
    let most = "SELECT (SELECT coalesce(sum(users), 0) FROM sites WHERE id IN (SELECT value FROM json_each(?)))
        + (SELECT coalesce(sum(members), 0) FROM groups WHERE id IN (
            SELECT group_id FROM group_paths WHERE ancestor IN (SELECT value FROM json_each(?))))";
    let is_few = number(reader, most, &places)? <= FEW;
    Ok(is_few.then(|| Source { table: REACHED, values: places.into() }))
}

/// How many there are that fit, when candidates are many: kept, or counted until there are too many.
pub(super) fn length(
    reader: Reader<'_>,
    query: &Query<'_>,
    filter: &str,
    values: &[Value],
) -> Result<Length, SqlError> {
    if let Some(kept) = kept(reader, query)? {
        return Ok(kept.into());
    }
    let source = letters(query).map_or_else(Source::everybody, |letters| Source::found(&letters));
    source.count_some(reader, filter, values)
}

/// The count that is kept of all whom a caller may see, or of a site's.
fn kept(reader: Reader<'_>, query: &Query<'_>) -> Result<Option<u32>, SqlError> {
    let is_narrowed = query.status.is_some() || query.temporary.is_some() || query.ending.is_some();
    let is_narrowed = is_narrowed || words(query).next().is_some();
    match &query.reach {
        _ if is_narrowed => Ok(None),
        // There are few beside the organization, and an index of them.
        _ if query.administrators => match (&query.reach, query.site) {
            (Reach::Everywhere, None) => number(reader, "SELECT count(*) FROM users WHERE grants > 0", &[]).map(Some),
            _ => Ok(None),
        },
        Reach::Everywhere => match query.site {
            Some(site) => of_sites(reader, &[site]).map(Some),
            None => number(reader, "SELECT users FROM organization", &[]).map(Some),
        },
        Reach::Within { sites, groups } if groups.is_empty() => {
            let asked = sites.iter().filter(|site| query.site.is_none_or(|asked| asked == *site));
            of_sites(reader, &asked.collect::<Vec<_>>()).map(Some)
        }
        Reach::Within { .. } => Ok(None),
    }
}

fn of_sites(reader: Reader<'_>, sites: &[&SiteId]) -> Result<u32, SqlError> {
    let sum = "SELECT coalesce(sum(users), 0) FROM sites WHERE id IN (SELECT value FROM json_each(?))";
    number(reader, sum, &[json(&sites)])
}

/// How many users there are within a reach, at a site if one is given.
pub(crate) fn reached(reader: Reader<'_>, reach: &Reach, site: Option<&SiteId>) -> Result<u32, SqlError> {
    match (reach, site) {
        (Reach::Everywhere, None) => number(reader, "SELECT users FROM organization", &[]),
        (Reach::Everywhere, Some(site)) => of_sites(reader, &[site]),
        (Reach::Within { sites, groups }, _) => {
            let reached = Source { table: REACHED, values: vec![json(sites), json(groups)] };
            match site {
                Some(site) => reached.count(reader, "site = ?", params![site]),
                None => reached.count(reader, "1", &[]),
            }
        }
    }
}

fn number(reader: Reader<'_>, sql: &str, values: &[Value]) -> Result<u32, SqlError> {
    reader.row(sql, values)?.map_or(Ok(0), |row| row.get(0))
}

/// Letters of the words that few people have: some of which each is rare, or all together. Those
/// that many have are left out where they can be, for the index goes through all of them.
fn rare_letters(reader: Reader<'_>, query: &Query<'_>) -> Result<Option<String>, SqlError> {
    let all: Vec<String> = words(query).flat_map(|word| threes(&word)).collect();
    let tried =
        all.iter().take(TRIED_MAX).map(|three| is_rare(reader, three).map(|rare| rare.then_some(three.as_str())));
    let rare: Vec<&str> = tried.filter_map(Result::transpose).collect::<Result<_, _>>()?;
    if !rare.is_empty() {
        return Ok(Some(rare.join(AND)));
    }
    let together = all.join(AND);
    Ok((all.len() > 1 && is_rare(reader, &together)?).then_some(together))
}

fn is_rare(reader: Reader<'_>, letters: &str) -> Result<bool, SqlError> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM users_search WHERE users_search MATCH ? LIMIT ?)";
    Ok(number(reader, sql, params![letters, FEW + 1])? <= FEW)
}

/// What the index is asked for: three letters in a row each, side by side and the last ones.
/// `None` if no word has three.
fn letters(query: &Query<'_>) -> Option<String> {
    let asked: Vec<String> = words(query).flat_map(|word| threes(&word)).collect();
    (!asked.is_empty()).then(|| asked.join(AND))
}

fn threes(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().take(LETTERS_MAX).collect();
    let starts = (0..letters.len().saturating_sub(2)).step_by(3).chain(letters.len().checked_sub(3));
    let mut threes: Vec<&[char]> = starts.filter_map(|at| letters.get(at..at + 3)).collect();
    threes.dedup();
    // The index's language ends at a NUL; nobody's name has one.
    let usable = threes.into_iter().filter(|three| !three.contains(&'\0'));
    usable.map(|three| format!("\"{}\"", three.iter().collect::<String>().replace('"', "\"\""))).collect()
}

#[cfg(test)]
mod tests {
    use super::threes;

    #[test]
    fn a_word_is_asked_for_by_all_its_letters() {
        assert_eq!(threes("peeters"), ["\"pee\"", "\"ter\"", "\"ers\""]);
        assert_eq!(threes("emma"), ["\"emm\"", "\"mma\""]);
        assert_eq!(threes("ann"), ["\"ann\""]);
        assert_eq!(threes("a\"b"), ["\"a\"\"b\""]);
        assert!(threes("an").is_empty() && threes("a\0b").is_empty());
    }
}
