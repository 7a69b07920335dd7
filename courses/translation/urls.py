"""Addresses of translating, in front of those that wagtail-localize registers: a package's own come later."""

from django.urls import path

from courses.translation import packaged
from courses.translation.overview import translations
from courses.translation.views import confirm_translation, hand_in_translation, translation_desk, upload_po

LOCALIZE = "cms/localize/"
urlpatterns = [
    path("cms/reports/translations/", translations, name="translations"),
    path("cms/translations/<int:translation_id>/", translation_desk, name="translation_desk"),
    path("cms/translations/<int:translation_id>/hand-in/", hand_in_translation, name="hand_in_translation"),
    path("cms/translations/<int:translation_id>/still-fits/", confirm_translation, name="confirm_translation"),
    path(f"{LOCALIZE}submit/page/<int:page_id>/", packaged.translate_page),
    path(f"{LOCALIZE}submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", packaged.closed),
    path(f"{LOCALIZE}update/<int:translation_source_id>/", packaged.sync_translations),
    path(f"{LOCALIZE}translate/<int:translation_id>/strings/<int:string_segment_id>/edit/", packaged.edit_text),
    path(f"{LOCALIZE}translate/<int:translation_id>/overrides/<int:overridable_segment_id>/edit/", packaged.edit_value),
    path(f"{LOCALIZE}translate/<int:translation_id>/pofile/upload/", upload_po),
    path(f"{LOCALIZE}translate/<int:translation_id>/machine_translate/", packaged.closed),
    path(f"{LOCALIZE}page/<int:page_id>/convert_to_alias/", packaged.become_mirror),
    path(f"{LOCALIZE}api/snippets/<slug:app_label>/<slug:model_name>/", packaged.closed),
    path(f"{LOCALIZE}api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/", packaged.closed),
    path(f"{LOCALIZE}reports/translations/", translations),
    path(f"{LOCALIZE}reports/translations/results/", packaged.closed),
]
