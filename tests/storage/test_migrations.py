"""The schema: one newest version, equal to the tables the program uses."""

from pathlib import Path

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from inspector.storage.engine import make_engine
from inspector.storage.migrate import MIGRATIONS, known_versions
from inspector.storage.schema import HEAD
from inspector.storage.tables import metadata
from inspector.storage.workspace import Workspace


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_the_newest_migration_is_the_schema_the_program_says_it_has() -> None:
    assert scripts().get_heads() == [HEAD]


def test_every_migration_is_known_by_its_file_name() -> None:
    assert known_versions() == tuple(sorted(s.revision for s in scripts().walk_revisions()))


def test_a_migrated_file_has_exactly_the_tables_the_program_uses(workspace: Workspace) -> None:
    engine = make_engine(Path(workspace.path))
    with engine.connect() as connection, connection.begin():
        opts = {"compare_type": True, "include_object": _is_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []
        assert sa.inspect(connection).has_table("alembic_version")
    engine.dispose()


def _is_ours(_thing: object, name: str | None, *_: object) -> bool:
    """SQLAlchemy cannot describe the index of words, for which SQLite makes tables of its own."""
    return not str(name).startswith("finding_piece")
