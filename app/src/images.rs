//! Images: choosing the organization's logo and colors, with a sample of both themes beside it.

mod colors;
mod logo;
mod sample;

use crate::{
    api::query,
    i18n::t,
    session::current_session,
    widgets::{Halves, PageHeader, SkeletonKind, when_allowed, when_ready},
};
use colors::{ColorsDraft, ColorsForm};
use leptos::prelude::*;
use logo::LogoForm;
use sample::LookSample;
use shared::{
    authority::Target,
    images::{
        Picture,
        api::{Images, View},
    },
};

/// Shows them.
#[component]
pub fn ImagesPage() -> impl IntoView {
    let session = current_session();
    let content = when_allowed::<View>(Target::Anywhere, move || {
        let org = session.org();
        let read = query(move || Some(View { org: org.clone() }));
        when_ready(read, SkeletonKind::Form, move |images: Signal<Images>| {
            let (colors, chosen) = (ColorsDraft::default(), RwSignal::new(None::<Picture>));
            let forms = move || {
                view! {
                    <LogoForm session images chosen/>
                    <ColorsForm session images draft=colors/>
                }
            };
            view! { <Halves main=forms side=move || view! { <LookSample images chosen colors/> }/> }.into_any()
        })
    });
    view! {
        <PageHeader title=t("images") description=t("images-why")/>
        {content}
    }
}
