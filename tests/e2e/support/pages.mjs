// Every page behind sign-in, for tests of what all pages have in common.

/** Names of the pages, as in what `furnish` gives. */
export const PAGES = [
  "dashboard",
  "administrators",
  "newAdministrator",
  "administrator",
  "users",
  "newUser",
  "user",
  "sites",
  "newSite",
  "site",
  "roles",
  "newRole",
  "role",
  "organization",
  "profile",
  "notFound",
];

/** Puts something on every page; gives the address of each within the organization. */
export async function furnish(organization) {
  const site = await organization.addSite("North");
  await organization.addSite("South");
  const details = { name: "Help desk", description: "Answers users", permissions: ["users:view", "users:update"] };
  const role = await organization.call("POST", "/roles", { details });
  const user = await organization.addUser("Uma Field", { site });
  const administrator = await organization.appoint("Ada Moor", { roles: ["users", "Help desk"], sites: [site] });
  return {
    dashboard: "",
    administrators: "/administrators",
    newAdministrator: "/administrators/new",
    administrator: `/administrators/${administrator.id}`,
    users: "/users",
    newUser: "/users/new",
    user: `/users/${user.id}`,
    sites: "/sites",
    newSite: "/sites/new",
    site: `/sites/${site}`,
    roles: "/roles",
    newRole: "/roles/new",
    role: `/roles/${role.id}`,
    organization: "/organization",
    profile: "/profile",
    notFound: "/nowhere",
  };
}
