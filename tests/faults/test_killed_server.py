"""The web server is killed again and again under people who sit a test: what they were told is saved, is saved."""

import asyncio

import pytest

from tests.faults.serving import served
from tests.faults.storm import Storm, judge

pytestmark = pytest.mark.django_db(transaction=True)


def test_answers_outlive_killed_servers(copied, ground, stored, tmp_path):
    made = ground(6)
    with served(copied, tmp_path) as server:
        storm = Storm(server.port, made, seed=41, pause=(0.1, 0.4))
        asyncio.run(storm.rage(1, 0.5, server.kill_worker, most=60))
    verdict = judge(storm.sitters, stored(made))
    assert verdict.is_clean, verdict
    assert server.kills == 1
    assert verdict.acknowledged == verdict.sent >= server.kills


@pytest.mark.long
def test_answers_outlive_a_server_killed_every_two_seconds(ravaged, tmp_path, record_property):
    with served(ravaged.address, tmp_path) as server:
        storm = Storm(server.port, ravaged.ground, seed=4)
        asyncio.run(storm.rage(60, 2, server.kill_worker, most=900))
    verdict = judge(storm.sitters, ravaged.stored())
    what = f"{ravaged.vendor}: acknowledged answers of 50 sitters, {server.kills} kills, {server.returns} returns"
    record_property(what, verdict.acknowledged)
    assert verdict.is_clean, verdict
    assert verdict.acknowledged == verdict.sent
    assert server.kills == 60
