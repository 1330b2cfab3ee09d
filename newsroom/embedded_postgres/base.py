"""The database backend: Django's for Postgres, whose first connection starts the server."""

from django.db.backends.postgresql import base
from django.db.utils import OperationalError

from newsroom.embedded_postgres import pid_file
from newsroom.embedded_postgres.cluster import PostgresFailed
from newsroom.embedded_postgres.use import use


class DatabaseWrapper(base.DatabaseWrapper):
    """Settings can be read, and commands run that need no database, without a server being started."""

    def get_new_connection(self, conn_params):
        cluster = self.settings_dict["CLUSTER"]
        attempts = 3
        while True:
            attempts -= 1
            try:
                use(cluster)
            except PostgresFailed as failure:
                raise OperationalError(str(failure)) from failure
            try:
                return super().get_new_connection(conn_params)
            except base.Database.OperationalError as error:
                # Killed since `use` returned, or about to go: the next attempt starts it again.
                going = "the database system is" in str(error)
                if not attempts or (pid_file.is_ready(cluster) and not going):
                    raise
