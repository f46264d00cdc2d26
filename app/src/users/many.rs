//! One action on several users: whom it is about, what it would do to each, and doing it.

use crate::{
    api::Mutation,
    batches::{ItemsTable, Tense, counts},
    groups::{GroupPicker, picked_group},
    i18n::{Text, say_of, t, t_of, t_with},
    licenses::license_options,
    problem::{describe, describe_field},
    scope::known_sites,
    session::{CurrentSession, current_session},
    toasts,
    users::places,
    widgets::{
        Alert, AlertKind, Button, ButtonKind, Dialog, Icon, Menu, MenuItem, Pick, RowCheck, Select, SelectOption, Stack,
    },
};
use leptos::prelude::*;
use shared::{
    authority::Target,
    batches::{Applied, Item, Outcome, Planned},
    ids::UserId,
    page::Page,
    users::{
        UserSummary,
        api::{Action, ChangeMany, MANY_MAX, PlanMany},
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// What can be done to several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Enable,
    Disable,
    Move,
    AddToGroup,
    AssignLicense,
    ResetPassword,
}

impl Act {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Enable, "user-check"),
        (Self::Disable, "user-x"),
        (Self::Move, "map-pin"),
        (Self::AddToGroup, "network"),
        (Self::AssignLicense, "package"),
        (Self::ResetPassword, "key-round"),
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Enable => "enable",
            Self::Disable => "disable",
            Self::Move => "move",
            Self::AddToGroup => "add_to_group",
            Self::AssignLicense => "assign_license",
            Self::ResetPassword => "reset_password",
        }
    }

    fn label(self) -> Text {
        t_of("batch-kind-*", self.name())
    }
}

/// The users that are selected, with their names: also those on other pages of the list.
#[derive(Clone, Copy)]
pub(super) struct Selection(RwSignal<BTreeMap<UserId, String>>);

impl Selection {
    pub(super) fn new() -> Self {
        Self(RwSignal::default())
    }

    /// The box of a row; none for those who may change nobody.
    pub(super) fn check(self, session: CurrentSession, user: &UserSummary) -> Option<AnyView> {
        let (id, name) = (user.id.clone(), user.name.clone());
        let (of, called) = (id.clone(), name.clone());
        let label = t_with("many-select", move || vec![("name", called.clone().into())]);
        let checked = Signal::derive(move || self.0.read().contains_key(&of));
        let change = move |ticked: bool| {
            self.0.update(|selected| match ticked {
                true => drop(selected.insert(id.clone(), name.clone())),
                false => drop(selected.remove(&id)),
            });
        };
        let may = session.may::<ChangeMany>(&Target::Anywhere);
        may.then(|| view! { <RowCheck label checked on_change=change/> }.into_any())
    }

    fn count(self) -> Signal<usize> {
        Signal::derive(move || self.0.read().len())
    }

    fn users(self) -> Vec<UserId> {
        self.0.with_untracked(|selected| selected.keys().cloned().collect())
    }
}

/// How many are selected, and what can be done to them.
#[component]
pub(super) fn SelectionBar(selection: Selection, page: Signal<Page<UserSummary>>) -> impl IntoView {
    let (open, act) = (RwSignal::new(false), RwSignal::new(Act::Disable));
    let count = selection.count();
    let words = t_with("many-selected", move || vec![("count", count.get().into())]);
    let whole_page = move |()| {
        selection.0.update(|selected| {
            let more = page.with_untracked(|page| {
                page.items.iter().map(|user| (user.id.clone(), user.name.clone())).collect::<Vec<_>>()
            });
            selected.extend(more);
        });
    };
    let too_many = Signal::derive(move || {
        let is_over = count.get() > MANY_MAX;
        is_over.then(|| t_with("many-too-many", || vec![("max", MANY_MAX.into())]).get())
    });
    let items = move || {
        let item = |(what, icon): (Act, &'static str)| {
            let choose = move || {
                act.set(what);
                open.set(true);
            };
            MenuItem::act(what.label(), choose).icon(icon)
        };
        Act::ALL.into_iter().map(item).collect::<Vec<_>>()
    };
    let bar = move || {
        let menu = move || match too_many.get() {
            Some(why) => view! { <span class="text-muted text-sm">{why}</span> }.into_any(),
            None => view! {
                <Menu label=t("many-actions") items=Arc::new(items)>
                    <span>{t("many-actions")}</span>
                    <Icon name="chevron-down"/>
                </Menu>
            }
            .into_any(),
        };
        view! {
            <div class="selection-bar">
                <span role="status" class="font-medium">{words}</span>
                {menu}
                <Button label=t("many-whole-page") kind=ButtonKind::Quiet on_press=whole_page/>
                <Button label=t("many-none") kind=ButtonKind::Quiet on_press=move |()| selection.0.set(BTreeMap::new())/>
            </div>
        }
    };
    let is_any = Memo::new(move |_| count.get() > 0);
    view! {
        {move || is_any.get().then(bar)}
        <Dialog open title=Signal::derive(move || act.get().label().get())>
            <ManyForm act=act.get_untracked() selection open/>
        </Dialog>
    }
}

