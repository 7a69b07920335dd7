"""Whatever staff upload: no fault of ours, no minutes, no memory without bound, and nothing that runs as the site."""

import io
import resource
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image as Pillow
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtailmedia.models import get_media_model

from assessments.models import Question, QuestionBank
from tests import uploads
from tests.reading import words
from tests.roles import ADMINISTRATOR, AUTHOR, MODERATOR, VISITOR

pytestmark = pytest.mark.django_db

SECONDS, MEGABYTES = 5, 150
DOORS = {
    "picture": ("/cms/images/add/", AUTHOR, get_image_model(), {}),
    "document": ("/cms/documents/add/", MODERATOR, get_document_model(), {}),
    "film": ("/cms/media/video/add/", AUTHOR, get_media_model(), {"duration": "1", "width": "", "height": ""}),
}
CASES = [
    *(("picture", one) for one in uploads.pictures()),
    *(("document", one) for one in uploads.documents()),
    *(("film", one) for one in uploads.films()),
    *(("picture", uploads.mutated(seed)) for seed in range(12)),
]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }
    return settings.MEDIA_ROOT


def send(world, door, upload):
    """Send a file through the real form and return the answer with the row it made, None where it was refused."""
    address, role, model, fields = DOORS[door]
    client = world.client(role)
    client.raise_request_exception = False
    known = set(model.objects.values_list("pk", flat=True))
    file = SimpleUploadedFile("x", upload.body)
    file._name = upload.name  # as sent: the test client would tidy it
    form = {"title": "Sent", "file": file, "collection": Collection.get_first_root_node().pk, **fields}
    answer = client.post(address, form)
    return answer, model.objects.exclude(pk__in=known).first()


def measured(world, door, upload):
    """Send a file, and fail where it costs too much time or memory."""
    # The process's highest mark, since pixels are held outside Python; on Linux in kilobytes.
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    answer, row = send(world, door, upload)
    seconds = time.process_time() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - highest) / 1024
    assert answer.status_code < 500
    assert seconds < SECONDS and grown < MEGABYTES, f"{seconds:.1f} s, {grown:.0f} MB"
    return answer, row


def import_of(world, upload):
    """Send a file of questions through the import of the staff interface; fail where it costs too much."""
    client = world.client(ADMINISTRATOR)
    client.raise_request_exception = False
    bank = QuestionBank.objects.get_or_create(slug="uploads", defaults={"name": "Uploads"})[0]
    file = SimpleUploadedFile("x", upload.body)
    file._name = upload.name
    began = time.process_time()
    answer = client.post("/cms/questions/import/", {"bank": bank.pk, "file": file, "format": "", "language": "en"})
    seconds = time.process_time() - began
    assert answer.status_code < 500 and seconds < SECONDS, f"{answer.status_code}, {seconds:.1f} s"
    assert not Question.objects.filter(bank=bank).exists()
    return answer


def is_harmless(answer):
    """Tell whether a file would run nothing as a page of ours, however it is opened."""
    kind, shown_as = answer.headers["Content-Type"].split(";")[0], answer.headers.get("Content-Disposition", "")
    policy = answer.headers.get("Content-Security-Policy", "")
    runs = kind in {"text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/xml"}
    return (
        (not runs or shown_as.startswith("attachment"))
        and answer.headers["X-Content-Type-Options"] == "nosniff"
        and "default-src 'none'" in policy
    )


