"""The table of a programme behind the gate: the published figures, what is hidden, in which order."""

import pytest

from reports.choices import Population
from reports.tables import gain_table
from tests.factories.reports import crowd, programme_with_waves, spread

pytestmark = pytest.mark.django_db
WAVES = ("INTAKE", "END")


def table_of(programme, **options):
    return gain_table(programme, Population.SYNTHETIC, **options)


def line(table, code):
    return next(one for one in table.audiences if one.code == code)


def shown(table, code, wave, rule=0):
    figure = table.figure(line(table, code), wave, table.rules[rule])
    return figure.n, None if figure.percent is None else str(figure.percent)


def test_the_published_gains_come_out(anshan):
    table = table_of(anshan)
    assert [shown(table, "police", wave) for wave in WAVES] == [(60, "72.5"), (60, "96.4")]
    assert [shown(table, "backbone", wave) for wave in WAVES] == [(30, "63"), (30, "95")]
    assert [shown(table, "fellow", wave) for wave in WAVES] == [(235, "50.9"), (235, "90.8")]


def test_largest_audience_first_whatever_the_result(anshan):
    assert [one.code for one in table_of(anshan).audiences] == ["fellow", "police", "backbone"]


def test_audiences_that_are_rounded_alike_keep_their_own_order():
    """30 officers and 31 peers: by exact size the order would say that the peers are more than about 30."""
    programme = programme_with_waves(waves=WAVES)
    crowd(programme, "police", {"INTAKE": spread(300, 30)})
    crowd(programme, "backbone", {"INTAKE": spread(300, 31)})
    assert [one.code for one in table_of(programme).audiences] == ["backbone", "police"]


def test_nine_people_are_not_shown_and_ten_are():
    programme = programme_with_waves(waves=WAVES)
    crowd(programme, "police", {"INTAKE": spread(90, 9)})
    crowd(programme, "backbone", {"INTAKE": spread(100, 10)})
    table = table_of(programme)
    for rule in table.rules:
        hidden = table.figure(line(table, "police"), "INTAKE", rule)
        assert (hidden.n, hidden.percent, hidden.low, hidden.count) == (None,) * 4
        assert hidden.reason == "fewer-than-10"
    assert table.enrolled(line(table, "police")).number is None
    assert shown(table, "backbone", "INTAKE") == (10, "50")


def test_the_same_people_twice_give_a_paired_interval():
    programme = programme_with_waves(waves=WAVES)
    crowd(programme, "police", {"INTAKE": [20] * 10 + [0] * 20, "END": [20] * 26 + [0] * 4})
    table = table_of(programme)
    mean, share = (table.change(line(table, "police"), rule) for rule in table.rules)
    assert (share.paired, str(share.points), share.n) == (True, "53.3", 30)
    assert str(mean.points) == "53.3"


def test_who_is_missing_counts_from_those_who_started():
    programme = programme_with_waves(waves=WAVES)
    crowd(programme, "police", {"INTAKE": spread(700, 50), "END": spread(800, 44)}, enrolled=60)
    table = table_of(programme)
    missing = [table.missing(line(table, "police"), wave).number for wave in WAVES]
    assert missing == [10, 6]


def test_one_who_is_missing_is_not_given_back_by_the_sizes():
    programme = programme_with_waves(waves=WAVES)
    crowd(programme, "police", {"INTAKE": [10] * 40 + [18] * 20, "END": [18] * 50 + [10] * 9})
    table = table_of(programme)
    police = line(table, "police")
    assert table.missing(police, "END").number is None
    assert shown(table, "police", "INTAKE") == (60, "63.3")
    assert shown(table, "police", "END") == (None, "83.9")
    assert shown(table, "police", "END", rule=1) == (None, None)
    mean, share = (table.change(police, rule) for rule in table.rules)
    assert (str(mean.points), mean.n) == ("20.6", 60)
    assert (share.points, share.reason) == (None, "cell-of-1-or-2")


def test_people_who_come_in_late_leave_no_number_missing():
    programme = programme_with_waves(waves=WAVES)
    crowd(programme, "police", {"INTAKE": spread(400, 40), "END": spread(400, 30)})
    crowd(programme, "police", {"END": [20]})
    table = table_of(programme)
    assert table.missing(line(table, "police"), "END") is None


def test_protected_audiences_can_be_left_out(anshan):
    assert [one.code for one in table_of(anshan, without=("protected",)).audiences] == ["police"]


def test_a_programme_without_tests_has_an_empty_table():
    table = table_of(programme_with_waves(waves=()))
    assert (table.audiences, table.waves, table.rules) == ((), (), ())


def test_without_a_first_test_there_is_no_change_and_nobody_missing():
    programme = programme_with_waves(waves=("END",))
    crowd(programme, "police", {"END": spread(400, 40)})
    table = table_of(programme)
    police = line(table, "police")
    assert shown(table, "police", "END") == (40, "50.0")
    assert table.missing(police, "END") is None
    assert [table.change(police, rule) for rule in table.rules] == [None, None]
