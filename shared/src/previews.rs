//! Previews: what a change that is not saved yet would do to whom. The console computes them
//! with the edge's own [`crate::authority::judge()`] on facts that the edge gives it.

pub mod api;
