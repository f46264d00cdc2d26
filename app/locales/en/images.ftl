### The organization's own logo and colors.

images = Images
images-why = Your logo and colors, in the console’s header and on your sign-in page.
logo = Logo
logo-why = It stands where the shield is now. It is shown on white in both themes.
logo-picture = Picture
logo-hint = PNG, JPEG or WebP, at most 256 KB, from 16 to 2,048 pixels wide and high. Wide and low looks best.
logo-choose-first = Choose a picture first.
logo-chosen = The picture has been read: look at it in the preview, then save.
logo-saved = The logo is saved.
logo-remove = Remove the logo
logo-remove-question = Everybody sees the built-in mark again at once. To get the logo back, somebody must upload it anew.
logo-removed = The logo is removed.
colors = Colors
colors-why = For buttons, links and marks. No single color can be read on white and on black: hence one for each theme.
color-light = Color in the light theme
color-dark = Color in the dark theme
color-hint = A # and six digits from 0 to f, such as #7a1f5c. Empty: the built-in color.
color-pick = { $field }: pick
colors-built-in = Take the built-in colors
look-sample = Sample
look-sample-why = As you have chosen, before it is saved.
look-link = A link
look-button = A button
