"""Which methods an address takes, by the beginning that fits best; where nobody has said, all."""

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
IDLE = frozenset({"PUT", "PATCH", "DELETE", "OPTIONS"})
READ = frozenset({"GET", "HEAD"})
LISTED, ASKED, WRITTEN = READ | {"OPTIONS"}, READ | {"POST", "OPTIONS"}, READ | {"POST", "PUT", "OPTIONS"}
TAKES: dict[str, frozenset[str]] = {
    "accounts/inactive/": READ,
    "en/help/": READ,
    "accounts/elsewhere/": frozenset({"POST"}),
    "en/join/open/<uuid:cohort_id>/": frozenset({"POST"}),
    "en/sittings/<uuid:sitting_id>/answer/": frozenset({"POST"}),
    "cms/reports/": READ,
    "cms/desk/": READ,
    "cms/desk/<int:page_pk>/changed/": frozenset({"POST"}),
    "cms/desk/<int:page_pk>/reviewed/": frozenset({"POST"}),
    "cms/reports/translations/": READ,
    "cms/translations/": READ,
    "cms/translations/<int:translation_id>/hand-in/": frozenset({"POST"}),
    "cms/translations/<int:translation_id>/still-fits/": frozenset({"POST"}),
    "cms/localize/translate/<int:translation_id>/pofile/upload/": frozenset({"POST"}),
    "cms/localize/reports/translations/": READ,
    "cms/regrade/": READ,
    "cms/regrade/<int:question_id>/": READ | {"POST"},
    "cms/marking/": READ,
    "cms/marking/<str:number>/": READ | {"POST"},
    "cms/account/": ASKED,
    **{
        f"cms/{kind}/{action}": taken
        for kind in (
            *("cohort", "programme", "users", "audience", "organisation", "question", "testform", "steptest"),
            *("awarenessrule", "topic", "instrument", "questionbank"),
        )
        for action, taken in (("", LISTED), ("new/", WRITTEN), ("edit/", WRITTEN), ("delete/", ASKED))
    },
    "cms/users/<uuid:user_id>/code/": READ | {"POST"},
    "cms/question/add/": WRITTEN,
    "cms/testform/publish/": READ | {"POST"},
    "cms/programme/template/": READ | {"POST"},
    "cms/programme/timeline/": READ,
    "cms/testform/copy/": frozenset({"POST"}),
    "cms/courses/files/": READ | {"POST"},
    "cms/courses/files/<slug:slug>/": READ,
    "cms/questions/": READ,
    "cms/questions/import/": READ | {"POST"},
}
