"""A certificate that ran out can be looked up for one more year, as not valid; then its digests go."""

import datetime

from certificates.models import Certificate
from certificates.retention import forget_certificates
from tests.factories.certificates import award, certificate
from tests.factories.courses import StepFactory

ISSUED = datetime.date(2026, 3, 1)


def test_it_goes_a_year_after_its_last_month(cast):
    certificate(award([StepFactory(programme=cast.programme)], valid_years=2), cast.mei, issued_in=ISSUED)
    assert forget_certificates(datetime.date(2029, 3, 31)) == 0
    assert forget_certificates(datetime.date(2029, 4, 1)) == 1
    assert not Certificate.objects.exists()


def test_one_without_an_end_stays(cast):
    certificate(award([StepFactory(programme=cast.programme)]), cast.mei, issued_in=ISSUED)
    assert forget_certificates(datetime.date(2060, 1, 1)) == 0
