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
  "groups",
  "group",
  "groupGrants",
  "grants",
  "sites",
  "newSite",
  "site",
  "roles",
  "newRole",
  "role",
  "organization",
  "audit",
  "explain",
  "features",
  "newFeature",
  "feature",
  "credentials",
  "privileges",
  "notes",
  "orders",
  "profile",
  "notFound",
];

/** Puts something on every page; gives the address of each within the organization. */
export async function furnish(organization) {
  const site = await organization.addSite("North");
  await organization.addSite("South");
  const details = { name: "Help desk", description: "Answers users", permissions: ["users:view", "users:update"] };
  const role = await organization.call("POST", "/roles", { details });
  const label = { en: "Analytics", fr: "Analyses", nl: "Analyse" };
  await organization.call("POST", "/features", { key: "analytics", details: { label, link: "/users" } });
  await organization.call("POST", "/credentials", { name: "Portal" });
  await organization.call("POST", "/notes", { details: { site, text: "The lift is broken.\nUse the stairs." } });
  const order = { kind: "devices", item: "Desk phone", quantity: 12, site, comment: "For the new floor" };
  await organization.call("POST", "/orders", { details: order });
  const user = await organization.addUser("Uma Field", { site });
  const administrator = await organization.appoint("Ada Moor", { roles: ["users", "Help desk"], sites: [site] });
  const group = await organization.addGroup("Operations");
  await organization.addGroup("Desk", { parent: group });
  await organization.join(group, user);
  const until = Date.now() + 86_400_000;
  await organization.give({ group }, "Help desk", { validity: { until }, reason: "Summer" });
  return {
    dashboard: "",
    administrators: "/administrators",
    newAdministrator: "/administrators/new",
    administrator: `/administrators/${administrator.id}`,
    users: "/users",
    newUser: "/users/new",
    user: `/users/${user.id}`,
    groups: `/groups?open=${group}`,
    group: `/groups/${group}`,
    groupGrants: `/groups/${group}?tab=grants`,
    grants: `/administrators/${administrator.id}?tab=grants`,
    sites: "/sites",
    newSite: "/sites/new",
    site: `/sites/${site}`,
    roles: "/roles",
    newRole: "/roles/new",
    role: `/roles/${role.id}`,
    organization: "/organization",
    audit: "/audit",
    explain: `/explain?user=${administrator.id}&permission=users:update&place=${site}`,
    features: "/features",
    newFeature: "/features/new",
    feature: "/features/key/analytics",
    credentials: "/credentials",
    privileges: "/privileges",
    notes: "/notes",
    orders: "/orders",
    profile: "/profile",
    notFound: "/nowhere",
  };
}
