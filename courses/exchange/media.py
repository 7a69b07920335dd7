"""Pictures, films and documents from a file: looked at as an upload of an author's is, and kept once."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Collection
from wagtailmedia.forms import get_media_form
from wagtailmedia.models import get_media_model

from courses.exchange.faults import Report
from courses.exchange.package import Package
from courses.exchange.references import KINDS, Incoming

FACTS = {"kind", "title", "file"}


class MediaReceiver:
    """Keeps what the file brings and this site does not hold; what was kept is taken away again if the import ends."""

    def __init__(self, package: Package, refs: Incoming, report: Report) -> None:
        self.package, self.refs, self.report = package, refs, report
        self.stored: list[str] = []

    def receive(self, media: Any) -> None:
        """Find or keep every medium of the file."""
        for name, facts in media.items() if isinstance(media, Mapping) else ():
            if not isinstance(facts, dict) or not set(facts) >= FACTS or facts["kind"] not in KINDS:
                self.report.fault(str(name), _("Something is missing here. Export the course again."))
                continue
            body = self.package.medium(str(facts["file"]))
            if body is None:
                self.report.fault(str(facts["title"]), _("Its file is missing or damaged. Export the course again."))
                continue
            pk = self._held(facts, body) or self._kept(facts, body)
            if pk is not None:
                self.refs.media[name] = pk

    def keep(self, name: str, folder: str) -> str:
        """Keep a file that hangs on a page, and return the name under which it is kept; empty where it is not there."""
        body = self.package.medium(name)
        if body is None:
            return ""
        digest, _dot, ending = name.removeprefix("files/").partition(".")
        kept = f"{folder}/{digest[:16]}.{ending}"
        if not default_storage.exists(kept):
            kept = default_storage.save(kept, ContentFile(body))
            self.stored.append(kept)
        return kept

    def take_away(self) -> None:
        """Remove the files of an import that was not written."""
        for name in self.stored:
            with suppress(OSError):
                default_storage.delete(name)

    def _held(self, facts: Mapping[str, Any], body: bytes) -> int | None:
        """Return the medium with these very bytes, None where this site has none."""
        model = KINDS[facts["kind"]]()
        for row in model.objects.filter(title=facts["title"]):
            with suppress(OSError), row.file.storage.open(row.file.name) as held:
                if held.read(len(body) + 1) == body:
                    return row.pk
        return None

    def _kept(self, facts: Mapping[str, Any], body: bytes) -> int | None:
        """Keep a medium as if an author had sent it; what an author may not send is a fault."""
        name = str(facts["file"]).removeprefix("files/")
        short = f"{name[:16]}.{name.rpartition('.')[2]}"
        data = {"title": facts["title"], "collection": Collection.get_first_root_node().pk, "tags": "", "duration": 0}
        form = self._form(facts, data | {"duration": facts.get("duration", 0)}, SimpleUploadedFile(short, body))
        if not form.is_valid():
            sentences = " ".join(sentence for found in form.errors.values() for sentence in found)
            self.report.fault(str(facts["title"]), sentences)
            return None
        row = form.save()
        self.stored.append(row.file.name)
        return int(row.pk)

    def _form(self, facts: Mapping[str, Any], data: dict[str, Any], file: SimpleUploadedFile) -> Any:
        files = {"file": file}
        if facts["kind"] == "image":
            model = get_image_model()
            return get_image_form(model)(data, files, instance=model())
        if facts["kind"] == "document":
            model = get_document_model()
            return get_document_form(model)(data, files, instance=model())
        model = get_media_model()
        kind = "audio" if facts.get("type") == "audio" else "video"
        return get_media_form(model)(data, files, instance=model(type=kind))
