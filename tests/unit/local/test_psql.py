"""Who opens the warehouse by hand is its reader, unless the owner is asked for."""

from __future__ import annotations

from include.local.psql import as_reader


def test_where_no_password_is_asked_one_logs_in_as_the_reader() -> None:
    url, environment = as_reader("postgresql://postgres@/warehouse?host=/run/a", {}, has_role=True)
    assert url == "postgresql://dateline_reader@/warehouse?host=/run/a"
    assert "-c search_path=mart,public" in environment["PGOPTIONS"]
    assert "-c default_transaction_read_only=on" in environment["PGOPTIONS"]


def test_with_a_password_one_takes_the_readers_rights() -> None:
    given = "postgresql://me:secret@db.example/warehouse"
    url, environment = as_reader(given, {"PGOPTIONS": "-c geqo=off"}, has_role=True)
    assert url == given
    assert environment["PGOPTIONS"].startswith("-c geqo=off -c ")
    assert "-c role=dateline_reader" in environment["PGOPTIONS"]


def test_without_the_role_nothing_can_be_written_all_the_same() -> None:
    url, environment = as_reader("postgresql://postgres@/warehouse", {}, has_role=False)
    assert url == "postgresql://postgres@/warehouse"
    assert "role=" not in environment["PGOPTIONS"]
    assert "default_transaction_read_only=on" in environment["PGOPTIONS"]