/// What is chosen about the action.
#[derive(Clone, Copy)]
struct Choice {
    act: Act,
    site: RwSignal<String>,
    group: RwSignal<Option<Pick>>,
    license: RwSignal<String>,
    how: RwSignal<String>,
}

const MAILED: &str = "mailed";
const SHOWN: &str = "generated";

impl Choice {
    /// The action, once all is chosen that it needs. Followed.
    fn action(self) -> Option<Action> {
        Some(match self.act {
            Act::Enable => Action::Enable {},
            Act::Disable => Action::Disable {},
            Act::Move => Action::Move { site: self.site.with(|site| site.parse().ok()) },
            Act::AddToGroup => {
                self.group.track();
                Action::AddToGroup { group: picked_group(self.group)? }
            }
            Act::AssignLicense => Action::AssignLicense { license: self.license.with(|id| id.parse().ok())? },
            Act::ResetPassword if self.how.read().as_str() == MAILED => Action::MailPassword {},
            Act::ResetPassword => Action::ResetPassword {},
        })
    }
}

/// The plan of what is chosen, and doing it. The plan follows the choice.
#[derive(Clone, Copy)]
struct Deed {
    session: CurrentSession,
    selection: Selection,
    choice: Choice,
    planning: Mutation,
    applying: Mutation,
    /// For what the latest plan was asked.
    asked: StoredValue<Option<Action>>,
    planned: RwSignal<Option<(Action, Planned)>>,
    applied: RwSignal<Option<Applied>>,
}

impl Deed {
    fn new(session: CurrentSession, selection: Selection, choice: Choice) -> Self {
        let deed = Self {
            session,
            selection,
            choice,
            planning: Mutation::new(),
            applying: Mutation::new(),
            asked: StoredValue::new(None),
            planned: RwSignal::new(None),
            applied: RwSignal::new(None),
        };
        Effect::new(move |_| {
            let action = deed.choice.action();
            // While one answer is on its way, the next question waits for it.
            if !deed.planning.is_busy() && deed.asked.with_value(|asked| *asked != action) {
                untrack(|| deed.plan(action));
            }
        });
        deed
    }

    fn plan(self, action: Option<Action>) {
        self.planned.set(None);
        self.applying.reset();
        self.asked.set_value(action.clone());
        let Some(action) = action else { return };
        let request = PlanMany { org: self.session.org(), users: self.selection.users(), action: action.clone() };
        self.planning.send(request, move |plan| self.planned.set(Some((action, plan))));
    }

    /// Does it. The dialog stays open only to show passwords.
    fn apply(self, open: RwSignal<bool>) {
        let Some((action, Planned { plan, .. })) = self.planned.get_untracked() else { return };
        let request = ChangeMany { org: self.session.org(), users: self.selection.users(), action, plan };
        self.applying.send(request, move |done: Applied| {
            let count = untrack(|| counts(&self.items())).0;
            toasts::success(t_with("many-done", move || vec![("count", count.into())]));
            if done.passwords.is_none() {
                open.set(false);
            }
            self.applied.set(Some(done));
        });
    }

    /// What it would do to each. Followed.
    fn items(self) -> Vec<Item> {
        self.planned.with(|planned| planned.as_ref().map(|(_, planned)| planned.items.clone()).unwrap_or_default())
    }

