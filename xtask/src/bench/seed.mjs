// Adds so many users to an organization's own database while no server has it open. Through the API each would cost
// an Argon2id, seven minutes for 10,000.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const [folder, slug, count] = process.argv.slice(2);

const SEED = `
  WITH RECURSIVE
    numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1),
    people (id, name, user_name) AS (
      -- 7919 is prime: the order of the names is not the order in which they are added.
      SELECT lower(hex(randomblob(16))), printf('Person %05d Sample', n * 7919 % ?1), printf('person%05d', n) FROM numbers
    )
  INSERT INTO users (id, person, full_name, user_name, email, name_key, user_name_key, email_key, search, status, phc, created_at)
  SELECT id,
    json_object('user_name', user_name, 'email', user_name || '@sample.example', 'given_name', substr(name, 1, 12), 'family_name', 'Sample'),
    name, user_name, user_name || '@sample.example', lower(name), user_name, user_name || '@sample.example',
    lower(name) || ' ' || user_name || ' ' || user_name || '@sample.example', 'active', '', 0
  FROM people`;

for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".sqlite"))) {
  const database = new DatabaseSync(join(folder, file));
  const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'organization'").get();
  if (tables.n === 1 && database.prepare("SELECT slug FROM organization").get()?.slug === slug) {
    database.prepare(SEED).run(Number(count));
    console.log(`seeded ${file}`);
  }
  database.close();
}
