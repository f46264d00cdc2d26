### Le logo et les couleurs propres à l’organisation.

images = Images
images-why = Votre logo et vos couleurs, dans l’en-tête de la console et sur votre page de connexion.
logo = Logo
logo-why = Il prend la place du bouclier. Il s’affiche sur fond blanc dans les deux thèmes.
logo-picture = Image
logo-hint = PNG, JPEG ou WebP, 256 Ko au plus, de 16 à 2 048 pixels de large et de haut. Un logo large et bas rend le mieux.
logo-choose-first = Choisissez d’abord une image.
logo-chosen = L’image a été lue : regardez-la dans l’aperçu, puis enregistrez.
logo-saved = Le logo est enregistré.
logo-remove = Retirer le logo
logo-remove-question = Tout le monde retrouve aussitôt le symbole d’origine. Pour rétablir le logo, il faudra le téléverser à nouveau.
logo-removed = Le logo est retiré.
colors = Couleurs
colors-why = Pour les boutons, les liens et les repères. Aucune couleur n’est lisible à la fois sur du blanc et sur du noir : il y en a donc une par thème.
color-light = Couleur du thème clair
color-dark = Couleur du thème sombre
color-hint = Un # suivi de six chiffres de 0 à f, comme #7a1f5c. Vide : la couleur d’origine.
color-pick = { $field } : choisir
colors-built-in = Reprendre les couleurs d’origine
look-sample = Aperçu
look-sample-why = Selon vos choix, avant enregistrement.
look-link = Un lien
look-button = Un bouton
