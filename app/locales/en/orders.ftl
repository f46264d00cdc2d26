### Orders.

orders-why = What is ordered, for which site, and what has become of it.
orders-new = Order something
orders-all = All
orders-views = Which orders are shown
orders-none = No orders yet
orders-none-why = Order numbers, devices or services, for a site or the whole organization.
orders-none-found = No such orders
orders-none-found-why = Try another status or all sites.
orders-open = Current orders
orders-open-count =
    { $count ->
        [0] Nothing is on order.
        [one] { $count } order is open.
       *[other] { $count } orders are open.
    }
order-item = Item
order-item-hint = As the supplier calls it.
order-kind = Kind
order-kind-numbers = Numbers
order-kind-devices = Devices
order-kind-licenses = Services
order-kind-other = Other
order-quantity = Quantity
order-for = For
order-comment = Comment
order-by = Ordered by
order-by-on = { $name }, { $date }
order-actions = Actions
order-made = The order has been placed.
order-status-open = Open
order-status-fulfilled = Fulfilled
order-status-cancelled = Cancelled
order-mark-open = Open again
order-mark-fulfilled = Fulfilled
order-mark-cancelled = Cancel
order-now-open = The order is open again.
order-now-fulfilled = The order has been fulfilled.
order-now-cancelled = The order has been cancelled.
