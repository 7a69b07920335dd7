"""Questions and statements from their files, and whether the two forms can be made of them."""

from collections import Counter, defaultdict
from pathlib import Path

from config.curriculum.reading.facts import check_facts
from config.curriculum.reading.faults import Faults
from config.curriculum.reading.shapes import Bank, Question, Statement, Topic
from config.curriculum.reading.tables import LANGUAGES, Table, Text, read_file

ITEMS, ANCHORS = 20, 5
STATEMENTS = 8
FORMS = ("A", "B")
BOTH = "both"
# The site adds "I don't know" under this id itself.
RESERVED = "dk"


def read_bank(path: Path, folder: Path, known: frozenset[str], faults: Faults, *, attitudes: bool) -> Bank:
    """Read questions.toml of a programme, and attitudes.toml where its questionnaire asks for it."""
    table = read_file(path / "questions.toml", folder, faults)
    topics = tuple(_topic(one) for one in table.tables("topic", named_by="code", least=1))
    codes = frozenset(topic.code for topic in topics)
    questions = tuple(_question(one, codes, known) for one in table.tables("question", named_by="code", least=1))
    table.close()
    _check_codes(table, [one.code for one in questions])
    _check_forms(table, questions)
    _check_pairs(table, questions)
    return Bank(topics, questions, _statements(path, folder, known, faults) if attitudes else ())


def _topic(table: Table) -> Topic:
    topic = Topic(table.word("code"), table.own_text(), table.word("again", needed=False))
    table.close()
    return topic


def _question(table: Table, topics: frozenset[str], known: frozenset[str]) -> Question:
    options = tuple(_option(one) for one in table.tables("option", named_by="id", least=3))
    question = Question(
        code=table.word("code"),
        topic=table.word("topic"),
        form=table.choice("form", (*FORMS, BOTH)),
        pair=table.word("pair", needed=table.values.get("form") in FORMS),
        facts=check_facts(table, table.words("facts"), known),
        key=table.word("key"),
        stem=table.text("stem"),
        why=table.text("why"),
        options=options,
    )
    table.close()
    _check_options(table, question)
    if question.topic and question.topic not in topics:
        table.fault(f'The topic "{question.topic}" is not among the [[topic]] entries.')
    return question


def _option(table: Table) -> tuple[str, Text]:
    identity, text = table.word("id"), table.own_text()
    table.close()
    return identity, text


def _check_options(table: Table, question: Question) -> None:
    ids = [identity for identity, _text in question.options]
    if len(ids) > 4:
        table.fault("There are more than four options.")
    if len(set(ids)) < len(ids) or RESERVED in ids:
        table.fault(f'Option ids must differ from one another and from "{RESERVED}".')
    if question.key and question.key not in ids:
        table.fault(f'The key "{question.key}" is not among the options {", ".join(ids)}.')
    for language in LANGUAGES:
        texts = [text[language] for _identity, text in question.options]
        if len(set(texts)) < len(texts):
            table.fault(f"Two options read the same in {language}.")


def _check_codes(table: Table, codes: list[str]) -> None:
    for code, count in Counter(codes).items():
        if count > 1 and code:
            table.fault(f'The code "{code}" stands {count} times: each question needs its own.')


def _check_forms(table: Table, questions: tuple[Question, ...]) -> None:
    for form in FORMS:
        count = sum(one.form in (form, BOTH) for one in questions)
        if count != ITEMS:
            table.fault(f"Form {form} has {count} questions: it needs {ITEMS}.")
    anchors = sum(one.form == BOTH for one in questions)
    if anchors != ANCHORS:
        table.fault(f'{anchors} questions have form = "both": there must be {ANCHORS}.')


def _check_pairs(table: Table, questions: tuple[Question, ...]) -> None:
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in questions:
        if one.pair:
            pairs[one.topic, one.pair].append(one.form)
    for (topic, pair), forms in pairs.items():
        if sorted(forms) != list(FORMS):
            table.fault(f'Pair "{pair}" of topic "{topic}" must be one question of form A and one of form B.')


def _statements(path: Path, folder: Path, known: frozenset[str], faults: Faults) -> tuple[Statement, ...]:
    table = read_file(path / "attitudes.toml", folder, faults)
    found = []
    for one in table.tables("statement", named_by="code", least=1):
        better = one.choice("better", ("agree", "disagree"))
        facts = check_facts(one, one.words("facts"), known)
        found.append(Statement(one.word("code"), better, facts, one.own_text()))
        one.close()
    table.close()
    _check_codes(table, [one.code for one in found])
    if found and len(found) != STATEMENTS:
        table.fault(f"There are {len(found)} statements: a questionnaire has {STATEMENTS}.")
    return tuple(found)
