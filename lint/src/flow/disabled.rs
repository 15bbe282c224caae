//! Settings of the user's that keep connections from being used again.
//!
//! A stub's function puts `disabled()` where the pool would be. If that is so on each way through it, whatever the
//! user's function is given, it is told at the call. What only some callers of a function ask for is not told.

use super::{
    memory::Outcome,
    remarks::Remark,
    solve::Solver,
    state::State,
    value::{BodyKey, Origin, Value},
};

impl Solver<'_> {
    /// Is this a call of the user's that may switch something off which was still on?
    pub(super) fn may_disable(&self, key: BodyKey, args: &[Value], at: Origin, state: &State) -> bool {
        let is_setting = |fun| self.bodies.disables(fun);
        self.watches()
            && self.site.is_none()
            && at.owner == self.watch.root
            && key.owner().is_some_and(is_setting)
            && !args.iter().any(|arg| state.reaches(arg, &|_| false, &mut is_exempt))
    }

    /// The call came back.
    pub(super) fn notice_disabled(&mut self, at: Origin, outcomes: &[Outcome]) {
        let holds_it = |outcome: &Outcome| {
            let cells = outcome.outside.iter().map(|(_, cell)| cell);
            let mut found = false;
            cells.chain([&outcome.ret]).for_each(|value| value.walk(&mut |value| found |= is_exempt(value)));
            found
        };
        let is_error = |ret: &Value| matches!(ret, Value::Struct { variant: Some(name), .. } if name == "Err");
        let well = || outcomes.iter().filter(|outcome| !is_error(&outcome.ret));
        let remark = if well().all(holds_it) { Remark::ReuseDisabled } else { Remark::ReuseKept };
        if well().next().is_some() {
            self.findings.remarks.entry((remark, at)).or_default();
        }
    }
}

fn is_exempt(value: &Value) -> bool {
    *value == Value::Exempt
}
