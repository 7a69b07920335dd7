"""Factories of people."""

import factory
from factory.django import DjangoModelFactory

from people.models import Audience, Organisation, User

PASSWORD = "four plain words kept"


class AudienceFactory(DjangoModelFactory):
    """An audience; ordinary unless told otherwise."""

    class Meta:
        model = Audience
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"audience-{n}")
    name = factory.LazyAttribute(lambda one: one.code.title())
    privacy_class = "ordinary"


class OrganisationFactory(DjangoModelFactory):
    """A station, unless told otherwise."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Station {n}")
    kind = "station"


class UserFactory(DjangoModelFactory):
    """An account that signs in with PASSWORD."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    handle = factory.Sequence(lambda n: f"quiet-heron-{n}")
    audience = factory.SubFactory(AudienceFactory, code="social-worker")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        password = kwargs.pop("password", PASSWORD)
        return model_class.objects.create_user(kwargs.pop("handle"), password, **kwargs)