@pytest.mark.parametrize(("door", "upload"), CASES, ids=lambda one: getattr(one, "name", one)[:24])
def test_a_file_is_refused_in_words_or_kept_harmless(world, folder, door, upload):
    with transaction.atomic():
        answer, row = measured(world, door, upload)
        if row is None:
            assert "error" in answer.content.decode()
        else:
            visitor = world.client(VISITOR)
            kept = visitor.get(f"/media/{row.file.name}")
            assert kept.status_code == 200 and is_harmless(kept)
            if door == "document":
                assert is_harmless(visitor.get(row.url))
            assert folder in (folder / row.file.name).resolve().parents
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("door", "name"),
    [
        ("document", "page.html"),
        ("document", "drawing.svg"),
        ("document", "setup.exe"),
        ("document", "bomb.zip"),
        ("film", "page.html"),
        ("film", "drawing.svg"),
        ("film", "page.mp4"),
        ("film", "noise.webm"),
        ("document", "page.vtt"),
        ("picture", "huge.png"),
        ("picture", "large.png"),
        ("picture", "page.png"),
    ],
)
def test_these_are_never_kept(world, door, name):
    upload = next(one for kind, one in CASES if kind == door and one.name == name)
    assert send(world, door, upload)[1] is None


@pytest.mark.parametrize(
    ("door", "name", "setting"),
    [
        ("picture", "right.png", "WAGTAILIMAGES_MAX_UPLOAD_SIZE"),
        ("document", "right.pdf", "WAGTAILDOCS_MAX_UPLOAD_SIZE"),
        ("film", "right.mp4", "MEDIA_MAX_UPLOAD_SIZE"),
    ],
)
def test_a_file_that_is_too_big_is_refused_with_the_bound(world, settings, door, name, setting):
    assert getattr(settings, setting) <= 300 * 1024 * 1024
    setattr(settings, setting, 50)
    answer, row = send(world, door, uploads.Upload("too big", name, uploads.picture("PNG")))
    assert row is None
    assert "too big" in words(answer) and "50 bytes" in words(answer)


def test_a_photograph_is_kept_without_the_place_and_the_phone(world, folder):
    with transaction.atomic():
        _answer, row = send(world, "picture", uploads.Upload("a place", "here.jpg", uploads.with_place()))
        kept = (folder / row.file.name).read_bytes()
        transaction.set_rollback(True)
    assert b"Canary" in uploads.with_place() and b"Canary" not in kept
    with Pillow.open(io.BytesIO(kept)) as picture:
        assert picture.size == (64, 48) and not picture.getexif()


def test_a_still_of_a_film_is_a_picture(world):
    client = world.client(ADMINISTRATOR)
    form = {"title": "Film", "collection": Collection.get_first_root_node().pk, "duration": "1"}
    film, still = SimpleUploadedFile("a.mp4", b"film"), SimpleUploadedFile("still.html", uploads.SCRIPT)
    answer = client.post("/cms/media/video/add/", {**form, "file": film, "thumbnail": still})
    assert "The still is no picture" in words(answer)


@pytest.mark.parametrize(
    "upload",
    [*uploads.questions(), *(uploads.mutated_questions(seed) for seed in range(16))],
    ids=lambda one: f"{one.fault}-{one.name}"[:32],
)
def test_a_file_of_questions_is_refused_or_reported_and_never_written(world, upload):
    with transaction.atomic():
        answer = import_of(world, upload)
        assert uploads.SCRIPT not in answer.content
        transaction.set_rollback(True)


@pytest.mark.long
def test_five_hundred_mutated_files_of_questions(world, record_property):
    outcomes = {}
    for seed in range(500):
        with transaction.atomic():
            status = import_of(world, uploads.mutated_questions(seed)).status_code
            outcomes[status] = outcomes.get(status, 0) + 1
            transaction.set_rollback(True)
    record_property("mutated files of questions", f"500, answers {outcomes}")


@pytest.mark.long
def test_five_hundred_mutated_files(world, record_property):
    outcomes = {"kept": 0, "refused": 0}
    for seed in range(500):
        with transaction.atomic():
            _answer, row = measured(world, "picture", uploads.mutated(seed))
            outcomes["kept" if row else "refused"] += 1
            if row:
                assert is_harmless(world.client(VISITOR).get(f"/media/{row.file.name}"))
            transaction.set_rollback(True)
    record_property("mutated files", f"500, {outcomes}")
