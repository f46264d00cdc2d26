### Reports and analytics: figures, charts, and what happened last.

reports-why = Figures about what you look after, to read here or in a spreadsheet.
reports-export = Export as CSV
report = Report
report-users = Users by site
report-administrators = Administrators by reach
report-sign-ins = Signing in
report-changes = Changes
report-licenses = Licenses
analytics-why = How things develop where you look after them.

## Which days
figures-period = Days
figures-last = The last { $days } days
figures-own-days = Days of your own
figures-utc = A site that is chosen in the header narrows the figures. Days are counted in UTC.
figures-none = Nothing to count
figures-none-why = Nothing of this kind has happened in these days where you look after things. Try more days.
error-period-too-long = At most { $max } days. Choose a later beginning.

## What the rows are
figures-site = Site
figures-no-site = Without a site, or at one that you may not see
figures-day = Day
figures-week = Week from { $day }
figures-weeks = Week
figures-width = Reach
figures-license = License
figures-effect = What
figures-what = What
width-owner = Owners
width-organization = The whole organization
width-sites = Several sites
width-site = One site
width-groups = Groups

## What is counted
measure-users = Users
measure-administrators = Administrators
measure-active = Active
measure-disabled = Disabled
measure-temporary-passwords = Temporary password
measure-never-seen = Never here
measure-added = New in these days
measure-ending = Ending within 30 days
measure-signed-in = People
measure-sign-ins = Times signed in
measure-failed-sign-ins = Wrong passwords
measure-grants = Grants
measure-changes = Changes
measure-user-changes = Users
measure-grant-changes = Grants
measure-group-changes = Groups
measure-site-changes = Sites
measure-role-changes = Roles
measure-other-changes = Other
measure-refused = Refused
measure-assigned = Assigned
measure-seats = Seats
measure-available = Available

## Trends
trend-sign-ins = Signing in
trend-sign-ins-why = Who came, day by day.
trend-growth = Users
trend-growth-why = How many there were at the end of each day.
trend-changes = Changes
trend-changes-why = What was changed most often in these days.
trend-administrators = Administrators
trend-administrators-why = How far their authority reaches today.
trend-ending = Grants that end
trend-ending-why = In each of the coming weeks.

## Charts
chart-as-table = Show as table
chart-line = { $series }: { $first } at first, { $last } at last, { $most } at most ({ $point }).

## What happened last
recent-title = What happened last
recent-why = The newest records of the audit trail that you may read.
recent-all = Show everything

## Of the dashboard
dashboard-inventory = Orders and inventory
dashboard-inventory-why = How much of what you look after is in use.
