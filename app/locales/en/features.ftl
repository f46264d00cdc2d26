### Features of the organization’s own product.

features-why = What your own product offers. Each feature is a right that roles can contain, and that your product asks for.
features-new = Add a feature
features-none = No features yet
features-none-why = Add what your product offers, so that roles can give it to people.
feature = Feature
feature-label = Name
feature-label-why = In at least one language. Where one is missing, another is shown.
feature-description = Description
feature-description-why = For administrators who put roles together.
feature-where = Where it is
feature-link = Address
feature-link-hint = Begins with https://, or with / for a page of this console. Whoever may use the feature finds it in the navigation.
feature-key = Key
feature-key-why = How your product asks for the feature. It cannot be changed later.
feature-key-hint = Lower-case letters, digits and underscores, beginning with a letter.
error-feature-key = Use 1 to 40 lower-case letters, digits and underscores, beginning with a letter.
feature-permission = As a right: { $permission }
feature-added = The feature { $name } has been added.
feature-delete = Delete feature
feature-delete-question = The feature { $name } will be gone for good. That works as long as nobody holds it and no role of yours contains it.
feature-deleted = The feature { $name } has been deleted.
role-feature = Feature: { $name }
role-feature-help = Use this feature of your organization’s own product.
