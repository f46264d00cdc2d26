// Every page behind sign-in, for tests of what all pages have in common.

/** Names of the pages, as in what `furnish` gives. */
export const PAGES = [
  "dashboard",
  "administrators",
  "newAdministrator",
  "administrator",
  "users",
  "newUser",
  "importUsers",
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
  "accounts",
  "organization",
  "passwordPolicy",
  "audit",
  "reports",
  "reportOfSignIns",
  "analytics",
  "explain",
  "features",
  "newFeature",
  "feature",
  "credentials",
  "numbers",
  "newNumber",
  "number",
  "devices",
  "newDevice",
  "device",
  "licenses",
  "newLicense",
  "license",
  "assignmentsByNumber",
  "assignmentsByDevice",
  "assignmentsByLicense",
  "assignmentsByUser",
  "notices",
  "newNotice",
  "help",
  "ownSessions",
  "privileges",
  "notes",
  "orders",
  "profile",
  "groupTable",
  "invitations",
  "integrations",
  "webhook",
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
  await organization.call("POST", "/invitations", { email: "vpeeters@harbour.example" });
  const told = { name: "Directory", url: "https://hooks.example/in", families: ["orders"], enabled: true };
  const { webhook } = await organization.call("POST", "/webhooks", { details: told });
  const stock = await addStock(organization, { site, user });
  const notice = { title: "Maintenance", text: "On Saturday,\nfrom 8 to 9.", scope: { kind: "organization" } };
  await organization.call("POST", "/notices", { details: notice });
  const until = Date.now() + 86_400_000;
  await organization.give({ group }, "Help desk", { validity: { until }, reason: "Summer" });
  return {
    dashboard: "",
    administrators: "/administrators",
    newAdministrator: "/administrators/new",
    administrator: `/administrators/${administrator.id}`,
    users: "/users",
    newUser: "/users/new",
    importUsers: "/users/import",
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
    accounts: "/accounts",
    organization: "/organization",
    passwordPolicy: "/password-policy",
    audit: "/audit",
    reports: "/reports",
    reportOfSignIns: "/reports?report=sign-ins&days=7",
    analytics: "/analytics",
    explain: `/explain?user=${administrator.id}&permission=users:update&place=${site}`,
    features: "/features",
    newFeature: "/features/new",
    feature: "/features/key/analytics",
    credentials: "/credentials",
    numbers: "/numbers",
    newNumber: "/numbers/new",
    number: `/numbers/${stock.number}`,
    devices: "/devices",
    newDevice: "/devices/new",
    device: `/devices/${stock.device}`,
    licenses: "/licenses",
    newLicense: "/licenses/new",
    license: `/licenses/${stock.license}`,
    assignmentsByNumber: "/assignments/numbers",
    assignmentsByDevice: "/assignments/devices",
    assignmentsByLicense: "/assignments/licenses",
    assignmentsByUser: "/assignments/users",
    notices: "/notices?tab=sent",
    newNotice: "/notices/new",
    help: "/help",
    ownSessions: "/profile/sessions",
    privileges: "/privileges",
    notes: "/notes",
    orders: "/orders",
    groupTable: "/groups?view=table",
    invitations: "/invitations",
    integrations: "/integrations",
    webhook: `/webhooks/${webhook.id}`,
    profile: "/profile",
    notFound: "/nowhere",
  };
}

/** A number, a device and a license of which somebody has one; gives their ids. */
async function addStock(organization, { site, user }) {
  const add = async (path, details) => (await organization.call("POST", path, { details })).id;
  const number = await add("/numbers", { number: "+32 9 210 00 01", label: "Reception", site });
  const model = { kind: "phone", model: "Polycom VVX 450" };
  const device = await add("/devices", { ...model, identifier: "00:1A:2B:3C:4D:5E", site });
  await add("/devices", { ...model, identifier: "00:1A:2B:3C:4D:5F", site });
  const license = await add("/licenses", { name: "Mobile app", description: "", quantity: 5, released_on_disable: true });
  for (const asset of [{ number }, { device }, { license }]) {
    await organization.call("POST", `/users/${user.id}/assignments`, { asset });
  }
  return { number, device, license };
}
