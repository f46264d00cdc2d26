//! A password: shown on demand, friendly to password managers and to pasting. For a new one, the
//! organization's rules stand under it and its strength shows while typing.

use super::{field::Field, icon::Icon};
use crate::{
    i18n::{Text, t, t_of, t_with},
    password::{Verdict, judge_while_typing, personal_words},
};
use leptos::prelude::*;
use shared::{
    password::{Factors, Policy},
    session::Session,
};

/// What is needed to advise on a new password.
#[derive(Clone, Copy, Debug)]
pub struct StrengthAdvice {
    /// What the organization asks.
    pub policy: Signal<Policy>,
    /// With how many factors one signs in with it.
    pub factors: Signal<Factors>,
    /// Words that do not make a password: names of the person and the organization.
    pub words: Signal<Vec<String>>,
    // As pointers, so that who asks only for a present password does not fetch how to judge a new one.
    rules: fn(Self) -> Text,
    meter: fn(Self, RwSignal<String>) -> AnyView,
}

impl StrengthAdvice {
    /// Advice by a policy and personal words, on a password that may be the only factor.
    pub fn new(policy: Signal<Policy>, words: Signal<Vec<String>>) -> Self {
        Self { policy, factors: Signal::stored(Factors::One), words, rules, meter }
    }

    /// Advice on one's own password.
    pub fn own(session: Signal<Session>) -> Self {
        let policy = Signal::derive(move || session.with(|session| session.password_policy.clone()));
        let factors = Signal::derive(move || session.with(Session::factors));
        Self { factors, ..Self::new(policy, Signal::derive(move || session.with(personal_words))) }
    }
}

/// A password.
#[component]
pub fn PasswordField(
    name: &'static str,
    #[prop(into)] label: Text,
    value: RwSignal<String>,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    #[prop(optional, into)] hint: Option<Text>,
    /// Advises on a new password.
    #[prop(optional)]
    advice: Option<StrengthAdvice>,
) -> impl IntoView {
    let hint = advice.map(|advice| (advice.rules)(advice)).or(hint);
    let field = Field::new(name, label, hint, true);
    let visible = RwSignal::new(false);
    let control = view! {
        <div class="input w-full pe-1">
            <input
                id=field.id.clone()
                name=name
                type=move || if visible.get() { "text" } else { "password" }
                class="grow"
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                aria-required="true"
                aria-invalid=field.invalid()
                aria-describedby=field.described_by()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            <button
                type="button"
                class="btn btn-ghost btn-square btn-xs"
                aria-label=t("password-show")
                aria-pressed=move || if visible.get() { "true" } else { "false" }
                on:click=move |_| visible.update(|visible| *visible = !*visible)
            >
                {move || view! { <Icon name=if visible.get() { "eye-off" } else { "eye" }/> }}
            </button>
        </div>
        {advice.map(|advice| (advice.meter)(advice, value))}
    };
    field.frame(control.into_any())
}

/// The organization's rules in words.
fn rules(advice: StrengthAdvice) -> Text {
    t_with("password-rules", move || vec![("min", advice.policy.read().min_length(advice.factors.get()).into())])
}

/// Strength as a bar and a word. It only advises: the rules decide.
fn meter(advice: StrengthAdvice, password: RwSignal<String>) -> AnyView {
    let verdict = judge_while_typing(password, advice);
    let bars = move || {
        let filled = verdict.with(Verdict::bars);
        (0..4)
            .map(|at| view! { <span class=if at < filled { "meter-bar meter-bar-on" } else { "meter-bar" }></span> })
            .collect_view()
    };
    let words =
        move || verdict.with(|verdict| verdict.name().map(|name| view! { <span>{t_of("strength-*", name)}</span> }));
    view! {
        <div class="meter" data-strength=move || verdict.with(Verdict::bars).to_string()>
            <div class="flex gap-1" aria-hidden="true">{bars}</div>
            <p class="field-hint" aria-live="polite">{words}</p>
        </div>
    }
    .into_any()
}
