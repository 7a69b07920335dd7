"""How the text of a page is brought into other languages: by wagtail-localize, held to the rights of this site."""
