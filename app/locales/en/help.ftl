### The page that explains the console.

help-why = The few ideas that everything here is made of.
help-authority = Who may do what, where
help-authority-why = A role says what one may do. A grant gives a role to somebody, in the whole organization, at some sites or in some groups, for a time if you like. All that somebody may do is the sum of his grants; nothing takes away from it.
help-delegation = Handing on a part of the work
help-delegation-why = Nobody gives what he does not hold himself, and nobody changes his own rights. Before you save, the form shows who would gain or lose what. Boxes that you may not tick say why, and who can help.
help-groups = Groups
help-groups-why = A group can hold grants: its members have them as long as they are members, and so have the members of all groups below it.
help-explain = When something is missing
help-explain-why = Ask why somebody may or may not do something, or look at the console as he has it. Every refusal names the right that is missing.
help-two-step = Two-step verification
help-two-step-why = After your password, signing in asks for a code that an app on your phone makes anew every 30 seconds. Set it up under My account: scan the picture with an authenticator app, type the first code, and keep the ten recovery codes apart from the phone. Without the phone, each of them signs you in once; without both, an administrator resets it for you. Your organization may require it of you; then you set it up at your next click.
help-audit = What happened
help-audit-why = Everything that is done or refused is recorded, with who did it. You read what concerns your own places, and can verify that nothing was changed afterwards.
help-api = For programs
help-api-why = Everything that the console does, a program can do over the same API, with the same rights.
help-api-description = Description of the API (OpenAPI)