    /// The passwords that were made, by row. Followed.
    fn passwords(self) -> Vec<(u32, String)> {
        let issued = self.applied.with(|applied| applied.as_ref().and_then(|applied| applied.passwords.clone()));
        issued.unwrap_or_default().into_iter().map(|issued| (issued.row, issued.password)).collect()
    }

    /// Why it cannot be done. Followed.
    fn obstacle(self) -> Option<String> {
        let changes = self.items().iter().any(|item| item.outcome == Outcome::Changed);
        (!changes).then(|| t("many-nothing").get())
    }
}

/// Made anew whenever the dialog opens.
#[component]
fn ManyForm(act: Act, selection: Selection, open: RwSignal<bool>) -> impl IntoView {
    let session = current_session();
    let has_mails = session.signal().with_untracked(|session| session.mails);
    let how = RwSignal::new(if has_mails { MAILED } else { SHOWN }.to_owned());
    let choice =
        Choice { act, site: RwSignal::default(), group: RwSignal::default(), license: RwSignal::default(), how };
    let deed = Deed::new(session, selection, choice);
    let (items, passwords) = (Signal::derive(move || deed.items()), Signal::derive(move || deed.passwords()));
    let is_done = Memo::new(move |_| deed.applied.read().is_some());
    let verdicts = move || {
        let tense = if is_done.get() { Tense::Done } else { Tense::Planned };
        deed.planned.read().is_some().then(|| view! { <ItemsTable caption=act.label() items tense passwords/> })
    };
    view! {
        <p>{say_of("many-why-*", act.name(), &[])}</p>
        {fields(choice, has_mails)}
        {move || is_done.get().then(|| view! { <Alert kind=AlertKind::Warning>{t("batch-passwords-once")}</Alert> })}
        {refusal(deed.planning)}
        {refusal(deed.applying)}
        {verdicts}
        <div class="dialog-actions">{move || actions(deed, open, is_done.get())}</div>
    }
}

fn actions(deed: Deed, open: RwSignal<bool>, is_done: bool) -> AnyView {
    let close = move |()| open.set(false);
    if is_done {
        return view! { <Button label=t("temporary-password-done") kind=ButtonKind::Primary on_press=close/> }
            .into_any();
    }
    let act = deed.choice.act;
    let kind = if act == Act::Disable { ButtonKind::Danger } else { ButtonKind::Primary };
    let busy = Signal::derive(move || deed.planning.is_busy() || deed.applying.is_busy());
    let obstacle = Signal::derive(move || deed.obstacle());
    view! {
        <Button label=t("cancel") kind=ButtonKind::Quiet on_press=close/>
        <Button label=act.label() kind busy obstacle on_press=move |()| deed.apply(open)/>
    }
    .into_any()
}

/// What is still to be chosen.
fn fields(choice: Choice, has_mails: bool) -> Option<AnyView> {
    match choice.act {
        Act::Enable | Act::Disable => None,
        Act::Move => {
            let (session, sites) = (current_session(), known_sites());
            let options =
                Signal::derive(move || places::<ChangeMany>(session, &sites.answer().unwrap_or_default(), None));
            Some(view! { <Select name="" label=t("user-site") value=choice.site options/> }.into_any())
        }
        Act::AddToGroup => Some(view! { <GroupPicker label=t("import-group") picked=choice.group/> }.into_any()),
        Act::AssignLicense => {
            let options = license_options(current_session(), t("many-license-choose"));
            Some(view! { <Select name="" label=t("license") value=choice.license options/> }.into_any())
        }
        Act::ResetPassword => {
            let ways = [has_mails.then_some(MAILED), Some(SHOWN)].into_iter().flatten();
            let options: Vec<SelectOption> =
                ways.map(|way| SelectOption::new(way, t_of("import-passwords-*", way))).collect();
            Some(view! { <Select name="" label=t("import-passwords") value=choice.how options/> }.into_any())
        }
    }
}

fn refusal(mutation: Mutation) -> impl IntoView {
    move || {
        let problem = mutation.problem().get();
        problem.map(|problem| {
            let sentence = move || match problem.errors.first() {
                Some(error) => describe_field(error),
                None => describe(&problem),
            };
            view! { <Stack><Alert kind=AlertKind::Error>{sentence}</Alert></Stack> }
        })
    }
}
